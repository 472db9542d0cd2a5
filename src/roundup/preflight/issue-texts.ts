import type { Entry } from '../../domain/entry.ts';
import type { Issue } from '../../domain/issue.ts';
import { withAddress } from '../../domain/link.ts';
import { type Newsletter, sectionsOf } from '../../domain/newsletter.ts';
import { byRank } from '../../domain/rank.ts';
import type { Section } from '../../domain/section.ts';
import { escapeAddress } from '../escape.ts';
import type { Part, RepairChange } from './finding.ts';
import { readText, type TextFacts } from './read-text.ts';

/** A Markdown text of the issue, and how another one is put in its place. */
export interface IssueText extends TextFacts {
  source: string;
  /** The commentary of an entry, or a text of the frame: something that others are printed behind. */
  isBlock: boolean;
  write: (source: string) => RepairChange[];
}

/** Something that is printed: an entry, or a text of the frame. */
export interface Holder {
  /** What it is called in ids. */
  where: string;
  entry: Entry | null;
  sectionId: string | null;
  part: Part | null;
  texts: IssueText[];
  /** An address that the frame prints outside of any text. */
  address: string | null;
  /** Puts an address in the place of another one, wherever that stands here. */
  readdress: (from: string, to: string) => RepairChange[];
}

/** A section with the entries that it prints. */
export interface Group {
  /** null: those without a section, which are printed last. */
  section: Section | null;
  leftOut: boolean;
  entries: Entry[];
}

/** The sections of the issue in their order, empty ones and those left out too, then the entries without a section. */
export function groupsIn(issue: Issue, entries: readonly Entry[], newsletter: Newsletter): Group[] {
  const sections = sectionsOf(newsletter, issue.id);
  const bySection = new Map<string | null, Entry[]>([
    [null, []],
    ...sections.map(({ id }) => [id, []] as [string, []]),
  ]);
  for (const entry of entries) (bySection.get(entry.sectionId) ?? bySection.get(null))?.push(entry);
  return [...sections, null].map((section) => ({
    section,
    leftOut: section !== null && (issue.sections[section.id]?.leftOut ?? false),
    entries: (bySection.get(section?.id ?? null) ?? []).sort(byRank),
  }));
}

/** Everything that the issue prints, in the order in which it does. */
export function holdersIn(issue: Issue, groups: readonly Group[]): Holder[] {
  const { hero = '', ...frame } = issue.frame;
  const holders: Holder[] = [];
  if (hero.trim() !== '') holders.push(heroHolder(issue, hero));
  holders.push(frameHolder('letter', null, issue.letter, (letter) => change(issue, { letter })));
  for (const { section, leftOut, entries } of groups) {
    if (leftOut) continue;
    if (section !== null) holders.push(introHolder(issue, section.id));
    holders.push(...entries.map(entryHolder));
  }
  for (const [name, text] of Object.entries(frame)) {
    const write = (changed: string) => change(issue, { frame: { ...issue.frame, [name]: changed } });
    holders.push(frameHolder(name, null, text, write));
  }
  return holders.filter(({ entry, texts, address }) => entry !== null || texts.length > 0 || address !== null);
}

const change = (issue: Issue, fields: Partial<Omit<Issue, 'id'>>): RepairChange[] => [
  { table: 'issues', id: issue.id, fields },
];

function heroHolder(issue: Issue, hero: string): Holder {
  const readdress = (from: string, to: string) =>
    from === hero ? change(issue, { frame: { ...issue.frame, hero: to } }) : [];
  return { where: 'hero', entry: null, sectionId: null, part: 'hero', texts: [], address: hero, readdress };
}

function introHolder(issue: Issue, sectionId: string): Holder {
  const { intro = '', leftOut = false } = issue.sections[sectionId] ?? {};
  return frameHolder('intro', sectionId, intro, (changed) =>
    change(issue, { sections: { ...issue.sections, [sectionId]: { intro: changed, leftOut } } }),
  );
}

function frameHolder(
  part: Part,
  sectionId: string | null,
  source: string,
  write: (source: string) => RepairChange[],
): Holder {
  const text = textOf(source, true, write);
  return {
    where: sectionId === null ? part : `${part}-${sectionId}`,
    entry: null,
    sectionId,
    part,
    texts: source.trim() === '' ? [] : [text],
    address: null,
    readdress: (from, to) => write(readdressed(text, from, to)),
  };
}

function entryHolder(entry: Entry): Holder {
  const known = holders.get(entry);
  if (known !== undefined) return known;
  const fieldsOf = (fields: Partial<Omit<Entry, 'id'>>): RepairChange[] => [{ table: 'entries', id: entry.id, fields }];
  const commentary = textOf(entry.commentary, true, (source) => fieldsOf({ commentary: source }));
  const bylines = entry.links.map((link, at) =>
    textOf(link.byline, false, (byline) => fieldsOf({ links: entry.links.with(at, { ...link, byline }) })),
  );
  const holder: Holder = {
    where: entry.id,
    entry,
    sectionId: entry.sectionId,
    part: null,
    texts: [...bylines, commentary].filter(({ source }) => source.trim() !== ''),
    address: null,
    readdress: (from, to) => {
      const links = entry.links.map((link, at) => {
        const text = bylines[at];
        const byline = text === undefined ? link.byline : readdressed(text, from, to);
        return { ...(link.address === from ? withAddress(link, to) : link), byline };
      });
      return fieldsOf({ links, commentary: readdressed(commentary, from, to) });
    },
  };
  holders.set(entry, holder);
  return holder;
}

/** While one entry is being typed, the others are the very same objects: they are not read again. */
const holders = new WeakMap<Entry, Holder>();

function textOf(source: string, isBlock: boolean, write: (source: string) => RepairChange[]): IssueText {
  return { source, isBlock, write, ...readText(source) };
}

/** The text with an address in the place of another one; where that was written as it is, the new one is, too. */
function readdressed(text: IssueText, from: string, to: string): string {
  const links = text.links.filter(({ address }) => address === from);
  const spans = new Map(links.map(({ addressSpan }) => [addressSpan.start, addressSpan]));
  let source = text.source;
  for (const { start, end } of [...spans.values()].sort((one, other) => other.start - one.start)) {
    const written = source.slice(start, end) === from ? to : (escapeAddress(to) ?? to);
    source = source.slice(0, start) + written + source.slice(end);
  }
  return source;
}
