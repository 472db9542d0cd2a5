import { liveQuery } from 'dexie';
import * as fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { Entry } from '../../src/domain/entry.ts';
import { byRank } from '../../src/domain/rank.ts';
import { applyChanges } from '../../src/storage/changes.ts';
import {
  countEntries,
  entriesIn,
  entriesLeadingTo,
  entryById,
  entryToGoOnWith,
  keepRevision,
  keepTyping,
  moveEntries,
  revisionsOf,
  stored,
} from '../../src/storage/entries.ts';
import { addNewsletter, currentWork } from '../../src/storage/newsletters.ts';
import { saveEntry, saveEntryAtOnce } from '../../src/storage/save-entry.ts';
import { readSetting } from '../../src/storage/settings.ts';
import { beginning, database, entry } from './database.ts';

type Db = ReturnType<typeof database>;

/** Ids in the order of a section of an issue or of the backlog. */
async function order(db: Db, issueId: string | null, sectionId: string | null = 's1'): Promise<string[]> {
  const { sound } = await entriesIn(db, 'n1', issueId ?? 'backlog');
  return sound
    .filter((one) => one.sectionId === sectionId)
    .sort(byRank)
    .map(({ id }) => id);
}

describe('while typing', () => {
  test('every keystroke is written, and another page sees it', async () => {
    const db = database();
    const desk = database('strict', db.name);
    const seen: string[] = [];
    let done = () => {};
    const all = new Promise<void>((resolve) => {
      done = resolve;
    });
    const query = liveQuery(() => entryById(desk, 'e1')).subscribe((found) => {
      if (found) seen.push(found.commentary);
      if (found?.commentary === 'Hel') done();
    });
    for (const commentary of ['H', 'He', 'Hel']) await keepTyping(db, entry('e1', { state: 'draft', commentary }));
    await all;
    query.unsubscribe();
    expect(seen.at(-1)).toBe('Hel');
    expect(await countEntries(db, 'n1', 'draft')).toBe(1);
  });

  test('keystrokes that do not wait for each other arrive in order', async () => {
    const db = database();
    await db.open();
    const typed = Array.from({ length: 50 }, (_, n) => 'x'.repeat(n + 1));
    await Promise.all(typed.map((commentary) => keepTyping(db, entry('e1', { commentary }))));
    expect((await entryById(db, 'e1'))?.commentary).toBe('x'.repeat(50));
  });

  test('the first keystroke may come before the database is open', async () => {
    const db = database();
    await keepTyping(db, entry('e1', { commentary: 'H' }));
    expect((await entryById(db, 'e1'))?.commentary).toBe('H');
  });
});

