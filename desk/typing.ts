/** Fields that were typed here and that the database has not shown yet. */
export interface Unsettled<R> {
  fields: Partial<R>;
  /** When they were typed. */
  at: number;
  /** The last write of them has failed, nobody else has them: what the database had in their place then. */
  failed?: Partial<R>;
}

/** Nothing typed. */
export const SETTLED = { fields: {}, at: 0 } as const;

/**
 * What of the typed fields still counts once the database has shown a record: a field settles when the record carries
 * its value, or when the record is newer, because then somebody else has written the field since. What was typed here
 * is never taken back by an answer that is merely late, and what could not be written not by a record that is newer for
 * something else.
 */
export function stillUnsettled<R extends object>(typed: Unsettled<R>, record: R, writtenAt: number): Unsettled<R> {
  const names = Object.keys(typed.fields) as (keyof R)[];
  const counts = (name: keyof R) =>
    writtenAt <= typed.at || (typed.failed !== undefined && isSame(record[name], typed.failed[name]));
  const open = names.filter((name) => counts(name) && !isSame(record[name], typed.fields[name]));
  if (open.length === names.length) return typed;
  return { ...typed, fields: Object.fromEntries(open.map((name) => [name, typed.fields[name]])) as Partial<R> };
}

/** Whether two values of a record are equal; records are plain data. */
export function isSame(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
