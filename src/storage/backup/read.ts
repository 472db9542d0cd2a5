import { reasonOf } from '../records.ts';
import { checksumOf } from './checksum.ts';
import {
  BACKUP_TABLES,
  BACKUP_VERSION,
  type BackupCounts,
  BackupEnd,
  BackupHeader,
  type BackupRecord,
  type BackupTable,
  NO_COUNTS,
} from './format.ts';
import { type KnownIds, RecordCheck, shownId } from './record-check.ts';
import { BackupStopped, UnreadableBackup } from './unreadable.ts';

/** More records than any editor writes in a life; a file with more is no honest one. */
export const MOST_RECORDS = 2_000_000;
/** The same in bytes: what is restored is in memory once. */
export const LARGEST_BACKUP = 1_000_000_000;
/** One record, in characters: an issue's whole Markdown is 200,000. */
const LONGEST_LINE = 20_000_000;
/** First and last line, in bytes. */
const LONGEST_EDGE = 4_096;
const NEWLINE = 10;

/** What a backup says of itself, once it is known to be whole. */
export interface InspectedBackup extends BackupEnd {
  header: BackupHeader;
}

/** How a reading is followed and ended. */
export interface ReadFollowing {
  tell?: ((share: number) => void) | undefined;
  signal?: AbortSignal | undefined;
}

/**
 * Makes sure that a file is a whole backup of a version that can be read, byte for byte as it was written. Looks at no
 * record yet; memory and time are bounded, whatever the file holds.
 *
 * @throws UnreadableBackup, BackupStopped.
 */
export async function inspectBackup(file: Blob, { tell, signal }: ReadFollowing = {}): Promise<InspectedBackup> {
  if (file.size > LARGEST_BACKUP) throw new UnreadableBackup('large');
  const header = await headerOf(file);
  const lastLine = await lastLineOf(file);
  const end = await readEnd(file);
  let lines = 0;
  const sha256 = await checksumOf(file.slice(0, file.size - lastLine.length), (block, done) => {
    if (signal?.aborted) throw new BackupStopped();
    for (let at = block.indexOf(NEWLINE); at >= 0; at = block.indexOf(NEWLINE, at + 1)) lines += 1;
    if (lines > MOST_RECORDS) throw new UnreadableBackup('many', lines);
    tell?.(done / file.size);
  });
  if (end === undefined) throw new UnreadableBackup('truncated', lines + 1);
  if (end.sha256 !== sha256) throw new UnreadableBackup('altered');
  return { header, ...end };
}

/** The last line of a backup; undefined: it has none, and is not whole. */
export async function readEnd(file: Blob): Promise<BackupEnd | undefined> {
  return BackupEnd.safeParse(json(`{${await lastLineOf(file)}`)).data?.end;
}

/** The line by which a backup is known to be whole, its end included; it is ASCII. Empty: there is none. */
async function lastLineOf(file: Blob): Promise<string> {
  const tail = await file.slice(Math.max(0, file.size - LONGEST_EDGE)).text();
  return /(?<=^|\n)"end":\{[^\n]*\}\n?$/.exec(tail)?.[0] ?? '';
}

