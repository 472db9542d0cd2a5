import { decoded } from './decoded.ts';
import { isElsewhere } from './elsewhere.ts';
import { type Followed, followed, type Said } from './followed.ts';
import { type Thing, textIn } from './json-ld.ts';
import type { Metas } from './metas.ts';
import { CHANGED, isChange, type Line } from './near-headline.ts';
import { own } from './own-member.ts';
import { dayInAddress, dayOf, writtenDay } from './written-day.ts';

/**
 * The day in a date as pages write it, as `2031-02-27`; empty where no day is in it. The day stands as it is written:
 * moving it into another time zone would make it another day than readers see on the page.
 */
export function dayIn(text: string, language = ''): string {
  const written = text.trim().slice(0, 100);
  const iso =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(written) ??
    /^(\d{4})(\d{2})(\d{2})(?:$|T|\d{4}$|\d{6}$)/.exec(written);
  // What a system has where it knows no day.
  if (/^1970-01-01|^0001-/.test(written)) return '';
  if (iso !== null) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  return dayOfSeconds(written) || writtenDay(written, language);
}

/** Seconds or milliseconds since 1970, of this century, as the day at Greenwich; empty: no such number. */
function dayOfSeconds(text: string): string {
  const [, seconds] = /^(\d{10})(?:\d{3})?(?:\.\d+)?$/.exec(text) ?? [];
  if (seconds === undefined || seconds < '0946684800' || seconds > '4102444800') return '';
  return new Date(Number(seconds) * 1000).toISOString().slice(0, 10);
}

/** Where pages say when they were published, the surest first. Papers: the first with a day in it. */
const PAPERS = [
  'dc.date',
  'dcterms.date',
  'dcterms.created',
  'prism.publicationdate',
  'citation_date',
  'citation_online_date',
  'citation_publication_date',
];

const OTHERS = [
  'article:published_time',
  'og:article:published_time',
  'og:published_time',
  'govuk:first-published-at',
  'article:published',
  'article:publicationdate',
  'parsely-pub-date',
  'sailthru.date',
  'cxenseparse:recs:publishtime',
  'pubdate',
  'publishdate',
  'publish-date',
  'publish_date',
  'published_at',
  'published',
  'date',
  'dc.date.issued',
  'dc.date.created',
  'dcterms.issued',
  'ptime',
  'pdate',
  'og:pubdate',
];

const TIMES =
  'article header time[datetime], article time[pubdate], time.entry-date[datetime], time.published[datetime], .dt-published[datetime], abbr.published[title]';

/**
 * The day on which the page says it was published, as `2031-02-27`; null: it does not say. Where it tells machines
 * several days, the one that its readers see counts; where it tells them none, what stands beside the headline, and last
 * the day in its address.
 *
 * @param near the lines around the headline.
 */
