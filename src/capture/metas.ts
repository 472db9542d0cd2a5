import { own } from './own-member.ts';

/** What the `<meta>` elements of a page say, by their names in small letters, in the order they stand. */
export type Metas = ReadonlyMap<string, readonly string[]>;

/** A page may have a hundred thousand; what counts stands at the top. */
const MOST = 3000;
const MOST_OF_ONE = 100;
const LONGEST = 8000;

/** Reads them in one walk. A `property` may hold several names, as RDFa allows. */
export function metasOf(page: Document): Metas {
  const metas = new Map<string, string[]>();
  const all = own(page, 'getElementsByTagName')('meta');
  const count = Math.min(all.length, MOST);
  for (let at = 0; at < count; at += 1) {
    const meta = all[at];
    const content = meta?.getAttribute('content')?.slice(0, LONGEST) ?? '';
    if (meta === undefined || content.trim() === '') continue;
    const names = `${meta.getAttribute('name') ?? ''} ${meta.getAttribute('property') ?? ''}`.slice(0, 400);
    for (const name of new Set(names.toLowerCase().split(/\s+/))) {
      if (name === '') continue;
      const values = metas.get(name) ?? [];
      if (values.length < MOST_OF_ONE) values.push(content);
      metas.set(name, values);
    }
  }
  return metas;
}

/** The first value under the first of these names that has one; empty: none has. */
export function firstOf(metas: Metas, ...names: readonly string[]): string {
  for (const name of names) {
    const [value] = metas.get(name) ?? [];
    if (value !== undefined) return value;
  }
  return '';
}
