import type { Heading, RootContent } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { blanked, type FrontMatter, frontMatterOf } from './front-matter.ts';
import { blocksOf, endOf, linksOf, startOf } from './markdown-blocks.ts';
import { entryHead } from './parse-entry.ts';
import { isBetween, isListOfEntries, sectionContent } from './parse-section.ts';
import type { ParsedIssue, ParsedSection } from './parsed-issue.ts';

/** What is known of the newsletter before its issue is read. */
export interface KnownForm {
  /** The level of the headings that begin its sections; null: the one that this issue uses most. */
  sectionLevel: number | null;
}

/**
 * Reads a past issue by the offsets of its Markdown, never through a serialiser. Headings begin the sections; inside
 * them `parse-section` finds the entries. What it does not know is kept as text where it stands.
 */
export function parseIssue(markdown: string, known: KnownForm = { sectionLevel: null }): ParsedIssue {
  const front = frontMatterOf(markdown);
  const blocks = withBoldHeadings(blocksOf(withoutFront(markdown)));
  const heads = headsIn(markdown, blocks);
  const level = sectionLevelOf(heads, known.sectionLevel);
  const title = titleOf(heads, level, front);
  const isSection = new Set(
    heads
      .filter(({ block, isGroup }) => block !== title && (block.depth <= level || isGroup))
      .map(({ block }) => block),
  );
  const isHead = (block: RootContent) => block.type === 'heading' && isSection.has(block);
  const firstHeading = blocks.findIndex(isHead);
  const preface = blocks.slice(0, firstHeading < 0 ? blocks.length : firstHeading);
  const named = blocks.slice(preface.length);
  const isRuled = usesRules(markdown, blocks, isHead);

  const form = { isRuled, isWhole: firstHeading < 0 };
  const { sectioned, closing } = closingOf(markdown, form.isWhole ? preface : named, { isHead, isRuled });
  const unnamed = prefaceOf(markdown, form.isWhole ? sectioned : preface, title, form);
  // Without any entry, the whole is a letter.
  const isLetter = form.isWhole && unnamed.unnamed === null;
  const frame = isLetter ? prefaceOf(markdown, preface, title, form) : unnamed;
  const starts = sectioned.flatMap((block, at) => (isHead(block) ? [at] : []));
  const sections = starts.map((from, at) => sectionOf(markdown, sectioned.slice(from, starts[at + 1]), isRuled));
  if (frame.unnamed !== null) sections.unshift(frame.unnamed);
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

/** A heading that is no entry's title, and what stands under it up to the next one. */
interface Head {
  block: Heading;
  /** Entries stand under it, and not just a text. */
  isGroup: boolean;
  /** A text with a link and nothing else stands under it: the heading may be the title of an entry. */
  isTitle: boolean;
}

/** The headings of an issue that are no titles of entries by their own links. */
function headsIn(markdown: string, blocks: readonly RootContent[]): Head[] {
  const isOwn = (block: RootContent | undefined): block is Heading =>
    // A section cannot go by no name.
    block?.type === 'heading' && plainText(block).trim() !== '' && !isEntryTitle(markdown, block);
  return blocks.flatMap((block, at): Head[] => {
    if (!isOwn(block)) return [];
    const end = blocks.findIndex((other, place) => place > at && isOwn(other));
    const content = blocks.slice(at + 1, end < 0 ? undefined : end);
    const isGroup = content.some((one) => beginsEntry(markdown, one));
    const links = content.reduce((sum, one) => sum + linksOf(one).length, 0);
    return [{ block, isGroup, isTitle: !isGroup && links > 0 }];
  });
}

function beginsEntry(markdown: string, block: RootContent): boolean {
  if (block.type === 'heading') return true;
  if (block.type === 'paragraph') return entryHead(markdown, block, false) !== null;
  return block.type === 'list' && isListOfEntries(block);
}

/** A heading that begins with a link to a page is the title of an entry; one to a place in the issue is not. */
function isEntryTitle(markdown: string, heading: Heading): boolean {
  const [link] = entryHead(markdown, heading, true)?.links ?? [];
  return link !== undefined && !link.address.startsWith('#');
}

/** Where an issue has no headings, lines that are bold from end to end are taken for such. */
function withBoldHeadings(blocks: RootContent[]): RootContent[] {
  if (blocks.some(({ type, ...block }) => type === 'heading' && !('depth' in block && block.depth === 1)))
    return blocks;
  const isBold = (block: RootContent) =>
    block.type === 'paragraph' &&
    block.children.length === 1 &&
    block.children[0]?.type === 'strong' &&
    linksOf(block).length === 0;
  if (blocks.filter(isBold).length < 2) return blocks;
  return blocks.map((block): RootContent => {
    const [strong] = block.type === 'paragraph' && isBold(block) ? block.children : [];
    if (strong?.type !== 'strong' || block.position === undefined) return block;
    return { type: 'heading', depth: 2, children: strong.children, position: block.position };
  });
}

/** How many headings of each level there are that are no entry's title. */
export function headingLevels(markdown: string): Map<number, number> {
  return countLevels(headsIn(markdown, withBoldHeadings(blocksOf(withoutFront(markdown)))));
}

function countLevels(heads: readonly Head[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { block } of heads) counts.set(block.depth, (counts.get(block.depth) ?? 0) + 1);
  // The heading of the whole issue is none of its sections'.
  if (heads[0]?.block.depth === 1 && counts.get(1) === 1 && counts.size > 1) counts.delete(1);
  for (const [level, count] of [...counts].sort(([a], [b]) => b - a)) {
    const titles = heads.filter(({ block, isTitle }) => block.depth === level && isTitle).length;
    const above = [...counts].filter(([other]) => other < level).reduce((sum, [, more]) => sum + more, 0);
    if (above > 0 && count > above && titles > (count * 2) / 3) counts.delete(level);
  }
  return counts;
}

/** The level most headings have; of two, the higher. */
export function usualLevel(counts: ReadonlyMap<number, number>): number {
  const [most] = [...counts].sort(([a, m], [b, n]) => n - m || a - b);
  return most?.[0] ?? 2;
}

/** The level known of the newsletter, or the next one above it that this issue has. */
function sectionLevelOf(heads: readonly Head[], known: number | null): number {
  const counts = countLevels(heads);
  const above = [...counts.keys()].filter((level) => known !== null && level <= known);
  return above.length > 0 ? Math.max(...above) : usualLevel(counts);
}

function withoutFront(markdown: string): string {
  const front = frontMatterOf(markdown);
  return front === null ? markdown : blanked(markdown, front.end);
}

/** The heading of the whole issue: the only one of level 1, or one that says what the front matter says, before every other. */
function titleOf(heads: readonly Head[], level: number, front: FrontMatter | null): Heading | undefined {
  const first = heads[0]?.block;
  if (first === undefined) return undefined;
  const isAlone = heads.filter(({ block }) => block.depth === 1).length === 1 && (level > 1 || heads.length === 1);
  const named = front?.fields
    .find(({ key }) => /^(?:title|subject)$/i.test(key))
    ?.value.replace(/^["']|["']$/g, '')
    .trim();
  const isNamed = plainText(first) === named && heads.length > 1;
  const isNumbered = heads.length > 1 && /#\s?\d|\b(?:issue|no\.?|vol(?:ume)?\.?)\s?\d/i.test(plainText(first));
  const isAbove = heads.slice(1).every(({ block }) => block.depth > first.depth) && heads[0]?.isGroup !== true;
  if (first.depth > 1) return isAbove && (isNamed || isNumbered) ? first : undefined;
  return isAlone || isNamed || isNumbered ? first : undefined;
}

/**
 * Whether rules stand between entries, and not just here and there: inside sections, not before their headings, and more
 * often than entries follow one another without.
 */
function usesRules(markdown: string, blocks: readonly RootContent[], isHead: (block: RootContent) => boolean): boolean {
  const heads = blocks.filter(isHead).length;
  const first = blocks.findIndex(isHead);
  const inside = blocks.filter(
    (block, at) => block.type === 'thematicBreak' && at > first && blocks[at + 1] && !isHead(blocks[at + 1] as Heading),
  ).length;
  const last = blocks.findLastIndex((block) => block.type === 'thematicBreak');
  const isOff =
    last > blocks.findLastIndex(isHead) && !blocks.slice(last).some((block) => beginsEntry(markdown, block));
  let unruled = 0;
  let own = { rules: 0, unruled: 0 };
  for (const [at, block] of blocks.entries()) {
    const before = blocks[at - 1];
    const isBehindWords = before?.type === 'paragraph' ? !beginsEntry(markdown, before) : before?.type === 'blockquote';
    if (isHead(block)) own = { rules: 0, unruled: 0 };
    else if (block.type === 'thematicBreak') own.rules += 1;
    else if (isBehindWords && block.type !== 'list' && beginsEntry(markdown, block)) own.unruled += 1;
    // Rules say nothing of a section that has none.
    if (own.rules > 0) {
      unruled += own.unruled;
      own.unruled = 0;
    }
  }
  if (unruled * 2 > inside || (isOff && inside === 1)) return false;
  return inside >= 2 || inside > heads / 2 || (inside > 0 && heads <= 2);
}

/**
 * What stands behind the last entry and belongs to none: a text behind a rule where rules do not set entries apart, and
 * definitions, comments and tags of a site generator at the end of the file.
 */
function closingOf(
  markdown: string,
  named: readonly RootContent[],
  { isHead, isRuled }: { isHead: (block: RootContent) => boolean; isRuled: boolean },
): { sectioned: readonly RootContent[]; closing: Span } {
  const last = named.findLastIndex(isHead);
  const rule = isRuled ? -1 : named.findLastIndex((block, at) => at > last + 1 && block.type === 'thematicBreak');
  const behind = named.slice(rule + 1);
  const isOff = rule >= 0 && behind.length > 0 && !behind.some((block) => beginsEntry(markdown, block));
  const isTag = (block: RootContent) =>
    isBetween(block) ||
    (block.type === 'paragraph' &&
      /^(?:\[\^[^\]]+\]:|(?:\s*(?:\{%[^%]*%\}|\{\{[<%][^}]*\}\}))+\s*$)/.test(source(markdown, block)));
  const tags = named.findLastIndex((block) => !isTag(block)) + 1;
  const from = Math.max(isOff ? rule + 1 : tags, last < 0 ? 0 : last + 2);
  if (from === 0 || from >= named.length) return { sectioned: named, closing: NONE };
  return { sectioned: named.slice(0, from), closing: spanOf(markdown, named.slice(from)) };
}

const source = (markdown: string, block: RootContent) => markdown.slice(startOf(block), endOf(block));

interface Span {
  text: string;
  start: number;
  end: number;
}

interface Preface {
  comments: Span;
  title: Span & { block: Span };
  letter: Span;
  unnamed: ParsedSection | null;
}

/** What stands before the first section: comments, the heading, the letter, and entries that have no heading. */
function prefaceOf(
  markdown: string,
  preface: readonly RootContent[],
  title: Heading | undefined,
  form: { isRuled: boolean; isWhole: boolean },
): Preface {
  const isComment = (block: RootContent) => block.type === 'html' && /^<!--/.test(block.value);
  const noComment = preface.findIndex((block) => !isComment(block));
  const comments = preface.slice(0, noComment < 0 ? preface.length : noComment);
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

/** So many entries make a section without a heading; fewer are links of the letter. */
const FEWEST_UNNAMED = 3;

/**
 * Headlines before the first heading are entries, and everything before them is the letter. A list is taken for
 * entries only where there are no headings at all: letters hold lists of links, too.
 */
function letterAndEntries(
  markdown: string,
  blocks: readonly RootContent[],
  { isRuled, isWhole }: { isRuled: boolean; isWhole: boolean },
) {
  const entriesIn = (block: RootContent): number => {
    const { entries } = sectionContent(markdown, [block], isRuled);
    if (block.type === 'list') return isWhole ? entries.filter(({ links }) => links.length > 0).length : 0;
    const [first] = linksOf(block);
    // A word or two may stand before the first link, such as the marks of a bullet or of bold text.
    const isLed = first !== undefined && startOf(first) - startOf(block) < 3;
    return isLed && entries.some(({ shape }) => shape !== 'inline') ? 1 : 0;
  };
  const counts = blocks.map(entriesIn);
  const first = counts.findIndex((count) => count > 0);
  const heads = counts.filter((count) => count > 0).length;
  const isMost = heads > (blocks.length - first) / 3;
  const areEntries = first >= 0 && isMost && counts.reduce((sum, count) => sum + count, 0) >= FEWEST_UNNAMED;
  return areEntries
    ? { letter: blocks.slice(0, first), entries: blocks.slice(first) }
    : { letter: blocks, entries: [] };
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

function sectionOf(markdown: string, own: readonly RootContent[], isRuled: boolean): ParsedSection {
  const [heading, ...rest] = own;
  const words = heading?.type === 'heading' ? heading.children : [];
  const [start, end] = [startOf(heading), endOf(heading)];
  const [from, to] = words.length === 0 ? [end, end] : [startOf(words[0]), endOf(words.at(-1))];
  const glue = { heading: markdown.slice(start, from), headingEnd: markdown.slice(to, end) };
  const content = sectionContent(markdown, rest, isRuled);
  return placed(markdown, {
    name: plainText(heading),
    heading: markdown.slice(from, to),
    glue,
    start,
    from: end,
    content,
  });
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
