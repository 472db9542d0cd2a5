import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Popup, Surface, Tab } from '../../../scripts/browsers/browser.ts';
import type { Entry } from '../../../src/domain/entry.ts';
import type { Revision } from '../../../src/domain/revision.ts';
import { stored } from '../../../src/storage/entries.ts';
import { halfDone } from '../../fixtures/half-done.ts';
import { aLink, aNewsletter, anEntry } from '../../records.ts';
import { aPage, BROWSERS, openPopup, PATIENT, type Stage, setStage } from '../stage.ts';
import { layDown, openBeside, readWhole } from './lying.ts';
import { records } from './operation.ts';

const { newsletter, issue, articles } = aNewsletter();
const own = (fields: Partial<Entry> & { id: string }) =>
  stored(
    anEntry({
      newsletterId: newsletter.id,
      issueId: issue.id,
      sectionId: articles,
      links: [aLink({ address: `https://${fields.id}.example/`, title: `Entry ${fields.id}` })],
      ...fields,
    }),
  );
const DAY = 86_400_000;
/** As many texts are typed while one write in ten fails. */
const TEXTS = process.env.ROUNDUP_WHOLE === '1' ? 200 : 25;

describe.each(BROWSERS)('a page in trouble, in %s', (name) => {
  let stage: Stage;
  let beside: Tab;
  beforeEach(async () => {
    stage = await setStage(name, new Map([['/page', aPage('A page')]]));
    const desk = await stage.browser.openExtensionPage('desk/desk.html');
    await desk.waitFor(`document.querySelector('.room')`, PATIENT);
    await desk.close();
    beside = await openBeside(stage.browser);
  });
  afterEach(() => stage?.end());

  const lay = (entries: readonly object[], more: Record<string, readonly object[]> = {}) =>
    layDown(beside, { newsletters: [newsletter], issues: [issue], entries, ...more });
  const commentary = async (id: string) =>
    records<Entry>(await readWhole(beside), 'entries').find((entry) => entry.id === id)?.commentary;

  async function openEditor(id: string): Promise<Tab> {
    const desk = await stage.browser.openExtensionPage('desk/desk.html');
    await desk.waitFor((wanted) => document.querySelector(`#issue [data-entry="${wanted}"]`), PATIENT, id);
    await desk.evaluate(
      (wanted) => document.querySelector<HTMLElement>(`#issue [data-entry="${wanted}"]`)?.focus(),
      id,
    );
    await desk.press('Enter');
    await desk.waitFor(`document.activeElement?.matches('form[data-entry] .commentary')`, PATIENT);
    await desk.press('Control+End');
    return desk;
  }
  async function openWriting(): Promise<Popup> {
    const popup = await openPopup(stage, await stage.browser.openTab(`${stage.site.origin}/page`));
    await popup.click('#commentary');
    return popup;
  }
  const typed = (page: Surface) =>
    page.evaluate<string>(`document.querySelector('#commentary, form[data-entry] .commentary').value`);

  test('whose database is deleted says so, keeps the text, and begins no empty one', async () => {
    await lay([own({ id: 'a', commentary: 'Words.' })]);
    const desk = await openEditor('a');
    await desk.type(' More.');
    await expect.poll(() => commentary('a'), PATIENT).toBe('Words. More.');
    await beside.evaluate(deleteDatabase);
    await desk.waitFor(`document.querySelector('.unexpected')?.textContent.includes('database was deleted')`, PATIENT);
    await desk.type(' And more.');
    await desk.waitFor(
      `document.querySelector('.note-bad:not(.unexpected *)')?.textContent.includes('database was deleted')`,
      PATIENT,
    );
    expect(await typed(desk)).toBe('Words. More. And more.');
    expect((await readWhole(beside)).version).toBe(0);
  });

  test('whose database is deleted under the popup says so, and keeps the text', async () => {
    await lay([]);
    const popup = await openWriting();
    await popup.type('Half a thought');
    await popup.waitFor(`document.querySelector('#keeping').textContent === 'Draft kept'`, PATIENT);
    await beside.evaluate(deleteDatabase);
    await popup.waitFor(`document.querySelector('.note-bad')?.textContent.includes('database was deleted')`, PATIENT);
    await popup.type(' and the rest.');
    expect(await typed(popup)).toBe('Half a thought and the rest.');
    await popup.press('Control+Enter');
    await popup.waitFor(`document.querySelector('.note-bad')?.textContent.includes('database was deleted')`, PATIENT);
    expect((await readWhole(beside)).version).toBe(0);
    await popup.close();
  });

  test('over a clock that was set back empties no bin, and what is written last is the last', async () => {
    const now = Date.now();
    const later = now + 400 * DAY;
    const revision = (n: number): Revision => ({
      id: `r${n}`,
      entryId: 'a',
      at: later + n,
      entry: anEntry({ id: 'a', newsletterId: newsletter.id, commentary: `Version ${n}.` }),
    });
    await lay(
      [
        own({ id: 'a', commentary: 'Words.', editedAt: later }),
        own({ id: 'gone', rank: 'a1', deletedAt: now - 40 * DAY }),
        own({ id: 'ahead', rank: 'a2', deletedAt: later }),
      ],
      {
        revisions: Array.from({ length: 20 }, (_, at) => revision(at)),
        settings: [{ name: 'binWatch', value: { seenAt: later, restsUntil: later - 10 * DAY } }],
      },
    );
    const desk = await openEditor('a');
    await desk.type(' More.');
    await expect.poll(() => commentary('a'), PATIENT).toBe('Words. More.');
    await desk.press('Escape');
    const whole = await readWhole(beside);
    expect(halfDone(whole)).toEqual([]);
    expect(records<Entry>(whole, 'entries').map(({ id }) => id)).toEqual(['a', 'ahead', 'gone']);
    const revisions = records<Revision>(whole, 'revisions').sort((a, b) => a.at - b.at);
    expect(revisions).toHaveLength(20);
    expect(revisions.at(-1)?.entry.commentary).toBe('Words.');
  });

  test(`of which one write in ten fails says so each time, and loses none of ${TEXTS} texts`, {
    timeout: 900_000,
    retry: 0,
  }, async () => {
    await lay([own({ id: 'a', commentary: 'Words.' })]);
    const desk = await openEditor('a');
    await desk.evaluate(failOneWriteInTen);
    let failures = 0;
    let text = 'Words.';
    for (let at = 0; at < TEXTS; at += 1) {
      await desk.type(` ${at}`);
      text += ` ${at}`;
      await desk.waitFor(`window.settled()`, PATIENT);
      const failed = await desk.evaluate<number>('window.failed');
      // The last write of these keys has failed: it is said. It has not: what was typed is there.
      if (await desk.evaluate<boolean>('window.lastFailed')) {
        await desk.waitFor(`document.querySelector('.note-bad')?.textContent.includes('Not kept')`, PATIENT);
      } else {
        await expect.poll(() => commentary('a'), PATIENT).toBe(text);
      }
      failures = failed;
      expect(await typed(desk)).toBe(text);
    }
    expect(failures).toBeGreaterThan(0);
    await desk.evaluate('window.mend()');
    await desk.type('.');
    await expect.poll(() => commentary('a'), PATIENT).toBe(`${text}.`);
    await desk.waitFor(`!document.querySelector('.note-bad')`, PATIENT);
    expect(halfDone(await readWhole(beside))).toEqual([]);
    console.log(`${name}: ${TEXTS} texts typed, ${failures} writes failed, none lost`);
  });

  test('of whose moves one in ten fails says so each time, and shows what the database has', {
    timeout: 900_000,
    retry: 0,
  }, async () => {
    await lay(['a', 'b', 'c'].map((id, at) => own({ id, rank: `a${at}` })));
    const desk = await stage.browser.openExtensionPage('desk/desk.html');
    await desk.waitFor(`document.querySelectorAll('#issue [data-entry]').length === 3`, PATIENT);
    await desk.evaluate(failOneWriteInTen);
    const inDatabase = async () =>
      records<Entry>(await readWhole(beside), 'entries')
        .sort((one, other) => (one.rank < other.rank ? -1 : 1))
        .map(({ id }) => id);
    const shown = () =>
      desk.evaluate<string[]>(
        `[...document.querySelectorAll('#issue [data-entry]')].map(({ dataset }) => dataset.entry)`,
      );
    let order = ['a', 'b', 'c'];
    let failures = 0;
    for (let move = 1; failures < 2; move += 1) {
      const isFirst = order[0] === 'a';
      await desk.evaluate(`document.querySelector('#issue [data-entry="a"]').focus()`);
      await desk.press(isFirst ? 'Alt+ArrowDown' : 'Alt+ArrowUp');
      await desk.waitFor(`window.begun >= ${move} && window.settled()`, PATIENT);
      failures = await desk.evaluate<number>('window.failed');
      if (await desk.evaluate<boolean>('window.lastFailed'))
        await desk.waitFor(`document.querySelector('.note-bad')`, PATIENT);
      else order = isFirst ? ['b', 'a', 'c'] : ['a', 'b', 'c'];
      await expect.poll(inDatabase, PATIENT).toEqual(order);
      await expect.poll(shown, PATIENT).toEqual(order);
    }
    expect(halfDone(await readWhole(beside))).toEqual([]);
  });

  test('of whose saves one in two fails says “Saved” only of what is saved', {
    timeout: 900_000,
    retry: 0,
  }, async () => {
    await lay([]);
    for (let round = 0; round < (TEXTS > 100 ? 12 : 3); round += 1) {
      const tab = await stage.browser.openTab(`${stage.site.origin}/page?${round}`);
      const popup = await openPopup(stage, tab);
      await popup.click('#commentary');
      await popup.type(`Round ${round}.`);
      await popup.waitFor(`document.querySelector('#keeping').textContent === 'Draft kept'`, PATIENT);
      await popup.evaluate(failEverySecondSave);
      const isKept = async () =>
        records<Entry>(await readWhole(beside), 'entries').some(
          (entry) => entry.state === 'kept' && entry.commentary === `Round ${round}.`,
        );
      await popup.press('Control+Enter');
      await popup.waitFor(`document.querySelector('.note-bad')`, PATIENT);
      expect(await isKept()).toBe(false);
      expect(await typed(popup)).toBe(`Round ${round}.`);
      await popup.press('Control+Enter');
      await popup.waitFor(`document.querySelector('#undo')`, PATIENT);
      expect(await isKept()).toBe(true);
      await popup.close();
      await tab.close();
    }
    expect(halfDone(await readWhole(beside))).toEqual([]);
  });
});

