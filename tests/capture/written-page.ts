import { readPage } from '../../src/capture/read-page.ts';
import { Capture } from '../../src/domain/capture.ts';

/** A form of pages: what it is, an address, what stands in head and body, and the fields that a careful editor would print. */
export type Form = readonly [string, string, string, string, Partial<Capture>];

/** `<meta>` elements; a list of values gives one for each. Open Graph and its kin have theirs in `property`. */
export const meta = (names: Readonly<Record<string, string | readonly string[]>>): string =>
  Object.entries(names)
    .flatMap(([name, values]) => [values].flat().map((value) => [name, value] as const))
    .map(([name, value]) => {
      const kind = /^(?:og|article|book|profile|fb):/.test(name) ? 'property' : 'name';
      return `<meta ${kind}="${name}" content="${value.replaceAll('"', '&quot;')}">`;
    })
    .join('');

export const jsonLd = (...things: readonly unknown[]): string =>
  things.map((thing) => `<script type="application/ld+json">${JSON.stringify(thing)}</script>`).join('');

export const person = (name: string, more: object = {}) => ({ '@type': 'Person', name, ...more });

export const organisation = (name: string, more: object = {}) => ({ '@type': 'Organization', name, ...more });

/** What is captured of a page that is written like this. */
export function read(address: string, head: string, body: string): Capture {
  const [root = '<html lang="en">'] = /^<html[^>]*>/.exec(head) ?? [];
  const source = `${root}<head>${head.replace(/^<html[^>]*>/, '')}</head><body>${body}</body></html>`;
  return Capture.parse(readPage(new DOMParser().parseFromString(source, 'text/html'), address));
}
