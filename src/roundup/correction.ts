import type { Capture } from '../domain/capture.ts';
import type { BylineRule } from '../domain/house-style.ts';
import { foldPerson } from '../domain/origins.ts';
import type { Outlet } from '../domain/outlet.ts';
import { bylinesOf, foldedNames, houseByline } from './house-byline.ts';

/** What is learned of a site when the editor writes another byline than was proposed. */
export type Correction = Partial<Pick<Outlet, 'name' | 'byline' | 'rejected'>>;

/** Longer than this it is prose. */
const LONGEST = 80;
/** So many names of a site are remembered as no authors. */
const MOST_REJECTED = 30;

/**
 * What the editor's byline says about the site, compared with the one that was proposed: how its outlet is spelled, who
 * writes there when it names nobody, which name is no author. Only what can be told for sure: what merely looks like an
 * outlet with a date, or authors in another spelling, teaches nothing.
 */
export function correctionOf(
  written: string,
  capture: Pick<Capture, 'authors' | 'outlet' | 'evidence'>,
  rule: BylineRule,
  known: Outlet | undefined,
): Correction {
  const text = written.trim();
  const [proposed, ...others] = bylinesOf(capture, rule, known);
  if (proposed === undefined || text === '' || text === proposed.byline || rule.parts === 'none') return {};
  const people = [proposed, ...others].find(({ authors }) => authors.length > 0 && partsOf(text, authors, rule));
  const { authors, outlet } = people
    ? (partsOf(text, people.authors, rule) ?? EMPTY)
    : splitByPlace(text, rule, capture.outlet !== '');
  const isNamed = proposed.authors.length > 0;
  const correction: Correction = {};
  if (isName(outlet, rule) && outlet !== proposed.outlet) correction.name = outlet;
  if (!isNamed && people === undefined && isName(authors, rule)) correction.byline = authors;
  const writer = people ? people.authors.join(' ') : authors;
  if (isNamed && writer !== '' && !shareAName(writer, proposed.authors)) {
    const rejected = [...(known?.rejected ?? []), foldedNames(proposed.authors)];
    correction.rejected = [...new Set(rejected)].slice(-MOST_REJECTED);
  }
  return correction;
}

const EMPTY = { authors: '', outlet: '' };

/** A name as people write it: each word begins with a capital, but for `de`, `van` and the like. */
const PERSON = /^\p{Lu}[\p{L}.’'-]*(?: (?:\p{Ll}{1,3} ){0,2}\p{Lu}[\p{L}.’'-]*){1,3}$/u;

/** Authors and outlet of a byline that names these authors; null: it does not begin (or end) with them. */
function partsOf(text: string, authors: readonly string[], rule: BylineRule) {
  const names = houseByline({ authors, outlet: '' }, { ...rule, parts: 'author' });
  if (text === names) return { authors: names, outlet: '' };
  if (rule.parts === 'outlet-author') {
    const end = rule.between + names;
    return text.endsWith(end) ? { authors: names, outlet: text.slice(0, -end.length) } : null;
  }
  const start = names + rule.between;
  return text.startsWith(start) ? { authors: names, outlet: text.slice(start.length) } : null;
}

/** Where nobody is named who is known: by the place, and one part alone by whether it looks like a person. */
function splitByPlace(text: string, rule: BylineRule, hasOutlet: boolean): { authors: string; outlet: string } {
  const parts = text.split(rule.between);
  if (parts.length === 2) {
    const [first = '', second = ''] = parts;
    return rule.parts === 'outlet-author' ? { authors: second, outlet: first } : { authors: first, outlet: second };
  }
  if (parts.length > 2) return EMPTY;
  if (rule.parts !== 'outlet' && PERSON.test(text)) return { authors: text, outlet: '' };
  // What stands alone where the page names no outlet may be anything.
  return hasOutlet || rule.parts === 'outlet' ? { authors: '', outlet: text } : EMPTY;
}

const isName = (text: string, rule: BylineRule) =>
  text.trim() !== '' && text.length <= LONGEST && !text.includes(rule.between) && !/\d{4}|[[\]]|\n/.test(text);

/** `O. Fennimore` and `Orla Fennimore` are one person in two spellings. */
function shareAName(writer: string, authors: readonly string[]): boolean {
  const words = (text: string) =>
    foldPerson(text)
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word.length > 2);
  const own = new Set(words(writer));
  return authors.some((name) => words(name).some((word) => own.has(word)));
}
