import { parseAddress } from '../domain/web-address.ts';

/** Whether a browser would go to the same place: percent-encoding that changes nothing does not count. */
export function isSameTarget(one: string, other: string): boolean {
  if (one === other) return true;
  const [first, second] = [comparable(one), comparable(other)];
  return first !== null && first === second;
}

/** The address with everything encoded that escapeAddress encodes, and URL's own parser leaves as it is. */
function comparable(address: string): string | null {
  const parsed = parseAddress(address);
  if (parsed === null) return null;
  return parsed.href
    .replace(/[[\]*'|{}^$`()\\]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
    .replace(/%[0-9a-f]{2}/gi, (code) => code.toUpperCase());
}
