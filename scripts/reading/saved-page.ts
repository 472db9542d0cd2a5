import { readFileSync } from 'node:fs';
import { JSDOM, VirtualConsole } from 'jsdom';
import { parseAddress } from '../../src/domain/web-address.ts';

/**
 * Bytes of a page with what a server would say of their encoding. A page that was saved is nearly always UTF-8, whatever
 * it says of itself: what is sound UTF-8 is never anything else by chance. Otherwise the page's own word counts.
 */
export function encodingOf(bytes: Uint8Array): 'utf-8' | undefined {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    return undefined;
  }
}

function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (cause) {
    throw new Error(`“${file}” cannot be read. Give the path of a saved page.`, { cause });
  }
}

/** A saved page as a document that runs no script and loads nothing, with the classes that code in a page finds there. */
export function openSavedPage(file: string, url: string): JSDOM {
  const bytes = bytesOf(file);
  if (parseAddress(url) === null)
    throw new Error(`“${url}” is no address. Give the one the page was at, as https://….`);
  // A quiet console: style sheets that jsdom does not understand are nobody's concern here.
  const virtualConsole = new VirtualConsole();
  // As in a browser, where scripts could run, what stands in `<noscript>` is no part of the page. None of it runs here.
  const options = { url, virtualConsole, runScripts: 'outside-only' } as const;
  const page = new JSDOM(encodingOf(bytes) === 'utf-8' ? bytes.toString('utf8') : bytes, options);
  Object.assign(globalThis, { Document: page.window.Document, DOMParser: page.window.DOMParser });
  return page;
}
