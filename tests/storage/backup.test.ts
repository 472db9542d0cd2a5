import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Entry } from '../../src/domain/entry.ts';
import { Newsletter } from '../../src/domain/newsletter.ts';
import { EVERYTHING, type RestoreChoice } from '../../src/storage/backup/compare.ts';
import { OF_THIS_MACHINE } from '../../src/storage/backup/format.ts';
import { planRestore } from '../../src/storage/backup/plan.ts';
import { inspectBackup } from '../../src/storage/backup/read.ts';
import { RestoreIsStale, restoreBackup } from '../../src/storage/backup/restore.ts';
import { BackupStopped, UnreadableBackup } from '../../src/storage/backup/unreadable.ts';
import { writeBackup } from '../../src/storage/backup/write.ts';
import type { Database } from '../../src/storage/database.ts';
import { stored } from '../../src/storage/entries.ts';
import { addNewsletter } from '../../src/storage/newsletters.ts';
import { type Dump, dumpOf } from '../fixtures/dump.ts';
import { fill } from '../fixtures/filled.ts';
import { HOSTILE_RECORDS, inLine, resealed } from '../fixtures/hostile-backups.ts';
import { beginning, database, entry } from './database.ts';

const FIXTURES = new URL('../fixtures/', import.meta.url);
const NOW = 1_940_000_000_000;

async function filled(): Promise<Database> {
  const db = database();
  await fill(db);
  return db;
}

const backupOf = async (db: Database) => (await writeBackup(db, { now: NOW, why: 'asked' })).file;

/** Every record of every table. */
/** But for what is only about this machine. */
async function recordsIn(db: Database): Promise<Dump['stores']> {
  await db.open();
  const { settings, ...stores } = (await dumpOf(db.name)).stores;
  const records = settings?.records.filter((one) => !OF_THIS_MACHINE.includes((one as { name: string }).name));
  return { ...stores, ...(settings && { settings: { ...settings, records: records ?? [] } }) };
}

async function restore(db: Database, file: Blob, choice: Partial<RestoreChoice> = {}) {
  await inspectBackup(file);
  const chosen = { ...EVERYTHING, ...choice };
  const plan = await planRestore(db, file, chosen);
  return { plan, done: await restoreBackup(db, file, chosen, plan, { now: NOW + 5 }) };
}

