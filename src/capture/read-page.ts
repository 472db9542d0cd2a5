import type { Capture } from '../domain/capture.ts';

/** A page that a viewer shows and that has no metadata of its own. */
interface Viewed {
  contentType: string;
}

/** Text on one line without control characters, cut to a length. */
function line(text: string | null | undefined, length: number): string {
  const clean = (text ?? '').slice(0, length * 4).replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\s]+/gu, ' ');
  return clean.trim().slice(0, length);
}

function meta(page: Document, ...names: string[]): string {
  for (const name of names) {
    const found = page.querySelector(`meta[name="${name}" i], meta[property="${name}" i]`)?.getAttribute('content');
    if (found?.trim()) return found;
  }
  return '';
}

/** Authors as the page names them; what is an address (Facebook's `article:author`) is no name. */
function authors(page: Document): string[] {
  const named = [
    ...page.querySelectorAll(
      'meta[name="author" i], meta[name="citation_author" i], meta[property="article:author" i]',
    ),
  ]
    .slice(0, 100)
    .map((element) => line(element.getAttribute('content'), 200))
    .filter((name) => name !== '' && !/^https?:/i.test(name));
  return [...new Set(named)];
}

/**
 * Reads title, authors, outlet, date, address, language and selection of a page. Runs inside the page, touches nothing
 * and gives plain, bounded values. Sources: Open Graph, citation_* (Google Scholar), the usual meta names.
 */
export function readPage(page: Document, address: string): Capture | Viewed {
  if (page.contentType === 'application/pdf') return { contentType: page.contentType };
  const canonical = page.querySelector('link[rel~="canonical" i]')?.getAttribute('href') ?? '';
  return {
    title: line(meta(page, 'citation_title', 'og:title') || page.title, 1000),
    authors: authors(page),
    outlet: line(meta(page, 'citation_journal_title', 'og:site_name', 'application-name'), 200),
    publishedOn: line(meta(page, 'article:published_time', 'citation_publication_date', 'date'), 40),
    address: address.slice(0, 8000),
    canonical: canonical.slice(0, 8000),
    language: line(page.documentElement?.lang, 40),
    selection: (page.getSelection?.()?.toString() ?? '').slice(0, 20_000),
  };
}
