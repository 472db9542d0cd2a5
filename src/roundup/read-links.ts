import { fromMarkdown } from 'mdast-util-from-markdown';
import { linksInTree, type ReadLink } from './links-in-tree.ts';
import { type ParsedText, parsedText } from './parsed-text.ts';

/** Characters: so few cannot be tangled, and without a bracket there is no link. */
const SHORT = 60;

/**
 * Every link and image of a Markdown text, in the order in which they begin. Front matter is passed over. CommonMark
 * only: a bare address is text here.
 */
export function readLinks(markdown: string): ReadLink[] {
  if (markdown.length < SHORT && !/[[<]/u.test(markdown)) return [];
  const parsed = parsedText(markdown);
  const { tangles } = parsed;
  const links: ReadLink[] = tangles.map(({ start, end }) => ({ kind: 'unread', text: '', address: '', start, end }));
  for (const link of linksIn(parsed)) {
    if (!tangles.some(({ start, end }) => link.start < end && link.end > start)) links.push(link);
  }
  return links.sort((one, other) => one.start - other.start);
}

/** In parts; as a whole where links are defined in one for another. */
function linksIn({ text, parts }: ParsedText): readonly ReadLink[] {
  if (parts.some(({ part }) => part.definitions.length > 0)) return linksInTree(fromMarkdown(text));
  return parts.flatMap(({ start, part }) =>
    part.links.map((link) => ({ ...link, start: link.start + start, end: link.end + start })),
  );
}
