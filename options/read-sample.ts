import { blankEntry, type Entry } from '../src/domain/entry.ts';
import { blankIssue, type Issue } from '../src/domain/issue.ts';
import { linkToTab } from '../src/domain/link.ts';
import { SHAPES } from '../src/domain/shape.ts';
import type { StyleSample } from '../src/roundup/try-style.ts';
import type { Database } from '../src/storage/database.ts';
import { entriesIn } from '../src/storage/entries.ts';
import { issuesOf } from '../src/storage/newsletters.ts';

/** What a style is shown on, and the issues among which the editor chooses. */
export interface ReadSample extends StyleSample {
  issues: readonly { id: string; number: number }[];
}

/** So many issues are offered. */
const OFFERED = 20;

/**
 * What a style is shown on: the chosen issue, else the newest that went out, else the open one, with its entries. Where
 * there are none, entries of all shapes are invented, so that every template prints something.
 */
export async function readSample(
  db: Database,
  newsletterId: string,
  { chosen, now }: { chosen: string | null; now: number },
): Promise<ReadSample> {
  const found = (await issuesOf(db, newsletterId)).filter(({ deletedAt }) => deletedAt === null);
  found.sort((a, b) => Number(b.printed !== null) - Number(a.printed !== null) || b.number - a.number);
  const issues = found.slice(0, OFFERED).map(({ id, number }) => ({ id, number }));
  const asked = found.filter(({ id }) => id === chosen);
  for (const issue of [...asked, ...found.slice(0, 3)]) {
    const { sound } = await entriesIn(db, newsletterId, issue.id);
    if (sound.length > 0) return { issue, entries: sound, issues };
  }
  const [issue = invented(newsletterId, now)] = asked.length > 0 ? asked : found;
  return { issue, entries: SHAPES.map((shape, at) => inventedEntry(shape, at, issue, now)), issues };
}

function invented(newsletterId: string, now: number): Issue {
  return blankIssue({ id: 'sample', newsletterId, number: 1, date: new Date(now).toISOString().slice(0, 10), now });
}

function inventedEntry(shape: Entry['shape'], at: number, { id, newsletterId }: Issue, now: number): Entry {
  const address = 'https://gauge.example/quiet-hour';
  return {
    ...blankEntry(`sample-${at}`, now),
    newsletterId,
    issueId: id,
    state: 'kept',
    rank: `a${at}`,
    shape,
    links: [
      {
        ...linkToTab({ address, title: 'The quiet hour: one microscope, no bookings' }),
        byline: 'Ilse Vandermoot, Gauge',
      },
    ],
    commentary:
      shape === 'inline'
        ? `For one hour a day [nobody may book the confocal](${address}).`
        : 'For one hour a day nobody may book the confocal. It sounds like waste.',
    dueOn: shape === 'listing' ? '2031-05-09' : null,
  };
}
