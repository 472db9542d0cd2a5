// @vitest-environment jsdom
import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { keepBringingHome } from '../../desk/keep-bringing-home.ts';
import type { Database } from '../../src/storage/database.ts';
import { layAside } from '../../src/storage/unfinished.ts';
import { tellUnexpected } from '../../src/ui/unexpected.tsx';
import { entryOf, say, threeArticles } from './desk-fixtures.tsx';

describe('what nobody expected', () => {
  let stop: () => void;
  beforeEach(() => {
    stop = tellUnexpected(say);
  });
  afterEach(() => stop());

  test.each([
    ['an error', new ErrorEvent('error', { error: new Error('No such thing'), cancelable: true })],
    [
      'a promise nobody waited for',
      Object.assign(new Event('unhandledrejection'), { reason: new Error('No such thing') }),
    ],
  ])('ends in a sentence on the page: %s', async (_, event) => {
    window.dispatchEvent(event);
    const note = await screen.findByRole('alert');
    expect(note.textContent).toMatch(/^Something went wrong\. .* The browser says: No such thing/);
    fireEvent.click(screen.getByRole('button', { name: 'Close' }));
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  });
});

describe('what a popup had to leave aside', () => {
  let stop = () => {};
  beforeEach(() => localStorage.clear());
  afterEach(() => {
    stop();
    vi.useRealTimers();
  });
  const leaveAside = (title: string) => layAside(entryOf(title, { state: 'draft', savedAt: null, editedAt: 9_000 }));
  const itIsTold = () =>
    window.dispatchEvent(new StorageEvent('storage', { key: 'unfinished/left', newValue: 'a text' }));
  const untilHome = async (db: Database, id: string) => {
    await waitFor(async () => expect(await db.entries.get(id)).toBeDefined());
    await waitFor(() => expect(localStorage.length).toBe(0));
  };
  /** A desk that has been open for a while: what lay aside when it opened is home. */
  const anOpenDesk = async () => {
    const { db } = await threeArticles();
    leaveAside('Before');
    stop = keepBringingHome(db);
    await untilHome(db, 'before');
    return db;
  };

  test('is brought home when the desk opens', async () => {
    const { db } = await threeArticles();
    leaveAside('Left');
    stop = keepBringingHome(db);
    await untilHome(db, 'left');
  });

  test('is brought home to a desk that is open, once the popup has been silent for two seconds', async () => {
    const db = await anOpenDesk();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    leaveAside('Left');
    itIsTold();
    vi.advanceTimersByTime(1_500);
    itIsTold();
    vi.advanceTimersByTime(1_900);
    // It would have begun by now: a look at the database takes no timer.
    for (let look = 0; look < 5; look += 1) expect(await db.entries.get('left')).toBeUndefined();
    vi.advanceTimersByTime(200);
    vi.useRealTimers();
    await untilHome(db, 'left');
  });

  test('is brought home when the editor comes back to the desk', async () => {
    const db = await anOpenDesk();
    leaveAside('Left');
    document.dispatchEvent(new Event('visibilitychange'));
    await untilHome(db, 'left');
  });
});
