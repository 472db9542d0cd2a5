import type { Finding, Kind, Severity } from '../finding.ts';
import { findingId } from '../finding-id.ts';
import type { Holder } from '../issue-texts.ts';

/** What a rule says of a fault; the rest is the same for all. */
interface Fault {
  kind: Kind;
  severity: Severity;
  /** What makes it this fault and no other one. */
  content: readonly (string | number)[];
  detail?: Finding['detail'];
  diff?: Finding['diff'];
  repairs?: Finding['repairs'];
}

/** A finding about something that is printed. */
export function onHolder(
  { where, entry, sectionId, part }: Pick<Holder, 'where' | 'entry' | 'sectionId' | 'part'>,
  { kind, severity, content, detail = {}, diff = [], repairs = [] }: Fault,
): Finding {
  const id = findingId(kind, where, ...content);
  return { id, kind, severity, entryId: entry?.id ?? null, sectionId, part, detail, diff, repairs };
}

/** A finding about a section of the issue. */
export function onSection(sectionId: string, fault: Fault): Finding {
  return onHolder({ where: sectionId, entry: null, sectionId, part: null }, fault);
}
