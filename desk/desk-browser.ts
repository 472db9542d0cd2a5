import type { Say } from '../src/ui/messages.tsx';

/** The newest backup there is. */
export interface NewestBackup {
  /** Milliseconds since 1970. */
  at: number;
  entries: number;
  open: () => Promise<Blob>;
}

/** What the desk needs of the browser, the clock and chance: plain functions, so that tests hand in their own. */
export interface DeskBrowser {
  say: Say;
  /** Opens the options, at a part of them such as `import`. */
  openOptions: (part?: string) => Promise<unknown>;
  /** The keys of the manifest's commands, by command; empty: none. */
  commandKeys: () => Promise<Record<string, string>>;
  copyText: (text: string) => Promise<void>;
  copyRichText: (text: { html: string; plain: string }) => Promise<void>;
  download: (name: string, text: string, type?: string) => void;
  showBadge: (count: number) => Promise<void>;
  /** null: there is none, or none that can be reached. */
  newestBackup: () => Promise<NewestBackup | null>;
  /** Milliseconds since 1970. */
  now: () => number;
  newId: () => string;
}