describe.each([
  ['saving', saveEntry],
  ['saving at once', saveEntryAtOnce],
])('%s', (_, save) => {
  test('a draft becomes kept, at the end of its section', async () => {
    const db = database('strict');
    await save(db, entry('e1', { state: 'draft', issueId: 'i1', savedAt: null }), 2000);
    await save(db, entry('e2', { state: 'draft', issueId: 'i1', savedAt: null, rank: 'Zz' }), 3000);
    expect(await order(db, 'i1')).toEqual(['e1', 'e2']);
    expect(await entryById(db, 'e2')).toMatchObject({ state: 'kept', savedAt: 3000, editedAt: 3000, deletedAt: null });
    expect(await countEntries(db, 'n1', 'draft')).toBe(0);
  });

  test('saved again it keeps its place and the day it was first saved', async () => {
    const db = database('strict');
    for (const id of ['e1', 'e2', 'e3']) await save(db, entry(id, { savedAt: null }), 2000);
    const found = await entryById(db, 'e1');
    if (found === undefined) throw new Error('e1 is gone');
    await save(db, { ...found, commentary: 'Better.' }, 9000);
    expect(await order(db, null)).toEqual(['e1', 'e2', 'e3']);
    expect(await entryById(db, 'e1')).toMatchObject({ commentary: 'Better.', savedAt: 2000, editedAt: 9000 });
  });

  test('with another section it goes to the end of that one', async () => {
    const db = database('strict');
    for (const id of ['e1', 'e2']) await save(db, entry(id, { sectionId: 's2' }), 2000);
    await save(db, entry('e3'), 2000);
    await save(db, entry('e3', { sectionId: 's2' }), 3000);
    expect(await order(db, null, 's2')).toEqual(['e1', 'e2', 'e3']);
  });

  test('with another section it goes to the end of that one, also when the change was typed into the kept entry', async () => {
    const db = database('strict');
    const first = await save(db, entry('e1'), 2000);
    for (const id of ['e2', 'e3']) await save(db, entry(id, { sectionId: 's2' }), 2000);
    await keepTyping(db, { ...first, sectionId: 's2' });
    await save(db, { ...first, sectionId: 's2' }, 3000);
    expect(await order(db, null, 's2')).toEqual(['e2', 'e3', 'e1']);
  });

  test('its section comes first among those used last, and four are remembered', async () => {
    const db = database('strict');
    for (const sectionId of ['s1', 's2', 's3', 's2', 's4', 's5']) await save(db, entry(sectionId, { sectionId }), 2000);
    expect(await readSetting(db, 'recentSections')).toEqual(['s5', 's4', 's2', 's3']);
  });

  test('without a section it is kept all the same', async () => {
    const db = database('strict');
    await save(db, entry('e1', { sectionId: null }), 2000);
    expect(await order(db, null, null)).toEqual(['e1']);
    expect(await readSetting(db, 'recentSections')).toBeUndefined();
  });

  test('the first entry of a section whose shape is open settles it; later ones do not change it', async () => {
    const db = database('strict');
    await addNewsletter(db, beginning());
    await save(db, entry('e1', { sectionId: 's3', shape: 'listing' }), 2000);
    await save(db, entry('e2', { sectionId: 's3', shape: 'headline' }), 3000);
    await save(db, entry('e3', { sectionId: 's1', shape: 'inline' }), 3000);
    const sections = (await currentWork(db))?.newsletter.sections;
    expect(sections?.map(({ id, shape }) => [id, shape])).toEqual([
      ['s1', 'headline'],
      ['s2', 'one-liner'],
      ['s3', 'listing'],
    ]);
  });

  test('two pages that save at once give out two ranks, and both sections are remembered', async () => {
    const db = database('strict');
    const other = database('strict', db.name);
    const ids = ['e1', 'e2', 'e3', 'e4', 'e5', 'e6'];
    await Promise.all(
      ids.map((id, n) => save(n % 2 ? db : other, entry(id, { sectionId: n < 4 ? 's1' : 's2', savedAt: null }), 2000)),
    );
    const places = (await db.entries.toArray()).map(({ spot, rank }) => `${spot} ${rank}`);
    expect(new Set(places).size).toBe(6);
    expect((await readSetting(db, 'recentSections'))?.toSorted()).toEqual(['s1', 's2']);
  });

  test.each([
    ['entries', 's1'],
    ['entries', 's3'],
    ['settings', 's3'],
    ['newsletters', 's3'],
  ])('where %s cannot be written, saving into %s fails and nothing is changed', async (table, sectionId) => {
    const db = database('strict');
    await addNewsletter(db, beginning());
    await save(db, entry('e1', { sectionId: 's1' }), 2000);
    const whole = async () => [await db.entries.toArray(), await db.settings.toArray(), await db.newsletters.toArray()];
    const before = await whole();
    const { put } = IDBObjectStore.prototype;
    const failing = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
      this: IDBObjectStore,
      ...args
    ) {
      if (this.name === table) throw new DOMException('The disk is full', 'QuotaExceededError');
      return put.apply(this, args);
    });
    await expect(save(db, entry('e2', { sectionId }), 3000)).rejects.toThrow('The disk is full');
    failing.mockRestore();
    expect(await whole()).toEqual(before);
  });
});

