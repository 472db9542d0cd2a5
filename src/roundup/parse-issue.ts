import type { Nodes, Paragraph, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toString as plainText } from 'mdast-util-to-string';
import type { Shape } from '../domain/shape.ts';
import { withoutFrontMatter } from './front-matter.ts';

/** A link as it stands in a past issue. */
export interface ParsedLink {
  /** Markdown between the brackets. */
  title: string;
  /** The same as readers see it. */
  text: string;
  address: string;
  /** Markdown behind the link. */
  byline: string;
}

/** An entry of a past issue. Offsets tell where in the file it stands; the commentary is that part of it byte for byte. */
export interface ParsedEntry {
  shape: Shape;
  links: ParsedLink[];
  commentary: string;
  start: number;
  end: number;
}

export interface ParsedSection {
  name: string;
  /** Text under the heading that belongs to no entry. */
  intro: string;
  entries: ParsedEntry[];
  start: number;
  end: number;
}

export interface ParsedIssue {
  /** Text of the first heading of level 1, as readers see it; empty without one. */
  heading: string;
  /** What stands between that heading and the first section. */
  letter: string;
  sections: ParsedSection[];
}

/**
 * Reads a past issue by the offsets of its Markdown, never through a serialiser. Sections are headings of level 2; what
 * a rule closes is an entry; a section of paragraphs without rules is one-liners, or listings where the paragraphs
 * begin with a bold link.
 */
export function parseIssue(markdown: string): ParsedIssue {
  const blocks = fromMarkdown(withoutFrontMatter(markdown)).children;
  const first = blocks.findIndex((block) => block.type === 'heading' && block.depth === 2);
  const title = blocks.findIndex((block) => block.type === 'heading' && block.depth === 1);
  const heading = title < 0 ? '' : plainText(blocks[title]);
  const letter = slice(markdown, blocks.slice(title + 1, first < 0 ? undefined : first));
  return { heading, letter, sections: first < 0 ? [] : sections(markdown, blocks.slice(first)) };
}

function sections(markdown: string, blocks: readonly RootContent[]): ParsedSection[] {
  const starts = blocks.flatMap((block, at) => (block.type === 'heading' && block.depth === 2 ? [at] : []));
  return starts.map((from, at) => {
    const own = blocks.slice(from, starts[at + 1]);
    const [heading, ...rest] = own;
    const content = trimRules(rest);
    const { intro, entries } = sectionContent(markdown, content);
    const last = content.at(-1) ?? heading;
    return { name: plainText(heading), intro, entries, start: start(heading), end: end(last) };
  });
}

function sectionContent(markdown: string, content: readonly RootContent[]): Pick<ParsedSection, 'intro' | 'entries'> {
  const listing = content.findIndex(isListingHead);
  if (listing >= 0) return listings(markdown, content, listing);
  const chunks = splitAtRules(content);
  const [only] = chunks;
  if (chunks.length === 1 && only !== undefined && isRowOfOneLiners(only)) return oneLiners(markdown, only);
  return { intro: '', entries: chunks.map((chunk) => fullEntry(markdown, chunk)) };
}

/** Three paragraphs or more, nearly all with a link and none a headline: no entry with a commentary looks like that. */
function isRowOfOneLiners(chunk: readonly RootContent[]): boolean {
  const linked = chunk.filter((block) => linksIn(block).length > 0).length;
  return (
    chunk.length >= 3 &&
    chunk.every((block) => block.type === 'paragraph') &&
    linked >= chunk.length - 1 &&
    !isHeadline(chunk[0])
  );
}

function oneLiners(markdown: string, chunk: readonly RootContent[]): Pick<ParsedSection, 'intro' | 'entries'> {
  const [first, ...others] = chunk;
  const hasIntro = first !== undefined && linksIn(first).length === 0;
  const entries = (hasIntro ? others : chunk).map((block) => textEntry(markdown, [block], 'one-liner'));
  return { intro: hasIntro ? slice(markdown, [first]) : '', entries };
}

