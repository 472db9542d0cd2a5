import { beforeEach, describe, expect, test, vi } from 'vitest';
import { ASKS, backUp, backUpIfDue, dueFor } from '../../src/storage/backup/back-up.ts';
import { keepBeforeUpgrade } from '../../src/storage/backup/before-upgrade.ts';
import { copyName, copyOf, listCopies, openCopy } from '../../src/storage/backup/copies.ts';
import { newestCopy } from '../../src/storage/backup/newest.ts';
import { inspectBackup } from '../../src/storage/backup/read.ts';
import { restoreIntoEmpty } from '../../src/storage/backup/restore-into-empty.ts';
import { BackupStopped, UnreadableBackup } from '../../src/storage/backup/unreadable.ts';
import { Database } from '../../src/storage/database.ts';
import { stored } from '../../src/storage/entries.ts';
import { addNewsletter } from '../../src/storage/newsletters.ts';
import dumpV1 from '../fixtures/database-v1.json' with { type: 'json' };
import { dumpOf, restore } from '../fixtures/dump.ts';
import { fill } from '../fixtures/filled.ts';
import { backupsSide, folder } from '../options/backups-side.ts';
import { beginning, database, entry } from './database.ts';

const DAY = 86_400_000;
const NOW = Date.UTC(2031, 2, 4, 8, 2, 5);

let side: ReturnType<typeof backupsSide>;
beforeEach(() => {
  side = backupsSide();
});

async function filled(): Promise<Database> {
  const db = database();
  await fill(db);
  return db;
}

const make = (db: Database, now = NOW) => backUp(db, { now, why: 'schedule' }, side.deps);

