/** Whether readers can open it: an http or https address that parses. */
export function isWebAddress(address: string): boolean {
  return /^\s*https?:\/\//i.test(address) && parseAddress(address.trim()) !== null;
}

/** Several questions are asked of an address, one after the other: it is parsed for the first. */
let last: { address: string; parsed: Readonly<URL> | null } = { address: '', parsed: null };

/** The address in its parts, or null. Not by URL.canParse: in Node 20 it refuses good umlaut domains once it is hot. */
export function parseAddress(address: string): Readonly<URL> | null {
  if (address !== last.address) last = { address, parsed: parsed(address) };
  return last.parsed;
}

function parsed(address: string): URL | null {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}

/** Head, query (null: none) and fragment (with its `#`) of an address, so that they join to the very same string. */
export function splitAddress(address: string): [string, string | null, string] {
  const hash = address.indexOf('#');
  const fragment = hash < 0 ? '' : address.slice(hash);
  const rest = hash < 0 ? address : address.slice(0, hash);
  const mark = rest.indexOf('?');
  return mark < 0 ? [rest, null, fragment] : [rest.slice(0, mark), rest.slice(mark + 1), fragment];
}
