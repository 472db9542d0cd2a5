import { addressKey, withoutScheme } from '../../../domain/address.ts';
import { type Link, titleOf } from '../../../domain/link.ts';
import { escapeText, foldText, isPrintableAddress } from '../../escape.ts';
import { isCarriedByText } from '../../render.ts';
import type { Facts } from '../facts.ts';
import type { Finding, ReadyRepair } from '../finding.ts';
import type { Holder, IssueText } from '../issue-texts.ts';
import { readText, type TextLink } from '../read-text.ts';
import { onHolder } from './on-holder.ts';

/** Links without words: nobody can see or click them. A link around a picture has its description for words. */
export function emptyLinks({ holders }: Facts): Finding[] {
  return holders.flatMap((holder) => [
    ...ownLinks(holder),
    ...holder.texts.flatMap((text) => text.links.filter(isEmpty).map((link) => inText(holder, text, link))),
  ]);
}

const isEmpty = (link: TextLink) =>
  link.kind === 'link' && !link.holdsImage && link.words !== null && foldText(link.words) === '';

function ownLinks(holder: Holder): Finding[] {
  const { entry } = holder;
  if (entry === null || isCarriedByText(entry)) return [];
  return entry.links.flatMap((link, at) => {
    if (wordsOf(link) !== '' || !isPrintableAddress(link.address)) return [];
    const titled = (title: string): ReadyRepair['changes'] => [
      {
        table: 'entries',
        id: entry.id,
        fields: { links: entry.links.with(at, { ...link, title, titleIsMarkdown: false }) },
      },
    ];
    const finding = onHolder(holder, {
      kind: 'empty-link',
      severity: 'fix',
      content: [link.address],
      detail: { address: link.address },
      diff: [{ text: `[](${link.address})`, what: 'same' }],
      repairs: [repairWith(foldText(link.capture?.title ?? ''), link.address, titled)],
    });
    return [finding];
  });
}

/** The words that are printed of a title. */
function wordsOf(link: Link): string {
  if (!link.titleIsMarkdown) return foldText(titleOf(link));
  const [read] = readText(`[${link.title}](https://x.example)`).links;
  return read?.holdsImage === true ? 'picture' : foldText(read?.words ?? link.title);
}

function inText(holder: Holder, text: IssueText, link: TextLink): Finding {
  const own = holder.entry?.links.find(({ key, title }) => key === addressKey(link.address) && foldText(title) !== '');
  const written = (words: string) => {
    const at = link.wordsAt ?? link.start;
    return text.write(text.source.slice(0, at) + escapeText(words) + text.source.slice(at));
  };
  return onHolder(holder, {
    kind: 'empty-link',
    severity: 'fix',
    content: [link.address],
    detail: { address: link.address },
    diff: [{ text: text.source.slice(link.start, link.end), what: 'same' }],
    repairs: [repairWith(foldText(own?.title ?? ''), link.address, written)],
  });
}

/** Its title where one is known, else its address as people read it. */
function repairWith(title: string, address: string, changes: (words: string) => ReadyRepair['changes']): ReadyRepair {
  if (title !== '') return { kind: 'use-title', value: title, changes: changes(title) };
  const words = withoutScheme(address) || address;
  return { kind: 'use-address', value: words, changes: changes(words) };
}
