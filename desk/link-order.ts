import { addressKey, withoutScheme } from '../src/domain/address.ts';
import { type Link, linkToTab } from '../src/domain/link.ts';

/** A link that nobody has written yet. */
export const blankLink = (): Link => linkToTab({ address: '', title: '' });

/** Whether nothing at all has been written into a link. */
export const isBlank = ({ address, title, byline }: Link): boolean => (address + title + byline).trim() === '';

/** The list with the element at `from` one place up (-1) or down (+1); the same list where there is no such place. */
export function moved<T>(list: readonly T[], from: number, by: -1 | 1): T[] {
  const to = from + by;
  const others = list.filter((_, at) => at !== from);
  const [element] = list.slice(from, from + 1);
  if (element === undefined || to < 0 || to >= list.length) return [...list];
  return [...others.slice(0, to), element, ...others.slice(to)];
}

/** Addresses of a text, each page once and none of those the entry links to anyway, with how a list calls them. */
export function linksInText(found: readonly string[], links: readonly Link[]): { address: string; name: string }[] {
  const known = new Set(links.map(({ key }) => key));
  const others: { address: string; name: string }[] = [];
  for (const address of found) {
    const key = addressKey(address);
    if (known.has(key)) continue;
    known.add(key);
    others.push({ address, name: withoutScheme(address) });
  }
  return others;
}
