import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { backUp, backUpIfDue } from '../../src/storage/backup/back-up.ts';
import { EVERYTHING } from '../../src/storage/backup/compare.ts';
import { listCopies, openCopy } from '../../src/storage/backup/copies.ts';
import { newestCopy } from '../../src/storage/backup/newest.ts';
import { restoreBackup } from '../../src/storage/backup/restore.ts';
import { restoreIntoEmpty } from '../../src/storage/backup/restore-into-empty.ts';
import { deleteForGood } from '../../src/storage/bin.ts';
import { applyChanges } from '../../src/storage/changes.ts';
import { Database, type Durability } from '../../src/storage/database.ts';
import { keepRevision, keepTyping, moveEntries, revisionsOf, stored } from '../../src/storage/entries.ts';
import { Journal } from '../../src/storage/journal.ts';
import { addNewsletter, updateIssue } from '../../src/storage/newsletters.ts';
import { notHome } from '../../src/storage/not-home.ts';
import { correctOutlet } from '../../src/storage/outlets.ts';
import { addNextIssue } from '../../src/storage/publishing.ts';
import { saveEntry } from '../../src/storage/save-entry.ts';
import { backupsSide, folder } from '../options/backups-side.ts';
import { beginning, entry } from './database.ts';

const NOW = Date.UTC(2031, 2, 4, 8, 2, 5);

let side: ReturnType<typeof backupsSide>;
let files: ReturnType<typeof folder>;
let journal: Journal;
const open: Database[] = [];
let databases = 0;

/** A connection to a database whose journal lies in memory. */
function database(durability: Durability = 'strict', name = `journal-${databases}`, its = journal): Database {
  const db = new Database(durability, name, its);
  open.push(db);
  return db;
}

/** As localStorage. */
function storage(): Storage {
  const methods = {
    getItem(this: Record<string, string>, key: string) {
      return this[key] ?? null;
    },
    setItem(this: Record<string, string>, key: string, text: string) {
      this[key] = text;
    },
    removeItem(this: Record<string, string>, key: string) {
      delete this[key];
    },
  };
  return Object.create(methods) as Storage;
}

/** A folder that takes what it is given, but never in the life of the page. */
const tooLate = () => new Promise<never>(() => {});

beforeEach(() => {
  databases += 1;
  side = backupsSide();
  files = folder();
  journal = new Journal(async () => files);
});
afterEach(async () => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  const names = new Set(open.map(({ name }) => name));
  for (const db of open.splice(0)) db.close();
  for (const name of names) await Database.delete(name);
});

async function filled(): Promise<Database> {
  const db = database();
  await addNewsletter(db, beginning());
  for (const id of ['e1', 'e2', 'e3']) await saveEntry(db, entry(id, { rank: '', editedAt: 1 }), NOW - 9_000);
  return db;
}

/** The texts in it, by id. */
async function texts(of = journal): Promise<Record<string, string>> {
  await of.flush();
  const entries = (await of.read()).flatMap(({ table, value }) =>
    table === 'entries' && value !== null ? [value] : [],
  );
  return Object.fromEntries((entries as { id: string; commentary: string }[]).map((one) => [one.id, one.commentary]));
}

const tables = async () => (await journal.read()).map(({ table }) => table).sort();

const backedUp = async (db: Database, now = NOW) => {
  await journal.flush();
  await backUp(db, { now, why: 'schedule' }, side.deps);
  const [copy] = await listCopies(side.inside);
  return openCopy(side.inside, copy?.name ?? '');
};

