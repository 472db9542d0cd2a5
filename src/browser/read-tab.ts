import browser from 'webextension-polyfill';
import { Capture } from '../domain/capture.ts';
import { paperAt, paperPage } from '../domain/paper.ts';
import type { ReadingTab } from './tabs.ts';

/** What came of reading the page, or why it could not be read. */
export type Reading =
  | { outcome: 'read'; capture: Capture }
  /** The PDF of a paper, known by its address alone: its capture is what the page about it would begin with. */
  | { outcome: 'read'; capture: Capture; isPaper: true }
  /** A page of the browser, or one that it guards, such as its add-on store. */
  | { outcome: 'browser-page' }
  | { outcome: 'guarded' }
  | { outcome: 'pdf' }
  | { outcome: 'file' }
  /** Beside the page: the browser tells nothing of it until Roundup is called over it, or is let see all tabs. */
  | { outcome: 'unseen' }
  /** The same, and its title and address are known. */
  | { outcome: 'unread' }
  /** It did not answer in time. */
  | { outcome: 'slow' };

/** How long the popup waits for a page before it makes do with the tab's title and address, in milliseconds. */
const PATIENCE = 1500;

/** Reads the page in the tab. Never throws and never takes longer than the patience of 1.5 s. */
export async function readTab(tab: ReadingTab): Promise<Reading> {
  // A page that has not begun to answer has no address yet, and cannot be told from a page of the browser otherwise.
  if (!/^(https?|file):/i.test(tab.address)) return { outcome: tab.loading ? 'slow' : 'browser-page' };
  const slow = new Promise<Reading>((resolve) => {
    setTimeout(() => resolve({ outcome: 'slow' }), PATIENCE);
  });
  return Promise.race([inject(tab), slow]);
}

/**
 * Reads the page beside which the form stands. There the browser refuses pages that Roundup was not called over, and
 * that is no property of the page: calling it makes up for it.
 */
export async function readTabBeside(tab: ReadingTab): Promise<Reading> {
  if (tab.address === '') return { outcome: tab.loading ? 'slow' : 'unseen' };
  const reading = await readTab(tab);
  return reading.outcome === 'guarded' ? { outcome: 'unread' } : reading;
}

async function inject(tab: ReadingTab): Promise<Reading> {
  try {
    const [frame] = await browser.scripting.executeScript({
      target: { tabId: tab.id },
      // From the root: Firefox resolves a relative path against the page that calls.
      files: ['/src/capture/read-page.js'],
    });
    if (isPdf(frame?.result)) return pdf(tab);
    const parsed = Capture.safeParse(frame?.result);
    if (parsed.success) return { outcome: 'read', capture: parsed.data };
  } catch {
    // The browser refuses without a code that could be told apart; the address says what the page is.
  }
  // Firefox keeps its viewer of PDFs closed, and the addresses of papers seldom end as files do.
  const isPdfByAddress = /\.pdf$/i.test(tab.address.split(/[?#]/, 1)[0] ?? '') || paperPage(tab.address) !== null;
  if (isPdfByAddress) return pdf(tab);
  return { outcome: tab.address.startsWith('file:') ? 'file' : 'guarded' };
}

function pdf(tab: ReadingTab): Reading {
  const capture = paperAt(tab);
  return capture === null ? { outcome: 'pdf' } : { outcome: 'read', capture, isPaper: true };
}

function isPdf(result: unknown): boolean {
  return (
    typeof result === 'object' && result !== null && 'contentType' in result && result.contentType === 'application/pdf'
  );
}
