import type { Heading, List, Paragraph, RootContent } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { withBylinesFirst } from './byline-first.ts';
import { withBylinesLast } from './byline-last.ts';
import { isEditorsNote, isPostscript } from './editors-note.ts';
import { frontMatterOf } from './front-matter.ts';
import {
  areTitles,
  beginsEntry,
  headsIn,
  isEntryTitle,
  sectionLevelOf,
  titleOf,
  withoutFront,
} from './issue-headings.ts';
import { blocksOf, endOf, linksOf, startOf } from './markdown-blocks.ts';
import { entryHead } from './parse-entry.ts';
import { isBetween, isCarried, sectionContent } from './parse-section.ts';
import type { ParsedEntry, ParsedIssue, ParsedSection } from './parsed-issue.ts';
import { recurringFrom } from './recurring-end.ts';
import { withStandingHeadings } from './standing-headings.ts';
import { usesRules } from './uses-rules.ts';

/** What is known of the newsletter before its issue is read. */
export interface KnownForm {
  /** The level of the headings that begin its sections; null: the one that this issue uses most. */
  sectionLevel: number | null;
  /** What its issues end with, as `recurringEnds` finds it. */
  ends?: readonly string[];
}

/**
 * Reads a past issue by the offsets of its Markdown, never through a serialiser. Headings begin the sections; inside
 * them `parse-section` finds the entries. What it does not know is kept as text where it stands.
 */
export function parseIssue(markdown: string, known: KnownForm = { sectionLevel: null }): ParsedIssue {
  const front = frontMatterOf(markdown);
  const blocks = withStandingHeadings(markdown, blocksOf(withoutFront(markdown)));
  const heads = headsIn(markdown, blocks);
  const level = sectionLevelOf(heads, known.sectionLevel);
  const title = titleOf(heads, level, front);
  const subtitle = subtitleOf(markdown, blocks, title);
  const others = heads.filter(({ block }) => block !== title && block !== subtitle);
  const isSection = new Set(
    areTitles(others)
      ? []
      : others.filter(({ block, isGroup }) => block.depth <= level || isGroup).map(({ block }) => block),
  );
  const isHead = (block: RootContent) => block.type === 'heading' && isSection.has(block);
  const firstHeading = blocks.findIndex(isHead);
  const preface = blocks.slice(0, firstHeading < 0 ? blocks.length : firstHeading);
  const below = blocks.slice(preface.length);
  const isRuled = usesRules(markdown, blocks, isHead);

  const form: Form = { isRuled, isWhole: firstHeading < 0, subtitle };
  const { sectioned, closing } = closingOf(markdown, form.isWhole ? preface : below, {
    isHead,
    isRuled,
    ends: known.ends ?? [],
  });
  const unnamed = prefaceOf(markdown, form.isWhole ? sectioned : preface, title, form);
  // Without any entry, the whole is a letter.
  const isLetter = form.isWhole && unnamed.unnamed === null;
  const frame = isLetter ? prefaceOf(markdown, preface, title, form) : unnamed;
  const starts = sectioned.flatMap((block, at) => (isHead(block) ? [at] : []));
  const named = starts.map((from, at) => sectionOf(markdown, sectioned.slice(from, starts[at + 1]), isRuled));
  const sections = withBylinesLast(withBylinesFirst(frame.unnamed === null ? named : [frame.unnamed, ...named]));
  return {
    front,
    comments: frame.comments.text,
    heading: plainText(title),
    title: title === undefined ? '' : markdown.slice(frame.title.start, frame.title.end),
    letter: frame.letter.text,
    sections,
    closing: isLetter ? '' : closing.text,
    glue: glueBetween(markdown, front?.end ?? 0, { ...frame, closing: isLetter ? NONE : closing }, sections),
  };
}

