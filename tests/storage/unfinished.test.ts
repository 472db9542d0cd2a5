// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { applyChanges } from '../../src/storage/changes.ts';
import type { Database } from '../../src/storage/database.ts';
import { keepTyping, revisionsOf, type StoredEntry, stored } from '../../src/storage/entries.ts';
import { addNewsletter } from '../../src/storage/newsletters.ts';
import { bringHome, forgetAside, layAside } from '../../src/storage/unfinished.ts';
import { beginning, database, entry } from './database.ts';

beforeEach(() => localStorage.clear());
afterEach(() => vi.restoreAllMocks());

const draft = (fields = {}) => entry('d', { state: 'draft', savedAt: null, page: 'a.example/d', ...fields });

async function stage() {
  const db = database();
  const { newsletter, issue } = beginning();
  await addNewsletter(db, { newsletter, issue });
  return { db, work: { newsletter, issue } };
}

test('what a dead popup left aside comes into the database once', async () => {
  const { db, work } = await stage();
  layAside(draft({ commentary: 'Never written' }));
  await bringHome(db, work);
  expect(await db.entries.toArray()).toMatchObject([{ id: 'd', commentary: 'Never written' }]);
  await db.entries.clear();
  await bringHome(db, work);
  expect(await db.entries.count()).toBe(0);
});

test('the later of two texts stays', async () => {
  const { db, work } = await stage();
  await keepTyping(db, draft({ commentary: 'Half a sen', editedAt: 10 }));
  layAside(draft({ commentary: 'Half a sentence', editedAt: 11 }));
  await bringHome(db, work);
  expect((await db.entries.get('d'))?.commentary).toBe('Half a sentence');
  layAside(draft({ commentary: 'Half', editedAt: 5 }));
  await bringHome(db, work);
  expect((await db.entries.get('d'))?.commentary).toBe('Half a sentence');
});

test('a draft that was saved since is left alone', async () => {
  const { db, work } = await stage();
  await keepTyping(db, draft({ state: 'kept', commentary: 'Saved', editedAt: 10 }));
  layAside(draft({ commentary: 'Draft', editedAt: 11 }));
  await bringHome(db, work);
  expect(await db.entries.toArray()).toMatchObject([{ state: 'kept', commentary: 'Saved' }]);
});

test('what was typed before the newsletter was known goes behind the draft of its page', async () => {
  const { db, work } = await stage();
  await keepTyping(db, draft({ commentary: 'Yesterday.' }));
  layAside(draft({ id: 'new', newsletterId: '', commentary: 'Today.' }));
  await bringHome(db, work);
  expect(await db.entries.toArray()).toMatchObject([{ id: 'd', commentary: 'Yesterday.\n\nToday.' }]);
});

test('or becomes a draft where its page has none', async () => {
  const { db, work } = await stage();
  layAside(draft({ id: 'new', newsletterId: '', commentary: 'Today.' }));
  await bringHome(db, work);
  expect(await db.entries.toArray()).toMatchObject([{ id: 'new', newsletterId: 'n1', commentary: 'Today.' }]);
});

const texts = async (db: Database, id = 'd') =>
  (await revisionsOf(db, id).toArray()).map(({ entry: { commentary } }) => commentary);

describe('what an aside has that the database has not stays as a revision', () => {
  test('when the draft was saved since', async () => {
    const { db, work } = await stage();
    await keepTyping(db, draft({ state: 'kept', commentary: 'Half a sen', editedAt: 12 }));
    layAside(draft({ commentary: 'Half a sentence', editedAt: 11 }));
    await bringHome(db, work);
    expect(await db.entries.toArray()).toMatchObject([{ state: 'kept', commentary: 'Half a sen' }]);
    expect(await texts(db)).toEqual(['Half a sentence']);
    expect(localStorage).toHaveLength(0);
  });

  test('when another page edited the draft since, even with twenty younger revisions', async () => {
    const { db, work } = await stage();
    await keepTyping(db, draft({ commentary: 'Half a sen', editedAt: 12 }));
    for (let n = 0; n < 20; n += 1) {
      await db.revisions.put({ id: `r${n}`, entryId: 'd', at: 100 + n, entry: draft({ commentary: `${n}` }) });
    }
    layAside(draft({ commentary: 'Half a sentence', editedAt: 11 }));
    await bringHome(db, work);
    expect((await db.entries.get('d'))?.commentary).toBe('Half a sen');
    expect((await texts(db)).at(-1)).toBe('Half a sentence');
  });

  test('when the draft is in the bin, where it stays', async () => {
    const { db, work } = await stage();
    await keepTyping(db, draft({ commentary: 'Half a sen', editedAt: 10, deletedAt: 20 }));
    layAside(draft({ commentary: 'Half a sentence', editedAt: 11 }));
    await bringHome(db, work);
    expect(await db.entries.toArray()).toMatchObject([{ commentary: 'Half a sen', deletedAt: 20, place: 'bin' }]);
    expect(await texts(db)).toEqual(['Half a sentence']);
  });

  test('when the record there is damaged, which is left as it is', async () => {
    const { db, work } = await stage();
    const damaged = { ...stored(draft()), rank: 7 };
    await db.entries.put(damaged as unknown as StoredEntry);
    layAside(draft({ commentary: 'Half a sentence' }));
    await bringHome(db, work);
    expect(await db.entries.toArray()).toEqual([damaged]);
    expect(await texts(db)).toEqual(['Half a sentence']);
  });

  test('but not when nothing of it is missing', async () => {
    const { db, work } = await stage();
    await keepTyping(db, draft({ commentary: 'Half a whole sentence', editedAt: 10 }));
    layAside(draft({ commentary: 'Half a sentence', editedAt: 5 }));
    await bringHome(db, work);
    expect(await texts(db)).toEqual([]);
  });
});