describe('a backup', () => {
  test('is one JSON document that any program reads', async () => {
    const db = await filled();
    const whole = JSON.parse(await (await backupOf(db)).text());
    expect(Object.keys(whole)).toEqual([
      ...['format', 'version', 'schema', 'createdAt', 'why', 'damaged'],
      ...['newsletters', 'issues', 'entries', 'revisions', 'outlets', 'settings', 'end'],
    ]);
    expect(whole.end.records).toMatchObject({ newsletters: 2, issues: 3, entries: 12, revisions: 2, damaged: 0 });
  });

  test('restored into an empty database has every record equal', async () => {
    const db = await filled();
    const other = database();
    const { plan, done } = await restore(other, await backupOf(db));
    expect(await recordsIn(other)).toEqual(await recordsIn(db));
    expect(plan).toMatchObject({ overwritten: 0, removed: 0 });
    expect(done).toEqual({ added: 23, changed: 0, removed: 0 });
  });

  test('restored over itself changes nothing', async () => {
    const db = await filled();
    const before = await recordsIn(db);
    const file = await backupOf(db);
    for (const way of ['merge', 'exact'] as const) {
      const { plan } = await restore(db, file, { way });
      expect(plan.rows).toEqual([]);
    }
    expect(await recordsIn(db)).toEqual(before);
  });

  test('holds any text to the letter', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), fc.string(), async (commentary, title) => {
        const [db, other] = [database(), database()];
        await addNewsletter(db, beginning());
        const one = entry('e1', { commentary: `${commentary}\ud800` });
        const [link] = one.links;
        await db.entries.put(stored({ ...one, links: link === undefined ? [] : [{ ...link, title }] }));
        await restore(other, await backupOf(db));
        expect(await recordsIn(other)).toEqual(await recordsIn(db));
      }),
      { numRuns: 10 },
    );
  });

  test('sets aside what is damaged, and the rest can be restored', async () => {
    const db = await filled();
    await db.entries.put({ id: 'broken', links: 7 } as never);
    await db.entries.put(stored(entry('orphan', { newsletterId: 'gone' })));
    const file = await backupOf(db);
    const { damaged, end } = JSON.parse(await file.text());
    expect(damaged.map(({ record }: { record: { id: string } }) => record.id)).toEqual(['broken', 'orphan']);
    expect(end.records).toMatchObject({ entries: 12, damaged: 2 });
    const other = database();
    await restore(other, file);
    expect(await other.entries.count()).toBe(12);
  });

  test.each([
    ['style', 'broken'],
    ['sections', [7]],
    ['name', null],
    ['deletedAt', 'yesterday'],
  ])(
    'has something in the place of a newsletter whose %s is damaged: all its entries can be restored',
    async (field, value) => {
      const db = await filled();
      const before = await recordsIn(db);
      await db.newsletters.toCollection().modify({ [field]: value as never });
      const [damaged] = await db.newsletters.toArray();
      const file = await backupOf(db);
      const other = database();
      await restore(other, file);
      const after = await recordsIn(other);
      const { newsletters: _, ...rest } = after;
      expect(rest).toEqual({ ...before, newsletters: undefined });
      const [found] = await other.newsletters.toArray();
      expect(Newsletter.safeParse(found).success).toBe(true);
      const own = new Set([field, 'changedAt', 'sections']);
      const sound = Object.entries(damaged ?? {}).filter(([name]) => !own.has(name));
      expect(found).toMatchObject(Object.fromEntries(sound));
      // Over the damaged one it heals; over a sound one it does nothing.
      expect((await restore(db, file)).done.changed).toBe(2);
      expect((await restore(await filled(), file)).done.changed).toBe(0);
    },
  );

  test('sets aside what it would refuse itself, and the rest can be restored', async () => {
    const db = await filled();
    const issue = await db.issues.get('issue-9');
    if (issue === undefined) throw new Error('no issue');
    await db.issues.put({ ...issue, id: 'a/b' });
    await db.issues.put({ ...issue, frame: { ...issue.frame, toString: 'x' as never } });
    await db.entries.put(stored(entry('in-an-issue', { newsletterId: 'harbour', sectionId: 'issue-12' })));
    const file = await backupOf(db);
    const { damaged } = JSON.parse(await file.text());
    expect(
      damaged.map(({ reason, record }: { reason: string; record: { id: string } }) => [record.id, reason]),
    ).toEqual([
      ['a/b', 'no id of Roundup'],
      ['issue-9', 'the key toString'],
      ['in-an-issue', 'section issue-12'],
    ]);
    const other = database();
    await restore(other, file);
    expect([await other.issues.count(), await other.entries.count()]).toEqual([2, 12]);
  });

  test('brings back an entry of a section of another newsletter, and one whose issue is gone in the backlog', async () => {
    const db = await filled();
    const before = await db.entries.count();
    await db.entries.put(stored(entry('of-others', { newsletterId: 'old', sectionId: 's-odds', commentary: 'One.' })));
    const undone = { newsletterId: 'harbour', issueId: 'undone', deletedAt: 7, commentary: 'Two.' };
    await db.entries.put(stored(entry('undone', undone)));
    const file = await backupOf(db);
    expect(JSON.parse(await file.text()).damaged).toEqual([]);
    const other = database();
    await restore(other, file);
    expect(await other.entries.count()).toBe(before + 2);
    expect(await other.entries.get('of-others')).toEqual(await db.entries.get('of-others'));
    expect(await other.entries.get('undone')).toMatchObject({ issueId: null, deletedAt: 7, commentary: 'Two.' });
  });

  test('brings back what was saved in a section whose making was undone', async () => {
    const db = await filled();
    await db.entries.put(stored(entry('homeless', { newsletterId: 'harbour', sectionId: 's-undone' })));
    const other = database();
    await restore(other, await backupOf(db));
    expect(await recordsIn(other)).toEqual(await recordsIn(db));
  });

  test('tells how far it is, and can be stopped', async () => {
    const db = await filled();
    const shares: number[] = [];
    await writeBackup(db, { now: NOW, why: 'asked', tell: (share) => shares.push(share) });
    expect(shares.at(-1)).toBe(1);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    const signal = AbortSignal.abort();
    await expect(writeBackup(db, { now: NOW, why: 'asked', signal })).rejects.toThrow(BackupStopped);
  });
});

