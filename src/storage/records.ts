import type { Table } from 'dexie';
import type * as z from 'zod/mini';

/** A record that does not fit its schema: it is left where it is, shown to nobody but the editor, and can be exported. */
export interface DamagedRecord {
  table: string;
  /** As far as it can be told. */
  id: string;
  /** What does not fit, e.g. `links.0.address: expected string`. */
  reason: string;
  record: unknown;
}

/** Records that fit their schema, and those that do not. */
export interface Records<T> {
  sound: T[];
  damaged: DamagedRecord[];
}

/** Sorts raw records of a table by whether they fit the schema. One bad record never takes the others down. */
export function parseRecords<T>(table: string, schema: z.ZodMiniType<T>, records: readonly unknown[]): Records<T> {
  const result: Records<T> = { sound: [], damaged: [] };
  for (const record of records) {
    const parsed = schema.safeParse(record);
    if (parsed.success) result.sound.push(parsed.data);
    else result.damaged.push({ table, id: idOf(record), reason: reasonOf(parsed.error), record });
  }
  return result;
}

/** So many records are looked at before the page gets its turn: issues bring all their printed text. */
const SLICE = 50;

/**
 * Every damaged record of a table. Reads the whole table, in slices: for the desk when it stands and for backups, not for
 * the popup.
 *
 * @param idle resolves when the page has time for the next slice.
 */
export async function damagedRecords<T>(
  table: Table<unknown, string>,
  schema: z.ZodMiniType<T>,
  idle: () => Promise<void> = async () => {},
): Promise<DamagedRecord[]> {
  const damaged: DamagedRecord[] = [];
  const keys = await table.toCollection().primaryKeys();
  for (let at = 0; at < keys.length; at += SLICE) {
    await idle();
    const [first = '', last = first] = [keys[at], keys[Math.min(at + SLICE, keys.length) - 1]];
    const records = await table.where(':id').between(first, last, true, true).toArray();
    damaged.push(...parseRecords(table.name, schema, records).damaged);
  }
  return damaged;
}

function idOf(record: unknown): string {
  if (typeof record !== 'object' || record === null) return '';
  const { id, host, name } = record as Record<string, unknown>;
  return String(id ?? host ?? name ?? '');
}

/** What does not fit, in words: `links.0.address: expected string`. */
export function reasonOf(error: z.core.$ZodError): string {
  return error.issues.map((issue) => `${issue.path.join('.') || 'record'}: ${misfit(issue)}`).join('; ');
}

/** zod/mini says "Invalid input" to everything; what was expected is in the issue. */
function misfit(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') return `expected ${issue.expected}`;
  if (issue.code === 'invalid_value') return `expected ${issue.values.join(' or ')}`;
  return issue.message || issue.code;
}
