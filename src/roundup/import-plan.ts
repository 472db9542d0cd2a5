import { isWebAddress } from '../domain/address.ts';
import { type Entry, firstWords } from '../domain/entry.ts';
import type { Issue } from '../domain/issue.ts';
import type { Newsletter } from '../domain/newsletter.ts';
import type { PlainDate } from '../domain/plain-date.ts';
import { factsOf } from './issue-facts.ts';
import { recordsOf } from './issue-records.ts';
import type { LearnedOutlet } from './learn-bylines.ts';
import { learnStyle } from './learn-style.ts';
import { learnedNewsletter } from './learned-newsletter.ts';
import { parseIssue } from './parse-issue.ts';
import type { ParsedEntry, ParsedIssue } from './parsed-issue.ts';
import { type MergedName, takeOver } from './take-over.ts';

/** A file that the editor gave to import. */
export interface ImportFile {
  /** Where it was found: `posts/2022/0129.md`. */
  path: string;
  markdown: string;
}

/** What the import is asked to do, and what is there already. */
export interface ImportContext {
  /** null: none yet; the import founds one. */
  newsletter: Newsletter | null;
  /** Name for the newsletter that is founded; empty: as its issues say. */
  name: string;
  language: string;
  /** Issues that are there: their numbers, and what they were published as. */
  issues: readonly { number: number; markdown: string | null }[];
  /** Whether the learned style becomes the newsletter's. */
  withStyle: boolean;
  importId: string;
  now: number;
}

/** Why a file is not imported. */
export type Refusal = 'there' | 'number-taken' | 'twice' | 'no-issue' | 'no-number' | 'draft';

/** What would become of a file. */
export interface FileFate {
  path: string;
  /** null: it is imported. */
  refusal: Refusal | null;
  number: number | null;
  date: PlainDate | null;
  /** It says no day: this one lies between those of its neighbours. */
  isDateGuessed: boolean;
  entries: number;
}

/** What is wrong with a link of an entry that is imported as it is. */
export type LinkFault = 'no-words' | 'no-address' | 'words-in-address';

/** What would become of an entry. */
export interface EntryFate {
  name: string;
  path: string;
  /** In the file, from 1. */
  line: number;
  issueNumber: number;
  section: string;
  /** The name it was printed under, where that is another one. */
  printedAs: string | null;
  fault: LinkFault | null;
  /** The first of the imported issues in which the same page ran before. */
  ranIn: number | null;
}

/** What an import would do. Nothing of it is in the database yet. */
export interface ImportPlan {
  importId: string;
  newsletter: Newsletter;
  isFounded: boolean;
  issues: Issue[];
  entries: Entry[];
  files: FileFate[];
  fates: EntryFate[];
  sectionsAdded: string[];
  sectionsMerged: MergedName[];
  rules: number;
  outlets: LearnedOutlet[];
}

/** The newest issues teach the style: an old habit is none, and hundreds of issues say the same again. */
const TEACHERS = 40;

/**
 * Reads files as past issues and says what importing them would do. The same file again is "there"; another one under a
 * number that is taken is never laid over it.
 *
 * @param tell is called before each file is read, with how many were.
 * @throws where there is no issue to learn from: `files` then says why of each, in the error's `files`.
 */
