import { useEffect, useRef, useState } from 'preact/hooks';
import { type ReadBookmarks, UnreadableBookmarks } from '../src/bookmarks/bookmark.ts';
import { type BookmarkChoices, type BookmarkPlan, type Known, planBookmarks } from '../src/bookmarks/plan-bookmarks.ts';
import { readBookmarks } from '../src/bookmarks/read-bookmarks.ts';
import { addressKey } from '../src/domain/address.ts';
import type { Newsletter } from '../src/domain/newsletter.ts';
import { BackupStopped } from '../src/storage/backup/unreadable.ts';
import { forgetBegun, noteBegun } from '../src/storage/begun.ts';
import type { Database } from '../src/storage/database.ts';
import { ImportIsStale, ImportStopped, undoImport, writeImport } from '../src/storage/importing.ts';
import { knownPages } from '../src/storage/known-pages.ts';
import { backUpBefore } from './back-up-before.ts';
import { textOf } from './open-files.ts';
import type { OptionsBrowser } from './options-browser.ts';
import { useUnloadWarning } from './use-unload-warning.ts';

/** Why nothing was imported, or what became of it. */
export type BookmarksEnd =
  | { why: 'large' | 'not-text' | 'unknown' | 'empty' | 'stopped' | 'stale' }
  | { why: 'broken' | 'failed'; place: string }
  | { why: 'undone'; removed: number; stayed: number };

/** Bookmarks that were read, and what they are compared with. */
interface Checked {
  read: ReadBookmarks;
  newsletter: Newsletter;
  known: ReadonlyMap<string, Known>;
  importId: string;
}

export type BookmarksState =
  | { at: 'choose'; end: BookmarksEnd | null }
  | { at: 'read' }
  | { at: 'check'; checked: Checked; choices: BookmarkChoices; plan: BookmarkPlan }
  | { at: 'write'; done: number; total: number }
  | { at: 'done'; entries: number };

/** A file of bookmarks may be this large, in bytes: half a million of them. */
export const LARGEST = 50_000_000;

/** The import of bookmarks, from the file to the backlog; nothing is written before it was checked. */
export function useBookmarks(db: Database, browser: OptionsBrowser, newsletter: Newsletter | undefined) {
  const [state, setState] = useState<BookmarksState>({ at: 'choose', end: null });
  const writing = useRef<AbortController | null>(null);
  useUnloadWarning(state.at === 'write');
  useEffect(() => () => writing.current?.abort(), []);

  const end = (told: BookmarksEnd) => setState({ at: 'choose', end: told });
  const fail = (error: unknown) => {
    if (error instanceof ImportStopped || error instanceof BackupStopped) end({ why: 'stopped' });
    else if (error instanceof ImportIsStale) end({ why: 'stale' });
    else if (error instanceof UnreadableBookmarks && error.why === 'broken') end({ why: 'broken', place: error.place });
    else if (error instanceof UnreadableBookmarks) end({ why: error.why === 'empty' ? 'empty' : 'unknown' });
    else end({ why: 'failed', place: error instanceof Error ? error.message : String(error) });
  };

  const check = (checked: Checked, choices: BookmarkChoices) => {
    const context = { ...checked, now: browser.now() };
    setState({ at: 'check', checked, choices, plan: planBookmarks(checked.read, context, choices, browser.newId) });
  };

  const take = async (text: string) => {
    if (newsletter === undefined) return;
    try {
      const read = readBookmarks(text);
      const keys = new Set(read.bookmarks.flatMap(({ links }) => links.map(({ address }) => addressKey(address))));
      const known = await knownPages(db, newsletter.id, keys);
      check({ read, newsletter, known, importId: browser.newId() }, { sections: {}, withRan: false });
    } catch (error) {
      fail(error);
    }
  };

  return {
    state,
    readFile: async (file: Blob) => {
      if (file.size > LARGEST) {
        end({ why: 'large' });
        return;
      }
      setState({ at: 'read' });
      const text = await file.arrayBuffer().then(
        (bytes) => textOf(new Uint8Array(bytes)),
        () => null,
      );
      if (text === null) end({ why: 'not-text' });
      else await take(text);
    },
    readText: take,
    choose: (choices: BookmarkChoices) => {
      if (state.at === 'check') check(state.checked, choices);
    },
    write: async () => {
      if (state.at !== 'check') return;
      const { plan, checked } = state;
      const total = plan.entries.length;
      const stopper = new AbortController();
      writing.current = stopper;
      setState({ at: 'write', done: 0, total });
      try {
        await noteBegun(db, 'import', browser.now());
        await backUpBefore(db, browser, 'import', { signal: stopper.signal });
        await writeImport(
          db,
          {
            importId: checked.importId,
            newsletter: plan.newsletter,
            newsletterSeen: checked.newsletter.changedAt,
            issues: [],
            entries: plan.entries,
            outlets: [],
          },
          {
            now: browser.now(),
            newId: browser.newId,
            signal: stopper.signal,
            tell: (done) => setState({ at: 'write', done, total }),
          },
        );
        setState({ at: 'done', entries: total });
      } catch (error) {
        await forgetBegun(db).catch(() => {});
        fail(error);
      }
    },
    stop: () => {
      if (state.at === 'write') writing.current?.abort();
      else setState({ at: 'choose', end: state.at === 'done' ? null : { why: 'stopped' } });
    },
    undo: async () => {
      try {
        const undone = await undoImport(db);
        setState({ at: 'choose', end: undone === undefined ? null : { why: 'undone', ...undone } });
      } catch (error) {
        fail(error);
      }
    },
  };
}
