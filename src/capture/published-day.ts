import { type Followed, followed, type Said } from './followed.ts';
import { type Thing, textIn } from './json-ld.ts';
import type { Metas } from './metas.ts';
import { own } from './own-member.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * The day in a date as pages write it, as `2031-02-27`; empty where no day is in it. The day stands as it is written:
 * moving it into another time zone would make it another day than readers see on the page.
 */
export function dayIn(text: string): string {
  const written = text.trim().slice(0, 100);
  const iso =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(written) ?? /^(\d{4})(\d{2})(\d{2})(?:$|T|\d{6}$)/.exec(written);
  if (iso !== null) return day(iso[1], iso[2], iso[3]);
  const named = /(\d{1,2})(?:st|nd|rd|th)?\.?\s+([a-z]{3,9})\.?,?\s+(\d{4})/i.exec(written);
  if (named !== null) return day(named[3], monthOf(named[2]), named[1]);
  const american = /([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})/i.exec(written);
  if (american !== null) return day(american[3], monthOf(american[1]), american[2]);
  return '';
}

const monthOf = (name: string | undefined) =>
  String(MONTHS.findIndex((month) => name?.toLowerCase().startsWith(month)) + 1);

function day(year = '', month = '', date = ''): string {
  const [y, m, d] = [Number(year), Number(month), Number(date)];
  const known = new Date(Date.UTC(y, m - 1, d));
  const isDay = y >= 1900 && y <= 2200 && known.getUTCMonth() === m - 1 && known.getUTCDate() === d;
  return isDay ? known.toISOString().slice(0, 10) : '';
}

/** Where pages say when they were published, the surest first. Papers: the first with a day in it. */
const METAS = [
  'dc.date',
  'dcterms.date',
  'dcterms.created',
  'prism.publicationdate',
  'citation_date',
  'citation_online_date',
  'citation_publication_date',
  'article:published_time',
  'og:article:published_time',
  'article:published',
  'parsely-pub-date',
  'sailthru.date',
  'cxenseparse:recs:publishtime',
  'pubdate',
  'publishdate',
  'publish-date',
  'date',
  'dc.date.issued',
  'dcterms.issued',
  'ptime',
  'pdate',
];

/** The day on which the page says it was published, as `2031-02-27`; null: it does not say. */
export function publishedDay(page: Document, metas: Metas, text: Thing | null): Followed<string> | null {
  const of = (names: readonly string[]) =>
    names.flatMap((source) => (metas.get(source) ?? []).map((date): [string, string] => [source, date]));
  const find = own(page, 'querySelector');
  const marked = find('[itemprop~="datePublished" i]');
  const time = find(
    'article header time[datetime], article time[pubdate], time.entry-date[datetime], time.published[datetime], .dt-published[datetime]',
  );
  const written: [string, string][] = [
    ...of(METAS.slice(0, 7)),
    ['JSON-LD', textIn(text?.datePublished)],
    ...of(METAS.slice(7)),
    ['itemprop=datePublished', marked?.getAttribute('content') ?? marked?.getAttribute('datetime') ?? ''],
    ['time', time?.getAttribute('datetime') ?? ''],
    ['JSON-LD', textIn(text?.dateCreated)],
  ];
  const said = written.flatMap(([source, date]): Said<string>[] => {
    const value = dayIn(date);
    return value === '' ? [] : [{ source, value }];
  });
  return followed(said, (value) => value);
}