/** A heading right below that of the issue, on the level of the titles of entries: so Substack prints subtitles. */
function subtitleOf(markdown: string, blocks: readonly RootContent[], title: Heading | undefined): Heading | undefined {
  const below = title === undefined ? undefined : blocks[blocks.indexOf(title) + 1];
  if (below?.type !== 'heading' || below.depth < 3 || isEntryTitle(markdown, below)) return undefined;
  const isTitle = (one: RootContent) =>
    one.type === 'heading' && one.depth === below.depth && isEntryTitle(markdown, one);
  return blocks.some(isTitle) ? below : undefined;
}

/**
 * What stands behind the last entry and belongs to none: a text behind a rule, without links where rules set entries apart,
 * what other issues end with, too, and definitions, comments and tags of a site generator at the end of the file.
 */
function closingOf(
  markdown: string,
  named: readonly RootContent[],
  { isHead, isRuled, ends }: { isHead: (block: RootContent) => boolean; isRuled: boolean; ends: readonly string[] },
): { sectioned: readonly RootContent[]; closing: Span } {
  const last = named.findLastIndex(isHead);
  const rule = named.findLastIndex((block, at) => at > last + 1 && block.type === 'thematicBreak');
  const behind = named.slice(rule + 1);
  const isEntry = (block: RootContent) => beginsEntry(markdown, block) || (isRuled && linksOf(block).length > 0);
  const isOff = rule >= 0 && behind.length > 0 && !behind.some(isEntry);
  const isTag = (block: RootContent) =>
    isBetween(block) ||
    (block.type === 'paragraph' &&
      /^(?:\[\^[^\]]+\]:|(?:\s*(?:\{%[^%]*%\}|\{\{[<%][^}]*\}\}))+\s*$)/.test(source(markdown, block)));
  const tags = named.findLastIndex((block) => !isTag(block)) + 1;
  const usual = recurringFrom(
    named.map((block) => source(markdown, block)),
    ends,
  );
  // Of a section without entries, such as "About", all is its own, though it comes back.
  const isBehindEntries = named.slice(last + 1, usual).some((block) => beginsEntry(markdown, block));
  const isTitled = isTitleAlone(markdown, named[usual - 1]);
  const start = Math.min(
    isOff ? rule + 1 : tags,
    isBehindEntries && !isTitled ? usual : named.length,
    postscriptIn(markdown, named.slice(0, tags)),
  );
  const from = Math.max(start, last < 0 ? 0 : last + 2);
  if (from === 0 || from >= named.length) return { sectioned: named, closing: NONE };
  return { sectioned: named.slice(0, from), closing: spanOf(markdown, named.slice(from)) };
}

/** Where the postscript begins that the blocks end with; their number where they end with none. */
function postscriptIn(markdown: string, blocks: readonly RootContent[]): number {
  let from = blocks.length;
  while (from > 0 && blocks[from - 1]?.type === 'paragraph' && isPostscript(markdown, blocks[from - 1] as Paragraph))
    from -= 1;
  return from === blocks.length ? Infinity : from;
}

/** A title or a picture that has no words on its own lines: what stands below it is the commentary. */
function isTitleAlone(markdown: string, block: RootContent | undefined): boolean {
  if (block?.type === 'heading') return true;
  if (block?.type === 'paragraph' && block.children.every(({ type }) => type === 'image')) return true;
  return block?.type === 'paragraph' && entryHead(markdown, block, true)?.gap === null;
}

const source = (markdown: string, block: RootContent) => markdown.slice(startOf(block), endOf(block));

interface Span {
  text: string;
  start: number;
  end: number;
}

interface Form {
  isRuled: boolean;
  /** There are no sections. */
  isWhole: boolean;
  subtitle: Heading | undefined;
}

interface Preface {
  comments: Span;
  title: Span & { block: Span };
  letter: Span;
  unnamed: ParsedSection | null;
}