describe('every version of the format that was released', () => {
  const names = readdirSync(FIXTURES).filter((name) => /^backup-v\d+\.json$/.test(name));

  test.each(names)('%s can be restored', async (name) => {
    const db = database();
    const file = readFileSync(new URL(name, FIXTURES), 'utf8');
    await restore(db, new Blob([file]));
    const lines: Record<string, object[]> = JSON.parse(file);
    const like = await filled();
    for (const table of ['newsletters', 'issues', 'entries', 'revisions', 'outlets', 'settings'] as const) {
      // The restore notes that there was one.
      if (table === 'settings') await db.settings.delete('lastRestore');
      const records: object[] = await db.table(table).toArray();
      expect(await db.table(table).toCollection().primaryKeys()).toEqual(
        await like.table(table).toCollection().primaryKeys(),
      );
      // Fields that came later have what they start from; those of the file are all there, and equal.
      const whole = lines[table]?.map((line) => (table === 'entries' ? stored(line as Entry) : line)) ?? [];
      expect(records).toMatchObject(whole);
    }
  });

  test('there is one of each', async () => {
    const { BACKUP_VERSION } = await import('../../src/storage/backup/format.ts');
    expect(names).toEqual(Array.from({ length: BACKUP_VERSION }, (_, at) => `backup-v${at + 1}.json`));
  });
});

describe('merging', () => {
  test('lets the newer win, and the text that gives way stays as a revision', async () => {
    const db = await filled();
    const file = await backupOf(db);
    const was = await db.entries.get('e-note');
    if (was === undefined) throw new Error('no entry');
    await db.entries.put({ ...was, commentary: 'Older here.', editedAt: was.editedAt - 1 });
    const inline = await db.entries.get('e-inline');
    if (inline === undefined) throw new Error('no entry');
    await db.entries.put({ ...inline, commentary: 'Newer here.', editedAt: inline.editedAt + 1 });
    await db.entries.delete('e-listing');
    const { plan } = await restore(db, file);
    expect(plan.counts.entries).toEqual({ add: 1, change: 1, keep: 1, same: 9, remove: 0 });
    expect(plan.rows.map(({ key, fate }) => [key, fate])).toEqual([
      ['entries/e-inline', 'keep'],
      ['entries/e-listing', 'add'],
      ['entries/e-note', 'change'],
    ]);
    expect((await db.entries.get('e-note'))?.commentary).toBe('Only words, keine Adresse.');
    expect((await db.entries.get('e-inline'))?.commentary).toBe('Newer here.');
    const texts = (await db.revisions.toArray()).map(({ entry: { id, commentary } }) => [id, commentary]);
    expect(texts).toContainEqual(['e-note', 'Older here.']);
    expect(texts).toContainEqual(['e-inline', inline.commentary]);
  });

  test('deletes nothing, and throws nothing into the bin', async () => {
    const db = await filled();
    const file = await backupOf(db);
    await db.entries.put(stored(entry('new', { newsletterId: 'harbour', sectionId: null })));
    const bin = await db.entries.get('e-bin');
    if (bin === undefined) throw new Error('no entry');
    await db.entries.put(stored({ ...bin, deletedAt: null }));
    await restore(db, file);
    expect((await db.entries.get('new'))?.deletedAt).toBeNull();
    expect((await db.entries.get('e-bin'))?.deletedAt).toBeNull();
  });
});

