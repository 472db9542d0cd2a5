import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { SHAPES } from '../../src/domain/shape.ts';
import { allDamagedRecords } from '../../src/storage/damaged.ts';
import { entriesIn, entriesLeadingTo, ofOrigin, revisionsOf, stored } from '../../src/storage/entries.ts';
import { currentWork } from '../../src/storage/newsletters.ts';
import { type Dump, dumpOf, restore } from '../fixtures/dump.ts';
import { database } from './database.ts';

const FIXTURES = new URL('../fixtures/', import.meta.url);
const dumps = readdirSync(FIXTURES)
  .filter((name) => /^database-v\d+\.json$/.test(name))
  .map((name): [string, Dump] => [name, JSON.parse(readFileSync(new URL(name, FIXTURES), 'utf8'))]);

test('every schema version in the code has its dump (npx tsx tests/fixtures/make-dump.ts)', async () => {
  const db = database();
  await db.open();
  const versions = Array.from({ length: db.verno }, (_, at) => `database-v${at + 1}.json`);
  expect(dumps.map(([name]) => name)).toEqual(versions);
});

describe.each(dumps)('%s', (name, dump) => {
  test('is of its version, and holds something in every table', () => {
    // Dexie multiplies its versions by ten. https://dexie.org/docs/Dexie/Dexie.version()
    expect(`database-v${dump.version / 10}.json`).toBe(name);
    for (const { records } of Object.values(dump.stores)) expect(records.length).toBeGreaterThan(1);
  });

  test('opens in today’s program, and nothing is damaged', async () => {
    const db = database();
    await restore(db.name, dump);
    expect(await allDamagedRecords(db)).toEqual([]);
    expect((await currentWork(db))?.issue?.number).toBe(12);
  });

  test('its entries are found as ever', async () => {
    const db = database();
    await restore(db.name, dump);
    const kept = await entriesIn(db, 'harbour', 'issue-12');
    expect(new Set(kept.sound.map(({ shape }) => shape))).toEqual(new Set(SHAPES));
    for (const [place, count] of [
      ['draft', 2],
      ['backlog', 1],
      ['bin', 1],
      ['issue-11', 1],
    ] as const) {
      expect((await entriesIn(db, 'harbour', place)).sound).toHaveLength(count);
    }
    const leading = await entriesLeadingTo(db, 'harbour', 'harbour.example/9');
    expect(leading.map(({ id }) => id)).toContain('e-headline');
    expect(await revisionsOf(db, 'e-headline').count()).toBe(2);
  });

  test('its entries are known by where they come from', async () => {
    const db = database();
    await restore(db.name, dump);
    for (const entry of await db.entries.toArray()) expect(stored(entry)).toEqual(entry);
    expect(await ofOrigin(db, 'site:tide.example').count()).toBeGreaterThan(1);
  });
});

describe('the dump of the version in the code', () => {
  const [, today] = dumps.at(-1) ?? [];

  test('reads back equal in every record, and so do its indexes', async () => {
    if (today === undefined) throw new Error('no dump');
    const db = database();
    await restore(db.name, today);
    await db.open();
    for (const table of db.tables) expect(await table.toArray()).toEqual(today.stores[table.name]?.records);
    for (const entry of await db.entries.toArray()) expect(stored(entry)).toEqual(entry);
  });

  test('has the stores and indexes that a new database gets', async () => {
    const db = database();
    await db.open();
    const layout = (dump: Dump | undefined) =>
      Object.entries(dump?.stores ?? {}).map(([name, { keyPath, indexes }]) => ({ name, keyPath, indexes }));
    expect(layout(await dumpOf(db.name))).toEqual(layout(today));
  });
});
