import type { Nodes, Paragraph } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { type BehindLink, behindLink } from './behind-link.ts';
import { endOf, isWritten, type LinkNode, startOf } from './markdown-blocks.ts';
import { parsedLink, textEntry } from './parse-entry.ts';
import type { ParsedEntry } from './parsed-issue.ts';

interface Span {
  start: number;
  end: number;
}

/** A row with what stands between its bars, without the white space around it. */
type Row = Span & { cells: Span[] };

/** `|---|:--:|`: the second line of a table. https://github.github.com/gfm/#tables-extension- */
const DELIMITERS = /^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?$/;
/** What heads a column that says who wrote a page, or where it stands. */
const BYLINE_HEAD =
  /^[*_]*(?:by|authors?|writers?|who|speakers?|sources?|outlets?|publications?|sites?|from|von|autor(?:in|en|es|a)?|quelle|medium|par|auteure?s?|por|fuente|著者|作者)[*_]*$/iu;
/** Rows and characters: a table that is larger stays one text. */
const MOST_ROWS = 500;
const LONGEST = 50_000;

/**
 * The entries of a table, of which most rows hold a link, each a row; before them its head as a text. The parser, which
 * follows CommonMark, gives a table as a paragraph; null: it is none.
 */
export function tableRows(markdown: string, block: Paragraph): ParsedEntry[] | null {
  const [from, to] = [startOf(block), endOf(block)];
  // A table begins with the head of its first column.
  if (block.children[0]?.type !== 'text' || to - from > LONGEST || !markdown.slice(from, to).includes('|')) return null;
  const [head, delimiters, ...rows] = rowsOf(markdown, from, to);
  if (head === undefined || delimiters === undefined || rows.length > MOST_ROWS) return null;
  if (!DELIMITERS.test(markdown.slice(delimiters.start, delimiters.end).trim())) return null;
  if (head.cells.length !== delimiters.cells.length || rows.some(({ cells }) => cells.length === 0)) return null;
  const own = rows.map((row) => ({ row, nodes: block.children.filter((node) => isInside(node, row)) }));
  const linked = own.filter(({ nodes }) => nodes.some((node) => linkIn(node) !== undefined)).length;
  if (linked <= rows.length / 2) return null;
  const isByline = head.cells.map(({ start, end }) => BYLINE_HEAD.test(markdown.slice(start, end)));
  const words = { ...textEntry(markdown, [nodeOf(head.start, delimiters.end, [])], 'one-liner') };
  return [
    words,
    ...own.map(({ row, nodes }) => linkRow(markdown, row, nodes, isByline) ?? textRow(markdown, row, nodes)),
  ];
}

function rowsOf(markdown: string, from: number, to: number): Row[] {
  let start = from;
  return markdown
    .slice(from, to)
    .split('\n')
    .map((line): Row => {
      const row = trimmed(markdown, start, start + line.length);
      start += line.length + 1;
      return { ...row, cells: cellsIn(markdown, row) };
    });
}

/** What stands between the bars, but for those that a backslash takes their meaning. */
function cellsIn(markdown: string, { start, end }: Span): Span[] {
  const bars: number[] = [];
  for (let at = start; at < end; at += 1) {
    if (markdown[at] === '\\') at += 1;
    else if (markdown[at] === '|') bars.push(at);
  }
  if (bars.length === 0) return [];
  const first = bars[0] === start ? [] : [start - 1];
  const last = bars.at(-1) === end - 1 ? [] : [end];
  const edges = [...first, ...bars, ...last];
  return edges.slice(1).map((edge, at) => trimmed(markdown, (edges[at] ?? 0) + 1, edge));
}

function trimmed(markdown: string, from: number, to: number): Span {
  const text = markdown.slice(from, to);
  const start = from + text.length - text.trimStart().length;
  return { start, end: Math.max(start, from + text.trimEnd().length) };
}

const isInside = (node: Nodes, { start, end }: Span) => startOf(node) >= start && endOf(node) <= end;

