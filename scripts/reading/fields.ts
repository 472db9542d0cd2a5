import { readPage } from '../../src/capture/read-page.ts';
import { addressOfPage } from '../../src/domain/canonical.ts';
import { Capture } from '../../src/domain/capture.ts';
import { DEFAULT_BYLINE } from '../../src/domain/house-style.ts';
import { bylinesOf } from '../../src/roundup/house-byline.ts';
import { openSavedPage } from './saved-page.ts';

/** What an entry about a page begins with. */
export interface Fields {
  title: string;
  authors: string[];
  byline: string;
  outlet: string;
  publishedOn: string;
  url: string;
  doi: string;
  language: string;
}

/** What is captured of a saved page that was at this address. */
export function captureOf(file: string, url: string): Capture {
  const { window } = openSavedPage(file, url);
  const capture = Capture.parse(readPage(window.document, url));
  window.close();
  return capture;
}

/** The fields of a saved page that was at this address. */
export function fieldsOf(file: string, url: string): Fields {
  const capture = captureOf(file, url);
  const { title, authors, outlet, publishedOn, canonical, doi = '', language } = capture;
  const { address } = addressOfPage(url, canonical);
  const byline = bylinesOf(capture, DEFAULT_BYLINE, undefined)[0]?.byline ?? '';
  return { title, authors, byline, outlet, publishedOn, url: address, doi, language };
}
