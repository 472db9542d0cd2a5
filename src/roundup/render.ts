import type { Entry } from '../domain/entry.ts';
import type { OwnGlue } from '../domain/house-style.ts';
import type { Issue } from '../domain/issue.ts';
import { type Link, titleOf } from '../domain/link.ts';
import { type Newsletter, sectionsOf } from '../domain/newsletter.ts';
import { byRank } from '../domain/rank.ts';
import type { Section } from '../domain/section.ts';
import { leadOf } from './entry-lead.ts';
import { escapeAddress } from './escape.ts';
import { HouseTemplates, type PrintedShape } from './house-templates.ts';
import { Markdown } from './markdown.ts';
import { printedEntry } from './printed-entries.ts';
import { readLinks } from './read-links.ts';
import { isSameTarget } from './same-target.ts';

/** The Markdown of an issue, and where in it each entry stands. */
export interface Rendering {
  markdown: string;
  /** Offsets in UTF-16 units; in printing order. */
  places: EntryPlace[];
}

export interface EntryPlace {
  entryId: string;
  start: number;
  end: number;
}

/** A part of the output while it is put together: its text and the entries in it. */
interface Part {
  text: string;
  places: EntryPlace[];
}

/**
 * Prints an issue in the newsletter's house style: the frame around the sections in their order, each with its entries
 * by rank. Sections without entries and intro are left out, and so are those that the issue leaves out. Entries whose
 * section is gone are printed last, without a heading, so that nothing is ever dropped.
 *
 * @param entries those of this issue, in any order; drafts and the bin are the caller's to leave out.
 * @throws LiquidError, with line and column, where a template of the style is wrong.
 */
export function render(issue: Issue, entries: readonly Entry[], newsletter: Newsletter): Rendering {
  const templates = new HouseTemplates(newsletter.style);
  const { glue } = newsletter.style;
  const { headings = {} } = issue;
  const rankOf = ({ id, rank }: Section) => ({ id, rank: headings[id]?.rank || rank });
  const sections = sectionsOf(newsletter, issue.id).sort((a, b) => byRank(rankOf(a), rankOf(b)));
  const known = new Set(sections.map((section) => section.id));
  const parts: (Part & { after?: string | undefined })[] = [];
  for (const section of sections) {
    const { intro = '', leftOut = false } = issue.sections[section.id] ?? {};
    if (leftOut) continue;
    const inSection = entries.filter((entry) => entry.sectionId === section.id).sort(byRank);
    if (inSection.length === 0 && intro === '' && headings[section.id]?.isBare !== true) continue;
    const here = headings[section.id];
    const own = { ...section.glue, ...here?.glue };
    const name = here?.name ? new Markdown(here.name) : section.name;
    const heading = section.name === '' ? '' : templates.heading({ section: { name } }, own);
    const body = printEntries(inSection, section, newsletter, templates);
    const afterHeading = own.afterHeading ?? glue.afterHeading;
    const top = [heading, intro].filter((text) => text !== '').join(afterHeading);
    const printed = join(
      [{ text: top, places: [] }, body].filter((part) => part.text !== ''),
      () => (intro === '' ? afterHeading : (own.afterIntro ?? glue.afterHeading)),
    );
    parts.push({ ...printed, after: here?.glue.after });
  }
  const homeless = entries.filter((entry) => entry.sectionId === null || !known.has(entry.sectionId)).sort(byRank);
  if (homeless.length > 0) parts.push(printEntries(homeless, undefined, newsletter, templates));
  const body = join(parts, (at) => parts[at]?.after ?? glue.betweenSections);
  return frame(issue, newsletter, templates, body);
}

/** Prints one entry on its own, as it would stand in an issue: for the clipboard. */
export function renderEntry(entry: Entry, newsletter: Newsletter): string {
  return printEntry(entry, new HouseTemplates(newsletter.style));
}

function printEntries(
  entries: readonly Entry[],
  section: Section | undefined,
  newsletter: Newsletter,
  templates: HouseTemplates,
): Part {
  const { glue } = newsletter.style;
  const short = (entry: Entry | undefined) => entry?.shape === 'one-liner' || entry?.shape === 'listing';
  const { asksClock } = templates;
  const parts = entries.map((entry, at): Part => {
    const under = { style: newsletter.style, own: section?.glue, at };
    const print = () => printEntry(entry, templates, under);
    const text = asksClock ? print() : printedEntry(entry, under, templates, print);
    return { text, places: [{ entryId: entry.id, start: 0, end: text.length }] };
  });
  return join(parts, (at) => {
    const after = entries[at]?.glue?.after;
    if (after !== undefined) return after;
    if (section !== undefined && section.separator !== null) return section.separator;
    return short(entries[at]) && short(entries[at + 1]) ? glue.betweenShort : glue.betweenEntries;
  });
}