describe('patching', () => {
  test('changes what it names and leaves what another page wrote meanwhile', async () => {
    const db = database();
    await saveEntry(db, entry('e1'), 2000);
    await keepTyping(database('strict', db.name), entry('e1', { commentary: 'Typed meanwhile.' }));
    await applyChanges(db, [{ table: 'entries', id: 'e1', fields: { issueId: 'i1' } }]);
    expect(await entryById(db, 'e1')).toMatchObject({ commentary: 'Typed meanwhile.', issueId: 'i1' });
  });

  test('keeps the entry findable where it is now', async () => {
    const db = database();
    await saveEntry(db, entry('e1'), 2000);
    await applyChanges(db, [
      { table: 'entries', id: 'e1', fields: { deletedAt: 3000, commentary: 'https://b.example/x' } },
    ]);
    expect(await countEntries(db, 'n1', 'bin')).toBe(1);
    expect(await countEntries(db, 'n1', 'backlog')).toBe(0);
    await applyChanges(db, [{ table: 'entries', id: 'e1', fields: { deletedAt: null } }]);
    expect((await entriesLeadingTo(db, 'n1', 'b.example/x')).map(({ id }) => id)).toEqual(['e1']);
  });

  test.each([
    ['as of an earlier time', { commentary: 'Other.', editedAt: 500 }],
    ['as of the same time', { commentary: 'Other.', editedAt: 3000 }],
    ['without a time', { issueId: 'i1' }],
    ['into the bin by a clock that was set back', { deletedAt: 500 }],
  ])('%s is still later than what it changes', async (_, fields) => {
    const db = database();
    await saveEntry(db, entry('e1', { editedAt: 2999 }), 2000);
    const { editedAt = 0 } = (await entryById(db, 'e1')) ?? {};
    expect(editedAt).toBe(3000);
    await applyChanges(db, [{ table: 'entries', id: 'e1', fields }]);
    expect((await entryById(db, 'e1'))?.editedAt).toBe(3001);
  });

  test('out of the bin is later than into it', async () => {
    const db = database();
    await saveEntry(db, entry('e1'), 2000);
    await applyChanges(db, [{ table: 'entries', id: 'e1', fields: { deletedAt: 9000 } }]);
    await applyChanges(db, [{ table: 'entries', id: 'e1', fields: { deletedAt: null } }]);
    expect((await entryById(db, 'e1'))?.editedAt).toBeGreaterThan(9000);
  });

  test('an issue or a newsletter is later than what it was', async () => {
    const db = database();
    await addNewsletter(db, beginning());
    await db.issues.update('i1', { changedAt: 7000 });
    await db.newsletters.update('n1', { changedAt: 7000 });
    await applyChanges(db, [
      { table: 'issues', id: 'i1', fields: { letter: 'Dear all,', changedAt: 500 } },
      { table: 'newsletters', id: 'n1', fields: { sections: [] } },
    ]);
    expect((await db.issues.get('i1'))?.changedAt).toBe(7001);
    expect((await db.newsletters.get('n1'))?.changedAt).toBe(7001);
  });

  test('passes over unknown ids and damaged records', async () => {
    const db = database();
    await saveEntry(db, entry('e1'), 2000);
    const broken = { ...stored(entry('e2')), links: 'none' } as unknown as ReturnType<typeof stored>;
    await db.entries.put(broken);
    const fields = { passedOver: 3 };
    await applyChanges(db, [
      { table: 'entries', id: 'e2', fields },
      { table: 'entries', id: 'nobody', fields },
      { table: 'entries', id: 'e1', fields },
    ]);
    expect((await entryById(db, 'e1'))?.passedOver).toBe(3);
    expect(await db.entries.get('e2')).toEqual(broken);
    expect(await db.entries.count()).toBe(2);
  });
});

