import type { Tab } from '../browsers/browser.ts';
import { type Arena, fillOpenIssue, PATIENT } from './arena.ts';
import type { Figure } from './figure.ts';
import { heapOf } from './heap.ts';

/** As many keys are pressed for each figure. */
const KEYS = 15;
/** What is searched for, key by key: frequent words at first, rarer ones as it gets longer. */
const QUERY = 'box label shelf';

/** Waits for an effect that nobody can see: preflight, which comes after the keys. */
const QUIET = 200;

/** The desk with an issue of 60 entries: until it is there, and how soon it answers to a key. */
export async function* deskFigures(arenas: readonly Arena[], rounds: number): AsyncGenerator<Figure> {
  for (const arena of arenas) {
    await fillOpenIssue(arena);
    yield* await openings(arena, rounds);
    yield* await keys(arena);
  }
}

/**
 * The desk's start, and that of a page that reads the same records and puts their text. Complete is told twice: when all
 * stands in the page, which is the work of the program, and when the frame that shows it has been drawn, which is what the
 * editor waits for. The second has the browser's own work in it, for desk and floor by the same rule: a page that puts
 * its text has not laid it out yet.
 */
async function openings({ stage, entries }: Arena, rounds: number): Promise<Figure[]> {
  const times = {
    blank: [] as number[],
    painted: [] as number[],
    raw: [] as number[],
    rawPainted: [] as number[],
    complete: [] as number[],
    completePainted: [] as number[],
  };
  const heaps: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const floor = await stage.browser.openExtensionPage('bench/raw-desk.html');
    await floor.waitFor('probe.painted.done !== undefined', PATIENT);
    await floor.waitFor(PAINTED, PATIENT);
    const page = await stage.browser.openExtensionPage('desk/desk.html');
    await page.waitFor('probe.painted.complete !== undefined', PATIENT);
    await page.waitFor(PAINTED, PATIENT);
    if (round > 0) {
      times.blank.push(await floor.evaluate<number>(PAINTED));
      times.raw.push(await floor.evaluate<number>('probe.marks.done'));
      times.rawPainted.push(await floor.evaluate<number>('probe.painted.done'));
      times.painted.push(await page.evaluate<number>(PAINTED));
      times.complete.push(await page.evaluate<number>('probe.marks.complete'));
      times.completePainted.push(await page.evaluate<number>('probe.painted.complete'));
      heaps.push(...(await heapOf(page)));
    }
    await page.close();
    await floor.close();
  }
  const figures: Figure[] = [
    {
      what: 'desk to first paint',
      entries,
      unit: 'ms',
      took: times.painted,
      floor: { what: 'first paint of a page with the same text', took: times.blank },
    },
    {
      what: 'desk complete, read back',
      entries,
      unit: 'ms',
      took: times.complete,
      floor: { what: 'page that reads the same records and puts their text', took: times.raw },
    },
    {
      what: 'desk complete and painted',
      entries,
      unit: 'ms',
      took: times.completePainted,
      floor: { what: 'that page with its text painted', took: times.rawPainted },
    },
  ];
  if (heaps.length > 0) figures.push({ what: 'memory of the desk', entries, unit: 'MiB', took: heaps });
  return figures;
}

const PAINTED = `performance.getEntriesByName('first-contentful-paint')[0]?.startTime`;

/** Keys pressed one by one, each when the last one has had its effect. */
async function timesOf(page: Tab, keys: readonly string[], effect: string): Promise<number[]> {
  const times: number[] = [];
  for (const key of keys) {
    await page.evaluate(`void probe.expect(${JSON.stringify(effect)})`);
    if (key.length > 1) await page.press(key);
    else await page.type(key);
    times.push(await page.evaluate<number>('probe.answer'));
    await page.evaluate(`new Promise((resolve) => setTimeout(resolve, ${QUIET}))`);
  }
  return times;
}

async function keys({ stage, entries }: Arena): Promise<Figure[]> {
  const floor = await stage.browser.openExtensionPage('bench/by-key.html#search');
  await floor.waitFor('probe.marks.done !== undefined', PATIENT);
  await floor.bringToFront();
  await floor.click('#commentary');
  // No spaces: one at the end of a text is not to be seen in the preview.
  const typed = [...'wordsandmorewordsonebyone'].slice(0, KEYS);
  const putText = await timesOf(floor, typed, '#read');
  await floor.press('Control+a');
  await floor.type('?');
  const scanned = await timesOf(floor, [...QUERY], '#read');
  const put = await timesOf(
    floor,
    Array.from({ length: KEYS }, () => 'Alt+ArrowDown'),
    '#read',
  );
  await floor.close();

  const page = await stage.browser.openExtensionPage('desk/desk.html');
  await page.waitFor('probe.marks.complete !== undefined', PATIENT);
  await page.bringToFront();
  const id = await page.evaluate<string>(
    `document.querySelectorAll('#issue [data-entry] h4')[2].closest('[data-entry]').dataset.entry`,
  );
  const card = `#issue [data-entry="${id}"]`;
  await page.click(`${card} h4`);
  // There and back again, so that it always has somewhere to go.
  const moves = Array.from({ length: KEYS }, (_, at) => (at % 2 === 0 ? 'Alt+ArrowDown' : 'Alt+ArrowUp'));
  const moved = await timesOf(page, moves, '#issue');
  await page.press('Enter');
  await page.waitFor(`document.activeElement?.classList.contains('commentary')`, PATIENT);
  const previewed = await timesOf(page, typed, '.pane .read');
  await page.press('Escape');
  await page.click('#find');
  await page.type('a');
  await page.waitFor(`document.querySelector('[data-list="search"]')`, PATIENT);
  await page.waitFor(`!document.querySelector('[data-list="search"] .rail-h')?.textContent.includes('far')`, PATIENT);
  await page.press('Control+a');
  const found = await timesOf(page, [...QUERY], '[data-list="search"]');
  const heaps = await heapOf(page);
  await page.close();
  const figures: Figure[] = [
    {
      what: 'key in the commentary to the preview',
      entries,
      unit: 'ms',
      took: previewed,
      floor: { what: 'key that puts the text elsewhere', took: putText },
    },
    {
      what: 'key that moves an entry to its new place',
      entries,
      unit: 'ms',
      took: moved,
      floor: { what: 'key with one put', took: put },
    },
    {
      what: 'key in the search to the answer',
      entries,
      unit: 'ms',
      took: found,
      floor: { what: 'key with a scan of the raw texts', took: scanned },
    },
  ];
  if (heaps.length > 0) figures.push({ what: 'memory of the desk that searches', entries, unit: 'MiB', took: heaps });
  return figures;
}