/** The first line of a backup. @throws UnreadableBackup */
export async function headerOf(file: Blob): Promise<BackupHeader> {
  const start = await file.slice(0, LONGEST_EDGE).text();
  if (/^\uFEFF?\s*\{\s*"format":\s*"roundup-entries"/.test(start)) throw new UnreadableBackup('entries-file');
  const [first = ''] = start.split('\n', 1);
  const found = json(`${first.replace(/,$/, '')}}`) as { format?: unknown; version?: unknown } | undefined;
  if (found?.format !== 'roundup-backup') throw new UnreadableBackup('no-backup', 1);
  // Whatever else a newer one says there.
  if (typeof found.version === 'number' && found.version > BACKUP_VERSION) {
    throw new UnreadableBackup('newer', 1, String(found.version));
  }
  const header = BackupHeader.safeParse(found);
  if (!header.success || header.data.version !== BACKUP_VERSION) {
    throw new UnreadableBackup('line', 1, header.success ? 'version' : reasonOf(header.error));
  }
  return header.data;
}

/** Some records of one table, with the lines they stand in. */
export type BackupBatch = {
  [Table in BackupTable]: { table: Table; records: BackupRecord<Table>[]; lines: number[] };
}[BackupTable];

/** As many records, or characters, are handed over at a time. */
const BATCH = 250;
const BATCH_LENGTH = 4_000_000;

/**
 * Reads the records of a backup that was inspected, table by table, each parsed with its schema. Only a batch is ever in
 * memory. One record that is not what it should be ends it all: what Roundup writes has none, those that were damaged
 * stand in a part of their own, which is passed over.
 *
 * @throws UnreadableBackup with the line, BackupStopped.
 */
export async function* readRecords(
  file: Blob,
  known: KnownIds,
  { tell, signal }: ReadFollowing = {},
): AsyncGenerator<BackupBatch, void, undefined> {
  const expected: (keyof BackupCounts)[] = ['damaged', ...BACKUP_TABLES];
  const check = new RecordCheck(known);
  const counts = { ...NO_COUNTS };
  let table: keyof BackupCounts | null = null;
  let batch: { records: unknown[]; lines: number[]; length: number } = { records: [], lines: [], length: 0 };
  const handOver = () => {
    const { records, lines } = batch;
    batch = { records: [], lines: [], length: 0 };
    return { table, records, lines } as BackupBatch;
  };
  let line = 0;
  for await (const text of linesOf(file, { tell, signal })) {
    line += 1;
    if (line === 1) continue;
    if (table === null) {
      const next = expected.shift();
      if (next === undefined) {
        if (!text.startsWith('"end":')) throw new UnreadableBackup('line', line, 'text behind the last table');
        const end = BackupEnd.safeParse(json(`{${text}`)).data?.end;
        if (JSON.stringify(end?.records) !== JSON.stringify(counts)) {
          throw new UnreadableBackup('line', line, 'it counts other records than there are');
        }
        return;
      }
      if (text !== `"${next}":[`) throw new UnreadableBackup('line', line, `"${next}":[ expected`);
      table = next;
      continue;
    }
    if (text === '],') {
      if (batch.records.length > 0) yield handOver();
      table = null;
      continue;
    }
    counts[table] += 1;
    if (table === 'damaged') continue;
    batch.records.push(recordIn(table, text, line, check));
    batch.lines.push(line);
    batch.length += text.length;
    if (batch.records.length >= BATCH || batch.length >= BATCH_LENGTH) yield handOver();
  }
  throw new UnreadableBackup('truncated', line);
}

/** The record of a line, of its schema, and its references known. */
function recordIn(table: BackupTable, text: string, line: number, check: RecordCheck): unknown {
  const value = json(text.endsWith(',') ? text.slice(0, -1) : text);
  if (value === undefined) throw new UnreadableBackup('line', line, `${table}: no JSON`);
  const found = check.next(table, value);
  if ('record' in found) return found.record;
  const key = keyIn(table, value);
  const place = key === '' ? table : `${table} ${shownId(key)}`;
  throw new UnreadableBackup(found.why, line, `${place}: ${found.reason}`);
}

/** What a record that does not fit calls itself; empty: nothing that can be told. */
function keyIn(table: BackupTable, value: unknown): string {
  const name = table === 'outlets' ? 'host' : table === 'settings' ? 'name' : 'id';
  const key: unknown =
    typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? Reflect.get(value, name) : '';
  return typeof key === 'string' ? key : '';
}

/** The value of a JSON text; undefined: it is none. */
function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The lines of a blob, without their ends. */
async function* linesOf(file: Blob, { tell, signal }: ReadFollowing): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const step = 1 << 18;
  let rest = '';
  let line = 0;
  for (let at = 0; at < file.size; at += step) {
    if (signal?.aborted) throw new BackupStopped();
    const bytes = await file.slice(at, at + step).arrayBuffer();
    const isLast = at + step >= file.size;
    let text: string;
    try {
      text = rest + decoder.decode(bytes, { stream: !isLast });
    } catch {
      throw new UnreadableBackup('line', line + 1, 'no UTF-8');
    }
    const lines = text.split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > LONGEST_LINE) throw new UnreadableBackup('line', line + lines.length + 1, 'too long');
    tell?.(Math.min(1, (at + step) / file.size));
    for (const one of lines) {
      line += 1;
      yield one;
    }
  }
  if (rest !== '') yield rest;
}