function listings(
  markdown: string,
  content: readonly RootContent[],
  first: number,
): Pick<ParsedSection, 'intro' | 'entries'> {
  const heads = content.flatMap((block, at) => (isListingHead(block) ? [at] : []));
  const entries = heads.map((from, at): ParsedEntry => {
    const blocks = trimRules(content.slice(from, heads[at + 1]));
    const head = blocks[0] as Paragraph;
    const strong = head.children[0];
    const link = strong?.type === 'strong' ? strong.children[0] : undefined;
    const line = markdown.slice(end(strong), end(head));
    const [byline = '', ...text] = line.split(/[ \t]*<br ?\/?>[ \t]*\n/);
    const rest = blocks.length > 1 ? markdown.slice(end(head), end(blocks.at(-1))) : '';
    return {
      shape: 'listing',
      links: link?.type === 'link' ? [parsedLink(markdown, link, byline)] : [],
      commentary: text.join('<br/>\n') + rest,
      start: start(head),
      end: end(blocks.at(-1)),
    };
  });
  return { intro: slice(markdown, trimRules(content.slice(0, first))), entries };
}

/** What stands between two rules: a headline with its commentary, or text that carries its link. */
function fullEntry(markdown: string, chunk: readonly RootContent[]): ParsedEntry {
  const [head, ...rest] = chunk;
  if (head === undefined || !isHeadline(head)) return textEntry(markdown, chunk, 'inline');
  return {
    shape: 'headline',
    links: headlines(markdown, head),
    commentary: slice(markdown, rest),
    start: start(head),
    end: end(chunk.at(-1)),
  };
}

function textEntry(markdown: string, blocks: readonly RootContent[], shape: Shape): ParsedEntry {
  const links = blocks.flatMap(linksIn).map((link) => parsedLink(markdown, link, ''));
  return { shape, links, commentary: slice(markdown, blocks), start: start(blocks[0]), end: end(blocks.at(-1)) };
}

type LinkNode = Extract<Nodes, { type: 'link' }>;

/** A paragraph that is links at the start of a line, each alone or with a dash and a byline behind it. */
function isHeadline(block: RootContent | undefined): block is Paragraph {
  if (block?.type !== 'paragraph') return false;
  const [link, next] = block.children;
  if (link?.type !== 'link') return false;
  if (next === undefined || next.type === 'break' || (next.type === 'html' && /^<br ?\/?>$/.test(next.value)))
    return true;
  return next.type === 'text' && /^\s+[-–—]\s/.test(next.value);
}

function headlines(markdown: string, head: Paragraph): ParsedLink[] {
  const atLineStart = head.children.filter(
    (node): node is LinkNode =>
      node.type === 'link' && (node === head.children[0] || markdown[start(node) - 1] === '\n'),
  );
  return atLineStart.map((link, at) => {
    const next = atLineStart[at + 1];
    const behind = markdown.slice(end(link), next === undefined ? end(head) : start(next));
    return parsedLink(markdown, link, behind.replace(/\s*(<br ?\/?>)?\s*$/, ''));
  });
}

function parsedLink(markdown: string, link: LinkNode, behind: string): ParsedLink {
  const [first] = link.children;
  return {
    title: first === undefined ? '' : markdown.slice(start(first), end(link.children.at(-1))),
    text: plainText(link),
    address: link.url,
    byline: behind.replace(/^\s*[-–—]\s+/, ''),
  };
}

function isListingHead(block: RootContent): block is Paragraph {
  if (block.type !== 'paragraph') return false;
  const [strong] = block.children;
  return strong?.type === 'strong' && strong.children.length === 1 && strong.children[0]?.type === 'link';
}

function linksIn(node: Nodes): LinkNode[] {
  if (node.type === 'link') return [node];
  return 'children' in node ? node.children.flatMap(linksIn) : [];
}

function splitAtRules(blocks: readonly RootContent[]): RootContent[][] {
  const chunks: RootContent[][] = [[]];
  for (const block of blocks) {
    if (block.type === 'thematicBreak') chunks.push([]);
    else chunks.at(-1)?.push(block);
  }
  return chunks.filter((chunk) => chunk.length > 0);
}

function trimRules(blocks: readonly RootContent[]): RootContent[] {
  const isRule = (block: RootContent | undefined) => block?.type === 'thematicBreak';
  const trimmed = [...blocks];
  while (isRule(trimmed[0])) trimmed.shift();
  while (isRule(trimmed.at(-1))) trimmed.pop();
  return trimmed;
}

const start = (node: Nodes | undefined): number => node?.position?.start.offset ?? 0;
const end = (node: Nodes | undefined): number => node?.position?.end.offset ?? 0;
const slice = (markdown: string, blocks: readonly RootContent[]): string =>
  blocks.length === 0 ? '' : markdown.slice(start(blocks[0]), end(blocks.at(-1)));
