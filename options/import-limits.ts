const MB = 1_000_000;

/** What is read as past issues: far more than the largest archive known, and little enough to be read while one waits. */
export const LIMITS = {
  /** Bytes of one file. The longest issue known has 0.2 MB. */
  file: 5 * MB,
  /** Bytes of all files together, those in zips unpacked. */
  together: 100 * MB,
  files: 5_000,
  /** Names in a zip, pictures and all. */
  names: 50_000,
  /** Milliseconds that one file may take to be taken apart, */
  fileTime: 5_000,
  /** and learning from all. */
  learnTime: 60_000,
};

/** Why a file is left out before anything of it is understood. */
export type FileFault = 'large' | 'not-text' | 'broken-zip' | 'unreadable' | 'slow' | 'tangled';

/** Why nothing is read at all. */
export type TooMuch = 'many' | 'together' | 'none';

/** What was chosen is more than can be read at once, or holds nothing to read. */
export class CannotRead extends Error {
  readonly why: TooMuch;

  constructor(why: TooMuch) {
    super(`What was chosen cannot be read: ${why}.`);
    this.name = 'CannotRead';
    this.why = why;
  }
}

/**
 * Whether a path may be a past issue: Markdown, and nothing that is hidden, that a Mac adds to zips, or that leads out
 * of its folder.
 */
export function mayBeIssue(path: string): boolean {
  const parts = path.split('/');
  const isOwn = parts.every((part) => part !== '' && !part.startsWith('.') && part !== '__MACOSX');
  return isOwn && !/[\\:]/.test(path) && /\.(?:md|markdown)$/i.test(path);
}
