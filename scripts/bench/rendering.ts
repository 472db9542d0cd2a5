import { type Arena, PATIENT } from './arena.ts';
import type { Figure } from './figure.ts';

/** Printing an issue of 60 entries and reading every link of it back, in the browser; after the desk's part, which fills it. */
export async function renderingFigures({ stage }: Arena): Promise<Figure[]> {
  const page = await stage.browser.openExtensionPage('bench/rendering.html');
  await page.waitFor('probe.marks.done !== undefined', PATIENT);
  const took = await page.evaluate<{ both: number[]; parse: number[]; differences: number }>(
    'JSON.parse(document.documentElement.dataset.took)',
  );
  await page.close();
  const floor = { what: 'its Markdown parsed once', took: took.parse };
  const note = took.differences === 0 ? {} : { note: `${took.differences} links did not read back` };
  return [{ what: 'render and verify an issue of 60', entries: null, unit: 'ms', took: took.both, floor, ...note }];
}
