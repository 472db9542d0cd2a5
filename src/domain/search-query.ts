import { foldText } from './folded-text.ts';

/** Where something was found, as `is:` says it. */
export const STATES = ['draft', 'backlog', 'issue', 'published', 'bin'] as const;
export type SearchState = (typeof STATES)[number];

/** What somebody looks for: all of it must be true of what is found. */
export interface SearchQuery {
  /** Folded words, and phrases that stood in quotes; each has to occur, inside another word too. */
  words: string[];
  /** Folded, as they were typed so far: the beginning or a part of the name is enough. */
  section: string[];
  /** Folded: in the outlet that was read, or in the address. */
  outlet: string[];
  /** Folded: in a byline. */
  by: string[];
  /** Numbers of issues. */
  issue: number[];
  state: SearchState[];
  /** A filter can never be true, such as `is:nothing`. */
  impossible: boolean;
}

const FILTERS: Partial<Record<string, 'section' | 'outlet' | 'by' | 'issue' | 'state'>> = {
  section: 'section',
  in: 'section',
  outlet: 'outlet',
  site: 'outlet',
  by: 'by',
  issue: 'issue',
  is: 'state',
};

/** A word, or a phrase in straight or curly quotes, with a filter's name before it or none. */
const TOKEN = /(\p{L}+):(?=\s|$)|(?:(\p{L}+):)?(?:["“”„]([^"“”„]*)["“”„]?|(\S+))/gu;

/** Reads what was typed into the search field. What names no filter is looked for as it stands. */
export function parseQuery(text: string): SearchQuery {
  const query: SearchQuery = {
    words: [],
    section: [],
    outlet: [],
    by: [],
    issue: [],
    state: [],
    impossible: false,
  };
  for (const [whole, alone, name, phrase, word] of text.matchAll(TOKEN)) {
    const filter = FILTERS[(name ?? alone ?? '').toLowerCase()];
    const value = foldText(phrase ?? word ?? '').trim();
    const number = /^#(\d+)$/.exec(whole)?.[1];
    if (number !== undefined) query.issue.push(Number(number));
    else if (filter === undefined)
      query.words.push(foldText(name === undefined ? (phrase ?? word ?? whole) : whole).trim());
    // The filter's name is there and its value is about to be typed.
    else if (value !== '') addFilter(query, filter, value);
  }
  query.words = query.words.filter((one) => one !== '');
  return query;
}

function addFilter(query: SearchQuery, filter: 'section' | 'outlet' | 'by' | 'issue' | 'state', value: string): void {
  if (filter === 'issue') {
    const number = Number(value.replace(/^#/, ''));
    if (Number.isFinite(number)) query.issue.push(number);
    else query.impossible = true;
  } else if (filter === 'state') {
    // Half a word is a word that is being typed.
    const state = STATES.find((one) => one.startsWith(value));
    if (state === undefined) query.impossible = true;
    else query.state.push(state);
  } else query[filter].push(value);
}

/** Whether nothing is looked for. */
export function isEmptyQuery(query: SearchQuery): boolean {
  const { words, section, outlet, by, issue, state } = query;
  return !query.impossible && [words, section, outlet, by, issue, state].every((list) => list.length === 0);
}
