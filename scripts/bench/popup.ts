import type { Popup } from '../browsers/browser.ts';
import { type Arena, PAGES, PATIENT } from './arena.ts';
import type { Figure } from './figure.ts';
import { heapOf } from './heap.ts';

/** What is taken from the popup and the pages it is held against: one list of times for each, and of its heap. */
type Times = Record<
  'blank' | 'asked' | 'typing' | 'form' | 'known' | 'memory' | 'durable' | 'save' | 'put' | 'heap',
  number[]
>;

/** Popups opened so far, over a page of its own each. */
let opened = 0;

/** The real toolbar popup: until its field takes typing, the form stands around it, it knows the newsletter, shows the memory; and Save. */
export async function popupFigures(arenas: readonly Arena[], rounds: number): Promise<Figure[]> {
  const times = new Map(arenas.map((arena) => [arena, emptyTimes()]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const [arena, own] of times) {
      // The first round warms the browsers up.
      await measure(arena, round === 0 ? emptyTimes() : own);
    }
  }
  const [none] = times.values();
  return [...times].flatMap(([{ entries }, own]): Figure[] => {
    const blank = { what: 'blank popup', took: own.blank };
    const asked = { what: 'popup that asks for the tab and reads one record', took: own.asked };
    const put = { what: 'one strict put', took: own.put };
    const figure = (what: string, took: number[], floor: Figure['floor']): Figure[] =>
      took.length === 0 ? [] : [{ what, entries, unit: 'ms', took, ...(floor && { floor }) }];
    const heap: Figure = { what: 'memory of the popup that is written in', entries, unit: 'MiB', took: own.heap };
    return [
      ...figure('popup takes typing', own.typing, blank),
      ...figure('popup takes typing', own.typing, asked),
      ...(entries > 0
        ? figure('popup takes typing', own.typing, { what: 'the same without entries', took: none?.typing ?? [] })
        : []),
      ...figure('popup shows the form', own.form, asked),
      ...figure('popup knows the newsletter', own.known, asked),
      ...figure('popup shows the memory', own.memory, asked),
      ...figure('Save, from the key until it is on the disk', own.durable, put),
      ...figure('Save, from the key until it is said', own.save, put),
      ...(own.heap.length > 0 ? [heap] : []),
    ];
  });
}

const emptyTimes = (): Times => ({
  blank: [],
  asked: [],
  typing: [],
  form: [],
  known: [],
  memory: [],
  durable: [],
  save: [],
  put: [],
  heap: [],
});

async function measure(arena: Arena, times: Times): Promise<void> {
  await withPopup(arena, 'bench/blank.html', async (popup) => {
    times.blank.push(await markOf(popup, 'typing'));
  });
  await withPopup(arena, 'bench/tab-and-record.html', async (popup) => {
    times.asked.push(await markOf(popup, 'done'));
  });
  await withPopup(arena, 'bench/by-key.html', async (popup) => {
    await markOf(popup, 'done');
    await popup.evaluate(`void probe.expect('#read')`);
    await popup.press('Control+Enter');
    times.put.push(await popup.evaluate<number>('probe.answer'));
  });
  await withPopup(arena, 'popup/popup.html', async (popup) => {
    times.typing.push(await markOf(popup, 'typing'));
    times.form.push(await markOf(popup, 'form'));
    times.known.push(await markOf(popup, 'known'));
    if (arena.entries > 0) times.memory.push(await markOf(popup, 'memory'));
    await popup.waitFor(
      `document.querySelector('#address-shown, #address') && !document.querySelector('.spin')`,
      PATIENT,
    );
    await popup.type('Words.');
    await popup.waitFor(`document.querySelector('#keeping')?.textContent === 'Draft kept'`, PATIENT);
    times.heap.push(...(await heapOf(popup)));
    await popup.press('Control+Enter');
    const saved = await markOf(popup, 'saved');
    const key = await popup.evaluate<number>('probe.lastKey');
    times.durable.push((await markOf(popup, 'durable')) - key);
    times.save.push(saved - key);
  });
}

/** Clicks the toolbar button, behind which one of the extension's pages is. */
async function withPopup({ stage }: Arena, path: string, look: (popup: Popup) => Promise<void>): Promise<void> {
  opened += 1;
  const tab = await stage.browser.openTab(`${stage.site.origin}/${opened % PAGES}`);
  const own = await stage.browser.openExtensionPage('bench/blank.html');
  await own.evaluate((popup: string) => {
    const { chrome } = globalThis as unknown as { chrome: { action: { setPopup(to: object): Promise<void> } } };
    return chrome.action.setPopup({ popup });
  }, `/${path}`);
  await own.close();
  const popup = await stage.browser.clickToolbarButton(tab);
  await look(popup);
  await popup.close();
  await tab.close();
}

async function markOf(popup: Popup, mark: string): Promise<number> {
  await popup.waitFor(`probe.marks.${mark} !== undefined`, PATIENT);
  return popup.evaluate<number>(`probe.marks.${mark}`);
}
