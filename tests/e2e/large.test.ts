import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Tab } from '../../scripts/browsers/browser.ts';
import { stored } from '../../src/storage/entries.ts';
import { aLink, aNewsletter, anEntry } from '../records.ts';
import { BROWSERS, entriesIn, PATIENT, type Stage, seed, setStage } from './stage.ts';

/** 9,400 paragraphs, none like another, with two spaces between their sentences. */
const LETTER = Array.from(
  { length: 9_400 },
  (_, at) =>
    `${at} is a number.  It has a [page](https://n${at}.example/) *of its own*, with much to say about it, and “quotes”.`,
).join('\n\n');
const LINES = Array.from({ length: 5_000 }, (_, at) => `Line ${at}  has two spaces.`).join('\n');

describe.each(BROWSERS)('an issue far too long, in %s', (name) => {
  let stage: Stage;
  let desk: Tab;
  const { newsletter, issue, articles } = aNewsletter();
  beforeAll(async () => {
    stage = await setStage(name, new Map());
    const entry = (id: string, title: string, commentary: string) =>
      stored(
        anEntry({
          id,
          newsletterId: newsletter.id,
          issueId: issue.id,
          sectionId: articles,
          rank: `a${id}`,
          links: [aLink({ address: `https://${id}.example/`, title })],
          commentary,
        }),
      );
    await seed(stage.browser, {
      newsletters: [newsletter],
      issues: [{ ...issue, letter: LETTER }],
      entries: [entry('1', 'Long', LINES), entry('2', 'Short', 'After it.')],
    });
    desk = await stage.browser.openExtensionPage('desk/desk.html');
  }, 120_000);
  afterAll(() => stage?.end());

  const letterInDatabase = async (): Promise<string> =>
    await stage.browser.openExtensionPage('options/options.html').then(async (page) => {
      const letter = await page.evaluate(
        () =>
          new Promise<string>((resolve, reject) => {
            const opening = indexedDB.open('roundup');
            opening.onerror = () => reject(opening.error);
            opening.onsuccess = () => {
              const all = opening.result.transaction('issues').objectStore('issues').getAll();
              all.onerror = () => reject(all.error);
              all.onsuccess = () => {
                opening.result.close();
                resolve(all.result[0].letter);
              };
            };
          }),
      );
      await page.close();
      return letter;
    });

  test('a letter of 1 MB is read back, and what stands behind it; a sentence names what is too long for that', async () => {
    expect(LETTER.length).toBeGreaterThan(1_000_000);
    await desk.waitFor(`document.querySelector('.proof')?.textContent.includes('Long')`, PATIENT);
    const lines = await desk.evaluate(() =>
      [...document.querySelectorAll('.proof li')].map((line) => line.textContent),
    );
    expect(lines).toEqual(['Long a part is too long or too tangled to be read back, so its links are not compared.']);
  }, 120_000);

  test('it goes on to be written, and not a character is lost', async () => {
    await desk.bringToFront();
    await desk.click('[aria-labelledby="letter"] button');
    await desk.waitFor(`document.activeElement?.id === 'letter-text'`, PATIENT);
    await desk.press('Control+End');
    await desk.type('  The end.');
    await desk.waitFor(`document.querySelector('#letter-text').value.endsWith('  The end.')`, PATIENT);
    await desk.press('Escape');
    expect((await letterInDatabase()) === `${LETTER}  The end.`).toBe(true);
  }, 120_000);

  test('nor of a commentary of 5,000 lines', async () => {
    await desk.bringToFront();
    await desk.click('[data-entry="1"] h4');
    await desk.press('Enter');
    await desk.waitFor(`document.activeElement?.classList.contains('commentary')`, PATIENT);
    await desk.press('Control+End');
    await desk.type('  The end.');
    await desk.waitFor(`document.querySelector('textarea.commentary').value.endsWith('  The end.')`, PATIENT);
    await desk.press('Escape');
    const long = (await entriesIn(stage.browser)).find(({ id }) => id === '1');
    expect(long?.commentary === `${LINES}  The end.`).toBe(true);
  }, 120_000);
});