// What follows runs in the page.

function deleteDatabase(): Promise<void> {
  return new Promise((resolve, reject) => {
    const deleting = indexedDB.deleteDatabase('roundup');
    deleting.onsuccess = () => resolve();
    deleting.onerror = () => reject(deleting.error);
  });
}

/** One put in ten throws or has its transaction aborted, and what became of the last one is known. */
function failOneWriteInTen(): void {
  const { put } = IDBObjectStore.prototype;
  const page = Object.assign(window, {
    begun: 0,
    failed: 0,
    lastFailed: false,
    underWay: 0,
    settled: () => page.underWay === 0,
    mend: () => {
      IDBObjectStore.prototype.put = put;
    },
  });
  IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...args: Parameters<typeof put>) {
    const fails = this.name === 'entries' && Math.random() < 0.1;
    if (this.name !== 'entries') return put.apply(this, args);
    page.begun += 1;
    if (fails) page.failed += 1;
    page.lastFailed = fails;
    if (fails && Math.random() < 0.5) throw new DOMException('full', 'UnknownError');
    const request = put.apply(this, args);
    const { transaction } = this;
    page.underWay += 1;
    const end = () => {
      page.underWay -= 1;
    };
    transaction.addEventListener('complete', end);
    transaction.addEventListener('abort', end);
    if (fails) transaction.abort();
    return request;
  };
}

/** The first of two saves has its transaction aborted after everything was put. */
function failEverySecondSave(): void {
  const { put } = IDBObjectStore.prototype;
  const { commit } = IDBTransaction.prototype;
  const failing = new WeakSet<IDBTransaction>();
  let saves = 0;
  IDBTransaction.prototype.commit = function (this: IDBTransaction) {
    return failing.has(this) ? this.abort() : commit.call(this);
  };
  IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...args: Parameters<typeof put>) {
    const request = put.apply(this, args);
    const [record] = args as [{ state?: string }];
    if (this.name === 'entries' && record.state === 'kept') {
      saves += 1;
      if (saves % 2 === 1) {
        failing.add(this.transaction);
        request.addEventListener('success', () => this.transaction.abort());
      }
    }
    return request;
  };
}
