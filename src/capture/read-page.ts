import type { Capture } from '../domain/capture.ts';
import { decideAuthors, namings, ownersOf } from './authors.ts';
import { doiOf } from './doi.ts';
import { describedText } from './json-ld.ts';
import { line } from './line.ts';
import { metasOf } from './metas.ts';
import { outletOf } from './outlet.ts';
import { own } from './own-member.ts';
import { foldedName } from './person-names.ts';
import { publishedDay } from './published-day.ts';
import { titleOf } from './title.ts';

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
  const metas = metasOf(page);
  const { text, things } = describedText(page);
  const host = hostOf(address);
  const outlet = outletOf(metas, text, things);
  const site = [outlet, host, host.replace(/^www\./, ''), host.replace(/^www\./, '').split('.')[0] ?? ''];
  const notNames = new Set(site.map(foldedName).filter((name) => name !== ''));
  const named = namings(page, metas, text, things, notNames);
  const { names } = decideAuthors(named.length > 0 ? named : ownersOf(page, metas, text, things));
  const canonical = own(page, 'querySelector')('link[rel~="canonical" i]')?.getAttribute('href') ?? '';
  return {
    title: titleOf(page, metas, text, { outlet, host }),
    authors: names.map((name) => line(name, 200)).slice(0, 100),
    outlet,
    publishedOn: publishedDay(page, metas, text),
    doi: doiOf(metas, text),
    address: address.slice(0, 8000),
    canonical: canonical.slice(0, 8000),
    language: line(own(page, 'documentElement')?.getAttribute('lang'), 40),
    selection: (own(page, 'getSelection')()?.toString() ?? '').slice(0, 20_000),
  };
}

function hostOf(address: string): string {
  try {
    return new URL(address).hostname;
  } catch {
    return '';
  }
}
