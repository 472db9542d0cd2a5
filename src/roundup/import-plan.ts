import type { Entry } from '../domain/entry.ts';
import type { Issue } from '../domain/issue.ts';
import type { Newsletter } from '../domain/newsletter.ts';
import type { PlainDate } from '../domain/plain-date.ts';
import { foldName } from '../domain/section.ts';
import { factsOf } from './issue-facts.ts';
import { type EntryFate, takeApart } from './issue-import.ts';
import type { LearnedOutlet } from './learn-bylines.ts';
import { type LearnedStyle, learnSections, learnStyle, levelOf } from './learn-style.ts';
import { learnedNewsletter } from './learned-newsletter.ts';
import { type KnownForm, parseIssue } from './parse-issue.ts';
import type { ParsedIssue } from './parsed-issue.ts';
import { recurringEnds } from './recurring-end.ts';
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
  /** Names of sections that stay on their own, though they look like another name of one. */
  apart?: readonly string[];
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

/** What is told while files are read; `done` counts them, and `path` is the one that is next. */
export type Tell = (step: 'read' | 'learn' | 'take-apart', done: number, path: string) => void;

/** Files that were read, and what they taught. From it several plans can be made. */
export interface PastFiles {
  read: readonly ReadFile[];
  learned: LearnedStyle;
}

/**
 * Reads files as past issues and says what importing them would do. The same file again is "there"; another one under a
 * number that is taken is never laid over it.
 */
export function planImport(
  given: readonly ImportFile[],
  context: ImportContext,
  newId: () => string,
  tell: Tell = () => {},
): ImportPlan {
  return planOf(readPast(given, context.issues, tell), context, newId, tell);
}

/** Reads files as past issues, and learns from the newest of them. */
export function readPast(given: readonly ImportFile[], there: ImportContext['issues'], tell: Tell): PastFiles {
  const newest = given.slice(-TEACHERS);
  const known = { sectionLevel: levelOf(newest), ends: recurringEnds(newest) };
  const read = readAll(given, there, known, tell);
  const chosen = read.filter(({ fate }) => fate.refusal === null);
  const teachers = chosen
    .slice(-TEACHERS)
    .map(({ file }) => ({ fileName: nameOf(file.path), markdown: file.markdown }));
  tell('learn', 0, '');
  const learned = learnStyle(teachers);
  for (const one of chosen) {
    // What was supposed of the headings is right nearly always; if not, everything is read once more.
    if (learned.sectionLevel !== known.sectionLevel) one.parsed = parseIssue(one.file.markdown, learned);
  }
  return { read, learned: { ...learned, sections: lastingSections(chosen, learned) } };
}

/** With so many issues, a section of which there is one is that issue's own: a sponsor's, say. */
const MANY = 6;

/** The sections of all issues, the oldest included, but for those that there was once. */
function lastingSections(chosen: readonly ReadFile[], learned: LearnedStyle): LearnedStyle['sections'] {
  const issues = chosen.map(({ parsed }) => parsed.sections);
  const all =
    chosen.length > TEACHERS
      ? learnSections(issues, learned.style.glue).map(({ section }) => section)
      : learned.sections;
  const counts = new Map<string, number>();
  for (const name of issues.flat().map((section) => foldName(section.name))) {
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const countOf = (names: readonly string[]) => names.reduce((sum, name) => sum + (counts.get(foldName(name)) ?? 0), 0);
  return chosen.length < MANY ? all : all.filter(({ name, aliases }) => countOf([name, ...aliases]) > 1);
}

/** Says what importing these files would do, and makes the records. */
export function planOf(
  { read, learned: all }: PastFiles,
  context: ImportContext,
  newId: () => string,
  tell: Tell = () => {},
): ImportPlan {
  const chosen = read.filter(({ fate }) => fate.refusal === null);
  const learned = keptApart(all, context.apart ?? []);
  const making = { newId, now: context.now };
  const taken =
    context.newsletter === null
      ? founded(learned, context, chosen.at(-1)?.parsed, making)
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
  for (const [at, one] of chosen.entries()) {
    tell('take-apart', at, one.file.path);
    takeApart(plan, one, { ...making, ran });
  }
  return plan;
}

/** What was learned, but that the sections of these names are sections of their own. */
function keptApart(learned: LearnedStyle, names: readonly string[]): LearnedStyle {
  const isApart = (name: string) => names.some((one) => foldName(one) === foldName(name));
  const sections = learned.sections.flatMap((section) => [
    { ...section, aliases: section.aliases.filter((name) => !isApart(name)) },
    ...section.aliases.filter(isApart).map((name) => ({ ...section, name, aliases: [] })),
  ]);
  return { ...learned, sections };
}

/** A file as it was read. */
export interface ReadFile {
  file: ImportFile;
  parsed: ParsedIssue;
  fate: FileFate;
}

/** All files in the order of their numbers, each with what becomes of it. */
function readAll(
  given: readonly ImportFile[],
  issues: ImportContext['issues'],
  known: KnownForm,
  tell: Tell,
): ReadFile[] {
  const there = new Map(
    issues.flatMap(({ number, markdown }) => (markdown === null ? [] : [[markdown, number] as const])),
  );
  const taken = new Set(issues.filter(({ markdown }) => markdown !== null).map(({ number }) => number));
  const seen = new Set<string>();
  const read = given.map((file, at): ReadFile => {
    tell('read', at, file.path);
    const parsed = parseIssue(file.markdown, known);
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
  last: ParsedIssue | undefined,
  making: { newId: () => string; now: number },
) {
  const newsletter = learnedNewsletter(name || nameIn(last), learned, { ...making, language });
  const merged = learned.sections.flatMap(({ name: into, aliases }) =>
    aliases.filter((alias) => foldName(alias) !== foldName(into)).map((alias): MergedName => ({ name: alias, into })),
  );
  return { newsletter, added: learned.sections.map((section) => section.name), merged };
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

/** The name of a file without its folders. */
export const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1);
