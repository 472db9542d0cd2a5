import { line } from '../domain/line.ts';
import { decoded } from './decoded.ts';
import { type Followed, followed, type Said } from './followed.ts';
import { namesIn, type Thing } from './json-ld.ts';
import { firstOf, type Metas } from './metas.ts';
import { foldedName } from './person-names.ts';
import { folded, isSite } from './title.ts';

const VENUES = [
  'citation_journal_title',
  'citation_conference_title',
  'citation_conference',
  'citation_inbook_title',
  'prism.publicationname',
  'citation_publisher',
];

/**
 * The name of the site or journal as the page gives it; null: it gives none.
 *
 * @param title the title of the window, and `headlines`, what the page calls its text elsewhere: what the one has before
 * or behind the other is the name of the site.
 */
export function outletOf(
  metas: Metas,
  text: Thing | null,
  things: ReadonlyMap<string, Thing>,
  { host, title, headlines }: { host: string; title: string; headlines: readonly string[] },
): Followed<string> | null {
  const of = (source: string, ...names: string[]): [string, string][] =>
    names.map((name): [string, string] => [source, name]);
  const beside = nameBeside(line(decoded(title), 1000), headlines, host);
  // A publisher may be a company that no reader knows; what the window calls the site as the host does, they do.
  const isHosts = isSite(beside, '', host);
  const named = [
    ...of('citation', firstOf(metas, ...VENUES)),
    ...of('og:site_name', firstOf(metas, 'og:site_name')),
    ...of('title', isHosts ? beside : ''),
    ...of('JSON-LD', ...(text === null ? [] : [...namesIn(text.isPartOf, things), ...namesIn(text.publisher, things)])),
    ...of('title', isHosts ? '' : beside),
    ...of('application-name', firstOf(metas, 'application-name')),
    ...of('dc.publisher', firstOf(metas, 'dc.publisher')),
    ...of('title', lastPart(line(decoded(title), 1000))),
  ];
  const said = named.flatMap(([source, name]): Said<string>[] => {
    const clean = line(decoded(name), 200);
    // An address is not what readers call the site.
    const isAddress = /^(?:https?:)?\/\/|^www\./i.test(clean);
    return clean === '' || isAddress ? [] : [{ source, value: withoutMotto(clean, host) }];
  });
  const names = said.map(({ value }) => value);
  return followed(
    said.map(({ source, value }) => ({ source, value: asReadersKnow(value, names, host) })),
    foldedName,
  );
}

/** The name as another part of the page has it, where that begins with a capital, or is the same without `.com` or `.fr`. */
function asReadersKnow(name: string, others: readonly string[], host: string): string {
  const bare = name.replace(/\.[a-z]{2,4}$/i, '');
  const isDomain = bare !== name && isSite(name, '', host);
  const short = isDomain ? others.find((other) => foldedName(other) === foldedName(bare)) : undefined;
  const wanted = foldedName(short ?? name);
  return /^\p{Ll}/u.test(name) || short !== undefined
    ? (others.find((other) => foldedName(other) === wanted && /^\p{Lu}/u.test(other)) ?? short ?? name)
    : name;
}

/** `The Tide | News from the sea`, and behind a hyphen where what stands before it is the host's own name. */
function withoutMotto(name: string, host: string): string {
  const [short = name, ...rest] = name.split(/\s+[-|–—:]\s+/u);
  return isSite(short, '', host) || rest.some((part) => part === short) ? short : name.replace(/\s+[|–—]\s+.*$/, '');
}

/** What the window's title says besides the headline: `Rope | The Tide`, `The Tide: Rope`. Empty: nothing sure. */
function nameBeside(title: string, headlines: readonly string[], host: string): string {
  for (const headline of headlines) {
    if (headline.length < 4 || headline.length >= title.length || isSite(headline, '', host)) continue;
    if (title.startsWith(headline)) {
      const rest = title.slice(headline.length).split(/\s+[|•·»«–—~⋆-]\s+|\s+::\s+|\s*[|_]\s*|\s+[[@]/u);
      const last = (rest.at(-1) ?? '').replace(/\]$/, '').trim();
      if (rest.length > 1 && isName(last)) return last;
    }
  }
  for (const headline of headlines) {
    if (headline.length < 4 || !title.endsWith(headline)) continue;
    const before = title.slice(0, -headline.length);
    const name = /^(.*?)(?:\s+[|•·»«–—-]|\s*:|\s*\|)\s+$/u.exec(before)?.[1] ?? '';
    if (isName(name)) return name;
  }
  const parts = title.split(/\s+(?:[|•·»«–—-]|on)\s+|\s*\|\s*/u);
  const last = parts.length > 1 ? (parts.at(-1) ?? '') : '';
  return folded(last).length > 2 && isSite(last, '', host) ? last : '';
}

/** What stands behind the last bar of a window's title: where nothing else names the site, it does. Empty: nothing does. */
function lastPart(title: string): string {
  const last = /^.{4,}\s\|\s([^|]+)$/u.exec(title)?.[1] ?? '';
  return isName(last) && last.split(/\s+/).length <= 4 ? last : '';
}

/** Short, and without figures and brackets: no day, no page, no aside. */
const isName = (text: string) => text.length > 1 && text.length <= 60 && !/\d\d|[()[\]{}]/.test(text);
