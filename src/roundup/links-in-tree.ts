import type { Definition, Nodes, Parents, Root } from 'mdast';

/**
 * A link or an image of a Markdown text, as a reader gets it.
 * - `link`: also an autolink, and a reference link with its definition looked up.
 * - `image`: `text` is its description. An image inside a link is reported after that link, whose text it gives, too.
 * - `unread`: a part too tangled to be parsed in reasonable time (see `withoutTangles`). Its links are not reported;
 *   `text` and `address` are empty.
 */
export interface ReadLink {
  kind: 'link' | 'image' | 'unread';
  /** Escapes and character references decoded, emphasis and code flattened, line breaks as spaces. */
  text: string;
  /** Escapes and character references decoded; percent-encoding as it stands there. */
  address: string;
  /** Offsets into the text, in UTF-16 units: `markdown.slice(start, end)` is the link as it was written. */
  start: number;
  end: number;
}

/** The links and images of a parsed text, in the order in which they begin. */
export function linksInTree(root: Root): ReadLink[] {
  const definitions = definitionsOf(root);
  const links: ReadLink[] = [];
  walk(root, (node) => {
    const link = linkOf(node, definitions);
    if (link !== null) links.push(link);
  });
  return links;
}

function linkOf(node: Nodes, definitions: ReadonlyMap<string, string>): ReadLink | null {
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? 0;
  switch (node.type) {
    case 'link':
      return { kind: 'link', text: textOf(node), address: node.url, start, end };
    case 'linkReference':
      return { kind: 'link', text: textOf(node), address: definitions.get(node.identifier) ?? '', start, end };
    case 'image':
      return { kind: 'image', text: node.alt ?? '', address: node.url, start, end };
    case 'imageReference':
      return { kind: 'image', text: node.alt ?? '', address: definitions.get(node.identifier) ?? '', start, end };
    default:
      return null;
  }
}

/** Where a name is defined twice, the first definition counts. */
function definitionsOf(root: Root): Map<string, string> {
  const definitions: Definition[] = [];
  walk(root, (node) => {
    if (node.type === 'definition') definitions.push(node);
  });
  return new Map(definitions.reverse().map(({ identifier, url }) => [identifier, url]));
}

function textOf(parent: Parents): string {
  let text = '';
  walk(parent, (node) => {
    if (node.type === 'text' || node.type === 'inlineCode') text += node.value;
    else if (node.type === 'image' || node.type === 'imageReference') text += node.alt ?? '';
    else if (node.type === 'break') text += ' ';
  });
  return text.replace(/\s*\n\s*/gu, ' ');
}

/** In document order. With a list instead of recursion: hostile text nests deeper than the stack. */
function walk(top: Nodes, visit: (node: Nodes) => void): void {
  const open: Nodes[] = [top];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    visit(node);
    if ('children' in node) open.push(...node.children.toReversed());
  }
}
