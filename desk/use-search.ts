import { useEffect, useMemo, useReducer, useRef, useState } from 'preact/hooks';
import type { Issue } from '../src/domain/issue.ts';
import { docOfIssue, groupFound, matcherOf, type SearchDoc, type SearchGroup } from '../src/domain/search.ts';
import { isEmptyQuery, parseQuery } from '../src/domain/search-query.ts';
import { SearchIndex } from '../src/storage/search-index.ts';
import { useDesk } from './desk-context.ts';

/** What was found for a query. */
export interface Found {
  /** As it was typed. */
  query: string;
  /** Folded, to be marked in what is shown. */
  words: readonly string[];
  groups: readonly SearchGroup[];
  count: number;
  /** Everything has been looked at; else more may come. */
  complete: boolean;
}

/** As many entries are looked at until the page gets to answer; a newer query ends the older one there. */
const SLICE = 4_000;

const answer = () => new Promise((resolve) => setTimeout(resolve));

/**
 * Looks for a query in every entry and issue of the newsletter, while it is typed. What is needed for that is read when
 * `begun` is true for the first time, and kept up to date from then on. null: nothing is looked for.
 */
export function useSearch(query: string, begun: boolean): Found | null {
  const { db, commands, newsletter, issues, knowsAllIssues } = useDesk();
  const [found, setFound] = useState<Found | null>(null);
  const [turn, told] = useReducer((count: number) => count + 1, 0);
  const index = useRef<SearchIndex | null>(null);
  const issueDocs = useRef(new IssueDocs());
  const running = useRef(0);

  useEffect(() => {
    if (!begun) return;
    const made = new SearchIndex(db, newsletter.id, () => told(undefined), commands.failed);
    index.current = made;
    made.open();
    return () => {
      made.close();
      index.current = null;
    };
  }, [db, newsletter.id, begun]);

  const parsed = useMemo(() => parseQuery(query), [query]);
  const { sections } = newsletter;
  useEffect(() => {
    running.current += 1;
    const run = running.current;
    const current = index.current;
    if (isEmptyQuery(parsed) || current === null) {
      setFound(null);
      return;
    }
    const search = async () => {
      const world = { newsletter: { sections }, issues };
      const matches = matcherOf(parsed, world);
      const { docs } = current;
      const complete = current.complete && knowsAllIssues;
      const all = [...docs, ...issueDocs.current.of(issues, complete ? docs : null)];
      const hits: SearchDoc[] = [];
      for (let at = 0; at < all.length; at += SLICE) {
        if (at > 0) await answer();
        if (running.current !== run) return;
        for (const doc of all.slice(at, at + SLICE)) if (matches(doc)) hits.push(doc);
      }
      const groups = groupFound(hits, world);
      const count = groups.reduce((sum, group) => sum + group.found.length, 0);
      setFound({ query, words: parsed.words, groups, count, complete });
    };
    search().catch(commands.failed);
    return () => {
      running.current += 1;
    };
  }, [parsed, sections, issues, knowsAllIssues, begun, turn]);
  return found;
}

/** The issues as a search looks at them; each is folded again only when it has changed. */
class IssueDocs {
  #known = new Map<string, { issue: Issue; hasEntries: boolean; doc: SearchDoc }>();

  /** `docs`: all entries; null: not all of them have been read, so what was printed may have records yet to come. */
  of(issues: readonly Issue[], docs: readonly SearchDoc[] | null): SearchDoc[] {
    const places = docs === null ? null : new Set(docs.map(({ place }) => place));
    const known = new Map(this.#known);
    this.#known.clear();
    return issues.map((issue) => {
      const hasEntries = places?.has(issue.id) ?? true;
      const before = known.get(issue.id);
      const isSame = before !== undefined && before.hasEntries === hasEntries && isSameText(before.issue, issue);
      const doc = isSame ? before.doc : docOfIssue(issue, hasEntries);
      this.#known.set(issue.id, { issue, hasEntries, doc });
      return doc;
    });
  }
}

const isSameText = (one: Issue, other: Issue) =>
  one === other ||
  (one.changedAt === other.changedAt &&
    one.title === other.title &&
    one.subtitle === other.subtitle &&
    one.letter === other.letter);
