/**
 * Reads saved pages with the very code that runs in the page being read. Lines of JSON in, `{"file", "url"}`: a saved
 * page and the address it was at; lines of JSON out, in the same order.
 *
 *     npm run -s read-page < pages.jsonl
 */
import { readFileSync } from 'node:fs';
import { JSDOM, VirtualConsole } from 'jsdom';
import * as z from 'zod/mini';
import { readPage } from '../src/capture/read-page.ts';
import { addressToPrint } from '../src/domain/address.ts';
import { bylineOf, Capture } from '../src/domain/capture.ts';
import { answerLines } from './json-lines.ts';

const Line = z.object({ file: z.string(), url: z.string() });

await answerLines(Line, '{"file": "…", "url": "…"}', ({ file, url }) => {
  // A quiet console: style sheets that jsdom does not understand are nobody's concern here.
  const { window } = new JSDOM(readFileSync(file), { url, virtualConsole: new VirtualConsole() });
  // The code finds its document's class and a parser where a page has them.
  Object.assign(globalThis, { Document: window.Document, DOMParser: window.DOMParser });
  const capture = Capture.parse(readPage(window.document, url));
  window.close();
  const { title, authors, outlet, publishedOn, doi = '', language } = capture;
  const { address } = addressToPrint(url);
  return { file, title, authors, byline: bylineOf(capture), outlet, publishedOn, url: address, doi, language };
});
