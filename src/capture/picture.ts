import { line } from '../domain/line.ts';
import { decoded } from './decoded.ts';
import { isThing, type Thing, textIn } from './json-ld.ts';
import { firstOf, type Metas } from './metas.ts';
import { own } from './own-member.ts';

/** The picture that stands for a page where it is shown in a list. */
export interface Picture {
  address: string;
  /** What it shows, for those who do not see it; empty: the page does not say. */
  alt: string;
}

const MOST_IMAGES = 500;

/** The picture that the page gives for itself; undefined: none that readers could load. */
export function pictureOf(page: Document, metas: Metas, text: Thing | null, base: string): Picture | undefined {
  const [described] = [text?.image].flat();
  const given = [
    { address: firstOf(metas, 'og:image:secure_url', 'og:image', 'og:image:url'), alt: firstOf(metas, 'og:image:alt') },
    { address: firstOf(metas, 'twitter:image', 'twitter:image:src'), alt: firstOf(metas, 'twitter:image:alt') },
    isThing(described)
      ? { address: textIn(described.url ?? described.contentUrl), alt: textIn(described.caption) }
      : { address: textIn(described), alt: '' },
  ];
  for (const { address, alt } of given) {
    const whole = wholeAddress(decoded(address), base);
    if (whole !== '') return { address: whole, alt: line(decoded(alt), 1000) || altOf(page, whole, base) };
  }
  return undefined;
}

/** What the same picture is called where it stands in the page. */
function altOf(page: Document, address: string, base: string): string {
  const images = own(page, 'getElementsByTagName')('img');
  const withoutSize = (one: string) => one.replace(/\?.*$/, '');
  for (let at = 0; at < Math.min(images.length, MOST_IMAGES); at += 1) {
    const image = images[at];
    const alt = line(image?.getAttribute('alt'), 1000);
    if (alt === '') continue;
    const shown = wholeAddress(image?.getAttribute('src') ?? '', base);
    if (shown !== '' && withoutSize(shown) === withoutSize(address)) return alt;
  }
  return '';
}

function wholeAddress(address: string, base: string): string {
  try {
    const { href, protocol } = new URL(address.trim(), base);
    return address.trim() !== '' && /^https?:$/.test(protocol) && href.length <= 8000 ? href : '';
  } catch {
    return '';
  }
}
