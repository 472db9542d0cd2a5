import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Entry } from '../src/domain/entry.ts';
import type { Issue } from '../src/domain/issue.ts';
import type { Newsletter } from '../src/domain/newsletter.ts';
import type { PlainDate } from '../src/domain/plain-date.ts';
import type { PreflightInput } from '../src/roundup/preflight/facts.ts';
import { type Finding, KINDS, type Kind } from '../src/roundup/preflight/finding.ts';
import type { Database } from '../src/storage/database.ts';
import { publishedAbout } from '../src/storage/published.ts';
import { useLive } from '../src/ui/use-live.ts';
import { usePress } from './use-press.ts';
import type { PrintedLive } from './use-printed.ts';
import { useSame } from './use-same.ts';

interface PreflightOptions {
  db: Database;
  /** The issue that is shown; null: there is none, or it has gone out and is only to be read. */
  issue: Issue | null;
  /** Every issue of the newsletter; null: not all of them are known yet, so nothing can be said of what went out. */
  issues: readonly Issue[] | null;
  entries: readonly Entry[];
  /** Those of the newsletter. */
  drafts: readonly Entry[];
  newsletter: Newsletter | null;
  printedLive: PrintedLive | null;
  today: PlainDate;
}

/** What preflight says of the issue that is shown. */
export interface Preflight {
  /** What is still to be looked at. */
  findings: readonly Finding[];
  /** What the editor has waved through and is still so. */
  waived: readonly Finding[];
  /** The checks that found nothing. */
  passed: readonly Kind[];
  /** Finds once more, in what is known now: the finding with this id, or undefined where it is gone. */
  again: (id: string) => Finding | undefined;
}

/** The pause before it: long enough that it does not fall between two keys, and longer where it takes long. */
const pauseAfter = (took: number) => Math.min(2000, 250 + 3 * took);

/** Follows the issue that is shown, never in the way of somebody who types. null: nothing is known yet. */
export function usePreflight(options: PreflightOptions): Preflight | null {
  const { db, issue, issues, entries, newsletter, printedLive, today } = options;
  const press = usePress();
  const issueId = issue?.id ?? null;
  const keys = useMemo(
    () => [...new Set(entries.flatMap(({ links }) => links.map(({ key }) => key)))].filter((key) => key !== '').sort(),
    [entries],
  );
  const asked = keys.join('\n');
  const published = useLive(db, async () => {
    const others = issues?.filter(({ id }) => id !== issueId);
    return others === undefined ? undefined : publishedAbout(db, others, keys);
  }, [issueId, issues, asked]);
  const shownDrafts = useSame(options.drafts);

  const ready = issue !== null && newsletter !== null && published.value !== undefined;
  const input = useMemo<PreflightInput | null>(() => {
    if (!ready || issue === null || newsletter === null) return null;
    const about = published.value;
    const printed = printedLive?.printed;
    return {
      issue,
      entries,
      drafts: shownDrafts,
      newsletter,
      today,
      rendering: printed?.fault === null ? printed.rendering : null,
      proof: printed?.fault === null ? (printedLive?.proof ?? null) : null,
      published: (key) => about?.get(key) ?? [],
    };
  }, [ready, issue, entries, shownDrafts, newsletter, today, printedLive, published.value]);

  const [found, setFound] = useState<{ issueId: string; findings: readonly Finding[] } | null>(null);
  const took = useRef(0);
  const latest = useRef(input);
  latest.current = input;
  const isKnown = found !== null && found.issueId === issueId;
  useEffect(() => {
    if (press === null || input === null) return;
    const look = () => {
      const began = performance.now();
      const findings = press.preflight(input);
      took.current = performance.now() - began;
      setFound({ issueId: input.issue.id, findings });
    };
    const timer = setTimeout(look, isKnown ? pauseAfter(took.current) : 0);
    return () => clearTimeout(timer);
  }, [press, input]);

  const waivedIds = issue?.waived;
  return useMemo(() => {
    if (press === null || !isKnown || found === null || waivedIds === undefined) return null;
    const isWaived = new Set(waivedIds);
    const kinds = new Set(found.findings.map(({ kind }) => kind));
    return {
      findings: found.findings.filter(({ id }) => !isWaived.has(id)),
      waived: found.findings.filter(({ id }) => isWaived.has(id)),
      passed: KINDS.filter((kind) => !kinds.has(kind)),
      again: (id: string) =>
        latest.current === null ? undefined : press.preflight(latest.current).find((finding) => finding.id === id),
    };
  }, [press, isKnown, found, waivedIds]);
}