test('a clock set back costs neither text', async () => {
  const { db, work } = await stage();
  await keepTyping(db, draft({ commentary: 'Half a sentence, and better', editedAt: 5 }));
  layAside(draft({ commentary: 'Half a sen', editedAt: 11 }));
  await bringHome(db, work);
  expect((await db.entries.get('d'))?.commentary).toBe('Half a sen');
  expect(await texts(db)).toEqual(['Half a sentence, and better']);
});

test('only what was typed is taken over: place and order stay as the desk has made them', async () => {
  const { db, work } = await stage();
  await keepTyping(db, draft({ commentary: 'Half a sen', editedAt: 10, rank: 'a1', touched: ['title'] }));
  const caret = { start: 15, end: 15, scrollTop: 0 };
  layAside(
    draft({ commentary: 'Half a sentence', editedAt: 11, rank: 'a1', touched: ['shape'], shape: 'inline', caret }),
  );
  await applyChanges(db, [
    { table: 'entries', id: 'd', fields: { sectionId: 's2', issueId: 'i1', rank: 'a7', passedOver: 2 } },
  ]);
  await bringHome(db, work);
  expect(await db.entries.toArray()).toMatchObject([
    {
      commentary: 'Half a sentence',
      caret,
      shape: 'inline',
      touched: ['title', 'shape'],
      editedAt: 11,
      sectionId: 's2',
      issueId: 'i1',
      rank: 'a7',
      passedOver: 2,
    },
  ]);
});

describe('what goes behind the draft of its page goes there once', () => {
  const typed = (fields = {}) => draft({ id: 'new', newsletterId: '', commentary: 'Typed.', ...fields });

  test('when two pages open at once', async () => {
    const { db, work } = await stage();
    const other = database('relaxed', db.name);
    await keepTyping(db, draft({ commentary: 'Before.' }));
    layAside(typed());
    await Promise.all([bringHome(db, work), bringHome(other, work)]);
    expect(await db.entries.toArray()).toMatchObject([{ id: 'd', commentary: 'Before.\n\nTyped.' }]);
    expect(await texts(db)).toEqual(['Before.']);
  });

  test('when the page that brought it died before it could forget it', async () => {
    const { db, work } = await stage();
    await keepTyping(db, draft({ commentary: 'Before.' }));
    for (let n = 0; n < 2; n += 1) {
      layAside(typed());
      await bringHome(db, work);
    }
    expect(await db.entries.toArray()).toMatchObject([{ id: 'd', commentary: 'Before.\n\nTyped.' }]);
  });

  test('when its popup lived and went on typing', async () => {
    const { db, work } = await stage();
    await keepTyping(db, draft({ commentary: 'Before.' }));
    layAside(typed());
    await bringHome(db, work);
    layAside(typed({ commentary: 'Typed. And on.' }));
    await bringHome(db, work);
    expect(await db.entries.toArray()).toMatchObject([{ id: 'd', commentary: 'Before.\n\nTyped. And on.' }]);
  });

  test('when its end was edited on the desk since: then the longer one is a revision', async () => {
    const { db, work } = await stage();
    await keepTyping(db, draft({ commentary: 'Before.' }));
    layAside(typed());
    await bringHome(db, work);
    await applyChanges(db, [{ table: 'entries', id: 'd', fields: { commentary: 'Rewritten.' } }]);
    layAside(typed({ commentary: 'Typed. And on.' }));
    await bringHome(db, work);
    expect(await db.entries.toArray()).toMatchObject([{ id: 'd', commentary: 'Rewritten.' }]);
    expect(await texts(db)).toEqual(['Before.', 'Typed. And on.']);
  });
});

test('what a living popup lays aside meanwhile is not forgotten', async () => {
  const { db, work } = await stage();
  layAside(draft({ commentary: 'Half' }));
  db.entries.hook('creating', () => layAside(draft({ commentary: 'Half a sentence' })));
  await bringHome(db, work);
  expect((await db.entries.get('d'))?.commentary).toBe('Half');
  await bringHome(db, work);
  expect((await db.entries.get('d'))?.commentary).toBe('Half a sentence');
});

test('the entry being written here is passed over', async () => {
  const { db, work } = await stage();
  layAside(draft());
  await bringHome(db, work, 'd');
  expect(await db.entries.count()).toBe(0);
});

test('damage there, or a browser that refuses it, stops nothing', async () => {
  const { db, work } = await stage();
  localStorage.setItem('unfinished/a', '{"id":');
  layAside(draft());
  await bringHome(db, work);
  expect(await db.entries.count()).toBe(1);
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('no', 'QuotaExceededError');
  });
  layAside(draft());
  forgetAside('d');
});