describe('the journal has', () => {
  test('what was saved, and what it stands in', async () => {
    await filled();
    expect(await texts()).toEqual({ e1: 'About e1.', e2: 'About e2.', e3: 'About e3.' });
    expect(await tables()).toEqual(['entries', 'entries', 'entries', 'issues', 'newsletters']);
  });

  test('what is typed, after a pause or when the page is left', async () => {
    const strict = await filled();
    const typing = database('relaxed', strict.name);
    await typing.open();
    await journal.flush();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    await keepTyping(typing, entry('e1', { commentary: 'Half a sen' }));
    await keepTyping(typing, entry('e1', { commentary: 'Half a sentence' }));
    const now = (await journal.read()).map(({ value }) => (value as { commentary?: string }).commentary);
    expect(now).not.toContain('Half a sentence');
    vi.advanceTimersByTime(1_000);
    vi.useRealTimers();
    expect((await texts()).e1).toBe('Half a sentence');
  });

  test('what is moved, thrown away, taken back and written of an issue', async () => {
    const db = await filled();
    await backedUp(db);
    await moveEntries(db, ['e1'], { issueId: 'i1', sectionId: 's2', before: null }, NOW);
    await applyChanges(db, [{ table: 'entries', id: 'e2', fields: { deletedAt: NOW, editedAt: NOW } }]);
    await updateIssue(db, 'i1', { letter: 'Dear all,  hello.' }, NOW);
    expect(Object.keys(await texts())).toEqual(['e1', 'e2']);
    const issue = (await journal.read()).find(({ table }) => table === 'issues');
    expect(issue?.value).toMatchObject({ id: 'i1', letter: 'Dear all,  hello.' });
  });

  test('nothing that was not committed', async () => {
    const db = await filled();
    const failing = db.transaction('rw', db.entries, async () => {
      await db.entries.put(stored(entry('e1', { commentary: 'Never.' })));
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect((await texts()).e1).toBe('About e1.');
  });

  test('of what was deleted for good that it was, and none of its text', async () => {
    const db = await filled();
    await applyChanges(db, [{ table: 'entries', id: 'e2', fields: { deletedAt: NOW } }]);
    await deleteForGood(db, ['e2']);
    expect(Object.keys(await texts())).toEqual(['e1', 'e3']);
    expect(await files.files.get('entries-e2')?.text()).toMatch(/^\{"at":\d+,"record":null\}$/);
    await backedUp(db);
    expect([...files.files.keys()]).toEqual([]);
  });

  test('what was corrected of a site', async () => {
    const db = await filled();
    await correctOutlet(db, 'a.example', { name: 'The A' }, NOW);
    await journal.flush();
    expect((await journal.read()).find(({ table }) => table === 'outlets')).toMatchObject({
      id: 'a.example',
      value: { host: 'a.example', name: 'The A' },
    });
  });

  test('nothing of thousands that were written and deleted again, and still what was there beside them', async () => {
    const db = await filled();
    const ids = Array.from({ length: 2_000 }, (_, at) => `many${at}`);
    await db.entries.bulkPut(ids.map((id) => stored(entry(id))));
    await db.entries.update('e3', { commentary: 'Changed.' });
    await db.entries.bulkDelete([...ids, 'e1']);
    expect(await texts()).toEqual({ e2: 'About e2.', e3: 'Changed.' });
  });

  test('nothing that was deleted for good with many others while it was on its way', async () => {
    const bridge = storage();
    const db = await filled();
    const popup = database('strict', db.name, new Journal(tooLate, bridge));
    await saveEntry(popup, entry('e9', { rank: '', commentary: 'Gone.' }), NOW);
    expect(Object.keys(bridge)).toContain('journal/entries-e9');
    const desk = database('strict', db.name, new Journal(async () => files, bridge));
    await desk.entries.bulkDelete(['e9', ...Array.from({ length: 20 }, (_, at) => `x${at}`)]);
    await desk.journal.flush();
    await desk.journal.bringOver();
    expect(Object.keys(await texts())).not.toContain('e9');
  });

  test('the later of two commits, whichever page writes it down first', async () => {
    const db = await filled();
    await journal.flush();
    const other = new Journal(async () => files);
    const typing = database('relaxed', db.name, other);
    await keepTyping(typing, entry('e1', { commentary: 'Half a sen', editedAt: NOW + 1 }));
    await vi.waitFor(async () => expect((await db.entries.get('e1'))?.commentary).toBe('Half a sen'));
    vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 1);
    await saveEntry(db, entry('e1', { commentary: 'A sentence.', editedAt: NOW + 1 }), NOW + 2);
    await journal.flush();
    await other.flush();
    expect((await texts()).e1).toBe('A sentence.');
  });

  test('what comes after the clock was set back', async () => {
    const db = await filled();
    await texts();
    const now = Date.now();
    vi.spyOn(Date, 'now').mockReturnValue(now - 86_400_000);
    await saveEntry(db, entry('e1', { commentary: 'Yesterday, it seems.' }), NOW);
    expect((await texts()).e1).toBe('Yesterday, it seems.');
  });
});

describe('what is on its way', () => {
  test('when its page is closed is brought over by the next, and forgotten', async () => {
    const bridge = storage();
    const closing = new Journal(tooLate, bridge);
    const db = database('strict', undefined, closing);
    await addNewsletter(db, beginning());
    await saveEntry(db, entry('e1', { rank: '' }), NOW);
    const typing = database('relaxed', db.name, closing);
    await keepTyping(typing, entry('e2', { commentary: 'Half a sen' }));
    await keepTyping(typing, entry('e2', { commentary: 'Half a sentence' }));
    // Not for each key.
    expect(Object.keys(bridge)).not.toContain('journal/entries-e2');
    void closing.flush();
    const next = new Journal(async () => files, bridge);
    expect(await texts(next)).toEqual({ e1: 'About e1.', e2: 'Half a sentence' });
    expect(Object.keys(bridge)).toEqual([]);
    expect(files.files.size).toBe(4);
  });

  test('when its page is closed is brought over by the next popup, too', async () => {
    const bridge = storage();
    const db = database('strict', undefined, new Journal(tooLate, bridge));
    await addNewsletter(db, beginning());
    await saveEntry(db, entry('e1', { rank: '' }), NOW);
    const next = new Journal(async () => files, bridge);
    await saveEntry(database('strict', db.name, next), entry('e2', { rank: '' }), NOW);
    await next.flush();
    expect(Object.keys(bridge)).toEqual([]);
    expect([...files.files.keys()].sort()).toEqual(['entries-e1', 'entries-e2', 'issues-i1', 'newsletters-n1']);
  });

  test('is forgotten once it is written down, and what a page laid aside meanwhile is not', async () => {
    const bridge = storage();
    const own = new Journal(async () => files, bridge);
    const db = database('strict', undefined, own);
    await addNewsletter(db, beginning());
    await own.flush();
    expect(Object.keys(bridge)).toEqual([]);
    const slow = new Journal(async () => {
      const record = entry('e1', { commentary: 'Meanwhile.' });
      bridge.setItem('journal/entries-e1', JSON.stringify({ at: Date.now(), record }));
      return files;
    }, bridge);
    await saveEntry(database('strict', db.name, slow), entry('e1', { rank: '' }), NOW);
    await slow.flush();
    expect((await texts(own)).e1).toBe('Meanwhile.');
  });

  test('never takes the place of what was committed later', async () => {
    const bridge = storage();
    bridge.setItem('journal/entries-e1', JSON.stringify({ at: 1, record: entry('e1', { commentary: 'Older.' }) }));
    bridge.setItem('journal/entries-e2', '{"at":');
    await filled();
    await journal.flush();
    expect((await texts(new Journal(async () => files, bridge))).e1).toBe('About e1.');
    expect(Object.keys(bridge)).toEqual([]);
  });

  test('is nothing where it could never be brought over, where there is no room, or where it is much', async () => {
    const bridge = storage();
    const refused = new Journal(async () => Promise.reject(new DOMException('no', 'SecurityError')), bridge);
    const db = database('strict', undefined, refused);
    await addNewsletter(db, beginning());
    await refused.flush();
    await saveEntry(db, entry('e1', { rank: '' }), NOW);
    expect(Object.keys(bridge)).toEqual([]);
    const full = storage();
    full.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    const same = database('strict', db.name, new Journal(async () => files, full));
    await saveEntry(same, entry('e2', { rank: '' }), NOW);
    expect(await same.entries.count()).toBe(2);
    const much = database('strict', db.name, new Journal(tooLate, bridge));
    await much.entries.bulkPut(Array.from({ length: 30 }, (_, at) => stored(entry(`many${at}`))));
    await much.entries.put(stored(entry('long', { commentary: 'x'.repeat(300_000) })));
    expect(Object.keys(bridge)).toEqual([]);
  });
});

describe('a browser that refuses it', () => {
  test.each([
    ['has no such folder', async () => Promise.reject(new DOMException('no', 'SecurityError'))],
    [
      'has no room',
      async () => ({
        ...folder(),
        getFileHandle: async () => Promise.reject(new DOMException('full', 'QuotaExceededError')),
      }),
    ],
  ] as const)('because it %s breaks no write', async (_, refused) => {
    const refusing = new Journal(refused as ConstructorParameters<typeof Journal>[0]);
    const db = database('strict', `refused-${databases}`, refusing);
    await addNewsletter(db, beginning());
    await saveEntry(db, entry('e1', { rank: '' }), NOW);
    expect(await texts(refusing)).toEqual({});
    expect(await refusing.isDue()).toBe(false);
    expect((await backUp(db, { now: NOW, why: 'asked' }, side.deps))?.copy.counts.entries).toBe(1);
  });

  test('keeps one record out and not the others', async () => {
    const db = await filled();
    await db.entries.put(stored(entry('x'.repeat(300))));
    const real = files.getFileHandle;
    files.getFileHandle = async (name, how) => {
      if (name.length > 255) throw new TypeError('name');
      return real(name, how);
    };
    expect(Object.keys(await texts())).toEqual(['e1', 'e2', 'e3']);
  });
});

describe('a backup that counts', () => {
  test('drops what it holds, and nothing else', async () => {
    const db = await filled();
    await backedUp(db);
    expect(files.files.size).toBe(0);
    await saveEntry(db, entry('e4', { rank: '', commentary: 'Since.' }), NOW);
    expect(await texts()).toEqual({ e4: 'Since.' });
  });

  test('leaves what was written while it was made', async () => {
    const db = await filled();
    await journal.flush();
    // What there is has been read; it is not put down yet.
    const inside = async () => {
      await saveEntry(db, entry('e1', { commentary: 'Meanwhile.', editedAt: NOW }), NOW);
      await journal.flush();
      return side.inside;
    };
    await backUp(db, { now: NOW, why: 'schedule' }, { ...side.deps, inside });
    expect(await texts()).toEqual({ e1: 'Meanwhile.' });
  });

  test('that fails drops nothing', async () => {
    const db = await filled();
    await journal.flush();
    const stopper = new AbortController();
    stopper.abort();
    await expect(backUp(db, { now: NOW, why: 'asked', signal: stopper.signal }, side.deps)).rejects.toThrow();
    expect(Object.keys(await texts())).toEqual(['e1', 'e2', 'e3']);
  });

  test('leaves what was never brought home', async () => {
    await filled();
    await journal.flush();
    const anew = database('strict', `anew-${databases}`);
    const { newsletter, issue } = beginning();
    await addNewsletter(anew, {
      newsletter: { ...newsletter, id: 'n2' },
      issue: { ...issue, id: 'i2', newsletterId: 'n2' },
    });
    await backedUp(anew);
    expect(Object.keys(await texts())).toEqual(['e1', 'e2', 'e3']);
  });

  test('drops what it holds though there is one of tomorrow, by a wrong clock: it is the one that is offered', async () => {
    const db = await filled();
    await backedUp(db, NOW + 86_400_000);
    await saveEntry(db, entry('e4', { rank: '', commentary: 'Since.' }), NOW);
    await backedUp(db, NOW);
    expect(await texts()).toEqual({});
    const newest = await newestCopy(side.deps.keeper, async () => side.inside);
    expect(await (await newest?.open())?.text()).toContain('Since.');
  });

  test('is made at once when a page finds more that nobody has written down than the journal takes', async () => {
    const db = await filled();
    await backedUp(db, Date.now() - 1_000);
    const mute = database('strict', db.name, new Journal(tooLate));
    const many = Array.from({ length: 300 }, (_, at) => stored(entry(`many-${at}`, { editedAt: Date.now() })));
    await mute.entries.bulkPut(many);
    const backed = await backUpIfDue(db, Date.now(), side.deps);
    expect(backed?.copy.counts.entries).toBe(303);
    expect(await texts()).toEqual({});
  });

  test('is due when more was written at once than the journal takes', async () => {
    const db = await filled();
    await backedUp(db);
    expect(await backUpIfDue(db, NOW + 1_000, side.deps)).toBeUndefined();
    await db.entries.bulkPut(Array.from({ length: 300 }, (_, at) => stored(entry(`many${at}`))));
    expect(await texts()).toEqual({});
    expect(await backUpIfDue(db, NOW + 2_000, side.deps)).toBeDefined();
    expect(files.files.size).toBe(0);
    expect(await backUpIfDue(db, NOW + 3_000, side.deps)).toBeUndefined();
  });
});

test('what is written down already is not written again by each page that opens', async () => {
  const db = await filled();
  await backedUp(db, Date.now() - 60_000);
  await saveEntry(db, entry('e4', { rank: '', editedAt: Date.now() }), Date.now());
  await journal.flush();
  const before = new Map(files.files);
  expect([...before.keys()]).toEqual(['entries-e4']);
  const next = database('strict', db.name, new Journal(async () => files));
  expect(await backUpIfDue(next, Date.now(), side.deps)).toBeUndefined();
  expect(files.files.get('entries-e4')).toBe(before.get('entries-e4'));
});

test('what somebody wrote who has no journal is written down by the next page', async () => {
  const db = await filled();
  await backedUp(db);
  const silent = database('strict', db.name, new Journal(async () => Promise.reject(new Error('none'))));
  await saveEntry(silent, entry('e4', { rank: '', commentary: 'By the background.', editedAt: NOW + 1 }), NOW + 1);
  expect(await texts()).toEqual({});
  expect(await backUpIfDue(db, NOW + 1_000, side.deps)).toBeUndefined();
  expect(await texts()).toEqual({ e4: 'By the background.' });
});

describe('a restore into a database that is full', () => {
  test('is written down as all else is, and leaves what was never brought home', async () => {
    const db = await filled();
    const file = await backedUp(db);
    await saveEntry(db, entry('e2', { commentary: 'Since.', editedAt: NOW }), NOW);
    await journal.flush();
    files.files.set('entries-lost', new Blob([JSON.stringify({ at: 1, record: entry('lost') })]));
    await backedUp(db, NOW + 1_000);
    expect(await texts()).toEqual({ lost: 'About lost.' });
    const exact = { ...EVERYTHING, way: 'exact' as const };
    await restoreBackup(db, file, exact, { overwritten: 1, removed: 0 }, { now: NOW });
    expect(await texts()).toEqual({ e2: 'About e2.', lost: 'About lost.' });
  });

  test('that is stopped leaves the journal as it was', async () => {
    const db = await filled();
    const file = await backedUp(db);
    await saveEntry(db, entry('e2', { commentary: 'Since.', editedAt: NOW }), NOW);
    const stopper = new AbortController();
    const following = { now: NOW, signal: stopper.signal, tell: (share: number) => share > 0.9 && stopper.abort() };
    const exact = { ...EVERYTHING, way: 'exact' as const };
    await expect(restoreBackup(db, file, exact, { overwritten: 1, removed: 0 }, following)).rejects.toThrow();
    expect(await texts()).toEqual({ e2: 'Since.' });
  });
});

describe('a database that was lost', () => {
  const lost = () => database('strict', `lost-${databases}`);

  test('comes back with what was written since the backup, byte for byte', async () => {
    const db = await filled();
    const file = await backedUp(db);
    const text = '“Two  spaces.”\r\n\r\n * a list \u200b🦀\n';
    await saveEntry(db, entry('e4', { rank: '', commentary: text, editedAt: NOW }), NOW);
    const e1 = await db.entries.get('e1');
    if (e1 === undefined) throw new Error('no entry');
    await keepTyping(db, { ...entry('e1', e1), commentary: `${text}${text}`, editedAt: e1.editedAt + 1 });
    await applyChanges(db, [{ table: 'entries', id: 'e2', fields: { deletedAt: NOW, editedAt: NOW } }]);
    await updateIssue(db, 'i1', { letter: text }, NOW);
    const [before, issues] = [await db.entries.toArray(), await db.issues.toArray()];
    await journal.flush();
    const anew = lost();
    await restoreIntoEmpty(anew, file, { now: NOW, since: await journal.read() });
    expect(await anew.entries.toArray()).toEqual(before);
    expect(await anew.issues.toArray()).toEqual(issues);
  });

  test('comes back as it was after going back to exactly what was, though that is older than the backup made before', async () => {
    const db = await filled();
    const morning = await backedUp(db, Date.now() - 2_000);
    await saveEntry(db, entry('e1', { commentary: 'Regretted.', editedAt: NOW }), NOW);
    const noon = await backedUp(db, Date.now() - 1_000);
    const exact = { ...EVERYTHING, way: 'exact' as const };
    await restoreBackup(db, morning, exact, { overwritten: 1, removed: 0 }, { now: NOW });
    expect(await texts()).toEqual({ e1: 'About e1.' });
    const before = await db.entries.toArray();
    const anew = lost();
    await restoreIntoEmpty(anew, noon, { now: NOW, since: await journal.read() });
    expect(await anew.entries.toArray()).toEqual(before);
    // The text that gave way is a version, as it was before the loss.
    expect((await revisionsOf(anew, 'e1').toArray()).map((one) => one.entry.commentary)).toContain('Regretted.');
  });

  test('comes back with the versions of before, which are the editor’s writing, too', async () => {
    const db = await filled();
    const file = await backedUp(db);
    await keepRevision(db, entry('e1', { commentary: 'What it was.' }), 'r/1', NOW);
    await journal.flush();
    const anew = lost();
    await restoreIntoEmpty(anew, file, { now: NOW, since: await journal.read() });
    expect(await anew.revisions.toArray()).toEqual(await db.revisions.toArray());
    expect(await anew.revisions.count()).toBe(1);
  });

  test('comes back with what was deleted for good since the backup in the bin: nowhere would it go out again', async () => {
    const db = await filled();
    const file = await backedUp(db, Date.now() - 1_000);
    await deleteForGood(db, ['e1']);
    await applyChanges(db, [{ table: 'entries', id: 'e2', fields: { deletedAt: NOW } }]);
    await deleteForGood(db, ['e2', 'nowhere']);
    await addNextIssue(db, 'n1', { id: 'i2', now: NOW });
    await applyChanges(db, [{ table: 'issues', id: 'i2', fields: null }]);
    await journal.flush();
    const anew = lost();
    await restoreIntoEmpty(anew, file, { now: NOW, since: await notHome(anew) });
    expect((await anew.entries.toArray()).map(({ id, place, commentary }) => [id, place, commentary])).toEqual([
      ['e1', 'backlog', 'About e1.'],
      ['e2', 'bin', 'About e2.'],
      ['e3', 'backlog', 'About e3.'],
    ]);
    expect((await anew.issues.toArray()).map(({ id, deletedAt }) => [id, deletedAt])).toEqual([['i1', null]]);
  });

  test('comes back without an issue that was there at the backup and unmade since', async () => {
    const db = await filled();
    await addNextIssue(db, 'n1', { id: 'i2', now: NOW });
    const file = await backedUp(db, Date.now() - 1_000);
    await applyChanges(db, [{ table: 'issues', id: 'i2', fields: null }]);
    await journal.flush();
    const anew = lost();
    await restoreIntoEmpty(anew, file, { now: NOW, since: await notHome(anew) });
    const kept = (await anew.issues.toArray()).map(({ id, deletedAt }) => [id, deletedAt === null]);
    expect(kept).toEqual([
      ['i1', true],
      ['i2', false],
    ]);
  });

  test('comes back with what was put there again after it was deleted for good', async () => {
    const db = await filled();
    const file = await backedUp(db, Date.now() - 1_000);
    await db.entries.delete('e1');
    await journal.flush();
    await saveEntry(db, entry('e1', { rank: '', commentary: 'Again.', editedAt: NOW }), NOW);
    await journal.flush();
    const anew = lost();
    await restoreIntoEmpty(anew, file, { now: NOW, since: await notHome(anew) });
    expect(await anew.entries.get('e1')).toMatchObject({ commentary: 'Again.', deletedAt: null });
  });

  test('comes back with the sites that were corrected since the backup', async () => {
    const db = await filled();
    await correctOutlet(db, 'a.example', { name: 'A' }, NOW);
    const file = await backedUp(db, Date.now() - 1_000);
    await correctOutlet(db, 'a.example', { name: 'The A' }, NOW);
    await journal.flush();
    const anew = lost();
    await restoreIntoEmpty(anew, file, { now: NOW, since: await notHome(anew) });
    expect(await anew.outlets.toArray()).toMatchObject([{ host: 'a.example', name: 'The A' }]);
  });

  test('comes back without any backup', async () => {
    const db = await filled();
    const [before, newsletters] = [await db.entries.toArray(), await db.newsletters.toArray()];
    await journal.flush();
    const anew = lost();
    expect((await restoreIntoEmpty(anew, null, { now: NOW, since: await journal.read() })).added).toBe(5);
    expect(await anew.entries.toArray()).toEqual(before);
    expect(await anew.newsletters.toArray()).toEqual(newsletters);
  });

  test('has an entry whose issue is nowhere in the backlog, and leaves out alone what is no record', async () => {
    await filled();
    await journal.flush();
    files.files.set('entries-e5', new Blob([JSON.stringify({ at: 1, record: entry('e5', { issueId: 'nowhere' }) })]));
    files.files.set('entries-e6', new Blob(['{"at":1,"record":{"id":"e6","__proto__":{"x":1}}}']));
    files.files.set('entries-e7', new Blob(['{"at":1,"rec']));
    files.files.set('entries-e8', new Blob([]));
    files.files.set(
      'entries-e9',
      new Blob([JSON.stringify({ at: 1, record: entry('e9', { newsletterId: 'nowhere' }) })]),
    );
    const anew = lost();
    await restoreIntoEmpty(anew, null, { now: NOW, since: await journal.read() });
    expect((await anew.entries.toArray()).map(({ id, place }) => [id, place])).toEqual([
      ['e1', 'backlog'],
      ['e2', 'backlog'],
      ['e3', 'backlog'],
      ['e5', 'backlog'],
    ]);
  });

  test('brings nothing home by half: what ends it leaves the journal as it was', async () => {
    const db = await filled();
    const file = await backedUp(db);
    await saveEntry(db, entry('e1', { commentary: 'Since.', editedAt: NOW }), NOW);
    await journal.flush();
    const anew = lost();
    const stopper = new AbortController();
    const following = { now: NOW, since: await journal.read(), signal: stopper.signal };
    const tell = (share: number) => share > 0.9 && stopper.abort();
    await expect(restoreIntoEmpty(anew, file, { ...following, tell })).rejects.toThrow();
    expect(await anew.entries.count()).toBe(0);
    expect(await texts()).toEqual({ e1: 'Since.' });
  });
});