describe('what is damaged here is healed by what the backup has of it, though that is no newer:', () => {
  const DAMAGE: [keyof Dump['stores'], object][] = [
    ['newsletters', { style: 'broken' }],
    ['issues', { sections: 7 }],
    ['entries', { links: 'broken' }],
    ['revisions', { at: 'yesterday' }],
    ['outlets', { name: 7 }],
    ['settings', { value: { broken: true } }],
  ];

  test.each(DAMAGE)('one of the %s', async (table, damage) => {
    const db = await filled();
    const file = await backupOf(db);
    const before = await recordsIn(db);
    const key = (await db.table(table).toCollection().primaryKeys()).find((name) => name !== 'binWatch');
    await db.table(table).update(key, damage);
    expect(await recordsIn(db)).not.toEqual(before);
    const { plan } = await restore(db, file);
    expect(plan.overwritten).toBe(1);
    expect(await recordsIn(db)).toEqual(before);
  });

  test('the newsletter, too, where only entries are wanted', async () => {
    const db = await filled();
    const file = await backupOf(db);
    const before = (await recordsIn(db)).newsletters;
    await db.newsletters.toCollection().modify({ style: 'broken' as never });
    await restore(db, file, { onlyEntries: true });
    expect((await recordsIn(db)).newsletters).toEqual(before);
  });
});

describe('going back to exactly what was', () => {
  test('throws what came since into the bin, and keeps the text that gives way', async () => {
    const db = await filled();
    const file = await backupOf(db);
    await db.entries.put(stored(entry('new', { newsletterId: 'harbour', sectionId: null })));
    const note = await db.entries.get('e-note');
    if (note === undefined) throw new Error('no entry');
    await db.entries.put({ ...note, commentary: 'Newer.', editedAt: NOW });
    const { plan, done } = await restore(db, file, { way: 'exact' });
    expect(plan).toMatchObject({ overwritten: 1, removed: 1 });
    expect(done).toEqual({ added: 0, changed: 1, removed: 1 });
    expect(await db.entries.get('new')).toMatchObject({ deletedAt: NOW + 5, place: 'bin' });
    expect((await db.entries.get('e-note'))?.commentary).toBe('Only words, keine Adresse.');
    expect((await db.revisions.toArray()).map((one) => one.entry.commentary)).toContain('Newer.');
  });

  test('makes what leaves later than it was, also when the clock was set back', async () => {
    const db = await filled();
    const file = await backupOf(db);
    const issue = await db.issues.get('issue-12');
    if (issue === undefined) throw new Error('no issue');
    const ahead = NOW + 9000;
    await db.issues.put({ ...issue, id: 'new-issue', number: 13, changedAt: ahead });
    await db.entries.put(stored(entry('new', { newsletterId: 'harbour', sectionId: null, editedAt: ahead })));
    await restore(db, file, { way: 'exact' });
    expect(await db.entries.get('new')).toMatchObject({ deletedAt: ahead + 1 });
    expect(await db.issues.get('new-issue')).toMatchObject({ deletedAt: ahead + 1, changedAt: ahead + 1 });
  });

  test('lists what would leave also where the backup would bring thousands', async () => {
    const db = database();
    await addNewsletter(db, beginning());
    await db.entries.bulkPut(Array.from({ length: 1_200 }, (_, n) => stored(entry(`e${n}`))));
    const file = await backupOf(db);
    await db.entries.clear();
    await db.entries.put(stored(entry('new')));
    const plan = await planRestore(db, file, { ...EVERYTHING, way: 'exact' });
    expect(plan.counts.entries).toMatchObject({ add: 1_200, remove: 1 });
    expect(plan.rows.filter(({ fate }) => fate === 'remove').map(({ key }) => key)).toEqual(['entries/new']);
    expect(plan.rows.length).toBeLessThanOrEqual(1_000);
  });

  test('what came back in the bin rests there', async () => {
    const db = await filled();
    const file = await backupOf(db);
    await db.settings.put({ name: 'binWatch', value: { seenAt: 1, restsUntil: 2 } });
    await restore(db, file, { way: 'exact' });
    expect(await db.settings.get('binWatch')).toBeUndefined();
  });

  test('is refused when more would go than was said', async () => {
    const db = await filled();
    const file = await backupOf(db);
    const choice = { ...EVERYTHING, way: 'exact' } as const;
    const plan = await planRestore(db, file, choice);
    await db.entries.put(stored(entry('new', { newsletterId: 'harbour', sectionId: null })));
    const before = await recordsIn(db);
    await expect(restoreBackup(db, file, choice, plan, { now: NOW })).rejects.toThrow(RestoreIsStale);
    expect(await recordsIn(db)).toEqual(before);
  });
});

