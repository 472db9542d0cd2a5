import { withoutScheme } from '../../../domain/address.ts';
import { isCarriedByText } from '../../render.ts';
import type { Facts } from '../facts.ts';
import type { Finding, ReadyRepair } from '../finding.ts';
import { grouped } from '../grouped.ts';
import { printedAddressOf } from '../issue-address.ts';
import type { Mention } from '../mentions.ts';
import { onHolder } from './on-holder.ts';
import { takeOut } from './take-out.ts';

/**
 * Pages that the issue leads to twice. Two entries about the same page are a fault, unless both are listings or they
 * lead to different places in it; everything else may well be meant. Passed over: what an entry links to itself in its
 * own commentary, what only the frame repeats (letter and closing text name the same address every week), and earlier
 * issues of the newsletter, which are referred to.
 */
export function repeated(facts: Facts): Finding[] {
  const linking = facts.mentions.filter(
    ({ key, own, kinds }) => key !== null && (own.length > 0 || kinds.some((kind) => !kind.endsWith('image'))),
  );
  const home = homeOf(facts);
  const byPage = grouped(linking, ({ key }) => key ?? '');
  const inIssue = [...byPage].flatMap(([key, mentions]) => {
    const [first, ...others] = onePerHolder(mentions);
    const isReference = home !== null && (key === home || key.startsWith(`${home}/`));
    if (first === undefined || isReference || mentions.every(({ holder }) => holder.entry === null)) return [];
    return others.map((later) => twice(key, first, later));
  });
  return [...inIssue, ...linking.flatMap(twiceInOne)];
}

/** The host of the newsletter's own pages; null: it has none. */
function homeOf({ newsletter, issue }: Facts): string | null {
  const address = printedAddressOf(newsletter, issue);
  return address === null ? null : (withoutScheme(address).split(/[/?#]/, 1)[0] ?? null);
}

/** One mention of each holder: as its own link, if it has it as that. */
function onePerHolder(mentions: readonly Mention[]): Mention[] {
  const byHolder = grouped(mentions, ({ holder }) => holder);
  return [...byHolder.values()].flatMap((same) => same.find(({ own }) => own.length > 0) ?? same[0] ?? []);
}

function twice(key: string, first: Mention, later: Mention): Finding {
  const bothOwn = first.own.length > 0 && later.own.length > 0;
  const bothListings = first.holder.entry?.shape === 'listing' && later.holder.entry?.shape === 'listing';
  const sameSpot = fragmentOf(first.address) === fragmentOf(later.address);
  const { entry } = later.holder;
  const repairs: ReadyRepair[] = bothOwn && entry !== null ? [takeOut(entry)] : [];
  return onHolder(later.holder, {
    kind: 'repeated',
    severity: bothOwn && sameSpot && !bothListings ? 'fix' : 'look',
    content: [key, first.holder.where],
    detail: {
      why: bothOwn ? 'entries' : 'mention',
      address: later.address,
      entryIds: first.holder.entry === null ? [] : [first.holder.entry.id],
      ...(first.holder.part !== null && { name: first.holder.part }),
    },
    diff: [{ text: withoutScheme(later.address), what: 'same' }],
    repairs,
  });
}

const fragmentOf = (address: string) => /#.+$/.exec(address)?.[0] ?? '';

/** The same address as two links of one entry: it is printed twice, one above the other. */
function twiceInOne({ holder, address, own }: Mention): Finding[] {
  const { entry } = holder;
  const last = own.at(-1);
  if (entry === null || own.length < 2 || last === undefined || address.trim() === '') return [];
  if (isCarriedByText(entry)) return [];
  const links = entry.links.filter((_, at) => at !== last);
  return [
    onHolder(holder, {
      kind: 'repeated',
      severity: 'fix',
      content: ['own', address],
      detail: { why: 'own', address },
      diff: [{ text: withoutScheme(address), what: 'same' }],
      repairs: [
        {
          kind: 'remove-link',
          value: entry.links[last]?.title ?? '',
          changes: [{ table: 'entries', id: entry.id, fields: { links } }],
        },
      ],
    }),
  ];
}
