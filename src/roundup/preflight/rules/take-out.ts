import type { Entry } from '../../../domain/entry.ts';
import type { ReadyRepair } from '../finding.ts';

/** Puts the entry back into the backlog. */
export const takeOut = ({ id }: Entry): ReadyRepair => ({
  kind: 'take-out',
  value: '',
  changes: [{ table: 'entries', id, fields: { issueId: null } }],
});
