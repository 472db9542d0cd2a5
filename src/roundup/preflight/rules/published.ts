import type { Entry } from '../../../domain/entry.ts';
import type { Facts, PublishedEntry } from '../facts.ts';
import type { Finding } from '../finding.ts';
import { printedAddressOf } from '../issue-address.ts';
import { onHolder } from './on-holder.ts';

/**
 * Pages that an earlier issue was about. What an entry merely links to in its commentary is passed over: editors refer
 * to what they wrote. So is an entry that names the earlier issue.
 */
export function published({ mentions, published, newsletter }: Facts): Finding[] {
  return mentions.flatMap(({ holder, key, own }) => {
    const { entry } = holder;
    if (entry === null || key === null || own.length === 0) return [];
    const ran = published(key).find(({ entryId }) => entryId !== entry.id);
    if (ran === undefined) return [];
    const address = printedAddressOf(newsletter, { number: ran.issueNumber, date: ran.date });
    if (refersTo(entry, ran, address)) return [];
    const name = `#${ran.issueNumber}`;
    const reference = `(${address === null ? name : `[${name}](${address})`})`;
    return [
      onHolder(holder, {
        kind: 'published',
        severity: 'look',
        content: [key, ran.issueId],
        detail: { issueNumber: ran.issueNumber, issueId: ran.issueId, date: ran.date, entryIds: [ran.entryId] },
        repairs: [
          {
            kind: 'back-reference',
            value: name,
            changes: [
              { table: 'entries', id: entry.id, fields: { commentary: withReference(entry.commentary, reference) } },
            ],
          },
        ],
      }),
    ];
  });
}

function refersTo(entry: Entry, { issueNumber }: PublishedEntry, address: string | null): boolean {
  if (new RegExp(`#${String(issueNumber).replace('.', '\\.')}(?!\\d)`).test(entry.commentary)) return true;
  return address !== null && entry.commentary.includes(`(${address})`);
}

/** At the end of the last paragraph, or behind what is none. */
function withReference(commentary: string, reference: string): string {
  const text = commentary.trimEnd();
  if (text === '') return reference;
  const last = text.split(/\n[ \t]*\n/).at(-1) ?? '';
  const isParagraph = !/^(?: {0,3}(?:[-*+>#|`~<!]|\d+[.)])| {4}|\t)/.test(last);
  return text + (isParagraph ? ' ' : '\n\n') + reference;
}