describe('moving', () => {
  async function filled() {
    const db = database();
    for (const id of ['e1', 'e2', 'e3', 'e4']) await saveEntry(db, entry(id, { issueId: 'i1' }), 2000);
    return db;
  }

  test.each([
    ['e1', 'e3', ['e2', 'e1', 'e3', 'e4']],
    ['e1', null, ['e2', 'e3', 'e4', 'e1']],
    ['e4', 'e1', ['e4', 'e1', 'e2', 'e3']],
    ['e4', 'e2', ['e1', 'e4', 'e2', 'e3']],
    ['e2', 'e3', ['e1', 'e2', 'e3', 'e4']],
    ['e2', 'e2', ['e1', 'e3', 'e4', 'e2']],
    ['e2', 'gone', ['e1', 'e3', 'e4', 'e2']],
  ])('%s before %s', async (id, before, expected) => {
    const db = await filled();
    await moveEntries(db, [id], { issueId: 'i1', sectionId: 's1', before }, 3000);
    expect(await order(db, 'i1')).toEqual(expected);
  });

  test('to another section, to the backlog and back, each undone by its patch', async () => {
    const db = await filled();
    const undo: Entry[] = [];
    const before = await entryById(db, 'e2');
    if (before !== undefined) undo.push(before);
    const first = await moveEntries(db, ['e2'], { issueId: 'i1', sectionId: 's2', before: null }, 3000);
    expect([await order(db, 'i1'), await order(db, 'i1', 's2')]).toEqual([['e1', 'e3', 'e4'], ['e2']]);
    const second = await moveEntries(db, ['e2'], { issueId: null, sectionId: 's2', before: null }, 4000);
    expect(await order(db, null, 's2')).toEqual(['e2']);
    await applyChanges(db, second);
    expect(await order(db, 'i1', 's2')).toEqual(['e2']);
    await applyChanges(db, first);
    expect(await order(db, 'i1')).toEqual(['e1', 'e2', 'e3', 'e4']);
  });

  test('an entry that is gone is not moved', async () => {
    expect(await moveEntries(database(), ['e1'], { issueId: null, sectionId: null, before: null }, 3000)).toEqual([]);
  });

  test('between two that share a rank it stands between them all the same', async () => {
    const db = database();
    for (const id of ['e1', 'e2', 'e3', 'e4']) await keepTyping(db, entry(id, { rank: id === 'e4' ? 'a1' : 'a0' }));
    await moveEntries(db, ['e4'], { issueId: null, sectionId: 's1', before: 'e2' }, 3000);
    expect(await order(db, null)).toEqual(['e1', 'e4', 'e2', 'e3']);
    await moveEntries(db, ['e1'], { issueId: null, sectionId: 's1', before: 'e3' }, 3000);
    expect(await order(db, null)).toEqual(['e4', 'e2', 'e1', 'e3']);
  });

  test('the order is what a plain list says, whoever moves; no two ranks in a section are equal', async () => {
    const moves = fc.array(
      fc.record({ desk: fc.nat(1), entry: fc.nat(5), spot: fc.nat(3), before: fc.option(fc.nat(5)) }),
      { minLength: 200, maxLength: 200 },
    );
    const spots = [
      { issueId: 'i1', sectionId: 's1' },
      { issueId: 'i1', sectionId: 's2' },
      { issueId: null, sectionId: 's1' },
      { issueId: null, sectionId: null },
    ];
    await fc.assert(
      fc.asyncProperty(moves, async (list) => {
        const db = database();
        const desks = [db, database('strict', db.name)] as const;
        const ids = ['e0', 'e1', 'e2', 'e3', 'e4', 'e5'];
        for (const id of ids) await saveEntry(db, entry(id, spots[0]), 2000);
        const model: string[][] = [[...ids], [], [], []];
        const pending: Promise<unknown>[] = [];
        for (const move of list) {
          const id = `e${move.entry}`;
          const spot = spots[move.spot];
          const to = model[move.spot];
          if (spot === undefined || to === undefined) throw new Error('no such spot');
          const before = move.before === null ? null : `e${move.before}`;
          for (const one of model) if (one.includes(id)) one.splice(one.indexOf(id), 1);
          const at = before === null ? -1 : to.indexOf(before);
          to.splice(at < 0 ? to.length : at, 0, id);
          const moving = moveEntries(move.desk === 0 ? desks[0] : desks[1], [id], { ...spot, before }, 3000);
          pending.push(moving);
          // Two desks act at once, but the editor only has one pair of hands: the order of the moves is known.
          await moving;
        }
        await Promise.all(pending);
        for (const [at, spot] of spots.entries()) {
          expect(await order(db, spot.issueId, spot.sectionId)).toEqual(model[at]);
        }
        const places = (await db.entries.toArray()).map(({ spot, rank }) => `${spot} ${rank}`);
        expect(new Set(places).size).toBe(ids.length);
      }),
      { numRuns: 5 },
    );
  }, 60_000);

  test('two desks that move at once never give out the same rank', async () => {
    const db = await filled();
    const other = database('strict', db.name);
    const to = { issueId: 'i1', sectionId: 's2', before: null };
    await Promise.all(['e1', 'e2', 'e3', 'e4'].map((id, n) => moveEntries(n % 2 ? db : other, [id], to, 3000)));
    const ranks = (await db.entries.toArray()).map(({ rank }) => rank);
    expect(new Set(ranks).size).toBe(4);
  });
});

