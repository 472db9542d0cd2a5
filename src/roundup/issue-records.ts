import { addressKey } from '../domain/address.ts';
import { blankEntry, type Entry } from '../domain/entry.ts';
import type { HouseStyle, OwnGlue } from '../domain/house-style.ts';
import { blankIssue, type Issue, type IssueHeading } from '../domain/issue.ts';
import type { Link } from '../domain/link.ts';
import { type Newsletter, sectionsOf } from '../domain/newsletter.ts';
import { byRank, rankBetween, ranksAfter } from '../domain/rank.ts';
import { foldName, type Section } from '../domain/section.ts';
import { leadOf } from './entry-lead.ts';
import { escapeAddress, escapeText } from './escape.ts';
import { frontMatterOf } from './front-matter.ts';
import { factsOf } from './issue-facts.ts';
import { frontSlot, unquoted, without } from './learn-frame.ts';
import { entryGlue, type PastIssue } from './learn-style.ts';
import { parseIssue } from './parse-issue.ts';
import type { ParsedEntry, ParsedIssue, ParsedLink, ParsedSection } from './parsed-issue.ts';
import { isText, render } from './render.ts';
import { sectionMeant } from './section-names.ts';

/** The records that a past issue becomes. The newsletter may have got sections that it did not have. */
export interface IssueRecords {
  newsletter: Newsletter;
  issue: Issue;
  entries: Entry[];
}

/** Ids and the time come from the caller. */
export interface Making {
  newId: () => string;
  now: number;
}

/**
 * A past issue as records of its parts, so that it can be printed again from them. Wherever the issue departs from the
 * newsletter's style, its record says so; what it shares with the style is not repeated.
 */
export function recordsOf(
  parsed: ParsedIssue,
  { fileName, markdown }: PastIssue,
  newsletter: Newsletter,
  making: Making,
): IssueRecords {
  const { number, date } = factsOf(parsed, fileName);
  const issue: Issue = {
    ...blankIssue({ id: making.newId(), newsletterId: newsletter.id, number, date, now: making.now }),
    title: parsed.title,
    letter: parsed.letter,
    glue: departing(parsed.glue, newsletter.style.glue),
    headings: {},
  };
  const records: IssueRecords = { newsletter, issue, entries: [] };
  placeSections(records, parsed.sections, making);
  records.entries = asTheyStood(records, parsed, markdown);
  records.issue = withFrame(records, parsed, markdown);
  return records;
}

/** The glue that is not as the style, or what goes before it, says. */
function departing(own: OwnGlue, ...says: readonly OwnGlue[]): OwnGlue {
  const usual: OwnGlue = Object.assign({}, ...says);
  return Object.fromEntries(Object.entries(own).filter(([name, text]) => text !== usual[name]));
}

/** Finds or makes the record of each section, and fills it with its entries. */
function placeSections(records: IssueRecords, sections: readonly ParsedSection[], making: Making): void {
  const used: Section[] = [];
  const known = sectionsOf(records.newsletter);
  const free = new Map<string, Section[]>();
  for (const section of known) {
    for (const name of new Set([section.name, ...section.aliases].map(foldName))) {
      free.set(name, [...(free.get(name) ?? []), section]);
    }
  }
  const here = new Set(sections.map(({ name }) => foldName(name)));
  // What another section of the issue is called by name is not meant by a name that is nearly the same.
  const isCalled = ({ name, aliases }: Section) => [name, ...aliases].some((one) => here.has(foldName(one)));
  const taken = new Set<string>();
  const made: Section[] = [];
  for (const parsed of sections) {
    const called = free.get(foldName(parsed.name))?.find(({ id }) => !taken.has(id));
    const found =
      called ??
      sectionMeant(
        known.filter((section) => !taken.has(section.id) && !isCalled(section)),
        parsed.name,
      );
    const section = found ?? newSection(records.issue, parsed.name, { known, previous: used.at(-1), making });
    if (found === undefined) made.push(section);
    taken.add(section.id);
    used.push(section);
    const entries = entriesOf(parsed, section, records, making);
    records.entries.push(...entries);
    if (parsed.intro !== '') records.issue.sections[section.id] = { intro: parsed.intro, leftOut: false };
    const { style } = records.newsletter;
    const glue = departing(parsed.glue, style.glue, { after: style.glue.betweenSections }, section.glue ?? {});
    const { afterHeading = style.glue.afterHeading } = { ...section.glue, ...glue };
    if (glue.afterIntro === afterHeading && parsed.glue.afterIntro === style.glue.afterHeading) delete glue.afterIntro;
    const name = escapeText(section.name, 'heading') === parsed.heading ? '' : parsed.heading;
    const isEmpty = parsed.entries.length === 0 && parsed.intro === '';
    if (name !== '' || isEmpty || Object.keys(glue).length > 0)
      setHeading(records.issue, section.id, { name, glue, isBare: isEmpty });
  }
  records.newsletter = { ...records.newsletter, sections: [...records.newsletter.sections, ...made] };
  inOrder(records, used);
}

