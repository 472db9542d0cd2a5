import { readPage } from '../../src/capture/read-page.ts';
import { addressToPrint } from '../../src/domain/address.ts';
import { bylineOf, Capture } from '../../src/domain/capture.ts';
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

/** Reads a saved page that was at this address. */
export function fieldsOf(file: string, url: string): Fields {
  const { window } = openSavedPage(file, url);
  const capture = Capture.parse(readPage(window.document, url));
  window.close();
  const { title, authors, outlet, publishedOn, doi = '', language } = capture;
  const { address } = addressToPrint(url);
  return { title, authors, byline: bylineOf(capture), outlet, publishedOn, url: address, doi, language };
}
