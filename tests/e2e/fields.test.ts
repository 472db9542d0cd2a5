import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Popup, Tab } from '../../scripts/browsers/browser.ts';
import { axeFaults } from './axe.ts';
import { BROWSERS, entriesIn, formOf, openPopup, PATIENT, type Stage, save, setStage } from './stage.ts';

/** Where pictures go, to be looked at beside the mockups: `ROUNDUP_SHOTS=/tmp/shots`. */
const FOLDER = process.env.ROUNDUP_SHOTS;
/** A page whose parts name two authors, with the name of its site behind its title. */
const page = (title: string, canonical = '') => `<!doctype html><html lang="en"><meta charset="utf-8">
<title>${title} | Bench &amp; Bay</title>
<meta property="og:title" content="${title} | Bench &amp; Bay"><meta property="og:site_name" content="Bench &amp; Bay">
<meta name="author" content="Miriam Stokes">${canonical === '' ? '' : `<link rel="canonical" href="${canonical}">`}
<script type="application/ld+json">{"@type":"Article","headline":"${title}","author":{"@type":"Person","name":"Orla Fennimore"}}</script>
<h1>${title}</h1><p>Text.</p>`;

const shownAddress = (popup: Popup) => popup.evaluate<string>(`document.querySelector('#address-shown').textContent`);
const waitForByline = (popup: Popup, byline: string) =>
  popup.waitFor((value) => document.querySelector<HTMLInputElement>('#byline')?.value === value, PATIENT, byline);

describe.each(BROWSERS)('title, byline and address in %s', (name) => {
  let stage: Stage;
  let tab: Tab;
  const picture = async (popup: Popup, of: string) => {
    if (FOLDER === undefined) return;
    mkdirSync(FOLDER, { recursive: true });
    await popup.screenshot(join(FOLDER, `${of}-${name}.png`));
  };
  beforeAll(async () => {
    stage = await setStage(
      name,
      new Map([
        ['/notes/minus-eighty?utm_source=n&fbclid=1', page('Who owns the minus-eighty?')],
        ['/notes/second-log?id=2&ab=hero-main', page('A second log', '/notes/second-log?id=2')],
      ]),
    );
    tab = await stage.browser.openTab(`${stage.site.origin}/notes/minus-eighty?utm_source=n&fbclid=1#:~:text=a`);
  });
  afterAll(() => stage?.end());

  test('are checked, changed and taken back by keys; what is corrected is used on the site’s next page', async () => {
    const host = new URL(stage.site.origin).host;
    const popup = await openPopup(stage, tab);
    await popup.waitFor(`document.querySelector('#check-byline')`, PATIENT);
    const first = await formOf(popup);
    expect(first.title).toBe('Who owns the minus-eighty?');
    expect(await shownAddress(popup)).toBe(`${host}/notes/minus-eighty`);
    await picture(popup, 'popup-check');

    await popup.click('#check-byline');
    await popup.waitFor(`document.querySelector('#bylines [role="option"]')`, PATIENT);
    expect(await axeFaults(popup)).toEqual([]);
    await picture(popup, 'popup-byline-light');
    if (name === 'chromium') {
      await stage.browser.setColorScheme('dark');
      expect(await axeFaults(popup)).toEqual([]);
      await picture(popup, 'popup-byline-dark');
      await stage.browser.setColorScheme('light');
    }
    await popup.press('Escape');
    await popup.waitFor(`!document.querySelector('#bylines')`, PATIENT);

    await popup.click('#commentary');
    await popup.press('Alt+ArrowDown');
    const other = /^Orla/.test(first.byline) ? 'Miriam Stokes' : 'Orla Fennimore';
    await waitForByline(popup, `${other}, Bench & Bay`);
    await popup.press('Alt+ArrowUp');
    await waitForByline(popup, first.byline);

    await popup.press('Alt+Shift+O');
    await popup.waitFor(
      `document.querySelector('#title').value === 'Who owns the minus-eighty? | Bench & Bay'`,
      PATIENT,
    );
    await popup.press('Alt+Shift+O');
    await popup.press('Alt+Shift+U');
    await popup.waitFor(`/utm_source=n&fbclid=1/.test(document.querySelector('#address-shown').textContent)`, PATIENT);
    await picture(popup, 'popup-uncleaned');
    await popup.press('Alt+Shift+U');
    await popup.waitFor(`!/utm_source/.test(document.querySelector('#address-shown').textContent)`, PATIENT);
    expect((await formOf(popup)).notes).toContain('Removed 2 tracking parameters');

    await popup.click('#byline');
    await popup.press('Control+a');
    await popup.type('Ada Quill, B&B');
    await popup.click('#commentary');
    await popup.type('Words.');
    await save(popup);
    await popup.close();

    await tab.goto(`${stage.site.origin}/notes/second-log?id=2&ab=hero-main`);
    const next = await openPopup(stage, tab);
    await expect.poll(async () => (await formOf(next)).byline, PATIENT).toMatch(/, B&B$/);
    expect(await shownAddress(next)).toBe(`${host}/notes/second-log?id=2`);
    expect((await formOf(next)).notes).toContain('Uses the address that the page gives as its own');
    expect(await axeFaults(next)).toEqual([]);
    await picture(next, 'popup-own-address');
    await next.close();
    expect(await entriesIn(stage.browser)).toMatchObject([
      {
        state: 'kept',
        links: [
          {
            byline: 'Ada Quill, B&B',
            title: 'Who owns the minus-eighty?',
            address: `${stage.site.origin}/notes/minus-eighty`,
            capture: { rawTitle: 'Who owns the minus-eighty? | Bench & Bay' },
          },
        ],
      },
    ]);
  });
});