function setHeading(issue: Issue, id: string, fields: Partial<IssueHeading>): void {
  const headings = issue.headings ?? {};
  issue.headings = headings;
  headings[id] = { ...(headings[id] ?? { name: '', rank: '', isBare: false, glue: {} }), ...fields };
}

/** A section that the newsletter does not have: for this issue alone, behind the one it follows there. */
function newSection(
  issue: Issue,
  name: string,
  { known, previous, making }: { known: readonly Section[]; previous: Section | undefined; making: Making },
): Section {
  const before = previous?.rank ?? null;
  const next = known.find(({ rank }) => before === null || rank > before);
  return {
    id: making.newId(),
    name,
    aliases: [],
    shape: null,
    separator: null,
    onlyIn: issue.id,
    rank: rankBetween(before, next?.rank ?? null),
    changedAt: making.now,
    deletedAt: null,
  };
}

/** Where the issue has another order than the newsletter, it says so. */
function inOrder(records: IssueRecords, used: readonly Section[]): void {
  const inNewsletter = used.toSorted(byRank);
  if (used.every((section, at) => section.id === inNewsletter[at]?.id)) return;
  const ranks = ranksAfter(null, used.length);
  for (const [at, { id }] of used.entries()) setHeading(records.issue, id, { rank: ranks[at] ?? '' });
}

function entriesOf(parsed: ParsedSection, section: Section, records: IssueRecords, making: Making): Entry[] {
  const { style } = records.newsletter;
  const ranks = ranksAfter(null, parsed.entries.length);
  return parsed.entries.map((own, at): Entry => {
    const next = parsed.entries[at + 1];
    const lead = leadOf(isText(own), style.glue, section.glue);
    const after = between(own, next, section, style);
    const glue = departing(entryGlue(own, at), style.glue, { after }, section.glue ?? {}, { lead });
    const said = { ...style.glue, ...section.glue, ...glue };
    return {
      ...blankEntry(making.newId(), making.now),
      newsletterId: records.newsletter.id,
      state: 'kept',
      sectionId: section.id,
      issueId: records.issue.id,
      rank: ranks[at] ?? '',
      shape: own.shape,
      links: own.links.map((link) => linkOf(link, said)),
      commentary: own.commentary,
      savedAt: making.now,
      ...(Object.keys(glue).length > 0 && { glue }),
    };
  });
}

/** What the style puts between two entries. */
function between(entry: ParsedEntry, next: ParsedEntry | undefined, section: Section, { glue }: HouseStyle): string {
  if (section.separator !== null) return section.separator;
  const isShort = ({ shape }: ParsedEntry) => shape === 'one-liner' || shape === 'listing';
  return next !== undefined && isShort(entry) && isShort(next) ? glue.betweenShort : glue.betweenEntries;
}

function linkOf(parsed: ParsedLink, said: OwnGlue): Link {
  const { title, address, byline, tag, tail, written, reference } = parsed;
  const glue = departing(parsed.glue, said);
  return {
    address,
    original: address,
    key: addressKey(address),
    title,
    titleIsMarkdown: true,
    byline,
    capture: null,
    ...(tag !== '' && { tag }),
    ...(tail !== '' && { tail }),
    ...(reference !== undefined && { reference }),
    ...(written !== '' && escapeAddress(address) !== written && { written }),
    ...(Object.keys(glue).length > 0 && { glue }),
  };
}

