import 'fake-indexeddb/auto';
import { randomUUID } from 'node:crypto';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toString as plainText } from 'mdast-util-to-string';
import type { Entry } from '../../src/domain/entry.ts';
import type { Issue } from '../../src/domain/issue.ts';
import { type Newsletter, sectionsOf } from '../../src/domain/newsletter.ts';
import { byRank } from '../../src/domain/rank.ts';
import { recordsOf } from '../../src/roundup/issue-records.ts';
import type { LearnedStyle, PastIssue } from '../../src/roundup/learn-style.ts';
import { learnedNewsletter } from '../../src/roundup/learned-newsletter.ts';
import { parseIssue } from '../../src/roundup/parse-issue.ts';
import { type EntryPlace, render } from '../../src/roundup/render.ts';
import { Database } from '../../src/storage/database.ts';
import { entriesIn } from '../../src/storage/entries.ts';
import { addNewsletter, allNewsletters, issuesOf } from '../../src/storage/newsletters.ts';
import { saveEntry } from '../../src/storage/save-entry.ts';

/** A past issue printed again, and the records it was printed from. */
export interface Reprint {
  markdown: string;
  places: EntryPlace[];
  newsletter: Newsletter;
  issue: Issue;
  entries: Entry[];
}

/** Takes a past issue apart, saves the parts, and prints what the database then holds in the learned style. */
export async function reprint(learned: LearnedStyle, file: PastIssue): Promise<Reprint> {
  const making = { newId: randomUUID, now: Date.now() };
  const parsed = parseIssue(file.markdown, learned);
  const made = recordsOf(parsed, file, learnedNewsletter('Reprint', learned, making), making);
  const db = new Database('relaxed', `reprint-${randomUUID()}`);
  try {
    await addNewsletter(db, { newsletter: made.newsletter, issue: made.issue });
    for (const entry of made.entries) await saveEntry(db, entry, making.now);
    const [newsletter] = await allNewsletters(db);
    const [issue] = await issuesOf(db, made.newsletter.id);
    if (newsletter === undefined || issue === undefined)
      throw new Error(`${file.fileName}: its records do not read back.`);
    const { sound, damaged } = await entriesIn(db, newsletter.id, issue.id);
    if (damaged.length > 0) throw new Error(`${file.fileName}: ${damaged.map(({ reason }) => reason).join('; ')}`);
    const entries = sound.sort(byRank);
    return { ...render(issue, entries, newsletter), newsletter, issue, entries };
  } finally {
    await db.delete();
  }
}

/** The sections of a reprint with their entries, as data for whoever checks it. */
export function partsOf({ newsletter, issue, entries }: Reprint): object {
  const placed = (id: string) => ({
    id,
    rank: issue.headings?.[id]?.rank || newsletter.sections.find((one) => one.id === id)?.rank || '',
  });
  const sections = sectionsOf(newsletter, issue.id)
    .sort((a, b) => byRank(placed(a.id), placed(b.id)))
    .map(({ id, name }) => ({
      // As this issue printed it: the newsletter may know it under another name.
      name: printedName(issue.headings?.[id]?.name) || name,
      intro: issue.sections[id]?.intro ?? '',
      entries: entries
        .filter(({ sectionId }) => sectionId === id)
        .map(({ shape, links, commentary }) => ({
          shape: links.length === 0 ? 'note' : shape,
          links: links.map(({ title, address, byline }) => ({ title, url: address, byline })),
          commentary,
        })),
      isBare: issue.headings?.[id]?.isBare === true,
    }));
  return {
    sections: sections
      .filter(({ intro, entries: own, isBare }) => intro !== '' || own.length > 0 || isBare)
      .map(({ isBare: _, ...section }) => section),
  };
}

/** The words of a heading that is Markdown. */
const printedName = (heading = '') => plainText(fromMarkdown(heading)).trim();