/** @param own glue of its section. @param at which entry of it this is, from 0. */
function printEntry(
  entry: Entry,
  templates: HouseTemplates,
  { own, at }: { own?: OwnGlue | undefined; at: number } = { at: 0 },
): string {
  const hasWords = entry.commentary.trim() !== '';
  const links = entry.links.map((link) => ({
    title: link.titleIsMarkdown ? new Markdown(link.title) : titleOf(link),
    ...printedAddress(link),
    ...(link.byline !== '' && { byline: new Markdown(link.byline) }),
    ...(link.tag !== undefined && { tag: new Markdown(link.tag) }),
    ...(link.tail !== undefined && { tail: new Markdown(link.tail) }),
    // An empty text counts as true in Liquid, as it must: `[title]` alone may be a link, too.
    ...(link.reference !== undefined && link.address === link.original && { reference: new Markdown(link.reference) }),
  }));
  const due = entry.dueOn === null ? {} : { due: entry.dueOn };
  const context = {
    entry: { links, ...due },
    ...(hasWords && { commentary: new Markdown(entry.commentary) }),
    linked: isCarriedByText(entry),
  };
  const printed = links.map((link, at) => ({ link, glue: entry.links[at]?.glue }));
  const lead = leadOf(isText(entry), templates.glue, own);
  return templates.entry(printedShape(entry, hasWords), context, printed, { ...own, lead, ...entry.glue }, at);
}

/** Without a link it is a note; an inline entry that has no words yet prints its link rather than nothing. */
function printedShape(entry: Entry, hasWords: boolean): PrintedShape {
  if (entry.links.length === 0) return 'note';
  return entry.shape === 'inline' && !hasWords ? 'headline' : entry.shape;
}

/** What says whether the words of an entry carry its links. */
interface Carrying extends Pick<Entry, 'commentary' | 'shape'> {
  links: readonly Pick<Link, 'address'>[];
}

/** Whether the entry prints its words alone, which carry its links if it has any. */
export const isText = (entry: Carrying): boolean => entry.links.length === 0 || isCarriedByText(entry);

/** Whether the words of the commentary carry the entry's link, so that no title is printed. */
export function isCarriedByText(entry: Carrying): boolean {
  if (entry.links.length === 0 || entry.commentary.trim() === '') return false;
  return entry.shape === 'inline' || (entry.shape === 'one-liner' && hasItsLink(entry));
}

/** Whether the commentary itself holds a link to one of the entry's pages. */
function hasItsLink(entry: Carrying): boolean {
  if (!/https?:|mailto:/i.test(entry.commentary)) return false;
  const inText = readLinks(entry.commentary);
  return entry.links.some((own) => inText.some((link) => isSameTarget(link.address, own.address)));
}

/** An address that must not be printed is left out: the title then stands without a link, and `verify` reports it. */
function printedAddress(link: Link): { address?: Markdown } {
  const address = isStillWritten(link) ? (link.written ?? '') : escapeAddress(link.address);
  return address === null ? {} : { address: new Markdown(address) };
}

/** Whether the address as it once was written still means the link's own, which may have been edited since. */
function isStillWritten({ written, address }: Link): boolean {
  if (written === undefined) return false;
  const [link, ...others] = readLinks(`[x](${written})`);
  return link !== undefined && others.length === 0 && link.start === 0 && link.address === address;
}

function join(parts: readonly Part[], glueAfter: (at: number) => string): Part {
  const whole: Part = { text: '', places: [] };
  for (const [at, part] of parts.entries()) {
    const offset = whole.text.length;
    for (const place of part.places) {
      whole.places.push({ ...place, start: place.start + offset, end: place.end + offset });
    }
    whole.text += part.text;
    if (at < parts.length - 1) whole.text += glueAfter(at);
  }
  return whole;
}

/** Stands for the sections while the frame is printed: a private-use character cannot be part of a template's result. */
const SECTIONS = '\u{f0000}sections\u{f0000}';

function frame(issue: Issue, newsletter: Newsletter, templates: HouseTemplates, body: Part): Rendering {
  const context = frameContext(issue, newsletter, templates);
  const printed = { ...context, ...(body.text !== '' && { sections: new Markdown(SECTIONS) }) };
  const text = templates.frame(printed, issue.glue);
  const at = text.indexOf(SECTIONS);
  const [before, after] = at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + SECTIONS.length)];
  const offset = before.length;
  return {
    markdown: before + (at < 0 ? '' : body.text) + after + (issue.glue?.end ?? newsletter.style.glue.end),
    places:
      at < 0 ? [] : body.places.map((place) => ({ ...place, start: place.start + offset, end: place.end + offset })),
  };
}

function frameContext(issue: Issue, newsletter: Newsletter, templates: HouseTemplates) {
  const texts = Object.entries(issue.frame).filter(([, text]) => text !== '');
  const facts = { number: issue.number, date: issue.date };
  const named = { newsletter: { name: newsletter.name } };
  const title = issue.title || templates.line(newsletter.issueTitle, { ...named, issue: facts });
  return {
    ...named,
    issue: {
      ...Object.fromEntries(texts.map(([name, text]) => [name, new Markdown(text)])),
      ...facts,
      title: new Markdown(title),
      ...(issue.subtitle !== '' && { subtitle: issue.subtitle }),
      ...(issue.letter !== '' && { letter: new Markdown(issue.letter) }),
    },
  };
}
