import type { Definition, Nodes, PhrasingContent, Root, RootContent } from 'mdast';
import { isPrintableAddress } from './escape.ts';

/** A run of text as a reader gets it. What is no part of CommonMark does not occur. */
export type ReadingRun =
  | { kind: 'text'; text: string }
  /** HTML that somebody wrote into the Markdown: shown as it stands there, never carried out. */
  | { kind: 'html'; text: string }
  | { kind: 'code'; text: string }
  | { kind: 'break' }
  | { kind: 'emphasis'; runs: ReadingRun[] }
  | { kind: 'strong'; runs: ReadingRun[] }
  /** Its address is http, https or mailto; a link to anything else is only its words. */
  | { kind: 'link'; address: string; runs: ReadingRun[] }
  /** `address`: http or https; null: anything else, of which only the description is shown. */
  | { kind: 'picture'; address: string | null; description: string };

/** A block of a text as a reader gets it. */
export type ReadingBlock =
  | { kind: 'paragraph'; runs: ReadingRun[] }
  | { kind: 'heading'; depth: 1 | 2 | 3 | 4 | 5 | 6; runs: ReadingRun[] }
  | { kind: 'quote'; blocks: ReadingBlock[] }
  /** `first`: the number it begins with; null: bullets. `tight`: its items stand without space between. */
  | { kind: 'list'; first: number | null; tight: boolean; items: ReadingBlock[][] }
  | { kind: 'code'; text: string }
  | { kind: 'rule' }
  /** Markdown that is too tangled to be parsed in reasonable time (see `withoutTangles`). */
  | { kind: 'source'; text: string };

type Definitions = ReadonlyMap<string, string>;

/**
 * What a reader gets of a parsed text. Comments are gone, `<br>` breaks the line as the house style means it to, and all
 * other HTML is text: what is shown holds nothing but the kinds above, whatever was written.
 */
export function readingBlocks(root: Root): ReadingBlock[] {
  const definitions: Definitions = new Map(
    definitionsIn(root)
      .reverse()
      .map(({ identifier, url }) => [identifier, url]),
  );
  return blocksOf(root.children, definitions);
}

/** The definitions of reference links, in the order of the text. Of two with the same name the first counts. */
export function definitionsIn(root: Root): Definition[] {
  const found: Definition[] = [];
  // With a list instead of recursion: hostile text nests deep.
  const open: Nodes[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type === 'definition') found.push(node);
    if ('children' in node) open.push(...node.children.toReversed());
  }
  return found;
}

function blocksOf(nodes: readonly RootContent[], definitions: Definitions): ReadingBlock[] {
  return nodes.flatMap((node) => blockOf(node, definitions) ?? []);
}

/** null: nothing that a reader sees, or nothing that CommonMark has. */
function blockOf(node: RootContent, definitions: Definitions): ReadingBlock | null {
  switch (node.type) {
    case 'paragraph':
      return { kind: 'paragraph', runs: runsOf(node.children, definitions) };
    case 'heading':
      return { kind: 'heading', depth: node.depth, runs: runsOf(node.children, definitions) };
    case 'blockquote':
      return { kind: 'quote', blocks: blocksOf(node.children, definitions) };
    case 'list':
      return {
        kind: 'list',
        first: node.ordered ? (node.start ?? 1) : null,
        tight: !node.spread && node.children.every(({ spread }) => !spread),
        items: node.children.map((item) => blocksOf(item.children, definitions)),
      };
    case 'code':
      // Of a fence in a list that is never closed, the parser counts empty lines behind it now and then.
      return { kind: 'code', text: node.value.replace(/\n+$/u, '') };
    case 'thematicBreak':
      return { kind: 'rule' };
    case 'html': {
      const runs = runsOfHtml(node.value);
      return runs.length === 0 ? null : { kind: 'paragraph', runs };
    }
    default:
      return null;
  }
}

function runsOf(nodes: readonly PhrasingContent[], definitions: Definitions): ReadingRun[] {
  return nodes.flatMap((node): ReadingRun[] => {
    switch (node.type) {
      case 'text':
        return [{ kind: 'text', text: node.value }];
      case 'inlineCode':
        return [{ kind: 'code', text: node.value }];
      case 'break':
        return [{ kind: 'break' }];
      case 'emphasis':
        return [{ kind: 'emphasis', runs: runsOf(node.children, definitions) }];
      case 'strong':
        return [{ kind: 'strong', runs: runsOf(node.children, definitions) }];
      case 'link':
        return linkTo(node.url, runsOf(node.children, definitions));
      case 'linkReference':
        return linkTo(definitions.get(node.identifier) ?? '', runsOf(node.children, definitions));
      case 'image':
        return [pictureAt(node.url, node.alt)];
      case 'imageReference':
        return [pictureAt(definitions.get(node.identifier) ?? '', node.alt)];
      case 'html':
        return runsOfHtml(node.value);
      default:
        return [];
    }
  });
}

const linkTo = (address: string, runs: ReadingRun[]): ReadingRun[] =>
  isPrintableAddress(address) ? [{ kind: 'link', address, runs }] : runs;

const pictureAt = (address: string, alt: string | null | undefined): ReadingRun => ({
  kind: 'picture',
  address: isPrintableAddress(address) && !/^ *mailto:/iu.test(address) ? address : null,
  description: alt ?? '',
});

/** A line break as HTML, with the end of the line behind it: that is one break, not two. */
const lineBreak = /<br[ \t]*\/?>[ \t]*\n?/giu;

function runsOfHtml(html: string): ReadingRun[] {
  const runs: ReadingRun[] = [];
  const pieces = html.replace(/<!--[\s\S]*?-->/gu, '').split(lineBreak);
  for (const [at, piece] of pieces.entries()) {
    if (at > 0) runs.push({ kind: 'break' });
    if (piece.trim() !== '') runs.push({ kind: 'html', text: piece });
  }
  return runs;
}
