import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Issue } from '../src/domain/issue.ts';
import type { Newsletter } from '../src/domain/newsletter.ts';
import type { Database } from '../src/storage/database.ts';
import type { DeskBrowser } from './desk-browser.ts';
import type { DeskCommands } from './desk-commands.ts';

/** What every part of the desk works with. */
interface DeskContext {
  db: Database;
  browser: DeskBrowser;
  commands: DeskCommands;
  newsletter: Newsletter;
  /** null: every issue is published. */
  issue: Issue | null;
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
