import { type BylineRule, DEFAULT_BYLINE } from '../domain/house-style.ts';
import type { LearnedRule } from '../domain/learned.ts';
import { siteOf } from '../domain/origins.ts';
import type { ParsedIssue, ParsedLink } from './parsed-issue.ts';
import { type Usual, usualOf } from './usual.ts';

/** How the editor spells an outlet, by the host of its pages. */
export interface LearnedOutlet {
  host: string;
  name: string;
  /** So many bylines of this host have the spelling, of so many that name an outlet. */
  count: number;
  of: number;
}

const ET_AL = /(,?\s*)([*_]?et al\.?[*_]?\.?)/i;

/** The rule of bylines, and the spelling of outlets, from the bylines of past issues. */
export function learnBylines(issues: readonly ParsedIssue[]): {
  byline: BylineRule;
  outlets: LearnedOutlet[];
  rules: LearnedRule[];
} {
  const links = issues
    .flatMap(({ sections }) => sections.flatMap(({ entries }) => entries.flatMap((entry) => entry.links)))
    .filter(({ byline }) => byline !== '');
  const rules: LearnedRule[] = [];
  const byline = { ...DEFAULT_BYLINE };
  const learn = (name: string, values: readonly string[]) => {
    const usual = usualOf(values);
    if (usual === null || usual.count < 2) return undefined;
    rules.push({ name: `byline.${name}`, ...usual });
    return usual.value;
  };
  const bylines = links.map((link) => link.byline);
  const parts = bylines.map((text) =>
    /,\s/.test(text.replace(ET_AL, '')) ? 'author-outlet' : isPerson(text) ? 'author' : 'outlet',
  );
  const order = learn('parts', parts);
  if (order === 'author-outlet' || order === 'author' || order === 'outlet') byline.parts = order;
  const two = bylines.flatMap((text) => /^\S+(?: \S+){1,2}?( and | & | und | et )\S+ \S+/.exec(text)?.[1] ?? []);
  byline.lastAuthor = learn('lastAuthor', two) ?? byline.lastAuthor;
  const etAl = bylines.flatMap((text) => {
    const [, before, words] = ET_AL.exec(text) ?? [];
    return before === undefined || words === undefined ? [] : [before + words.replace(/\.$/, '')];
  });
  byline.etAl = learn('etAl', etAl) ?? byline.etAl;
  if (etAl.length === 0 && bylines.length >= 20) byline.etAlFrom = null;
  const outlets = learnOutlets(links);
  const telling = outlets.toSorted((a, b) => b.usual.of - a.usual.of).slice(0, MOST_TOLD);
  for (const { host, usual } of telling) rules.push({ name: `outlet:${host}`, ...usual });
  return {
    byline,
    outlets: outlets.map(({ host, usual: { value: name, count, of } }) => ({ host, name, count, of })),
    rules,
  };
}

/** The evidence of so many outlets is kept: the popup reads it with the newsletter. */
const MOST_TOLD = 40;

const isPerson = (text: string) => /^\p{Lu}[\p{L}.’'-]+(?: \p{Lu}[\p{L}.’'-]*){1,2}$/u.test(text);

/** Words that end a byline and are no outlet: days, places with years, prices. */
const NO_OUTLET = /\d|^(?:et al|and |by )|[[\]()*_]/i;

/** What stands last in the bylines of a host's pages, where it stands there twice or more. */
function learnOutlets(links: readonly ParsedLink[]): { host: string; usual: Usual }[] {
  const byHost = new Map<string, string[]>();
  for (const { address, byline } of links) {
    const host = siteOf(address);
    const at = byline.lastIndexOf(', ');
    const name = at < 0 ? byline : byline.slice(at + 2);
    if (host === '' || NO_OUTLET.test(name) || name.split(/\s+/).length > 6) continue;
    if (at < 0 && isPerson(name)) continue;
    byHost.set(host, [...(byHost.get(host) ?? []), name.trim()]);
  }
  return [...byHost].flatMap(([host, names]) => {
    const usual = usualOf(names);
    // Where most pages of a host are by others (videos, repositories), its commonest outlet is nobody's rule.
    return usual === null || usual.count < 2 || usual.count * 2 <= usual.of ? [] : [{ host, usual }];
  });
}
