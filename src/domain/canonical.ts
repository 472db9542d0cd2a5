import { addressToPrint, type Cleaned, cleanAddress } from './address.ts';
import { paperPage } from './paper.ts';
import { isWebAddress, parseAddress, splitAddress } from './web-address.ts';

/**
 * The address a page gives as its own (`rel=canonical`), where it may be trusted to be the page's; else null. Of 790 pages
 * 746 gave the very address they were at, and 2 their home page. Others give every page of a list the first one's, the
 * article that was read before (single-page applications), the machine they were made on, or the page for phones.
 *
 * The PDF of a paper has the page about it.
 *
 * @param canonical as it stands in the page; may be relative. @param address where the browser is.
 */
export function trustedCanonical(canonical: string, address: string): string | null {
  // A viewer of PDFs shows no page of its own that could say.
  const paper = paperPage(address);
  if (paper !== null) return paper;
  const there = isWebAddress(address) ? parseAddress(address.trim()) : null;
  const given = canonical.trim();
  if (there === null || given === '' || /[\s<>"{}\\]/.test(given)) return null;
  const whole = isWebAddress(given) ? given : resolved(given, there);
  const own = parseAddress(whole);
  if (own === null || !/^https?:$/.test(own.protocol) || own.username !== '' || own.password !== '') return null;
  if (!isSameSite(own, there) || own.pathname === '/' || isRoute(there.hash) || isForPhones(own)) return null;
  if (!isSamePath(own.pathname, there.pathname) || dropsSomething(own, there)) return null;
  const secure = there.protocol === 'https:' ? whole.replace(/^http:/i, 'https:') : whole;
  const [, , part] = splitAddress(address.trim());
  return splitAddress(secure)[2] === '' ? secure + part : secure;
}

/** The printed address of a page, and whether it is the one the page gives as its own. */
export interface PageAddress extends Cleaned {
  isOwn: boolean;
}

/** The address that is printed for a page, from where the browser is and what the page says. */
export function addressOfPage(address: string, canonical: string): PageAddress {
  const cleaned = addressToPrint(address);
  const trusted = trustedCanonical(canonical, address);
  const own = trusted === null ? cleaned.address : addressToPrint(trusted).address;
  return { address: own, removed: cleaned.removed, isOwn: own !== cleaned.address };
}

function resolved(canonical: string, base: URL): string {
  try {
    return new URL(canonical, base).href;
  } catch {
    return '';
  }
}

const bareHost = ({ hostname }: URL) => hostname.replace(/^(?:www|m|mobile|amp)\./, '');

/** The same host, or one above: `blog.a.example` may say `a.example`, but not `staging.a.example`, nor another's. */
function isSameSite(own: URL, there: URL): boolean {
  if (own.port !== there.port) return false;
  const bare = bareHost(own);
  return bareHost(there) === bare || (bare.includes('.') && bareHost(there).endsWith(`.${bare}`));
}

const isRoute = (fragment: string) => /^#[!/]/.test(fragment);

const isForPhones = ({ hostname, pathname }: URL) =>
  /^(?:m|mobile|amp)\./.test(hostname) || /(?:^|\/)amp(?:\/|$)|\.amp(?:\.html?)?$/.test(pathname);

/** The pieces of a path that say something, without what marks a page for phones. */
const pieces = (path: string) =>
  path
    .toLowerCase()
    .replace(/\.amp(?=\.html?$|$)|\.html?$/, '')
    .split('/')
    .filter((piece) => piece !== '' && !/^(?:amp|m)$/.test(piece));

/** What names one page and no other: words with dashes, or a number of some length. */
const isTelling = (piece: string) => /\d{4,}|[^-_]{2}[-_].*[^-_]{2}/.test(piece) && !/^(?:19|20)\d\d$/.test(piece);

/** The same path, or one that shares what names the page. The next page of a list is not its first. */
function isSamePath(own: string, there: string): boolean {
  const [mine, its] = [pieces(own), pieces(there)];
  if (mine.join('/') === its.join('/')) return true;
  const rest = its.slice(mine.length);
  const isBeginning = mine.every((piece, at) => piece === its[at]);
  if (isBeginning && rest.some((piece) => /^(?:p(?:age)?-?)?\d+$/.test(piece))) return false;
  return mine.some((piece) => isTelling(piece) && its.includes(piece));
}

/** Names of parameters by which a page is found, or opened by those who were given it. */
const ESSENTIAL =
  /^(?:.*id|p|pg|page|paged|q|query|s|search|v|t|list|index|lang|hl|locale|title|name|article|story|post|thread|topic|item|doc|file|key|no|num|nr|year|month|day|date|issue|vol|volume|tab|view|version|ref|branch|path|url|u|start|end|offset|from|to|sort|filter|cat|category|tag|section|chapter|seite|code|sk|st|gift.*|unlocked.*|.*token|share.*|pwd|src|px)$/i;

/** Whether the page's address has something, once cleaned, that would be missed: then it is more than the canonical. */
function dropsSomething(own: URL, there: URL): boolean {
  const kept = own.searchParams;
  const cleaned = parseAddress(cleanAddress(there.href).address)?.searchParams ?? there.searchParams;
  for (const [name, value] of cleaned) {
    if (kept.has(name)) {
      if (!kept.getAll(name).includes(value)) return true;
    } else if (name === '' || value === '' || ESSENTIAL.test(name)) return true;
  }
  return false;
}
