/** Why a file is not restored. */
export type BackupFault =
  /** It is no backup of Roundup, or its first line is broken. */
  | 'no-backup'
  /** It is Roundup's file of entries, which is imported. */
  | 'entries-file'
  | 'newer'
  /** Its end is missing. */
  | 'truncated'
  /** Not a byte may differ from what was written. */
  | 'altered'
  | 'many'
  | 'large'
  /** A line does not hold what belongs there. */
  | 'line'
  /** A record names another one that is nowhere. */
  | 'foreign';

/** A file that is refused as a whole; nothing of it has been written. */
export class UnreadableBackup extends Error {
  readonly why: BackupFault;
  /** The line at which it was seen, from 1; null: it is about the whole file. */
  readonly line: number | null;
  /** What was found there. */
  readonly reason: string;

  constructor(why: BackupFault, line: number | null = null, reason = '') {
    super(`${why}${line === null ? '' : ` in line ${line}`}${reason === '' ? '' : `: ${reason}`}`);
    this.name = 'UnreadableBackup';
    this.why = why;
    this.line = line;
    this.reason = reason;
  }
}

/** The editor has stopped it; nothing is half done. */
export class BackupStopped extends Error {
  constructor() {
    super('It was stopped.');
    this.name = 'BackupStopped';
  }
}