describe('a choice', () => {
  test('of one issue brings its entries and what they stand in', async () => {
    const db = database();
    const { done } = await restore(db, await backupOf(await filled()), {
      newsletters: ['harbour'],
      issues: ['issue-11'],
    });
    expect((await db.entries.toArray()).map(({ id }) => id)).toEqual(['e-published']);
    expect((await db.issues.toArray()).map(({ id }) => id)).toEqual(['issue-11']);
    expect((await db.settings.toArray()).map(({ name }) => name)).toEqual(['lastRestore']);
    expect(done.added).toBe(3);
  });

  test('of entries alone leaves the newsletter as it is here', async () => {
    const db = await filled();
    const file = await backupOf(db);
    await db.newsletters.update('harbour', { name: 'Older name', changedAt: 1 });
    await db.entries.clear();
    await restore(db, file, { onlyEntries: true });
    expect((await db.newsletters.get('harbour'))?.name).toBe('Older name');
    expect(await db.entries.count()).toBe(12);
  });

  test('of what is in no issue', async () => {
    const db = database();
    await restore(db, await backupOf(await filled()), { newsletters: ['harbour'], issues: [''] });
    expect((await db.entries.toArray()).map(({ id }) => id)).toEqual(['e-backlog']);
  });

  test('going back within one issue touches no other', async () => {
    const db = await filled();
    const file = await backupOf(db);
    for (const [id, issueId] of [
      ['new-11', 'issue-11'],
      ['new-12', 'issue-12'],
    ] as const) {
      await db.entries.put(stored(entry(id, { newsletterId: 'harbour', sectionId: null, issueId })));
    }
    await restore(db, file, { way: 'exact', newsletters: ['harbour'], issues: ['issue-11'] });
    expect((await db.entries.get('new-11'))?.deletedAt).toBe(NOW + 5);
    expect((await db.entries.get('new-12'))?.deletedAt).toBeNull();
  });
});

