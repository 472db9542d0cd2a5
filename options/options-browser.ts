import type { BackupsSide } from './backups-side.ts';
import type { ImportReader, ReadMessage } from './read-import.ts';

/** What the options need of the browser, the clock and chance: plain functions, so that tests hand in their own. */
export interface OptionsBrowser {
  openDesk: () => Promise<unknown>;
  /** The keys of the manifest's commands, by command; empty: none. */
  commandKeys: () => Promise<Record<string, string>>;
  openShortcutSettings: () => Promise<unknown>;
  download: (name: string, text: string, type?: string) => void;
  /** Starts the reader of past issues: beside the page, in a worker. */
  startImport: (tell: (message: ReadMessage) => void) => ImportReader;
  /** What backups need, once it is loaded. */
  backups: () => Promise<BackupsSide>;
  /** Milliseconds since 1970. */
  now: () => number;
  newId: () => string;
  /** Language of the browser's own interface, BCP 47: what a first newsletter is taken to be written in. */
  language: string;
}
