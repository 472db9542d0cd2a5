import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { EntryPlace, Rendering } from '../../render.ts';
import { withoutTangles } from '../../tangles.ts';
import type { Facts } from '../facts.ts';
import type { Finding } from '../finding.ts';
import type { Holder, IssueText } from '../issue-texts.ts';
import { onHolder } from './on-holder.ts';

/** Markdown and HTML that begins in one text and reaches into what is printed behind it. */
export function unclosed({ holders, rendering }: Facts): Finding[] {
  const reaching = rendering === null ? [] : reachingOut(rendering);
  return holders.flatMap((holder) => {
    const found = holder.texts.flatMap((text) => [...openBlock(holder, text), ...openTags(holder, text)]);
    const reaches = reaching.find(({ entryId }) => entryId === holder.entry?.id);
    if (found.length > 0 || reaches === undefined) return found;
    const { what, words } = reaches;
    return [
      onHolder(holder, {
        kind: 'unclosed',
        severity: 'fix',
        content: [what, words],
        detail: { why: what },
        diff: [{ text: words, what: 'same' }],
      }),
    ];
  });
}

function openBlock(holder: Holder, text: IssueText): Finding[] {
  const { openBlock, source, isBlock } = text;
  if (openBlock === null || !isBlock) return [];
  const { what, close } = openBlock;
  return [
    onHolder(holder, {
      kind: 'unclosed',
      severity: 'fix',
      content: [what],
      detail: { why: what, name: close.trim() },
      repairs: [{ kind: 'close', value: close.trim(), changes: text.write(source + close) }],
    }),
  ];
}

function openTags(holder: Holder, text: IssueText): Finding[] {
  const { openBlock, openTags: names, source } = text;
  if (openBlock !== null || names.length === 0) return [];
  const ends = names.toReversed().map((name) => `</${name}>`);
  // Behind the end of a code block it would open that again.
  const between = /(?:^|\n) {0,3}(?:`{3,}|~{3,})[ \t]*\n?$/.test(source) ? '\n\n' : '';
  return [
    onHolder(holder, {
      kind: 'unclosed',
      severity: 'fix',
      content: ['tag', ...names],
      detail: { why: 'tag', name: names.map((name) => `<${name}>`).join(' ') },
      repairs: [{ kind: 'close', value: ends.join(''), changes: text.write(source + between + ends.join('')) }],
    }),
  ];
}

interface Reaching {
  entryId: string;
  what: string;
  /** Where it begins. */
  words: string;
}

/**
 * What begins in one entry and ends in another one, read as the issue is printed. Only entries without an empty line
 * between them can do that to each other: emphasis, code and links end with their paragraph.
 */
function reachingOut({ markdown, places }: Rendering): Reaching[] {
  const runs: EntryPlace[][] = [];
  for (const [at, place] of places.entries()) {
    const before = places[at - 1];
    const isApart = before === undefined || /\n[ \t]*\n/.test(markdown.slice(before.end, place.start));
    if (isApart) runs.push([place]);
    else runs.at(-1)?.push(place);
  }
  return runs.filter((run) => run.length > 1).flatMap((run) => crossings(markdown, run));
}

const INLINE = new Set(['emphasis', 'strong', 'delete', 'link', 'image', 'inlineCode', 'code', 'html']);

function crossings(markdown: string, run: readonly EntryPlace[]): Reaching[] {
  const from = run[0]?.start ?? 0;
  const { text } = withoutTangles(markdown.slice(from, run.at(-1)?.end));
  const found: Reaching[] = [];
  const open: Nodes[] = [fromMarkdown(text)];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if ('children' in node) open.push(...node.children);
    if (!INLINE.has(node.type)) continue;
    const start = from + (node.position?.start.offset ?? 0);
    const end = from + (node.position?.end.offset ?? 0);
    const place = run.find((one) => start >= one.start && start < one.end);
    if (place === undefined || end <= place.end || found.some(({ entryId }) => entryId === place.entryId)) continue;
    found.push({
      entryId: place.entryId,
      what: node.type,
      words: markdown.slice(start, Math.min(place.end, start + 60)),
    });
  }
  return found;
}
