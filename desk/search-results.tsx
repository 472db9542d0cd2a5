import { useMemo, useRef, useState } from 'preact/hooks';
import { Entry } from '../src/domain/entry.ts';
import type { Issue } from '../src/domain/issue.ts';
import type { SearchDoc, SearchGroup } from '../src/domain/search.ts';
import { parseRecords } from '../src/storage/records.ts';
import { sayCount, useSay } from '../src/ui/messages.tsx';
import { Spoken } from '../src/ui/spoken.tsx';
import { useLive } from '../src/ui/use-live.ts';
import { useDesk } from './desk-context.ts';
import { SearchResult } from './search-result.tsx';
import { usePress } from './use-press.ts';
import type { Found } from './use-search.ts';

interface SearchResultsProps {
  /** null: the first answer is on its way. */
  found: Found | null;
  /** The search ends: what was chosen lies in a list that it hides. */
  onLeave: () => void;
}

/** As many of each group are shown at first, and with each press of its button. */
const FIRST = 5;
const MORE = 50;

/** What was found, by where it lies. */
export function SearchResults({ found, onLeave }: SearchResultsProps) {
  const say = useSay();
  const { db, browser, commands, issues, newsletter } = useDesk();
  const [more, setMore] = useState<{ query: string; counts: Record<string, number> }>({ query: '', counts: {} });
  const counts = more.query === found?.query ? more.counts : {};
  const groups = useMemo(() => found?.groups ?? [], [found]);
  const shown = groups.map((group) => ({ group, docs: group.found.slice(0, counts[group.name] ?? FIRST) }));
  const ids = shown.flatMap(({ docs }) => docs.filter(({ kind }) => kind === 'entry').map(({ id }) => id));
  const entries = useLive(db, async () => {
    const records = (await db.entries.bulkGet(ids)).filter((record) => record !== undefined);
    return new Map(parseRecords('entries', Entry, records).sound.map((entry) => [entry.id, entry]));
  }, [ids.join()]).value;

  // Templates are Liquid: once for each issue that is shown.
  const addresses = useRef({ of: newsletter, known: new Map<string, string | null>() });
  if (addresses.current.of !== newsletter) addresses.current = { of: newsletter, known: new Map() };
  const press = usePress();
  const referenceTo = (issue: Issue): string | null => {
    if (press === null) return null;
    const { known } = addresses.current;
    let address = known.get(issue.id);
    if (address === undefined) {
      address = press.printedAddressOf(newsletter, issue);
      known.set(issue.id, address);
    }
    return address === null ? null : `[#${issue.number}](${address})`;
  };

  if (found === null) return <div class="scroll" />;
  const named = (group: SearchGroup) => {
    if (group.issueId === null) return say(GROUP_NAMES[group.state]);
    return say('deskFoundInIssueGroup', issues.find(({ id }) => id === group.issueId)?.number ?? '');
  };
  const go = (doc: SearchDoc, group: SearchGroup) => {
    if (doc.kind === 'issue') return commands.goToIssue(doc.id);
    if (group.state !== 'issue' && group.state !== 'published') onLeave();
    commands.goTo(doc.id);
  };
  const copy = async (issue: Issue, reference: string) => {
    try {
      await browser.copyText(reference);
      commands.tell(say('deskReferenceCopied', issue.number));
    } catch {
      commands.tell(say('deskCopyRefused'));
    }
  };
  const said =
    found.count === 0
      ? say(found.complete ? 'deskFoundNothing' : 'deskFoundNothingYet', found.query.trim())
      : sayCount(say, found.complete ? 'deskFound' : 'deskFoundSoFar', found.count, found.query.trim());
  return (
    // biome-ignore lint/a11y/useSemanticElements: a named place to scroll, as the lists are
    <div class="scroll" role="region" aria-label={say('deskSearchResults')} data-list="search">
      <p class="rail-h">{said}</p>
      <Spoken text={said} after={600} />
      {shown.map(({ group, docs }) => (
        <div key={group.name}>
          <h3 class="rail-h">
            {named(group)} <span>{group.found.length.toLocaleString('en')}</span>
          </h3>
          <ul>
            {docs.map((doc) => (
              <SearchResult
                key={`${doc.kind}/${doc.id}`}
                doc={doc}
                entry={entries?.get(doc.id)}
                group={group}
                words={found.words}
                onGo={() => go(doc, group)}
                onOpenIssue={(issue) => commands.goToIssue(issue.id)}
                onCopyReference={(issue, reference) => void copy(issue, reference)}
                referenceTo={referenceTo}
              />
            ))}
          </ul>
          {group.found.length > docs.length && (
            <p class="more">
              <button
                class="act"
                type="button"
                onClick={() => setMore({ query: found.query, counts: { ...counts, [group.name]: docs.length + MORE } })}
              >
                {sayCount(say, 'deskFoundMore', group.found.length - docs.length)}{' '}
                <span class="vh">{named(group)}</span>
              </button>
            </p>
          )}
        </div>
      ))}
    </div>
  );
}

const GROUP_NAMES = {
  issue: 'deskTheIssue',
  backlog: 'deskFoundInBacklog',
  draft: 'deskDrafts',
  published: 'deskFoundPublished',
  bin: 'deskFoundInBin',
} as const;