describe('what leads to a page', () => {
  test('is found by every link, by addresses inside the commentary and by the page it was started on', async () => {
    const db = database();
    await saveEntry(db, entry('headline'), 2000);
    await saveEntry(
      db,
      entry('mentions', { commentary: 'As [said](http://www.a.example/headline/?utm_source=x).' }),
      2000,
    );
    await keepTyping(db, entry('started', { state: 'draft', links: [], page: 'a.example/headline' }));
    await saveEntry(db, entry('other'), 2000);
    const found = await entriesLeadingTo(db, 'n1', 'a.example/headline');
    expect(found.map(({ id }) => id).sort()).toEqual(['headline', 'mentions', 'started']);
  });

  test('is neither in the bin nor in another newsletter', async () => {
    const db = database();
    const links = entry('x').links;
    await keepTyping(db, entry('e1', { links, deletedAt: 3000 }));
    await keepTyping(db, entry('e2', { links, newsletterId: 'n2' }));
    expect(await entriesLeadingTo(db, 'n1', 'a.example/x')).toEqual([]);
  });

  const key = 'a.example/x';
  const about = (id: string, fields: Partial<Entry>) => entry(id, { links: entry('x').links, ...fields });
  test.each<[string, Entry[], string | undefined]>([
    ['nothing', [], undefined],
    ['its draft', [about('kept', { editedAt: 9000 }), about('draft', { state: 'draft' })], 'draft'],
    ['the newest of two drafts', [about('a', { state: 'draft' }), about('b', { state: 'draft', editedAt: 2000 })], 'b'],
    ['what is in the open issue', [about('e1', { issueId: 'i2' }), about('e0', { issueId: 'i1' })], 'e1'],
    ['what is in the backlog', [about('e1', {})], 'e1'],
    ['nothing that is published', [about('e1', { issueId: 'i1' })], undefined],
    ['nothing that only mentions it', [entry('e1', { commentary: 'https://a.example/x' })], undefined],
    ['a draft started there whose link was taken out', [entry('e1', { links: [], page: key, state: 'draft' })], 'e1'],
  ])('writing goes on with %s', (_, leading, expected) => {
    expect(entryToGoOnWith(leading, key, 'i2')?.id).toBe(expected);
  });
});

describe('revisions', () => {
  test('the last 20 are kept, oldest first, per entry', async () => {
    const db = database();
    await keepRevision(db, entry('other'), 'other', 1);
    for (let n = 1; n <= 25; n += 1) await keepRevision(db, entry('e1', { commentary: `v${n}` }), `r${n}`, n);
    const kept = await revisionsOf(db, 'e1').toArray();
    expect(kept.map(({ entry: one }) => one.commentary)).toEqual(Array.from({ length: 20 }, (_, n) => `v${n + 6}`));
    expect(await revisionsOf(db, 'other').count()).toBe(1);
  });

  test('what is kept after the clock was set back is the youngest, and stays', async () => {
    const db = database();
    const future = 9_000_000_000_000;
    for (let n = 1; n <= 20; n += 1) await keepRevision(db, entry('e1', { commentary: `v${n}` }), `r${n}`, future + n);
    await keepRevision(db, entry('e1', { commentary: 'Set back.' }), 'back', 1_000);
    await keepRevision(db, entry('e1', { commentary: 'And on.' }), 'on', 1_001);
    const kept = await revisionsOf(db, 'e1').toArray();
    expect(kept).toHaveLength(20);
    expect(kept.slice(-2).map(({ entry: one }) => one.commentary)).toEqual(['Set back.', 'And on.']);
  });
});
