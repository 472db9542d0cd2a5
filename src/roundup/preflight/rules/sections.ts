import type { Facts } from '../facts.ts';
import type { Finding, RepairChange } from '../finding.ts';
import { onSection } from './on-holder.ts';

/** Sections that print nothing, though the issue does not leave them out. */
export function emptySections(facts: Facts): Finding[] {
  return facts.groups.flatMap(({ section, leftOut, entries }) => {
    if (section === null || leftOut || entries.length > 0) return [];
    if ((facts.issue.sections[section.id]?.intro ?? '').trim() !== '') return [];
    return [
      onSection(section.id, {
        kind: 'empty-section',
        severity: 'look',
        content: [],
        repairs: [{ kind: 'leave-out', value: '', changes: leavingOut(facts, section.id, true) }],
      }),
    ];
  });
}

/** Entries that nobody will read, because the issue leaves out their section. */
export function leftOutEntries(facts: Facts): Finding[] {
  return facts.groups.flatMap(({ section, leftOut, entries }) => {
    if (section === null || !leftOut || entries.length === 0) return [];
    const ids = entries.map(({ id }) => id);
    const toBacklog = ids.map((id): RepairChange => ({ table: 'entries', id, fields: { issueId: null } }));
    return [
      onSection(section.id, {
        kind: 'left-out',
        severity: 'look',
        content: ids.toSorted(),
        detail: { count: ids.length, entryIds: ids },
        repairs: [
          { kind: 'print-section', value: '', changes: leavingOut(facts, section.id, false) },
          { kind: 'take-out-all', value: String(ids.length), changes: toBacklog },
        ],
      }),
    ];
  });
}

function leavingOut({ issue }: Facts, sectionId: string, leftOut: boolean): RepairChange[] {
  const { intro = '' } = issue.sections[sectionId] ?? {};
  const sections = { ...issue.sections, [sectionId]: { intro, leftOut } };
  return [{ table: 'issues', id: issue.id, fields: { sections } }];
}
