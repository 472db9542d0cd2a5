import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Entry } from '../src/domain/entry.ts';
import type { Issue } from '../src/domain/issue.ts';
import type { Newsletter } from '../src/domain/newsletter.ts';
import type { Database } from '../src/storage/database.ts';
import type { DeskBrowser } from './desk-browser.ts';
import type { DeskCommands } from './desk-commands.ts';
import type { Lifted } from './desk-tools.ts';

/** What every part of the desk works with. */
interface DeskContext {
  db: Database;
  browser: DeskBrowser;
  commands: DeskCommands;
  newsletter: Newsletter;
  /** Every newsletter, this one included. */
  newsletters: readonly Newsletter[];
  /** The issue that is shown; null: every issue is published. */
  issue: Issue | null;
  /** The issues of the newsletter. */
  issues: readonly Issue[];
  /** These are all. Until then those that have not gone out are all there, and of the others any may be missing. */
  knowsAllIssues: boolean;
  /** The issue that is shown has gone out: it is to be read. */
  readOnly: boolean;
  /** The entries that commands are about together. */
  selected: readonly string[];
  /** Entries that were taken up. */
  lifted: Lifted | null;
  recentSections: readonly string[];
  /** The entry that was last chosen: it shows its actions. */
  currentId: string | null;
  /** The entry whose section picker is open. */
  placingId: string | null;
  editingId: string | null;
}

const Context = createContext<DeskContext | null>(null);

export const DeskProvider = Context.Provider;

/** What the desk works with, for the components inside it. */
export function useDesk(): DeskContext {
  const desk = useContext(Context);
  if (desk === null) throw new Error('A part of the desk stands outside of it');
  return desk;
}

/** Apart from the rest, because every key that is typed into an entry makes it anew. */
interface DeskLists {
  /** Everything that is shown, list by list, each in its order: the issue, the backlog, the drafts, the bin. */
  lists: readonly (readonly Entry[])[];
  /** The backlog. */
  waiting: readonly Entry[];
}

const Lists = createContext<DeskLists>({ lists: [], waiting: [] });

export const ListsProvider = Lists.Provider;

/** What lies where on the desk. */
export const useLists = (): DeskLists => useContext(Lists);
