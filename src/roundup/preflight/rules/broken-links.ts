import { isPrintableAddress } from '../../escape.ts';
import { diffOf } from '../diff.ts';
import type { Facts } from '../facts.ts';
import type { Finding, ReadyRepair } from '../finding.ts';
import type { Holder, IssueText } from '../issue-texts.ts';
import type { BrokenLink } from '../read-text.ts';
import { onHolder } from './on-holder.ts';

/** Links whose parenthesis was not closed: readers see the address and the brackets. */
export function brokenLinks({ holders }: Facts): Finding[] {
  return inTexts(holders, (link) => !link.isClosed).map(({ holder, text, link }) => {
    const closed = replaced(text, link, `)${link.rest}`);
    const written = text.source.slice(link.start, link.end);
    return onHolder(holder, {
      kind: 'broken-link',
      severity: 'fix',
      content: [link.address],
      detail: { address: link.address },
      diff: diffOf(written, closed.slice(link.start, link.end + 1)),
      repairs: [{ kind: 'close', value: ')', changes: text.write(closed) }],
    });
  });
}

/** Addresses with a space or with words in them: of links that Markdown did not take for any, and of those it did. */
export function spacedAddresses({ holders, mentions }: Facts): Finding[] {
  const notTaken = inTexts(holders, (link) => link.isClosed).map(({ holder, text, link }) => {
    const whole = link.address + link.rest.trimEnd();
    const at = link.restSpan.start - link.address.length;
    const written = text.source.slice(at, link.restSpan.end);
    return spaced(holder, whole, (address) => {
      const from = written.endsWith(link.rest) ? at : link.start;
      return text.write(text.source.slice(0, from) + address + text.source.slice(link.restSpan.end));
    });
  });
  const taken = mentions
    .filter(({ address }) => /\s/.test(address.trim()))
    .map(({ holder, address }) => spaced(holder, address, (to) => holder.readdress(address, to)));
  return [...notTaken, ...taken];
}

function spaced(holder: Holder, address: string, changes: (to: string) => ReadyRepair['changes']): Finding {
  const trimmed = address.trim();
  const head = /^\S*/.exec(trimmed)?.[0] ?? '';
  const repairs: ReadyRepair[] = [];
  if (isPrintableAddress(head)) repairs.push({ kind: 'cut-words', value: head, changes: changes(head) });
  const encoded = trimmed.replace(/\s+/g, '%20');
  if (isPrintableAddress(encoded)) repairs.push({ kind: 'encode', value: encoded, changes: changes(encoded) });
  return onHolder(holder, {
    kind: 'spaced-address',
    severity: 'fix',
    content: [address],
    detail: { address },
    diff: repairs[0]?.kind === 'cut-words' ? diffOf(trimmed, head) : [{ text: trimmed, what: 'same' }],
    repairs,
  });
}

function inTexts(holders: readonly Holder[], wanted: (link: BrokenLink) => boolean) {
  return holders.flatMap((holder) =>
    holder.texts.flatMap((text) => text.broken.filter(wanted).map((link) => ({ holder, text, link }))),
  );
}

const replaced = (text: IssueText, { restSpan }: BrokenLink, by: string) =>
  text.source.slice(0, restSpan.start) + by + text.source.slice(restSpan.end);