/** What stands before the first section: comments, the heading, the letter, and entries that have no heading. */
function prefaceOf(markdown: string, preface: readonly RootContent[], title: Heading | undefined, form: Form): Preface {
  const comments = preface.slice(0, aboveTitle(preface, title));
  const rest = preface.slice(comments.length);
  const hasTitle = title !== undefined && rest[0] === title;
  const behind = hasTitle ? rest.slice(1) : rest;
  const { letter, entries } = letterAndEntries(markdown, behind, form);
  const words = title?.children ?? [];
  return {
    comments: spanOf(markdown, comments),
    title: {
      ...(hasTitle ? spanBetween(markdown, startOf(words[0]), endOf(words.at(-1))) : NONE),
      block: hasTitle ? spanOf(markdown, [title]) : NONE,
    },
    letter: spanOf(markdown, withoutRules(letter)),
    unnamed: entries.length === 0 ? null : unnamedSection(markdown, entries, form.isRuled),
  };
}

/** Words: what stands above the heading of an issue, or above entries without one, and is longer is a text of its own. */
const LONGEST_ABOVE = 15;

/** How many blocks stand above the heading of the issue: comments; a logo and other HTML or a short line only before one. */
function aboveTitle(preface: readonly RootContent[], title: Heading | undefined): number {
  const isComment = (block: RootContent) => block.type === 'html' && /^\uFEFF?\s*<!--/u.test(block.value);
  const isBanner = (block: RootContent) =>
    block.type === 'html' || (block.type === 'paragraph' && plainText(block).split(/\s+/).length <= LONGEST_ABOVE);
  const before = title === undefined ? -1 : preface.indexOf(title);
  if (before > 0 && before <= MOST_ABOVE && preface.slice(0, before).every(isBanner)) return before;
  const noComment = preface.findIndex((block) => !isComment(block));
  return noComment < 0 ? preface.length : noComment;
}

/** Blocks. */
const MOST_ABOVE = 4;

/** So many entries make a section without a heading; fewer are links of the letter. */
const FEWEST_UNNAMED = 3;
/** The same in an issue without headings, which is hardly more than its entries. */
const FEWEST_WHOLE = 2;

/**
 * Headlines before the first heading are entries, and everything before them is the letter. Where there are headings, a
 * list is taken for entries only if it is the last thing above them, few words lead up to it, and all its items begin with
 * their links: letters hold lists of links, too.
 */
function letterAndEntries(markdown: string, blocks: readonly RootContent[], { isRuled, isWhole, subtitle }: Form) {
  const last = blocks.findLast((block) => block.type !== 'thematicBreak' && !isBetween(block));
  const isLeadShort = () => {
    const above = blocks.slice(0, blocks.indexOf(last as RootContent));
    return above.flatMap((block) => plainText(block).split(/\s+/)).length <= LONGEST_ABOVE;
  };
  const entriesIn = (block: RootContent): number => {
    if (block === subtitle || isEditorsNote(markdown, block)) return 0;
    const { entries } = sectionContent(markdown, [block], isRuled);
    if (block.type === 'heading') return isWhole || entries.some(({ links }) => links.length > 0) ? 1 : 0;
    if (block.type === 'list')
      return isWhole || (block === last && isListOfTitles(block, entries) && isLeadShort())
        ? entries.filter(({ links }) => links.length > 0).length
        : 0;
    if (isWhole && block.type === 'paragraph' && isItem(block)) return 1;
    const [first] = linksOf(block);
    // A sentence may begin with its link, too.
    const isLed =
      first !== undefined && (startOf(first) - startOf(block) < 3 || !entries.every((entry) => isCarried(entry)));
    return isLed && entries.some(({ shape }) => shape !== 'inline') ? 1 : 0;
  };
  const counts = blocks.map(entriesIn);
  const found = counts.findIndex((count) => count > 0);
  // Where quotations stand above their sources, the first does so, too.
  const isQuoted = (at: number) => blocks[at - 1]?.type === 'blockquote';
  const quoted = counts.filter((count, at) => count > 0 && isQuoted(at)).length;
  const first = quoted > 1 && isQuoted(found) ? found - 1 : found;
  const heads = counts.filter((count) => count > 0).length;
  const isTitled = blocks[first]?.type === 'heading';
  // A paragraph that is a title and nothing else is no part of a letter, however long the texts below are.
  const isTitleOnly = (block: RootContent) =>
    block.type === 'paragraph' && !isBetween(block) && isTitleAlone(markdown, block) && linksOf(block).length > 0;
  const isMost =
    heads > (blocks.length - first) / 3 || (isWhole && blocks.filter(isTitleOnly).length >= FEWEST_UNNAMED);
  const fewest = isTitled ? 1 : isWhole ? FEWEST_WHOLE : FEWEST_UNNAMED;
  const isEnough = counts.reduce((sum, count) => sum + count, 0) >= fewest;
  const areEntries = first >= 0 && (isMost || isTitled) && isEnough;
  return areEntries
    ? { letter: blocks.slice(0, first), entries: blocks.slice(first) }
    : { letter: blocks, entries: [] };
}

