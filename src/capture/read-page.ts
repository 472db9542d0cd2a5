import type { Capture } from '../domain/capture.ts';
import { line } from '../domain/line.ts';
import { decideAuthors, namings, ownersOf } from './authors.ts';
import { decoded } from './decoded.ts';
import { doiOf } from './doi.ts';
import { dueDaysOf } from './due.ts';
import { evidenceOf } from './followed.ts';
import { describedText, type Thing, textIn } from './json-ld.ts';
import { languageOf } from './language.ts';
import { firstOf, type Metas, metasOf } from './metas.ts';
import { headingsOf, linesNear } from './near-headline.ts';
import { outletOf } from './outlet.ts';
import { own } from './own-member.ts';
import { foldedName } from './person-names.ts';
import { pictureOf } from './picture.ts';
import { publishedDay } from './published-day.ts';
import { freshOf, isOfPage } from './stale.ts';
import { folded, titleOf, windowTitle } from './title.ts';

/** A page that a viewer shows and that has no metadata of its own. */
interface Viewed {
  contentType: string;
}

/**
 * Reads title, authors, outlet, date, address, language and selection of a page. Runs inside the page, touches nothing
 * and gives plain, bounded values. Sources: citation_* (Google Scholar), Dublin Core, JSON-LD, Open Graph, the usual
 * meta names, and the markup of bylines.
 */
export function readPage(page: Document, address: string): Capture | Viewed {
  const contentType = own(page, 'contentType');
  if (contentType === 'application/pdf') return { contentType };
  const host = hostOf(address);
  const language = line(own(page, 'documentElement')?.getAttribute('lang'), 40);
  const headings = headingsOf(page);
  const window = windowTitle(page);
  const { text: described, things, all } = describedText(page, (thing) => isOfPage(thing, address, window));
  const { metas, text, isStale } = freshOf({ metas: metasOf(page), text: described }, address, {
    title: window,
    headings: headings.map((heading) => heading.text),
  });
  const headlines = [firstOf(metas, 'og:title'), textIn(text?.headline), ...headings.map((heading) => heading.text)]
    .map((headline) => line(decoded(headline), 1000))
    .filter((headline) => headline !== '');
  const outlet = outletOf(metas, text, things, { host, title: window, headlines });
  const title = titleOf(page, metas, text, { outlet: outlet?.value ?? '', host, headings });
  const headline = headlineOf(headings, title?.value.title ?? '');
  const near = headline === undefined ? [] : linesNear(page, headline.element);
  const bare = host.replace(/^www\./, '');
  const site = [outlet?.value ?? '', host, bare, bare.split('.')[0] ?? ''];
  const notNames = new Set(site.map(foldedName).filter((name) => name !== ''));
  const named = namings(page, metas, text, things, { notNames, near, isStale });
  const authors = decideAuthors(named.length > 0 ? named : isStale ? [] : ownersOf(page, metas, text, things, near));
  const publishedOn = publishedDay(page, metas, text, { near, address, language, isStale });
  const dueDays = dueDaysOf(page, all);
  const canonical = own(page, 'querySelector')('link[rel~="canonical" i]')?.getAttribute('href') ?? '';
  return {
    title: title?.value.title ?? '',
    rawTitle: title?.value.raw ?? '',
    authors: authors === null ? [] : bounded(authors.value),
    outlet: outlet?.value ?? '',
    publishedOn: publishedOn?.value ?? '',
    doi: doiOf(metas, text),
    address: address.slice(0, 8000),
    canonical: canonical.slice(0, 8000),
    language: languageOf(page, metas, text),
    description: descriptionOf(metas, text),
    picture: pictureOf(page, metas, text, address),
    ...(dueDays.length > 0 && { dueDays }),
    selection: (own(page, 'getSelection')()?.toString() ?? '').slice(0, 20_000),
    evidence: {
      ...(title && { title: { ...evidenceOf(title), others: title.others.map((other) => other.title) } }),
      ...(authors && { authors: { ...evidenceOf(authors), others: authors.others.map(bounded) } }),
      ...(outlet && { outlet: evidenceOf(outlet) }),
      ...(publishedOn && { publishedOn: evidenceOf(publishedOn) }),
    },
  };
}

/** Characters: a shorter title may be a part of some other heading by chance. */
const SHORTEST_PART = 8;

/** The heading that is the title, or the greatest with it at its end, behind the name of a series or a section. */
function headlineOf(headings: ReturnType<typeof headingsOf>, title: string) {
  const own = folded(title);
  return (
    headings.find(({ text }) => folded(text) === own) ??
    headings.find(({ text, isFirst }) => isFirst && own.length >= SHORTEST_PART && folded(text).endsWith(own))
  );
}

const bounded = (names: readonly string[]) => names.map((name) => line(name, 200)).slice(0, 100);

/** What the page says of itself, on one line. */
function descriptionOf(metas: Metas, text: Thing | null): string {
  const said = [
    firstOf(metas, 'og:description', 'description', 'twitter:description', 'dc.description'),
    textIn(text?.description),
  ];
  return said.map((one) => line(decoded(one), 1000)).find((one) => one !== '') ?? '';
}

function hostOf(address: string): string {
  try {
    return new URL(address).hostname;
  } catch {
    return '';
  }
}
