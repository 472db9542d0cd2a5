import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Tab } from '../../scripts/browsers/browser.ts';
import { until } from '../../scripts/browsers/until.ts';
import { aPage, BROWSERS, entriesIn, formOf, openPopup, PATIENT, type Stage, setStage } from './stage.ts';

/** A page long enough that its passage is out of sight, with the words of the passage twice. */
const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>The page’s own title</title>
<p><a id="link" href="/linked?utm_source=x">The words of the link</a> <a href="/linked">Other words</a></p>
<p>Nobody, but nobody - as they say - owns it.</p>
<p><img id="described" src="/freezer.svg" alt="A freezer" width="40" height="40">
<img id="bare" src="/bare.svg" width="40" height="40"></p>
<p style="margin-top: 3000px">And then: <span id="passage">nobody, but nobody</span> pays for it, R&amp;D say.</p>
<p style="margin-bottom: 3000px">The end.</p>`;

const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>';

describe.each(BROWSERS)('ways in without the popup in %s', (name) => {
  let stage: Stage;
  let tab: Tab;
  beforeAll(async () => {
    const pages = ['once', 'tab-1', 'tab-2', 'linked'].map((path) => [`/${path}`, aPage(`Page ${path}`)] as const);
    const pictures = ['/freezer.svg', '/bare.svg'].map((path) => [path, PICTURE] as const);
    const all = new Map([['/page', PAGE], ...pages, ...pictures]);
    stage = await setStage(name, all, name === 'firefox' ? { grants: ['tabs'] } : {});
    tab = await stage.browser.openTab(`${stage.site.origin}/page`);
    await (await openPopup(stage, tab)).close();
  });
  afterAll(() => stage?.end());

  /** The entries that an act has made or changed, once they are there. */
  async function once(find: (entry: Awaited<ReturnType<typeof entriesIn>>[number]) => boolean) {
    const found = await until('The entry', async () => {
      const entries = (await entriesIn(stage.browser)).filter(find);
      return entries.length > 0 ? entries : undefined;
    });
    return found;
  }

  test('a key puts the page into the backlog at once, and again makes no second one', async () => {
    const page = await stage.browser.openTab(`${stage.site.origin}/once`);
    await page.bringToFront();
    await page.pressCommand('save-later', 'Alt+Shift+L');
    const isIt = ({ links }: { links: { title: string }[] }) => links[0]?.title === 'Page once';
    expect(await once(isIt)).toMatchObject([{ state: 'kept', place: 'backlog' }]);
    await page.bringToFront();
    await page.pressCommand('save-later', 'Alt+Shift+L');
    const popup = await openPopup(stage, page);
    await expect.poll(async () => (await formOf(popup)).notes, PATIENT).toContain('In your backlog');
    expect(await once(isIt)).toHaveLength(1);
    await page.close();
  });

  test('a link is saved under its own words', async () => {
    await tab.bringToFront();
    await tab.chooseInMenu('#link', 'keep-link');
    const address = `${stage.site.origin}/linked`;
    const saved = await once(({ links }) => links[0]?.address === address);
    expect(saved).toMatchObject([{ state: 'kept', place: 'backlog', links: [{ title: 'The words of the link' }] }]);
  });

  test('a selection becomes a quote whose address leads to that very passage', async () => {
    await tab.bringToFront();
    await tab.evaluate(() => {
      const words = document.querySelector('#passage')?.firstChild;
      if (words) getSelection()?.setBaseAndExtent(words, 0, words, words.nodeValue?.length ?? 0);
    });
    await tab.chooseInMenu('#passage', 'quote');
    const [draft] = await once(({ commentary }) => commentary.includes('> nobody, but nobody'));
    expect(draft).toMatchObject({ state: 'draft', links: [{ address: `${stage.site.origin}/page` }] });
    expect(await tab.evaluate('getSelection().toString()')).toBe('nobody, but nobody');
    const address = /\(\[in context\]\(([^)]+)\)\)$/.exec(draft?.commentary ?? '')?.[1] ?? '';
    expect(address).toMatch(/#:~:text=[^#]*nobody%2C%20but%20nobody/);

    // Only a new tab: browsers follow such an address where a person has opened it.
    const reader = await stage.browser.openTab(address);
    await reader.waitFor('scrollY > 1000', PATIENT);
    const seen = await reader.evaluate(() => {
      const { top, bottom } = document.querySelector('#passage')?.getBoundingClientRect() ?? { top: -1, bottom: -1 };
      return top >= 0 && bottom <= innerHeight;
    });
    expect(seen).toBe(true);
    await reader.close();
  });

  test('a picture comes with its description, and one without is asked for it', async () => {
    await tab.bringToFront();
    await tab.chooseInMenu('#described', 'picture');
    await once(({ commentary }) => commentary.includes(`![A freezer](${stage.site.origin}/freezer.svg)`));
    await tab.bringToFront();
    await tab.chooseInMenu('#bare', 'picture');
    await once(({ commentary }) => commentary.includes(`![](${stage.site.origin}/bare.svg)`));
  });

  // Chromium takes a question about the tabs only from a person's own click in its menu, which nothing can drive.
  test.runIf(name === 'firefox')('all tabs of the window go to the backlog, each once', async () => {
    const others: Tab[] = [];
    for (const path of ['tab-1', 'tab-2', 'once'])
      others.push(await stage.browser.openTab(`${stage.site.origin}/${path}`));
    await others[0]?.bringToFront();
    await others[0]?.chooseInTabMenu('keep-all-tabs');
    const addresses = ['tab-1', 'tab-2'].map((path) => `${stage.site.origin}/${path}`);
    const isOne = ({ links }: { links: { address: string }[] }) => addresses.includes(links[0]?.address ?? '');
    await expect.poll(async () => (await entriesIn(stage.browser)).filter(isOne), PATIENT).toHaveLength(2);
    const saved = (await entriesIn(stage.browser)).filter(isOne);
    expect(saved.map(({ links, state, place }) => `${links[0]?.title} ${state} ${place}`).sort()).toEqual([
      'Page tab-1 kept backlog',
      'Page tab-2 kept backlog',
    ]);
    // It was in the backlog before.
    expect(await once(({ links }) => links[0]?.title === 'Page once')).toHaveLength(1);
    for (const other of others) await other.close();
  });
});