export function planImport(
  given: readonly ImportFile[],
  context: ImportContext,
  newId: () => string,
  tell: (step: 'read' | 'learn' | 'take-apart', done: number) => void = () => {},
): ImportPlan {
  const read = readAll(given, context, (done) => tell('read', done));
  const chosen = read.filter(({ fate }) => fate.refusal === null);
  tell('learn', 0);
  const teachers = chosen
    .slice(-TEACHERS)
    .map(({ file }) => ({ fileName: nameOf(file.path), markdown: file.markdown }));
  const learned = learnStyle(teachers);
  const making = { newId, now: context.now };
  const taken =
    context.newsletter === null
      ? founded(learned, context, chosen[0]?.parsed, making)
      : takeOver(context.newsletter, learned, { ...making, withStyle: context.withStyle });
  const plan: ImportPlan = {
    importId: context.importId,
    newsletter: taken.newsletter,
    isFounded: context.newsletter === null,
    issues: [],
    entries: [],
    files: read.map(({ fate }) => fate),
    fates: [],
    sectionsAdded: taken.added,
    sectionsMerged: taken.merged,
    rules: learned.rules.length,
    outlets: learned.outlets,
  };
  const ran = new Map<string, number>();
  for (const [at, { file, fate }] of chosen.entries()) {
    tell('take-apart', at);
    const parsed = parseIssue(file.markdown, { sectionLevel: learned.sectionLevel });
    takeApart(plan, { file, fate, parsed }, { ...making, ran });
  }
  return plan;
}

interface ReadFile {
  file: ImportFile;
  parsed: ParsedIssue;
  fate: FileFate;
}

/** All files in the order of their numbers, each with what becomes of it. */
function readAll(given: readonly ImportFile[], { issues }: ImportContext, tell: (done: number) => void): ReadFile[] {
  const there = new Map(
    issues.flatMap(({ number, markdown }) => (markdown === null ? [] : [[markdown, number] as const])),
  );
  const taken = new Set(issues.filter(({ markdown }) => markdown !== null).map(({ number }) => number));
  const seen = new Set<string>();
  const read = given.map((file, at): ReadFile => {
    tell(at);
    const parsed = parseIssue(file.markdown);
    const facts = factsOf(parsed, nameOf(file.path));
    const isNumbered = facts.number > 0 && facts.number !== 19700101;
    const fate: FileFate = {
      path: file.path,
      refusal: null,
      number: isNumbered ? facts.number : null,
      date: facts.date === '1970-01-01' ? null : facts.date,
      isDateGuessed: false,
      entries: parsed.sections.reduce((sum, { entries }) => sum + entries.length, 0),
    };
    const links = parsed.sections.flatMap(({ entries }) => entries.flatMap((entry) => entry.links));
    if (there.has(file.markdown)) fate.refusal = 'there';
    else if (seen.has(file.markdown)) fate.refusal = 'twice';
    else if (isDraft(parsed)) fate.refusal = 'draft';
    else if (links.length === 0) fate.refusal = 'no-issue';
    else if (fate.number === null) fate.refusal = 'no-number';
    seen.add(file.markdown);
    return { file, parsed, fate };
  });
  read.sort((a, b) => (a.fate.number ?? 0) - (b.fate.number ?? 0));
  for (const { fate } of read) {
    if (fate.refusal !== null || fate.number === null) continue;
    if (taken.has(fate.number)) fate.refusal = 'number-taken';
    taken.add(fate.number);
  }
  guessDates(read.map(({ fate }) => fate).filter(({ refusal }) => refusal === null));
  return read;
}

/** Front matter of Jekyll and Hugo says so of what was never published. */
const isDraft = ({ front }: ParsedIssue) =>
  front?.fields.some(
    ({ key, value }) =>
      (key === 'draft' && value.trim() === 'true') || (key === 'published' && value.trim() === 'false'),
  ) ?? false;

/** An issue that says no day gets that of the one before it, or of the first that says one; it is told that it is guessed. */
function guessDates(fates: readonly FileFate[]): void {
  let last = fates.find(({ date }) => date !== null)?.date ?? null;
  for (const fate of fates) {
    fate.isDateGuessed = fate.date === null;
    fate.date ??= last;
    last = fate.date;
  }
}

function founded(
  learned: ReturnType<typeof learnStyle>,
  { name, language }: ImportContext,
  first: ParsedIssue | undefined,
  making: { newId: () => string; now: number },
) {
  const newsletter = learnedNewsletter(name || nameIn(first) || 'Newsletter', learned, { ...making, language });
  return { newsletter, added: learned.sections.map((section) => section.name), merged: [] };
}

