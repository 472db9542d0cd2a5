import type { RootContent } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { linksOf } from './markdown-blocks.ts';

/** Words. */
const LONGEST = 6;

/** `Source:`, `原文链接：`: what says that the text above is about the page that is linked here. */
const LABEL =
  /^\P{L}*(?:(?:original )?(?:sources?|links?|urls?|articles?|posts?)|via|more|(?:full |original )?story|read (?:more|it|on|the (?:full )?(?:article|post|story|paper))|fonte|fuente|enlace|leer más|leggi|lien|lire(?: la suite)?|quelle|weiterlesen|mehr|bron|källa|kilde|źródło|источник|ссылка|原文|链接|原文链接|来源|出处|阅读原文|連結|來源|リンク|出典|元記事|출처|링크)\s*[*_]*[:：][*_]*\s*/iu;

/**
 * `[Read more](…)`, `→ [The Gauge](…)`, `Source: [The Gauge](…)`: a paragraph of a link in a few words, which closes the
 * text above it.
 */
export function isClosingLink(block: RootContent): boolean {
  if (block.type !== 'paragraph') return false;
  const links = linksOf(block);
  if (links.length !== 1) return false;
  const words = plainText(block).trim();
  const label = LABEL.exec(words)?.[0];
  const text = plainText(links[0]);
  if (label !== undefined)
    return (
      words
        .slice(label.length)
        .replace(text, '')
        .replace(/\([^()]{1,40}\)/u, '')
        .search(/[\p{L}\p{N}]/u) < 0
    );
  const others = block.children.filter(({ type }) => type !== 'link');
  return (
    others.length < block.children.length &&
    words.split(/\s+/).length <= LONGEST &&
    !/[\p{L}\p{N}]/u.test(others.map((one) => plainText(one)).join(''))
  );
}

/** Whether a paragraph is a link alone that goes by its address: `[kiln.example/blog](https://kiln.example/blog)`. */
export function isAddressAlone(block: RootContent | undefined): boolean {
  if (block?.type !== 'paragraph') return false;
  const [link, ...others] = linksOf(block);
  const text = plainText(block).trim();
  if (link === undefined || others.length > 0 || text !== plainText(link).trim()) return false;
  const bare = (address: string) => address.replace(/^https?:\/\/(?:www\.)?/i, '').replace(/\/$/, '');
  return text.includes('.') && decoded(bare(link.url)).startsWith(decoded(bare(text)).replace(/(?:…|\.{3})$/, ''));
}

function decoded(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}
