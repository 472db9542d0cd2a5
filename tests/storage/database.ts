import { afterEach } from 'vitest';
import type { Entry } from '../../src/domain/entry.ts';
import { linkToTab } from '../../src/domain/link.ts';
import { beginNewsletter } from '../../src/domain/newsletter.ts';
import { Database, type Durability } from '../../src/storage/database.ts';
import { anEntry } from '../records.ts';

/** An entry about https://a.example/<id>, kept in the first section of the backlog, with what a test says of it. */
export function entry(id: string, fields: Partial<Entry> = {}): Entry {
  return anEntry({
    id,
    newsletterId: 'n1',
    sectionId: 's1',
    links: [linkToTab({ address: `https://a.example/${id}`, title: `Page ${id}` })],
    commentary: `About ${id}.`,
    ...fields,
  });
}

/** A newsletter n1 with the sections s1 (headline), s2 (one-liner) and s3 (open), and its first issue i1. */
export function beginning(name = 'Field Notes') {
  const ids = ['n1', 's1', 's2', 's3', 'i1'];
  const begun = beginNewsletter({
    name,
    language: 'en',
    sections: [
      { name: 'Work', shape: 'headline' },
      { name: 'Odds and ends', shape: 'one-liner' },
      { name: 'Jobs', shape: 'listing' },
    ],
    today: '2022-08-24',
    now: 1000,
    newId: () => ids.shift() ?? 'too many',
  });
  for (const section of begun.newsletter.sections) if (section.id === 's3') section.shape = null;
  return begun;
}

const open: Database[] = [];
let databases = 0;

/** A database of its own for a test, or one more connection to the same; closed and deleted after the test. */
export function database(durability: Durability = 'relaxed', name?: string): Database {
  databases += 1;
  const db = new Database(durability, name ?? `test-${databases}`);
  open.push(db);
  return db;
}

afterEach(async () => {
  const names = new Set(open.map((db) => db.name));
  for (const db of open.splice(0)) db.close();
  for (const name of names) await Database.delete(name);
});