/** What the heading or the title of an issue calls the newsletter: what is left without number and day. */
export function nameIn(parsed: ParsedIssue | undefined): string {
  const title = parsed?.front?.fields.find(({ key }) => key.toLowerCase() === 'title')?.value ?? '';
  for (const text of [parsed?.heading ?? '', title.replace(/^["']|["']$/g, '')]) {
    const bare = text
      .replace(/(?:\bissue|\bno\.?|#|,)\s*#?\d+.*$/i, '')
      .replace(/\s+\d+\s*$/, '')
      .replace(/[\s,:–—-]+$/, '')
      .trim();
    if (/\p{L}{3}/u.test(bare) && bare.length <= 60) return bare;
  }
  return '';
}

/** Noon of a day in UTC: on no place on earth is it another day by more than the night. */
const noon = (day: PlainDate) => Date.parse(`${day}T12:00:00Z`);

function takeApart(
  plan: ImportPlan,
  { file, fate, parsed }: ReadFile,
  { newId, now, ran }: { newId: () => string; now: number; ran: Map<string, number> },
): void {
  const made = recordsOf(parsed, { fileName: nameOf(file.path), markdown: file.markdown }, plan.newsletter, {
    newId,
    now,
  });
  const date = fate.date ?? new Date(now).toISOString().slice(0, 10);
  const at = noon(date);
  const { importId } = plan;
  plan.newsletter = made.newsletter;
  const entries = made.entries.map(
    (entry): Entry => ({ ...entry, createdAt: at, savedAt: at, editedAt: at, importId }),
  );
  plan.entries.push(...entries);
  plan.issues.push({
    ...made.issue,
    number: fate.number ?? made.issue.number,
    date,
    state: 'published',
    publishedAt: at,
    printed: { markdown: file.markdown, style: plan.newsletter.style, entryIds: entries.map(({ id }) => id) },
    importId,
  });
  const lineOf = lineCounter(file.markdown);
  const names = new Map(plan.newsletter.sections.map(({ id, name }) => [id, name]));
  // Records stand in the order in which the entries were parsed.
  const records = entries.values();
  for (const { name, entries: stood } of parsed.sections) {
    for (const entry of stood) {
      const record = records.next().value;
      const section = names.get(record?.sectionId ?? '') ?? name;
      const key = record?.links[0]?.key ?? '';
      plan.fates.push({
        name: entryName(entry),
        path: file.path,
        line: lineOf(entry.start),
        issueNumber: fate.number ?? made.issue.number,
        section,
        printedAs: section === name ? null : name,
        fault: faultOf(entry),
        ranIn: (key === '' ? undefined : ran.get(key)) ?? null,
      });
      if (key !== '' && !ran.has(key)) ran.set(key, fate.number ?? made.issue.number);
    }
  }
}

const entryName = ({ links, commentary }: ParsedEntry) =>
  firstWords(links.find(({ text }) => text.trim() !== '')?.text ?? commentary, 80);

function faultOf({ links }: ParsedEntry): LinkFault | null {
  for (const { text, address, title } of links) {
    if (/\s/.test(address.trim()) || /%20[a-z]+%20[a-z]+/i.test(address)) return 'words-in-address';
    if (!isWebAddress(address) && !/^(?:mailto:|#|\/)/i.test(address)) return 'no-address';
    if (text.trim() === '' && !title.includes('![')) return 'no-words';
  }
  return null;
}

/** Gives the line of ever higher offsets, without counting from the start each time. */
function lineCounter(text: string): (offset: number) => number {
  let line = 1;
  let at = 0;
  return (offset) => {
    for (let next = text.indexOf('\n', at); next >= 0 && next < offset; next = text.indexOf('\n', at)) {
      line += 1;
      at = next + 1;
    }
    return line;
  };
}

const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1);