/** The link that a node is, with emphasis around it. */
function linkIn(node: Nodes): LinkNode | undefined {
  if (node.type === 'link') return node;
  const [only] = node.type === 'strong' || node.type === 'emphasis' ? node.children : [];
  return only !== undefined && 'children' in node && node.children.length === 1 ? linkIn(only) : undefined;
}

/** A row whose title is a link in a cell of its own: what stands before it is its tag or byline, and what follows its words. */
function linkRow(
  markdown: string,
  row: Row,
  nodes: readonly Nodes[],
  isByline: readonly boolean[],
): ParsedEntry | null {
  const { cells } = row;
  const node = nodes.find((one) => cells.some(({ start }) => start === startOf(one)) && linkIn(one) !== undefined);
  const inner = node === undefined ? undefined : linkIn(node);
  if (node === undefined || inner === undefined || !isWritten(markdown, inner)) return null;
  const at = cells.findIndex(({ start }) => start === startOf(node));
  const cell = cells[at] as Span;
  const title = plainText(inner);
  const behind = behindLink(markdown.slice(endOf(node), cell.end), { isTitle: true, title });
  if (behind === null || behind.gap !== null) return null;
  const isAuthor = (column: number) => isByline[column] === true && !isEmpty(cells[column]);
  const isFirst = behind.byline === '' && isAuthor(at - 1);
  let last = at;
  while (behind.byline === '' && !isFirst && isAuthor(last + 1)) last += 1;
  const [before, author] = [cells[at - (isFirst ? 2 : 1)], isFirst ? cells[at - 1] : cells[at + 1]];
  const start = startOf(node);
  const named: BehindLink =
    isFirst && author !== undefined
      ? {
          ...behind,
          byline: markdown.slice(author.start, author.end),
          glue: { ...behind.glue, byline: '', afterByline: markdown.slice(author.end, startOf(inner)) },
        }
      : last > at && author !== undefined
        ? {
            ...behind,
            byline: markdown.slice(author.start, (cells[last] as Span).end),
            tail: '',
            glue: { byline: markdown.slice(endOf(node), author.start) },
          }
        : behind;
  const first = isFirst && author !== undefined ? author.start : startOf(inner);
  const from = before === undefined || isEmpty(cells[0]) ? first : (cells[0] as Span).start;
  const tag = from < first ? markdown.slice(from, (before as Span).end) : '';
  const marks = markdown.slice(endOf(inner), endOf(node));
  const link = parsedLink(markdown, { inner, tag, tagGlue: markdown.slice(from + tag.length, first) }, named, marks);
  const stop = (cells[last] as Span).end;
  const rest = cells.slice(last + 1).filter((one) => !isEmpty(one));
  const [words, end] = [rest[0]?.start ?? stop, rest.at(-1)?.end ?? stop];
  return {
    shape: words < end ? 'one-liner' : 'headline',
    links: [link],
    commentary: markdown.slice(words, end),
    glue: {
      lead: markdown.slice(row.start, Math.min(from, start)),
      ...(words < end && { oneLiner: markdown.slice(stop, words) }),
    },
    start: row.start,
    end,
  };
}

const isEmpty = (cell: Span | undefined) => cell === undefined || cell.start >= cell.end;

/** A row whose words carry its links. */
function textRow(markdown: string, row: Row, nodes: readonly Nodes[]): ParsedEntry {
  const filled = row.cells.filter((cell) => !isEmpty(cell));
  const [start, end] = [filled[0]?.start ?? row.start, filled.at(-1)?.end ?? row.end];
  const entry = textEntry(markdown, [nodeOf(start, end, nodes)], 'one-liner');
  return { ...entry, glue: { lead: markdown.slice(row.start, start) }, start: row.start };
}

/** A part of the paragraph as a node. */
function nodeOf(start: number, end: number, children: readonly Nodes[]): Paragraph {
  const point = (offset: number) => ({ line: 1, column: 1, offset });
  return {
    type: 'paragraph',
    children: children as Paragraph['children'],
    position: { start: point(start), end: point(end) },
  };
}
