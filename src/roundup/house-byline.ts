import type { Capture } from '../domain/capture.ts';
import type { BylineRule } from '../domain/house-style.ts';
import { foldPerson } from '../domain/origins.ts';
import type { Outlet } from '../domain/outlet.ts';
import { escapeText } from './escape.ts';

/** Who wrote a page and where, each as Markdown. */
export interface BylineParts {
  authors: readonly string[];
  outlet: string;
}

/** A byline by the rule of the house, as Markdown; empty where nothing is known, or the house prints none. */
export function houseByline({ authors, outlet }: BylineParts, rule: BylineRule): string {
  const names = namesOf(authors, rule);
  switch (rule.parts) {
    case 'none':
      return '';
    case 'author':
      return names || outlet;
    case 'outlet':
      return outlet || names;
    default: {
      // An outlet that is itself the author is named once.
      const isAuthor = authors.some((name) => foldPerson(name) === foldPerson(outlet));
      const both = [names, isAuthor ? '' : outlet];
      return (rule.parts === 'outlet-author' ? both.reverse() : both).filter((part) => part !== '').join(rule.between);
    }
  }
}

/** The authors as the house names several of them. */
function namesOf(authors: readonly string[], rule: BylineRule): string {
  const [first = '', ...others] = authors;
  if (rule.etAlFrom !== null && authors.length >= rule.etAlFrom && others.length > 0) return first + rule.etAl;
  const last = others.at(-1);
  return last === undefined ? first : [first, ...others.slice(0, -1)].join(rule.authors) + rule.lastAuthor + last;
}

/** A byline that a page could have. */
export interface Proposal extends BylineParts {
  byline: string;
  /** The part of the page that says so; null: another one than was followed, or the editor's memory. */
  source: string | null;
}

/** So many are offered; a digit chooses one. */
const MOST_OFFERED = 6;

/**
 * The bylines a page could have by the rule of the house: first the one to propose, then what other parts of the page say,
 * none twice. What the editor corrected for the site goes before what the page says: how its outlet is spelled, who writes
 * where it names nobody, and which of its names are no authors.
 */
export function bylinesOf(
  capture: Pick<Capture, 'authors' | 'outlet' | 'evidence'>,
  rule: BylineRule,
  known: Outlet | undefined,
): Proposal[] {
  const { authors: byPage, outlet: byEvidence } = capture.evidence ?? {};
  const named = [
    { names: capture.authors, source: byPage?.source ?? null },
    ...(byPage?.others ?? []).map((names) => ({ names, source: null })),
  ]
    .filter(({ names }) => names.length > 0)
    .map(({ names, source }) => ({ authors: names.map((name) => escapeText(name)), source }));
  const isRejected = ({ authors }: { authors: string[] }) => known?.rejected?.includes(foldedNames(authors)) ?? false;
  const trusted = named.filter((one) => !isRejected(one));
  const usual = known?.byline ? [{ authors: [known.byline], source: null }] : [];
  const nobody = [{ authors: [], source: null }];
  const people = [...trusted, ...(trusted.length === 0 ? [...usual, ...nobody] : []), ...named.filter(isRejected)];
  const outlets = [capture.outlet, ...(byEvidence?.others ?? [])].map((name) => escapeText(name));
  const spelled = known?.name ? [known.name, ...outlets] : outlets;
  const [outlet = '', ...otherOutlets] = [...new Set(spelled)];
  const [first = { authors: [], source: null }] = people;
  const all = [
    ...people.map((one) => ({ ...one, outlet })),
    ...otherOutlets.map((other) => ({ ...first, outlet: other })),
  ].map((one) => ({ ...one, byline: houseByline(one, rule) }));
  const seen = new Set<string>();
  const offered = all.filter(({ byline }, at) => (at === 0 || byline !== '') && !seen.has(byline) && seen.add(byline));
  return offered.slice(0, MOST_OFFERED);
}

/** Under which spelling names are remembered as no authors. */
export const foldedNames = (authors: readonly string[]) => authors.map(foldPerson).join('; ');
