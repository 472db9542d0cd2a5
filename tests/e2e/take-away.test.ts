import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Tab } from '../../scripts/browsers/browser.ts';
import { downloadInto } from '../../scripts/browsers/download.ts';
import { type StoredEntry, stored } from '../../src/storage/entries.ts';
import { EntriesFile } from '../../src/storage/entries-file.ts';
import { aLink, aNewsletter, anEntry } from '../records.ts';
import { BROWSERS, PATIENT, type Stage, seed, setStage } from './stage.ts';

const { newsletter, issue, articles } = aNewsletter();
newsletter.fileName = '../{{ newsletter.name }}: {{ issue.number }}';

const PASTE = '<!doctype html><meta charset="utf-8"><title>Paste</title><div id="paste" contenteditable>Here: </div>';

/** What the site knows is asked for is the picture: everything else is a page of it. */
const commentary = (origin: string) =>
  [
    'It *matters* **much**, see [the log](https://log.example/?a=1&b=2).',
    '- one\n- two\n  1. inner',
    '> Quoted.\n>\n> Twice.',
    `![A cat](${origin}/cat.png)`,
  ].join('\n\n');

const entriesOf = (origin: string): StoredEntry[] =>
  Array.from({ length: 12 }, (_, at) =>
    stored(
      anEntry({
        id: `e${at}`,
        newsletterId: newsletter.id,
        issueId: issue.id,
        sectionId: articles,
        rank: `a${at.toString(36)}`,
        links: [aLink({ address: `https://paper${at}.example/`, title: `Paper ${at}`, byline: 'Author *et al*' })],
        commentary: at === 0 ? commentary(origin) : `About paper ${at}.  Two spaces.`,
      }),
    ),
  );

