import { dayOf } from '../domain/plain-date.ts';
import type { DamagedRecord } from '../storage/records.ts';

/** The file in which the editor takes damaged records along, as they are: its name, its text and its type. */
export function damagedFile(damaged: readonly DamagedRecord[], now: number): [string, string, string] {
  const day = dayOf(new Date(now));
  return [`roundup-damaged-${day}.json`, `${JSON.stringify(damaged, null, 2)}\n`, 'application/json'];
}