describe('a hostile file', () => {
  const sealedFile = async (change: (lines: string[]) => string[]) => new Blob([await resealed(change)]);

  const HOSTILE: [string, () => Promise<Blob> | Blob, Partial<UnreadableBackup>][] = [
    ['that is no backup', () => new Blob(['Dear editor,\nhello']), { why: 'no-backup' }],
    ['that is empty', () => new Blob([]), { why: 'no-backup' }],
    ['that is a file of entries', () => new Blob(['{\n "format": "roundup-entries"']), { why: 'entries-file' }],
    [
      'of a newer version',
      () => sealedFile(([first = '', ...rest]) => [first.replace('"version":1', '"version":2'), ...rest]),
      { why: 'newer', line: 1, reason: '2' },
    ],
    [
      'of no version',
      () => sealedFile(([first = '', ...rest]) => [first.replace('"version":1', '"version":-1'), ...rest]),
      { why: 'line', line: 1 },
    ],
    [
      'that was cut off',
      async () => {
        const file = await backupOf(await filled());
        return file.slice(0, file.size - 300);
      },
      { why: 'truncated' },
    ],
    [
      'of which a letter was changed',
      async () => new Blob([(await (await backupOf(await filled())).text()).replace('rope', 'ropE')]),
      { why: 'altered' },
    ],
    [
      'with a record that is none',
      () => sealedFile(inLine('{"id":"e-note"', () => '{"id":7},')),
      { why: 'line', reason: expect.stringContaining('entries: ') as never },
    ],
    [
      'with broken JSON',
      () => sealedFile(inLine('{"id":"e-note"', (line) => line.slice(0, -5))),
      { why: 'line', reason: 'entries: no JSON' },
    ],
    [
      'with brackets without end',
      () => sealedFile(inLine('{"id":"e-note"', () => `{"id":${'['.repeat(100_000)}${']'.repeat(100_000)}},`)),
      { why: 'line' },
    ],
    [
      'with tables in another order',
      () => sealedFile((lines) => lines.map((line) => (line === '"issues":[' ? '"entries":[' : line))),
      { why: 'line', reason: '"issues":[ expected' },
    ],
    [
      'with 10,000,000 records',
      async () => {
        const block = new Blob(['{"id":"x"},\n'.repeat(100_000)]);
        const [first = ''] = (await (await backupOf(await filled())).text()).split('\n');
        return new Blob([first, '\n"damaged":[\n', ...Array.from({ length: 100 }, () => block)]);
      },
      { why: 'many', line: expect.any(Number) as never },
    ],
  ];

  test.each(HOSTILE)('%s is refused, and nothing changes', async (_, make, fault) => {
    const file = await make();
    const db = await filled();
    const before = await recordsIn(db);
    const refused = await restore(db, file).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(UnreadableBackup);
    expect(refused).toMatchObject(fault);
    const untold = ['no-backup', 'entries-file', 'altered'];
    if (!untold.includes(String(fault.why))) expect((refused as UnreadableBackup).line).toBeGreaterThan(0);
    expect(await recordsIn(db)).toEqual(before);
  });

  test.each(HOSTILE_RECORDS)(
    'with %s is refused, line and record named, and nothing changes',
    async (_, change, named) => {
      const text = await resealed(change);
      const db = await filled();
      const before = await recordsIn(db);
      const refused = await restore(db, new Blob([text])).catch((error: unknown) => error);
      expect(refused).toBeInstanceOf(UnreadableBackup);
      const { why, line, reason } = refused as UnreadableBackup;
      expect(reason).toBe(named);
      expect(why).toBe(/: (?:newsletter|issue|section|entry) /.test(named) ? 'foreign' : 'line');
      const sound = (await resealed((lines) => lines)).split('\n');
      expect(text.split('\n').findIndex((one, at) => one !== sound[at]) + 1).toBeLessThanOrEqual(line ?? 0);
      expect(await recordsIn(db)).toEqual(before);
      expect('x' in {}).toBe(false);
    },
  );

  test('that takes an issue away from the newsletter it has here is refused', async () => {
    const db = await filled();
    await db.issues.update('issue-9', { newsletterId: 'old' });
    const before = await recordsIn(db);
    await expect(restore(db, await sealedFile((lines) => lines))).rejects.toMatchObject({
      why: 'foreign',
      reason: 'issues issue-9: newsletter harbour',
    });
    expect(await recordsIn(db)).toEqual(before);
  });

  test('that breaks in its last record leaves nothing of what was read before', async () => {
    const file = await sealedFile(inLine('{"name":"recentSections"', () => '{"name":7}'));
    const db = database();
    await db.open();
    const choice = EVERYTHING;
    const plan = { overwritten: 0, removed: 0 };
    await expect(restoreBackup(db, file, choice, plan, { now: NOW })).rejects.toThrow(UnreadableBackup);
    expect(await db.entries.count()).toBe(0);
  });
});

test('thousands are restored, changed and thrown away in one transaction', async () => {
  const db = database();
  await addNewsletter(db, beginning());
  const many = (from: number, fields: object) =>
    Array.from({ length: 600 }, (_, n) => stored(entry(`e${String(from + n).padStart(4, '0')}`, fields)));
  await db.entries.bulkPut(many(0, {}));
  const file = await backupOf(db);
  const other = database('strict');
  expect((await restore(other, file)).done.added).toBe(603);
  await other.entries.bulkPut([...many(0, { editedAt: NOW, commentary: 'Since.' }), ...many(600, {})]);
  expect((await restore(other, file, { way: 'exact' })).done).toEqual({ added: 0, changed: 600, removed: 600 });
  expect(await other.revisions.count()).toBe(600);
  expect(await other.entries.where('[newsletterId+place]').equals(['n1', 'bin']).count()).toBe(600);
});

test('a restore that is stopped leaves nothing', async () => {
  const file = await backupOf(await filled());
  const db = database();
  const stopper = new AbortController();
  const restoring = restoreBackup(
    db,
    file,
    EVERYTHING,
    { overwritten: 0, removed: 0 },
    { now: NOW, signal: stopper.signal, tell: () => stopper.abort() },
  );
  await expect(restoring).rejects.toThrow(BackupStopped);
  expect(await db.entries.count()).toBe(0);
});
