import type { Entry } from '../../../domain/entry.ts';
import type { BylineRule } from '../../../domain/house-style.ts';
import { bylinesOf } from '../../house-byline.ts';
import type { Facts } from '../facts.ts';
import type { Finding, ReadyRepair } from '../finding.ts';
import { onHolder } from './on-holder.ts';
import { takeOut } from './take-out.ts';

/** Headlines without a byline where most of the section's others have one. */
export function missingBylines({ groups, holders, newsletter }: Facts): Finding[] {
  const rule = newsletter.style.byline;
  const lists = groups.map(({ entries }) => {
    const headlines = entries.filter(({ shape, links }) => shape === 'headline' && links.length > 0);
    const signed = headlines.filter(isSigned).length;
    return headlines.filter((entry) => !isSigned(entry) && signed * 2 > headlines.length - 1);
  });
  const unusual = new Set(lists.flat());
  return holders.flatMap((holder) => {
    const { entry } = holder;
    if (entry === null || !unusual.has(entry)) return [];
    return [onHolder(holder, { kind: 'byline', severity: 'look', content: [], repairs: useByline(entry, rule) })];
  });
}

/** One byline may stand for all the links of an entry. */
const isSigned = ({ links }: Entry) => links.some(({ byline }) => byline.trim() !== '');

function useByline(entry: Entry, rule: BylineRule): ReadyRepair[] {
  const bylines = entry.links.map(({ capture }) => (capture && bylinesOf(capture, rule, undefined)[0]?.byline) ?? '');
  const at = bylines.findIndex((byline) => byline !== '');
  const [link, value] = [entry.links[at], bylines[at]];
  if (link === undefined || value === undefined) return [];
  const links = entry.links.with(at, { ...link, byline: value });
  return [{ kind: 'use-byline', value, changes: [{ table: 'entries', id: entry.id, fields: { links } }] }];
}

/** Entries that say nothing about their link. One-liners and listings may. A note without words prints nothing at all. */
export function missingCommentary({ holders }: Facts): Finding[] {
  return holders.flatMap((holder) => {
    const { entry } = holder;
    if (entry === null || entry.commentary.trim() !== '') return [];
    const isNote = entry.links.length === 0;
    if (!isNote && entry.shape !== 'headline' && entry.shape !== 'inline') return [];
    const why = isNote ? 'nothing' : 'commentary';
    return [
      onHolder(holder, {
        kind: 'commentary',
        severity: isNote ? 'fix' : 'look',
        content: [why],
        detail: { why },
        repairs: [takeOut(entry)],
      }),
    ];
  });
}
