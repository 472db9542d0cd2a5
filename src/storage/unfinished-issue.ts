import * as z from 'zod/mini';
import { blankEntry, type Entry } from '../domain/entry.ts';
import { Issue } from '../domain/issue.ts';
import { Moment } from '../domain/moment.ts';
import { timeOfChange } from '../domain/time-of-change.ts';
import type { Database } from './database.ts';
import { stored } from './entries.ts';
import type { Work } from './newsletters.ts';
import { holdsText, read } from './unfinished.ts';

/** Where the words of an issue lie that could not be written, beside the database. */
const PREFIX = 'unfinished-issue/';

/** Whether a name in localStorage is that of an issue's words; null: of all that is there. */
export const isUnfinishedIssue = (name: string | null): boolean => name === null || name.startsWith(PREFIX);

/** What an editor writes of an issue, as far as it is known. */
const Words = z.partial(z.pick(Issue, { title: true, subtitle: true, letter: true, frame: true, sections: true }));
type Words = z.infer<typeof Words>;

const Aside = z.object({
  typed: Words,
  /** What the database had of it. */
  before: Words,
  /** When it was typed, in milliseconds since 1970. */
  at: Moment,
});
type Aside = z.infer<typeof Aside>;

/** Lays aside what was typed into an issue and could not be written. */
export function layIssueAside(id: string, aside: Aside): void {
  try {
    localStorage.setItem(PREFIX + id, JSON.stringify(aside));
  } catch {
    // Private window, or no space: the editor was told that it is not kept.
  }
}

/** Forgets what was laid aside of an issue: the database has it. */
export function forgetIssueAside(id: string): void {
  try {
    localStorage.removeItem(PREFIX + id);
  } catch {
    // Nothing was laid aside there.
  }
}

/**
 * Puts into the database the words of issues that a desk could not write before it was closed. What has no place any more,
 * because another page has written the same text since, or the issue has gone out, becomes a draft: an issue has no versions.
 */
export async function bringIssuesHome(db: Database, { newsletter }: Work): Promise<void> {
  for (const id of idsAside()) {
    let home: string | null = null;
    await db.transaction('rw', db.entries, db.issues, async () => {
      const issue = Issue.safeParse(await db.issues.get(id)).data;
      // Only now: whoever wrote here before may have brought it home.
      home = read(PREFIX + id);
      const aside = parsed(home);
      if (aside === undefined) {
        home = null;
        return;
      }
      const isOpen = issue !== undefined && issue.state === 'draft' && issue.deletedAt === null;
      const homeless = isOpen ? await takeOver(db, issue, aside) : [...textsOf(aside.typed).values()];
      const draftId = `aside-${id}-${aside.at}`.slice(0, 100);
      if (homeless.length === 0 || (await db.entries.get(draftId)) !== undefined) return;
      const about = { newsletterId: issue?.newsletterId ?? newsletter.id, issueId: isOpen ? id : null };
      const note: Entry = { ...blankEntry(draftId, aside.at), ...about, commentary: homeless.join('\n\n') };
      await db.entries.add(stored(note));
    });
    if (home !== null && read(PREFIX + id) === home) forgetIssueAside(id);
  }
}

/** Lays the words over the issue as it is now. Resolves with those texts that would take the place of another's. */
async function takeOver(db: Database, issue: Issue, { typed, before, at }: Aside): Promise<string[]> {
  const [now, was] = [textsOf(issue), textsOf(before)];
  const homeless: string[] = [];
  let changed = issue;
  for (const [place, text] of textsOf(typed)) {
    const there = now.get(place) ?? '';
    if (there === (was.get(place) ?? '')) changed = withText(changed, place, text);
    else if (!holdsText(there, text)) homeless.push(text);
  }
  if (changed !== issue) await db.issues.put({ ...changed, changedAt: timeOfChange(at, issue.changedAt) });
  return homeless;
}

/** The texts by their places: `letter`, `frame/closing`, `intro/<section>`. */
function textsOf({ title, subtitle, letter, frame = {}, sections = {} }: Words): Map<string, string> {
  const own = Object.entries({ title, subtitle, letter });
  const frames = Object.entries(frame).map(([name, text]) => [`frame/${name}`, text] as const);
  const intros = Object.entries(sections).map(([id, { intro }]) => [`intro/${id}`, intro] as const);
  return new Map(
    [...own, ...frames, ...intros].flatMap(([place, text]) => (text === undefined ? [] : [[place, text]])),
  );
}

function withText(issue: Issue, place: string, text: string): Issue {
  const [kind, ...names] = place.split('/');
  const name = names.join('/');
  if (kind === 'frame') return { ...issue, frame: { ...issue.frame, [name]: text } };
  if (kind !== 'intro') return { ...issue, [place]: text };
  const section = issue.sections[name] ?? { intro: '', leftOut: false };
  return { ...issue, sections: { ...issue.sections, [name]: { ...section, intro: text } } };
}

function idsAside(): string[] {
  try {
    const names = Object.keys(localStorage).filter((name) => name.startsWith(PREFIX));
    return names.map((name) => name.slice(PREFIX.length));
  } catch {
    // Refused by the browser: then nothing was laid aside either.
    return [];
  }
}

function parsed(json: string | null): Aside | undefined {
  try {
    return Aside.safeParse(JSON.parse(json ?? 'null')).data;
  } catch {
    return undefined;
  }
}
