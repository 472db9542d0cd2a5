import type { Capture } from '../domain/capture.ts';

/** A page that a viewer shows and that has no metadata of its own. */
interface Viewed {
  contentType: string;
}

/**
 * A property or method of the document itself. A page can put `<form name="title">` in front of any of them: named
 * elements hide the document's own members, also from an extension. The prototype is out of its reach.
 * https://html.spec.whatwg.org/multipage/dom.html#dom-document-nameditem
 */
function own<Name extends keyof Document>(page: Document, name: Name): Document[Name] {
  const member = Reflect.get(Document.prototype, name, page);
  return typeof member === 'function' ? member.bind(page) : member;
}

/** What would break a line or turn its direction, and halves of characters. */
const BREAKING = /[\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069\s]+/gu;

/** What nobody sees: soft hyphens, spaces without width. Joiners stay: scripts and emoji are written with them. */
const UNSEEN = /[\u00ad\u200b\ufeff]/g;

/** Text on one line without control characters, cut to a length. */
function line(text: string | null | undefined, length: number): string {
  const start = (text ?? '').slice(0, length * 4);
  const clean = start.replace(UNSEEN, '').replace(BREAKING, ' ').trim();
  return clean.slice(0, length).replace(/[\p{Cs}\s]+$/u, '');
}

function meta(page: Document, ...names: string[]): string {
  const find = own(page, 'querySelector');
  for (const name of names) {
    const found = find(`meta[name="${name}" i], meta[property="${name}" i]`)?.getAttribute('content');
    if (found?.trim()) return found;
  }
  return '';
}

/** Authors as the page names them; what is an address (Facebook's `article:author`) is no name. */
function authors(page: Document): string[] {
  const named = [
    ...own(
      page,
      'querySelectorAll',
    )('meta[name="author" i], meta[name="citation_author" i], meta[property="article:author" i]'),
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
  const contentType = own(page, 'contentType');
  if (contentType === 'application/pdf') return { contentType };
  const canonical = own(page, 'querySelector')('link[rel~="canonical" i]')?.getAttribute('href') ?? '';
  return {
    title: line(meta(page, 'citation_title', 'og:title') || own(page, 'title'), 1000),
    authors: authors(page),
    outlet: line(meta(page, 'citation_journal_title', 'og:site_name', 'application-name'), 200),
    publishedOn: line(meta(page, 'article:published_time', 'citation_publication_date', 'date'), 40),
    address: address.slice(0, 8000),
    canonical: canonical.slice(0, 8000),
    language: line(own(page, 'documentElement')?.getAttribute('lang'), 40),
    selection: (own(page, 'getSelection')()?.toString() ?? '').slice(0, 20_000),
  };
}
