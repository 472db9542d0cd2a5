import { escapeAddress } from '../src/roundup/escape.ts';

/**
 * Whether a commentary holds the link to this address, as the popup writes it or bare. The exporter decides by parsing;
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