/** Prints the issue to see where its frame is not the usual one, and lets it say so there. */
function withFrame(records: IssueRecords, parsed: ParsedIssue, markdown: string): Issue {
  let { issue } = records;
  // What stands before the sections does not hang on the entries, and printing them takes long.
  const print = () => render(issue, [], records.newsletter).markdown;
  const set = (fields: Record<string, string>) => {
    issue = { ...issue, frame: { ...issue.frame, ...fields } };
  };
  const subtitle = parsed.front?.fields.find(({ key }) => key === 'subtitle')?.value ?? '';
  issue = { ...issue, subtitle: unquoted(subtitle) ?? '' };
  set({ with: without(parsed.title === '' ? [] : ['title']) });
  const absent = [
    ...(parsed.title === '' ? ['title'] : []),
    ...(parsed.comments === '' ? ['comments'] : []),
    ...(parsed.front === null ? ['front'] : []),
    ...(parsed.closing === '' ? ['closing'] : []),
  ];
  const usual = frontMatterOf(print());
  for (const field of usual?.fields ?? []) {
    const own = parsed.front?.fields.find(({ key }) => key === field.key);
    if (own === undefined) absent.push(frontSlot(field.key));
    else if (own.value !== field.value) set({ [frontSlot(field.key)]: own.value });
  }
  for (const { key, value } of parsed.front?.fields ?? []) {
    const isNew = usual?.fields.every((field) => field.key !== key) ?? true;
    if (isNew && !(key === 'subtitle' && issue.subtitle !== '')) set({ [frontSlot(key)]: value });
  }
  set({ without: without(absent) });
  const front = parsed.front === null ? '' : markdown.slice(0, parsed.front.end);
  if (front !== '' && !startsWithFront(print(), front)) set({ front });
  // A mark in place of letter and sections tells what the style itself prints above them from what it closes with.
  const aroundLetter = (): [above: string, below: string] => {
    const printed = render({ ...issue, letter: MARK, sections: {}, headings: {} }, [], records.newsletter).markdown;
    const at = printed.indexOf(MARK);
    return at < 0 ? [printed, printed] : [printed.slice(0, at), printed.slice(at)];
  };
  if (parsed.comments !== '' && parseIssue(aroundLetter()[0]).comments !== parsed.comments)
    set({ comments: parsed.comments });
  const end = issue.glue?.end ?? records.newsletter.style.glue.end;
  if (parsed.closing !== '' && !aroundLetter()[1].endsWith(parsed.closing + end)) set({ closing: parsed.closing });
  return issue;
}

/** No text of an issue holds it. */
const MARK = '\u{f0001}';

const startsWithFront = (printed: string, front: string) => {
  const end = frontMatterOf(printed)?.end ?? 0;
  return printed.slice(0, end) === front;
};

/**
 * Entries that do not print as they stood are told in another way: a line whose words hold its own link once more as a
 * headline; what remains (with an empty address, say) as text that carries its links, so that nothing of it is lost.
 */
function asTheyStood(records: IssueRecords, parsed: ParsedIssue, markdown: string): Entry[] {
  const stood = parsed.sections.flatMap(({ entries }) => entries.map(({ start, end }) => markdown.slice(start, end)));
  const differing = (entries: readonly Entry[]) => {
    const { markdown: printed, places } = render(records.issue, entries, records.newsletter);
    const texts = new Map(places.map(({ entryId, start, end }) => [entryId, printed.slice(start, end)]));
    return new Set(entries.filter(({ id }, at) => texts.get(id) !== stood[at]));
  };
  const wrong = differing(records.entries);
  const isLine = (entry: Entry) => wrong.has(entry) && entry.shape === 'one-liner' && entry.links.length > 0;
  const { style, sections } = records.newsletter;
  // What stands before an entry hangs on whether it is a text.
  const leads = parsed.sections.flatMap(({ entries }) => entries.map((entry, at) => entryGlue(entry, at).lead ?? ''));
  const asHeadlines = records.entries.map((entry, at): Entry => {
    if (!isLine(entry)) return entry;
    const own = sections.find(({ id }) => id === entry.sectionId)?.glue;
    const { oneLiner = own?.oneLiner ?? style.glue.oneLiner, ...glue } = entry.glue ?? {};
    return { ...entry, shape: 'headline', glue: { ...glue, lead: leads[at] ?? '', body: oneLiner } };
  });
  const still = records.entries.some(isLine) ? differing(asHeadlines) : wrong;
  const told = asHeadlines.map((entry, at): Entry => {
    if (!still.has(entry)) return entry;
    const text = stood[at] ?? '';
    // Its bullet is kept apart where that prints again.
    const lead = /^[ \t]*(?:[-+*]|\d{1,9}[.)]|#{1,6})[ \t]+/.exec(text)?.[0] ?? '';
    return { ...entry, shape: 'inline', commentary: text.slice(lead.length), glue: { ...entry.glue, lead } };
  });
  // What the style puts between two entries hangs on the shapes of both.
  const after = parsed.sections.flatMap(({ entries }) => entries.map(({ glue }) => glue.after));
  return told.map((entry, at): Entry => {
    const isNew = entry.shape !== records.entries[at]?.shape || told[at + 1]?.shape !== records.entries[at + 1]?.shape;
    return isNew && after[at] !== undefined ? { ...entry, glue: { ...entry.glue, after: after[at] } } : entry;
  });
}