/** Whether each item is the title of a page with what stands behind it; links to places in the issue are its contents. */
function isListOfTitles(list: List, entries: readonly ParsedEntry[]): boolean {
  const pages = new Set(entries.map(({ links }) => links[0]?.address.replace(/#.*$/s, '')));
  return (
    entries.length >= list.children.length &&
    entries.every((entry) => entry.shape !== 'inline' && entry.links.length > 0 && !isCarried(entry)) &&
    pages.size > entries.length / 2
  );
}

/** A paragraph that begins with a title or a label in bold and goes on to a link, or has an address on a line of its own or at its end. */
function isItem(block: Paragraph): boolean {
  const [first, ...rest] = block.children;
  const isLabelled = first?.type === 'strong' && rest.some(({ type }) => type === 'link');
  const last = block.children.at(-1);
  const isClosed =
    (last?.type === 'link' && plainText(last) === last.url) ||
    (last?.type === 'text' && /(?:^|\s)https?:\/\/\S+$/.test(last.value));
  return isLabelled || isClosed || /(?:^|\n)\s*https?:\/\/\S+\s*(?:\n|$)/.test(plainText(block));
}

function unnamedSection(markdown: string, blocks: readonly RootContent[], isRuled: boolean): ParsedSection {
  const content = sectionContent(markdown, blocks, isRuled);
  return placed(markdown, {
    name: '',
    heading: '',
    glue: {},
    start: startOf(blocks[0]),
    from: startOf(blocks[0]),
    content,
  });
}

/** `{#reads}`, as Hugo, Pandoc and kramdown have it: where links to the heading lead, and how it looks. */
const ATTRIBUTES = /(?<=\S)[ \t]*\{:?\s*[#.][^{}\n]*\}$/;

function sectionOf(markdown: string, own: readonly RootContent[], isRuled: boolean): ParsedSection {
  const [heading, ...rest] = own;
  const words = heading?.type === 'heading' ? withoutTags(heading.children) : [];
  const [start, end] = [startOf(heading), endOf(heading)];
  const [from, behind] = words.length === 0 ? [end, end] : [startOf(words[0]), endOf(words.at(-1))];
  const [attributes = ''] = ATTRIBUTES.exec(markdown.slice(from, behind)) ?? [];
  const to = behind - attributes.length;
  const glue = { heading: markdown.slice(start, from), headingEnd: markdown.slice(to, end) };
  const content = sectionContent(markdown, rest, isRuled);
  return placed(markdown, {
    name: plainText({ type: 'paragraph', children: words }).trim().replace(ATTRIBUTES, ''),
    heading: markdown.slice(from, to),
    glue,
    start,
    from: end,
    content,
  });
}

/** The words of a heading without tags around them: `<a id="reads"></a>Reads`. */
function withoutTags(words: Heading['children']): Heading['children'] {
  const isTag = ({ type }: Heading['children'][number]) => type === 'html';
  const from = words.findIndex((word) => !isTag(word));
  return from < 0 ? words : words.slice(from, words.findLastIndex((word) => !isTag(word)) + 1);
}

/** The section with the glue between its parts. */
function placed(
  markdown: string,
  {
    name,
    heading,
    glue,
    start,
    from,
    content,
  }: Pick<ParsedSection, 'name' | 'heading' | 'glue' | 'start'> & {
    from: number;
    content: ReturnType<typeof sectionContent>;
  },
): ParsedSection {
  const { intro, entries } = content;
  const own = { ...glue };
  const first = entries[0];
  const behindHeading = intro?.start ?? first?.start;
  if (behindHeading !== undefined && behindHeading > from) own.afterHeading = markdown.slice(from, behindHeading);
  if (intro !== null && first !== undefined) own.afterIntro = markdown.slice(intro.end, first.start);
  for (const [at, entry] of entries.entries()) {
    const next = entries[at + 1];
    if (next !== undefined) entry.glue.after = markdown.slice(entry.end, next.start);
  }
  const end = entries.at(-1)?.end ?? intro?.end ?? from;
  return {
    name,
    heading,
    intro: intro === null ? '' : markdown.slice(intro.start, intro.end),
    entries,
    glue: own,
    start,
    end,
  };
}

/** The white space and rules between the parts of the frame, so that all of them together are the file. */
function glueBetween(
  markdown: string,
  from: number,
  frame: Preface & { closing: Span },
  sections: readonly ParsedSection[],
) {
  const glue: Record<string, string> = {};
  for (const [at, section] of sections.entries()) {
    const next = sections[at + 1];
    if (next !== undefined) section.glue.after = markdown.slice(section.end, next.start);
  }
  const { block } = frame.title;
  if (block !== NONE) {
    glue.beforeTitle = markdown.slice(block.start, frame.title.start);
    glue.titleEnd = markdown.slice(frame.title.end, block.end);
  }
  const parts: { name: string; start: number; end: number }[] = [{ name: 'afterFront', start: 0, end: from }];
  const add = (name: string, span: { start: number; end: number } | undefined) => {
    if (span !== undefined && span !== NONE) parts.push({ name, start: span.start, end: span.end });
  };
  add('afterComments', frame.comments);
  add('afterTitle', block);
  add('afterLetter', frame.letter);
  const [first, last] = [sections[0], sections.at(-1)];
  if (first !== undefined && last !== undefined)
    parts.push({ name: 'beforeClosing', start: first.start, end: last.end });
  add('end', frame.closing);
  for (const [at, part] of parts.entries()) {
    const next = parts[at + 1];
    if (next !== undefined) glue[part.name] = markdown.slice(part.end, next.start);
    else {
      // The frame prints what stands behind these though nothing follows.
      if (part.name === 'afterFront' || part.name === 'afterComments') glue[part.name] = '';
      glue.end = markdown.slice(part.end);
    }
  }
  return glue;
}

const NONE: Span = { text: '', start: 0, end: 0 };

const spanBetween = (markdown: string, start: number, end: number): Span => ({
  text: markdown.slice(start, end),
  start,
  end,
});

function spanOf(markdown: string, blocks: readonly RootContent[]): Span {
  return blocks.length === 0 ? NONE : spanBetween(markdown, startOf(blocks[0]), endOf(blocks.at(-1)));
}

function withoutRules(blocks: readonly RootContent[]): RootContent[] {
  const isRule = (block: RootContent | undefined) => block?.type === 'thematicBreak';
  const from = blocks.findIndex((block) => !isRule(block));
  const to = blocks.findLastIndex((block) => !isRule(block));
  return from < 0 ? [] : blocks.slice(from, to + 1);
}
