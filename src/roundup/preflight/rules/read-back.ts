import type { Difference, ReadableLink } from '../../verify.ts';
import type { Facts } from '../facts.ts';
import type { DiffPiece, Finding } from '../finding.ts';
import { grouped } from '../grouped.ts';
import { onHolder } from './on-holder.ts';

/**
 * What does not read back as the records say, each kind once for an entry. An address that may not be printed is left to
 * the rules about addresses, which can repair it.
 */
export function readBack({ holders, proof }: Facts): Finding[] {
  const byEntry = grouped(proof?.differences ?? [], ({ entryId }) => entryId);
  return holders.flatMap((holder) => {
    if (holder.entry === null) return holder.texts.some(({ unread }) => unread) ? [onHolder(holder, UNREAD)] : [];
    const differences = (byEntry.get(holder.entry.id) ?? []).filter(({ kind }) => kind !== 'unprintable');
    return [...grouped(differences, ({ kind }) => kind)].flatMap(([kind, same]) => {
      const [first] = same;
      if (first === undefined) return [];
      const content = [kind, ...same.flatMap(contentOf)];
      const detail = { why: kind, count: same.length, difference: first };
      return [onHolder(holder, { kind: 'read-back', severity: 'fix', content, detail, diff: diffOf(first) })];
    });
  });
}

const UNREAD = {
  kind: 'read-back',
  severity: 'fix',
  content: ['unread'],
  detail: { why: 'unread', count: 1 },
} as const;

const contentOf = ({ expected, found }: Difference) =>
  [expected?.address, expected?.text, found?.address, found?.text].map((text) => text ?? '');

/** What should be read, cut out, and what is read instead. */
function diffOf({ kind, expected, found }: Difference): DiffPiece[] {
  const told = (link: ReadableLink | null) => (kind === 'text' ? link?.text : link?.address) ?? '';
  const pieces: DiffPiece[] = [
    { text: told(expected), what: 'cut' },
    { text: told(found), what: 'added' },
  ];
  return pieces.filter(({ text }) => text !== '');
}
