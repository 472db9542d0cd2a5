// @vitest-environment jsdom
import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { keepBringingHome } from '../../desk/keep-bringing-home.ts';
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
  beforeEach(() => {
    localStorage.clear();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  });
  afterEach(() => {
    stop();
    vi.useRealTimers();
  });
  const aside = (title: string) => entryOf(title, { state: 'draft', savedAt: null, editedAt: 9_000 });
  const itIsTold = (key: string, newValue: string | null = '{}') =>
    window.dispatchEvent(new StorageEvent('storage', { key, newValue }));
  const arrives = async (has: (id: string) => Promise<unknown>, id: string) => {
    await vi.waitFor(async () => expect(await has(id)).toBeDefined());
  };

  test('is brought home when the desk opens', async () => {
    const { db } = await threeArticles();
    layAside(aside('Left'));
    stop = keepBringingHome(db);
    vi.useRealTimers();
    await arrives((id) => db.entries.get(id), 'left');
  });

  test('is brought home to a desk that is open, once the popup has been silent for two seconds', async () => {
    const { db } = await threeArticles();
    const storageIsRead = vi.spyOn(Storage.prototype, 'getItem');
    stop = keepBringingHome(db);
    layAside(aside('Left'));
    itIsTold('unfinished/left');
    vi.advanceTimersByTime(1_500);
    itIsTold('unfinished/left');
    vi.advanceTimersByTime(1_900);
    expect(storageIsRead).not.toHaveBeenCalled();
    vi.advanceTimersByTime(200);
    vi.useRealTimers();
    await arrives((id) => db.entries.get(id), 'left');
    await waitFor(() => expect(localStorage.length).toBe(0));
  });

  test('is brought home when the editor comes back to the desk', async () => {
    const { db } = await threeArticles();
    stop = keepBringingHome(db);
    await db.entries.count();
    layAside(aside('Left'));
    document.dispatchEvent(new Event('visibilitychange'));
    vi.useRealTimers();
    await arrives((id) => db.entries.get(id), 'left');
  });
});
