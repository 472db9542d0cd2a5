import { addressKey } from '../../domain/address.ts';
import { isWebAddress } from '../../domain/web-address.ts';
import type { Holder } from './issue-texts.ts';
import type { TextLink } from './read-text.ts';

/** An address that something of the issue leads to or shows, however often it stands there. */
export interface Mention {
  holder: Holder;
  address: string;
  /** What it shares with every address of the same page; null: it is no web address. */
  key: string | null;
  /** Numbers of the entry's own links that have it. */
  own: number[];
  /** Where it stands in the texts. */
  kinds: TextLink['kind'][];
}

/** The addresses of the issue, each once for everything that holds it, in the order in which they are printed. */
export function mentionsIn(holders: readonly Holder[]): Mention[] {
  return holders.flatMap((holder) => {
    const byAddress = new Map<string, Mention>();
    const mention = (address: string): Mention => {
      const known = byAddress.get(address);
      if (known !== undefined) return known;
      const key = isWebAddress(address) ? addressKey(address) : null;
      const made: Mention = { holder, address, key, own: [], kinds: [] };
      byAddress.set(address, made);
      return made;
    };
    if (holder.address !== null) mention(holder.address).kinds.push('image');
    for (const [at, { address }] of holder.entry?.links.entries() ?? []) mention(address).own.push(at);
    for (const { links } of holder.texts) for (const { address, kind } of links) mention(address).kinds.push(kind);
    return [...byAddress.values()];
  });
}
