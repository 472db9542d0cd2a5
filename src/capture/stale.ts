import { line } from '../domain/line.ts';
import { type Thing, textIn } from './json-ld.ts';
import { firstOf, type Metas } from './metas.ts';
import { withoutSite } from './title.ts';

/** What is true of the whole site, whichever of its pages is shown. */
const OF_SITE = new Set(['og:site_name', 'application-name', 'apple-mobile-web-app-title']);

/** What the page says to machines, as far as it is of the page that is shown now. */
export interface Fresh {
  metas: Metas;
  text: Thing | null;
  /** Some of it was left out: it belongs to the page before. */
  isStale: boolean;
}

/**
 * Leaves out what a page has said of the one before it: applications change address, title and text without loading,
 * and often forget the rest. What gives the address of another page of the site, or a title of which the window and
 * the heading know nothing, is stale; where it has the window's title, it is not, whatever address it gives.
 *
 * @param shown the title of the window, and the headings of the page.
 */
export function freshOf(
  said: { metas: Metas; text: Thing | null },
  address: string,
  shown: { title: string; headings: readonly string[] },
): Fresh {
  const isStale = (title: string, own: readonly string[]) => {
    if (title === '' || shown.title === '' || isLike(title, shown.title)) return false;
    if (own.some((one) => isOtherPage(one, address))) return true;
    // Without an address to go by, window and heading must speak with one voice.
    const heading = shown.headings.find((one) => isHeadingOf(one, shown.title));
    return heading !== undefined && sharesNothing(title, shown.title);
  };
  const { metas, text } = said;
  const oldMetas = isStale(line(firstOf(metas, 'og:title', 'twitter:title'), 1000), [firstOf(metas, 'og:url')]);
  const oldText = text !== null && isStale(line(textIn(text.headline) || textIn(text.name), 1000), addressesOf(text));
  return {
    metas: oldMetas ? new Map([...metas].filter(([name]) => OF_SITE.has(name))) : metas,
    text: oldText ? null : text,
    isStale: oldMetas || oldText,
  };
}

/** Whether a thing gives the address of this page as its own, or else the title of its window. */
export function isOfPage(text: Thing, address: string, title: string): boolean {
  const own = addressesOf(text).filter((one) => one !== '');
  if (own.length > 0) return own.some((one) => isSamePage(one, address));
  return isLike(line(textIn(text.headline) || textIn(text.name), 1000), title);
}

function isSamePage(own: string, address: string): boolean {
  try {
    const [given, there] = [new URL(own, address), new URL(address)];
    return bareHost(given) === bareHost(there) && !isOtherPage(own, address);
  } catch {
    return false;
  }
}

const addressesOf = (text: Thing): string[] => {
  const [main] = [text.mainEntityOfPage].flat();
  const ofMain =
    typeof main === 'object' && main !== null ? textIn((main as Thing)['@id'] ?? (main as Thing).url) : main;
  return [textIn(text.url), typeof ofMain === 'string' ? ofMain : ''];
};

const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? [];

/** One of the two titles holds the words of the other. */
function isLike(one: string, other: string): boolean {
  const [short = [], long = []] = [words(one), words(other)].sort((a, b) => a.length - b.length);
  return short.length > 0 && short.filter((word) => long.includes(word)).length / short.length > 0.6;
}

const sharesNothing = (one: string, other: string) =>
  words(one).length > 1 && !words(one).some((word) => word.length > 3 && words(other).includes(word));

/** The heading is what the window is called, but for the name of the site. */
const isHeadingOf = (heading: string, title: string) =>
  words(heading).length > 1 && withoutSite(title, '', '').startsWith(heading);

/** Whether an address is that of another page of the same site. */
function isOtherPage(own: string, address: string): boolean {
  try {
    const there = new URL(address);
    const given = new URL(own, address);
    if (own.trim() === '' || bareHost(given) !== bareHost(there)) return false;
    if (pathOf(given) !== pathOf(there)) return pathOf(given) !== '';
    // `watch?v=…`: the same path, another video.
    return [...given.searchParams].some(([name, value]) => (there.searchParams.get(name) ?? value) !== value);
  } catch {
    return false;
  }
}

const bareHost = ({ hostname }: URL) => hostname.replace(/^(?:www|m|mobile|amp)\./, '');

const pathOf = ({ pathname }: URL) =>
  decodeURI(pathname)
    .toLowerCase()
    .replace(/\/(?:index\.\w+)?$|\.html?$/, '')
    .replace(/\/amp$/, '');