describe.each(BROWSERS)('taking the issue away in %s', (name) => {
  let stage: Stage;
  let desk: Tab;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'roundup-downloads-'));
    stage = await setStage(name, new Map([['/paste', PASTE]]), { downloads: folder });
    await seed(stage.browser, {
      newsletters: [newsletter],
      issues: [issue],
      entries: entriesOf(stage.site.origin),
    });
    desk = await stage.browser.openExtensionPage('desk/desk.html');
    await desk.waitFor(`document.querySelector('.read h4')`, PATIENT);
  });
  afterAll(async () => {
    await stage?.end();
    rmSync(folder, { recursive: true, force: true });
  });

  const said = (text: string) =>
    desk.waitFor((words) => document.querySelector('.toast')?.textContent?.includes(words), PATIENT, text);
  const showTab = async (tab: string) => {
    await desk.click(`#pane-panel-${tab}`);
    await desk.waitFor(
      (id) => document.querySelector('#pane-panel')?.getAttribute('aria-labelledby') === id,
      PATIENT,
      `pane-panel-${tab}`,
    );
  };
  /** Opens the menu of files and chooses the line with this number. */
  const choose = async (line: number) => {
    await desk.click('.way-download > .menu-at > button');
    await desk.click(`.way-download [role="menuitem"]:nth-of-type(${line})`);
  };

  test('the preview shows the issue, and asks nobody for its picture until the editor says so', async () => {
    const shown = await desk.evaluate(() =>
      [...document.querySelectorAll('.read h3, .read a, .read li, .read blockquote p')].map(
        (element) => element.tagName,
      ),
    );
    expect(shown.slice(0, 3)).toEqual(['H3', 'A', 'A']);
    expect(shown).toContain('LI');
    await desk.waitFor(`document.querySelector('.read .pic .act')`, PATIENT);
    expect(await desk.evaluate(`document.querySelector('.read img') === null`)).toBe(true);
    expect([...stage.site.missed]).toEqual([]);
    await desk.click('.read .pic .act');
    // There is no such picture: the site has been asked, and the preview says so.
    await desk.waitFor(`/could not be loaded/.test(document.querySelector('.read .pic')?.textContent)`, PATIENT);
    expect([...stage.site.missed]).toEqual(['/cat.png']);
  });

  test.each(['rendered', 'markdown'])('%s stays where it was scrolled to while the text above changes', async (tab) => {
    await showTab(tab);
    const top = await desk.evaluate(() => {
      const panel = document.querySelector('#pane-panel');
      const parts = [...document.querySelectorAll<HTMLElement>('.read > p, .md-part')];
      const part = parts.find((one) => one.textContent?.includes('About paper 9'));
      if (!panel || !part) throw new Error('nothing to scroll to');
      panel.scrollTop += part.getBoundingClientRect().top - panel.getBoundingClientRect().top - 20;
      return new Promise<number>((drawn) =>
        requestAnimationFrame(() => requestAnimationFrame(() => drawn(part.getBoundingClientRect().top))),
      );
    });
    await desk.click('#issue [data-entry="e0"] h4');
    await desk.press('Enter');
    await desk.waitFor(`document.activeElement?.tagName === 'TEXTAREA'`, PATIENT);
    await desk.press('Control+Home');
    await desk.type(`More in ${tab}.\n\nAnd more.\n\n`);
    await desk.press('Escape');
    await desk.waitFor(
      (words) => document.querySelector('#pane-panel')?.textContent?.includes(words),
      PATIENT,
      `More in ${tab}.`,
    );
    const after = await desk.evaluate(
      () =>
        new Promise<number | undefined>((drawn) =>
          requestAnimationFrame(() =>
            requestAnimationFrame(() => {
              const parts = [...document.querySelectorAll<HTMLElement>('.read > p, .md-part')];
              drawn(parts.find((one) => one.textContent?.includes('About paper 9'))?.getBoundingClientRect().top);
            }),
          ),
        ),
    );
    expect(Math.abs((after ?? Number.NaN) - top)).toBeLessThan(2);
  });

  test('a tab that is left and looked at again is where it was', async () => {
    const offset = () => desk.evaluate<number>(`Math.round(document.querySelector('#pane-panel').scrollTop)`);
    await showTab('markdown');
    const markdown = await offset();
    await showTab('rendered');
    const rendered = await offset();
    expect(Math.min(markdown, rendered)).toBeGreaterThan(0);
    await showTab('markdown');
    expect(Math.abs((await offset()) - markdown)).toBeLessThan(2);
    await showTab('rendered');
    expect(Math.abs((await offset()) - rendered)).toBeLessThan(2);
  });

  test('rich text, pasted into a web page, has links, lists, quotes and emphasis, and nothing else', async () => {
    await desk.click('.way-rich');
    await said('Copied issue 1 as rich text.');
    const page = await stage.browser.openTab(`${stage.site.origin}/paste`);
    await page.click('#paste');
    await page.press('Control+End');
    await page.press('Control+v');
    await page.waitFor(`document.querySelector('#paste a')`, PATIENT);
    const pasted = await page.evaluate(() => {
      const root = document.querySelector('#paste');
      const all = [...(root?.querySelectorAll('*') ?? [])];
      return {
        tags: [...new Set(all.map(({ tagName }) => tagName.toLowerCase()))].sort(),
        attributes: [
          ...new Set(all.flatMap((one) => [...one.attributes].map((a) => `${one.tagName.toLowerCase()} ${a.name}`))),
        ].sort(),
        links: [...(root?.querySelectorAll('a') ?? [])].slice(0, 2).map((a) => [a.getAttribute('href'), a.textContent]),
        emphasis: root?.querySelector('em')?.textContent,
        strong: root?.querySelector('strong')?.textContent,
        list: [...(root?.querySelectorAll('ul > li') ?? [])].map((li) => li.firstChild?.textContent?.trim()),
        inner: root?.querySelector('ul ol > li')?.textContent,
        quote: [...(root?.querySelectorAll('blockquote p') ?? [])].map((p) => p.textContent),
        picture: root?.querySelector('img')?.getAttribute('alt'),
      };
    });
    await page.close();
    expect(pasted).toEqual({
      tags: ['a', 'blockquote', 'em', 'h1', 'h2', 'hr', 'img', 'li', 'ol', 'p', 'strong', 'ul'],
      attributes: ['a href', 'img alt', 'img src'],
      links: [
        ['https://paper0.example/', 'Paper 0'],
        ['https://log.example/?a=1&b=2', 'the log'],
      ],
      emphasis: 'et al',
      strong: 'much',
      list: ['one', 'two'],
      inner: 'inner',
      quote: ['Quoted.', 'Twice.'],
      picture: 'A cat',
    });
  });

  test('files land under safe names with the very bytes', async () => {
    await showTab('markdown');
    const markdown = await desk.evaluate<string>(`document.querySelector('.md').textContent`);
    const path = await downloadInto(folder, () => choose(1));
    expect(basename(path)).toBe('Small Findings- 1.md');
    expect(readFileSync(path, 'utf8')).toBe(markdown);
    expect(markdown).toContain('About paper 11.  Two spaces.');

    const page = await downloadInto(folder, () => choose(2));
    expect(basename(page)).toBe('Small Findings- 1.html');
    expect(readFileSync(page, 'utf8')).toMatch(/^<!doctype html>\n<html lang="en" dir="ltr">/);

    const json = await downloadInto(folder, () => choose(3));
    expect(basename(json)).toMatch(/^roundup-entries-\d{4}-\d\d-\d\d\.json$/);
    const file = EntriesFile.parse(JSON.parse(readFileSync(json, 'utf8')));
    expect(file.entries.map(({ id }) => id).sort()).toEqual(
      entriesOf('')
        .map(({ id }) => id)
        .sort(),
    );

    const csv = await downloadInto(folder, () => choose(4));
    expect(basename(csv)).toMatch(/^roundup-entries-\d{4}-\d\d-\d\d\.csv$/);
    expect([...readFileSync(csv).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });
});
