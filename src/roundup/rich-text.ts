import { read } from './reading.ts';
import type { ReadingBlock, ReadingRun } from './reading-tree.ts';

/** A text for the clipboard: for what takes formatted text, and for what takes only words. */
export interface RichText {
  html: string;
  plain: string;
}

/** Markdown as mails and web editors take it. */
export function richText(markdown: string): RichText {
  const blocks = read(markdown);
  return { html: htmlOf(blocks), plain: plainOf(blocks) };
}

/**
 * Blocks as HTML: headings, paragraphs, lists, quotations, rules, code, links, emphasis and pictures with their
 * descriptions. No classes, no styles, nothing else: what was written as HTML is text.
 */
export function htmlOf(blocks: readonly ReadingBlock[]): string {
  return blocks.map(blockHtml).join('\n');
}

function blockHtml(block: ReadingBlock): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${runsHtml(block.runs)}</p>`;
    case 'heading':
      return `<h${block.depth}>${runsHtml(block.runs)}</h${block.depth}>`;
    case 'quote':
      return `<blockquote>\n${htmlOf(block.blocks)}\n</blockquote>`;
    case 'list': {
      const items = block.items.map((item) => `<li>${itemHtml(item, block.tight)}</li>`).join('\n');
      if (block.first === null) return `<ul>\n${items}\n</ul>`;
      return `<ol${block.first === 1 ? '' : ` start="${block.first}"`}>\n${items}\n</ol>`;
    }
    case 'code':
      return `<pre><code>${escapeHtml(block.text)}</code></pre>`;
    case 'rule':
      return '<hr>';
    case 'source':
      return `<pre>${escapeHtml(block.text)}</pre>`;
  }
}

const itemHtml = (blocks: readonly ReadingBlock[], tight: boolean) =>
  blocks.map((block) => (tight && block.kind === 'paragraph' ? runsHtml(block.runs) : blockHtml(block))).join('\n');

const runsHtml = (runs: readonly ReadingRun[]): string => runs.map(runHtml).join('');

function runHtml(run: ReadingRun): string {
  switch (run.kind) {
    case 'text':
    case 'html':
      return escapeHtml(run.text);
    case 'code':
      return `<code>${escapeHtml(run.text)}</code>`;
    case 'break':
      return '<br>';
    case 'emphasis':
      return `<em>${runsHtml(run.runs)}</em>`;
    case 'strong':
      return `<strong>${runsHtml(run.runs)}</strong>`;
    case 'link':
      return `<a href="${escapeHtml(run.address)}">${runsHtml(run.runs)}</a>`;
    case 'picture':
      if (run.address === null) return escapeHtml(run.description);
      return `<img src="${escapeHtml(run.address)}" alt="${escapeHtml(run.description)}">`;
  }
}

/** Text for between tags and for attributes in double quotes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/gu, (character) => REFERENCES[character] ?? character);
}

const REFERENCES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Blocks as words alone: an address stands in brackets behind its words, lists and quotations keep their marks. */
export function plainOf(blocks: readonly ReadingBlock[]): string {
  return blocks.map(blockPlain).join('\n\n');
}

function blockPlain(block: ReadingBlock): string {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return runsPlain(block.runs);
    case 'quote':
      return plainOf(block.blocks).replace(/^(?=(.?))/gmu, (_, next: string) => (next === '' ? '>' : '> '));
    case 'list':
      return block.items
        .map((item, at) => {
          const mark = block.first === null ? '- ' : `${block.first + at}. `;
          const text = item.map(blockPlain).join(block.tight ? '\n' : '\n\n');
          return mark + text.replace(/\n(?=.)/gu, `\n${' '.repeat(mark.length)}`);
        })
        .join(block.tight ? '\n' : '\n\n');
    case 'code':
    case 'source':
      return block.text;
    case 'rule':
      return '----------';
  }
}

const runsPlain = (runs: readonly ReadingRun[]): string =>
  runs
    .map(runPlain)
    .join('')
    .replace(/\n[ \t]+/gu, '\n');

function runPlain(run: ReadingRun): string {
  switch (run.kind) {
    case 'text':
      return run.text.replace(/\s*\n\s*/gu, ' ');
    case 'html':
    case 'code':
      return run.text;
    case 'break':
      return '\n';
    case 'emphasis':
    case 'strong':
      return runsPlain(run.runs);
    case 'link':
      return withAddress(runsPlain(run.runs), run.address.replace(/^ *mailto:/iu, ''));
    case 'picture':
      return run.address === null ? run.description : withAddress(run.description, run.address);
  }
}

const withAddress = (words: string, address: string) =>
  words === address || words === '' ? address : `${words} (${address})`;