describe('a backup inside', () => {
  test('is read back, has a name that says when and why, and can be restored', async () => {
    const db = await filled();
    const done = await make(db);
    expect(done?.copy).toMatchObject({
      name: 'roundup-backup-20310304-080205000-schedule.json',
      counts: { entries: 12 },
    });
    expect([...side.inside.files.keys()]).toEqual([done?.copy.name]);
    const [copy] = await listCopies(side.inside);
    expect(copy).toMatchObject({ at: NOW, why: 'schedule', counts: { entries: 12 } });
    const other = database();
    await restoreIntoEmpty(other, await openCopy(side.inside, copy?.name ?? ''), { now: NOW });
    await db.settings.delete('binWatch');
    await other.settings.delete('lastRestore');
    expect((await dumpOf(other.name)).stores).toEqual((await dumpOf(db.name)).stores);
  });

  test('made in the same second as another takes nothing of its place', async () => {
    const db = await filled();
    for (const now of [NOW, NOW + 1]) await backUp(db, { now, why: 'restore' }, side.deps);
    expect((await listCopies(side.inside)).map(({ at }) => at)).toEqual([NOW + 1, NOW]);
  });

  test('that is cut off since, as by a disk that died, is neither offered nor counted: the one before is, and another is made', async () => {
    const db = await filled();
    await make(db, NOW - DAY);
    const last = await make(db);
    const cut = last?.copy.name ?? '';
    side.inside.files.set(cut, (side.inside.files.get(cut) as Blob).slice(0, 900));
    expect((await newestCopy(side.deps.keeper, side.deps.inside))?.copy.at).toBe(NOW - DAY);
    expect((await listCopies(side.inside)).map(({ counts }) => counts?.entries)).toEqual([undefined, 12]);
    side.inside.files.set(cut, new Blob([]));
    expect((await backUpIfDue(db, NOW + 60_000, side.deps))?.copy.at).toBe(NOW + 60_000);
  });

  test('that cannot be opened does not hide the others', async () => {
    const db = await filled();
    await make(db, NOW - DAY);
    const last = await make(db);
    const { getFileHandle } = side.inside;
    side.inside.getFileHandle = async (name, how) => {
      if (name === last?.copy.name) throw new DOMException('The disk says no', 'NotReadableError');
      return getFileHandle(name, how);
    };
    expect((await newestCopy(side.deps.keeper, side.deps.inside))?.copy.at).toBe(NOW - DAY);
  });

  test('is none of an empty database, which may be a lost one', async () => {
    expect(await make(database())).toBeUndefined();
    expect(side.inside.files.size).toBe(0);
  });

  test('that does not read back does not count, and those of before stay', async () => {
    const db = await filled();
    await make(db);
    const broken: typeof side.inside = {
      ...side.inside,
      getFileHandle: async (name, how) => {
        const handle = await side.inside.getFileHandle(name, how);
        // The disk swallows the last bytes.
        const getFile = async () => {
          const file = await handle.getFile();
          return (name.endsWith('.part') ? file.slice(0, file.size - 9) : file) as File;
        };
        return { ...handle, getFile } as FileSystemFileHandle;
      },
    };
    const deps = { ...side.deps, inside: async () => broken };
    await expect(backUp(db, { now: NOW + 1_000, why: 'asked' }, deps)).rejects.toThrow(UnreadableBackup);
    expect((await listCopies(side.inside)).map(({ at }) => at)).toEqual([NOW]);
    expect([...side.inside.files.keys()].filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  test('that is stopped leaves nothing', async () => {
    const db = await filled();
    const stopper = new AbortController();
    const tell = (share: number) => share > 0.5 && stopper.abort();
    await expect(backUp(db, { now: NOW, why: 'asked', tell, signal: stopper.signal }, side.deps)).rejects.toThrow(
      BackupStopped,
    );
    expect(side.inside.files.size).toBe(0);
  });

  test('what a browser that died left unfinished goes, other files stay', async () => {
    const db = await filled();
    side.inside.files.set('roundup-backup-20310301-080205000-schedule.json.part', new Blob(['x']));
    side.inside.files.set('holiday.jpg', new Blob(['x']));
    await make(db);
    expect([...side.inside.files.keys()].sort()).toEqual([
      'holiday.jpg',
      'roundup-backup-20310304-080205000-schedule.json',
    ]);
  });

  test('the oldest go when there are enough', async () => {
    const db = await filled();
    for (let day = 0; day < 6; day += 1) await make(db, NOW + day * DAY);
    expect(await listCopies(side.inside)).toHaveLength(4);
  });
});

test('names of files are read as they are written', () => {
  expect(copyOf(copyName({ createdAt: NOW, why: 'import' }))).toEqual({ at: NOW, why: 'import' });
  for (const name of ['roundup-backup-1.json', 'roundup-backup-20310304-080205000-evil.json', '../x', '']) {
    expect(copyOf(name)).toBeNull();
  }
});

describe('outside', () => {
  test('it goes into the downloads folder once that is allowed, and the oldest go', async () => {
    const db = await filled();
    await side.deps.keeper.write('plan', { to: 'downloads', every: 'day' });
    expect((await make(db))?.trouble).toBe(ASKS);
    expect(await side.deps.keeper.read('outside')).toEqual({ at: null, trouble: ASKS });
    await side.askForDownloads();
    for (let day = 0; day < 40; day += 1) await make(db, NOW + day * DAY);
    expect(await side.deps.keeper.read('outside')).toEqual({ at: NOW + 39 * DAY, trouble: null });
    expect(side.downloaded.length).toBeLessThanOrEqual(11);
    expect(side.downloaded.at(-1)?.name).toBe('Roundup/roundup-backup-20310412-080205000-schedule.json');
    await inspectBackup(side.downloaded.at(-1)?.file ?? new Blob());
  });

  test('what fails there is told, and the one inside is made', async () => {
    const db = await filled();
    await side.deps.keeper.write('plan', { to: 'downloads', every: 'day' });
    const failing = {
      mayUse: async () => true,
      save: () => Promise.reject(new Error('disk gone')),
      remove: async () => {},
    };
    const done = await backUp(db, { now: NOW, why: 'asked' }, { ...side.deps, downloads: failing });
    expect(done?.trouble).toBe('disk gone');
    expect(await listCopies(side.inside)).toHaveLength(1);
  });
});

describe('a backup is due', () => {
  const daily = { to: 'inside', every: 'day' } as const;
  test.each([
    ['when there is none', null, null, 'schedule'],
    ['not after an hour', NOW - DAY / 24, null, null],
    ['the next morning, a little earlier', NOW - 0.9 * DAY, null, 'schedule'],
    ['when the clock went back', NOW + 40 * DAY, null, 'schedule'],
    ['after an issue went out', NOW - DAY / 24, NOW - DAY / 48, 'publish'],
    ['not again for an issue that is in it', NOW - DAY / 48, NOW - DAY / 24, null],
    ['not for an issue that goes out one day', NOW - DAY / 24, NOW + DAY, null],
  ] as const)('%s', (_, last, publishedAt, why) => {
    expect(dueFor(daily, last, publishedAt, NOW)).toBe(why);
  });

  test('every week where the editor wants it so', () => {
    expect(dueFor({ to: 'inside', every: 'week' }, NOW - 3 * DAY, null, NOW)).toBeNull();
    expect(dueFor({ to: 'inside', every: 'week' }, NOW - 7 * DAY, null, NOW)).toBe('schedule');
  });

  test('and is made then, once', async () => {
    const db = await filled();
    expect((await backUpIfDue(db, NOW, side.deps))?.copy.why).toBe('schedule');
    expect(await backUpIfDue(db, NOW + 1_000, side.deps)).toBeUndefined();
    expect(await backUpIfDue(db, NOW + DAY, side.deps)).toBeDefined();
  });
});

describe.each([
  ['a year', NOW + 365 * DAY],
  ['some hours', NOW + DAY / 4],
])('where a copy was made by a clock that was ahead by %s', (_, ahead) => {
  test('a backup is due once, and is the one that is offered from then on, also when that time has come', async () => {
    const db = await filled();
    await make(db, ahead);
    const made = await backUpIfDue(db, NOW, side.deps);
    expect(made?.copy.at).toBe(NOW);
    expect(await backUpIfDue(db, NOW + 1_000, side.deps)).toBeUndefined();
    const offered = async () => (await newestCopy(side.deps.keeper, async () => side.inside))?.copy.at;
    expect(await offered()).toBe(NOW);
    // By its name it is younger than what was made after it.
    expect((await listCopies(side.inside)).map(({ at }) => at)).toEqual([ahead, NOW]);
    const next = ahead + DAY;
    await make(db, next);
    expect(await offered()).toBe(next);
    expect([...side.inside.files.keys()].every((name) => copyOf(name) !== null)).toBe(true);
  });

  test('the one made last stays outside, too', async () => {
    const db = await filled();
    await side.deps.keeper.write('plan', { to: 'downloads', every: 'day' });
    await side.askForDownloads();
    await make(db, ahead);
    await make(db, NOW);
    expect(side.downloaded.at(-1)?.name).toContain(copyName({ createdAt: NOW, why: 'schedule' }));
  });
});

describe('an upgrade', () => {
  test('is backed up first, as the older program left it', async () => {
    const inside = folder();
    let kept: Promise<void> | undefined;
    const keep = vi.spyOn(Database, 'keepBefore').mockImplementation((snapshot) => {
      kept = keepBeforeUpgrade(snapshot, async () => inside);
      return kept;
    });
    const db = database();
    await restore(db.name, dumpV1);
    await db.open();
    await kept;
    keep.mockRestore();
    expect([...inside.files.keys()]).toEqual([expect.stringMatching(/^roundup-backup-\d{8}-\d{9}-upgrade\.json$/)]);
    const [file = new Blob()] = inside.files.values();
    expect(await inspectBackup(file)).toMatchObject({
      header: { schema: 1, why: 'upgrade' },
      records: { entries: 12, damaged: 0 },
    });
    expect(db.verno).toBe(2);
    for (const one of await db.entries.toArray()) expect(stored(one)).toEqual(one);
  });

  test('that cannot be backed up is still all or nothing', async () => {
    const db = database();
    await restore(db.name, dumpV1);
    expect(await db.entries.count()).toBe(12);
  });
});

describe('a database that a newer program wrote', () => {
  /** As version 3 would leave it: one table more, one index less. */
  async function newer(): Promise<Database> {
    const db = await filled();
    db.close();
    const next = indexedDB.open(db.name, 30);
    await new Promise<void>((resolve, reject) => {
      next.onupgradeneeded = () => {
        next.result.createObjectStore('moods', { keyPath: 'id' });
        next.transaction?.objectStore('entries').deleteIndex('origins');
      };
      next.onsuccess = () => resolve();
      next.onerror = () => reject(next.error);
    });
    next.result.close();
    return db;
  }

  test('is refused where it could only be opened by changing it', async () => {
    const db = await newer();
    const again = database('relaxed', db.name);
    await expect(again.open()).rejects.toThrow('A newer Roundup');
    expect((await dumpOf(db.name)).version).toBe(30);
  });

  test('is read, and not written', async () => {
    const db = await filled();
    db.close();
    const next = indexedDB.open(db.name, 30);
    await new Promise<void>((resolve) => {
      next.onsuccess = () => resolve();
    });
    next.result.close();
    const again = database('relaxed', db.name);
    expect(await again.entries.count()).toBe(12);
    expect(again.isNewer).toBe(true);
    await expect(again.entries.put(stored(entry('x')))).rejects.toThrow('A newer Roundup');
    await expect(addNewsletter(again, beginning())).rejects.toThrow('A newer Roundup');
    expect((await make(again))?.copy.counts.entries).toBe(12);
    expect((await dumpOf(db.name)).version).toBe(30);
  });

  test('one of this program is not', async () => {
    const db = await filled();
    expect(db.isNewer).toBe(false);
  });
});
