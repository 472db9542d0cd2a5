import type { Link } from '../domain/link.ts';
import type { Shape } from '../domain/shape.ts';
import { escapeAddress } from './escape.ts';

/** The address of an entry's link, ready to stand between the parentheses; empty: the entry has none. */
export function ownLinkTarget(link: Pick<Link, 'address'> | undefined): string {
  return link === undefined ? '' : (escapeAddress(link.address) ?? link.address);
}

/** The shape of an entry whose link now stands in its commentary; null: it has the right one. */
export function shapeWithOwnLink(shape: Shape): Shape | null {
  return shape === 'headline' || shape === 'listing' ? 'inline' : null;
}

/**
 * Whether a commentary holds the link to this address, as Ctrl+K writes it or bare. The exporter decides by parsing;
 * a parser would double what the popup has to load, and this answers the hint under the text only.
 */
export function holdsLinkTo(commentary: string, address: string): boolean {
  const printed = escapeAddress(address);
  if (printed === null) return false;
  return [...new Set([printed, address])].some((form) => {
    for (let at = commentary.indexOf(form); at >= 0; at = commentary.indexOf(form, at + 1)) {
      const after = commentary[at + form.length];
      // Not the beginning of a longer address.
      if (after === undefined || /[\s)>"'\]]/.test(after)) return true;
    }
    return false;
  });
}
