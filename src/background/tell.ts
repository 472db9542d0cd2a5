import type { Gathered } from '../domain/gathered.ts';

export type ToldKey =
  | 'toldKept'
  | 'toldKeptMany'
  | 'toldThere'
  | 'toldAdded'
  | 'toldUnlinkable'
  | 'toldNoNewsletter'
  | 'toldNotAllowed'
  | 'toldFailed';

/** What the toolbar button shows for a moment, four letters at most, and the sentence behind it. */
export function told(
  { entryIds, added, there, unlinkable, trouble }: Gathered,
  say: (key: ToldKey, ...values: number[]) => string,
): { sign: string; sentence: string; isBad: boolean } {
  const bad = (key: ToldKey) => ({ sign: '!', sentence: say(key), isBad: true });
  if (trouble === 'no-newsletter') return bad('toldNoNewsletter');
  if (trouble === 'not-allowed') return bad('toldNotAllowed');
  if (trouble === 'failed') return bad('toldFailed');
  const fine = (sign: string, key: ToldKey, ...values: number[]) => ({
    sign,
    sentence: say(key, ...values),
    isBad: false,
  });
  if (added !== '') return fine('✓', 'toldAdded');
  if (entryIds.length > 1) return fine(`+${entryIds.length}`, 'toldKeptMany', entryIds.length);
  if (entryIds.length === 1) return fine('✓', 'toldKept');
  if (there > 0) return fine('=', 'toldThere');
  return unlinkable > 0 ? bad('toldUnlinkable') : bad('toldFailed');
}
