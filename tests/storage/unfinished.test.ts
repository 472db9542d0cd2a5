// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepTyping } from '../../src/storage/entries.ts';
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