export function publishedDay(
  page: Document,
  metas: Metas,
  text: Thing | null,
  { near, address, language, isStale }: { near: readonly Line[]; address: string; language: string; isStale: boolean },
): Followed<string> | null {
  const of = (names: readonly string[]) =>
    names.flatMap((source) => (metas.get(source) ?? []).map((date): [string, string] => [source, date]));
  const time = own(page, 'querySelector')(TIMES);
  const marked = isStale ? [] : firstFew(own(page, 'querySelectorAll')('[itemprop~="datePublished" i]'));
  const daysOf = (written: readonly [string, string][]) =>
    written.flatMap(([source, date]): Said<string>[] => {
      const value = dayIn(decoded(date), language);
      return value === '' ? [] : [{ source, value }];
    });
  const told = daysOf([
    ...of(PAPERS),
    ['JSON-LD', textIn(text?.datePublished) || textIn(text?.uploadDate) || textIn(text?.datePosted)],
    ...of(OTHERS),
    ...marked.map((element): [string, string] => ['itemprop=datePublished', momentOf(element)]),
    ['time', momentOf(time)],
    ['JSON-LD', textIn(text?.dateCreated)],
  ]);
  const shown = daysOf(near.map((one) => ['headline', dayBeside(one, language)])).slice(0, 1);
  const timed = new Set(timesIn(page).flatMap((time) => daysOf([['time', momentOf(time)]]).map(({ value }) => value)));
  // Several days are those of other pages, or of comments.
  const alone = timed.size === 1 ? [...timed].map((value): Said<string> => ({ source: 'time', value })) : [];
  const inAddress = daysOf([['address', dayInAddress(address)]]);
  const seen = [...shown, ...inAddress].find(({ value }) =>
    told.some((one) => one.value === value && one.source !== 'time'),
  );
  const [here] = shown;
  const [there] = told;
  // The machines' day is often that of Greenwich: about midnight it is another one than the page's readers see. Papers
  // give a day, no moment.
  const isOfPaper = PAPERS.includes(there?.source ?? '');
  if (seen === undefined && here && there && !isOfPaper && isNextTo(here.value, there.value))
    return followed([here, ...told, ...inAddress], (day) => day);
  const chosen = told.filter(({ value }) => value === seen?.value);
  return followed(
    [
      ...chosen,
      ...told.filter((one) => !chosen.includes(one)),
      ...shown,
      ...(told.length === 0 && shown.length === 0 ? alone : []),
      ...inAddress,
    ],
    (day) => day,
  );
}

/** Whether two days follow each other. */
const isNextTo = (one: string, other: string) => Math.abs(Date.parse(one) - Date.parse(other)) === 86_400_000;

/** A page may have any number of them. */
const firstFew = (elements: NodeListOf<Element>) =>
  Array.from({ length: Math.min(elements.length, 5) }, (_, at) => elements[at] ?? null);

function timesIn(page: Document): Element[] {
  const times = own(page, 'querySelectorAll')('time, relative-time');
  return Array.from({ length: Math.min(times.length, 50) }, (_, at) => times[at]).filter(
    (time) => time !== undefined && !isChange(time) && !isElsewhere(time),
  ) as Element[];
}

/** Days of something else: of the thing that the page is about, of rights, of a change. */
const NOT_PUBLISHED = /\b(?:founded|established|born|died|copyright|expires|deadline|due)\b|©/i;

/** The day in a line beside the headline; in a long one, which is the text itself, only where it begins with it. */
function dayBeside({ text, datetime }: Line, language: string): string {
  const told = datetime === '' ? '' : dayIn(datetime);
  if (told !== '') {
    // What readers see is the page's own day; machines have that of Greenwich.
    const shown = text.length <= 100 ? writtenDay(text, language) : '';
    return shown !== '' && isNextTo(shown, told) ? shown : datetime;
  }
  if (NOT_PUBLISHED.test(text)) return '';
  if (text.length <= 100) return writtenDay(unchanged(text), language);
  return /^(?:\d|(?!on|in|am|le|el|il\b)\p{L}{3,10}\.? \d)/iu.test(text) ? writtenDay(text.slice(0, 20), language) : '';
}

/** `Feb 27, 2031 | Updated Feb 28, 2031`, `Updated Feb 28, published Feb 27`: the part of a line that tells of no change. */
function unchanged(text: string): string {
  const [, published] =
    /(?:published|publié|publicado|pubblicato|veröffentlicht|입력)(?!\p{L})(.*)$/iu.exec(text) ?? [];
  const part = published ?? text;
  const change = part.search(CHANGED);
  return change < 0 ? part : part.slice(0, change);
}

/** What an element says of a moment: to machines, or else to readers. */
function momentOf(element: Element | null): string {
  const said = ['content', 'datetime', 'title'].map((name) => element?.getAttribute(name) ?? '');
  return [...said, element?.textContent ?? ''].find((one) => dayIn(one) !== '') ?? '';
}
