import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Tab } from '../../scripts/browsers/browser.ts';
import { aNewsletter } from '../records.ts';
import { BROWSERS, entriesIn, PATIENT, type Stage, seed, setStage } from './stage.ts';

const HTML = `<!DOCTYPE NETSCAPE-Bookmark-file-1>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<H1>Bookmarks</H1>
<DL><p>
    <DT><A HREF="https://a.example/rope?utm_source=x&amp;id=1" ADD_DATE="1661500800">Rope &amp; knots 🪢</A>
    <DD>On <b>ropes</b>.
    <DT><H3>Articles</H3>
    <DL><p><DT><A HREF="https://a.example/bench">Bench</A></DL><p>
    <DT><A HREF="javascript:document.title='x'">Bad</A>
</DL><p>`;

const CSV = `title,url,time_added,tags,status\r\n${Array.from({ length: 20_000 }, (_, at) => `"Page, ${at}",https://b.example/${at},1661500800,sea,unread`).join('\r\n')}\r\n`;

describe.each(BROWSERS)('bookmarks in %s', (name) => {
  let stage: Stage;
  let options: Tab;
  const folder = mkdtempSync(join(tmpdir(), 'roundup-bookmarks-'));
  const file = (called: string, text: string | Uint8Array) => {
    const path = join(folder, called);
    writeFileSync(path, text);
    return path;
  };

  beforeAll(async () => {
    stage = await setStage(name, new Map());
    const { newsletter, issue } = aNewsletter();
    await seed(stage.browser, { newsletters: [newsletter], issues: [issue] });
    options = await stage.browser.openExtensionPage('options/options.html#import');
    await options.waitFor(`document.querySelector('#bookmarks-file')`, PATIENT);
  });
  afterAll(async () => {
    await stage?.end();
    rmSync(folder, { recursive: true, force: true });
  });

  const choose = (path: string) => options.chooseFiles('#bookmarks-file', [path]);
  const back = async () => {
    await options.click('#bookmarks-undo');
    await options.waitFor(`document.querySelector('#bookmarks-file')`, PATIENT);
  };

  test('a file of a browser: checked, written into the backlog, taken back', async () => {
    await choose(file('bookmarks.html', HTML));
    await options.waitFor(`document.querySelector('#bookmarks-write')`, PATIENT);
    expect(await entriesIn(stage.browser)).toEqual([]);
    await options.click('#bookmarks-write');
    await options.waitFor(`document.querySelector('#bookmarks-undo')`, PATIENT);
    const entries = await entriesIn(stage.browser);
    expect(
      entries.map(({ links, commentary, place }) => [links[0]?.address, links[0]?.title, commentary, place]),
    ).toEqual(
      expect.arrayContaining([
        ['https://a.example/rope?id=1', 'Rope & knots 🪢', 'On ropes.', 'backlog'],
        ['https://a.example/bench', 'Bench', '', 'backlog'],
      ]),
    );
    expect(entries).toHaveLength(2);
    await back();
    expect(await entriesIn(stage.browser)).toEqual([]);
  });

  test('20,000 rows of Pocket, all of them or none', async () => {
    await choose(file('pocket.csv', CSV));
    await options.waitFor(`document.querySelector('#bookmarks-write')`, PATIENT);
    await options.click('#bookmarks-write');
    await options.waitFor(`document.querySelector('#bookmarks-undo')`, { timeout: 120_000 });
    expect(await entriesIn(stage.browser)).toHaveLength(20_000);
    await back();
    expect(await entriesIn(stage.browser)).toEqual([]);
  });

  test.each([
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1]), 'no text'],
    ['a letter', 'Dear editor,\nhello', 'neither a bookmarks file'],
    ['a file that was cut off', '[{"href":"https://a.ex', 'broken at'],
  ])('%s is refused in a sentence', async (_, text, sentence) => {
    await choose(file('hostile', text));
    await options.waitFor(
      `document.querySelector('#bookmarks-end')?.textContent.includes(${JSON.stringify(sentence)})`,
      PATIENT,
    );
    expect(await entriesIn(stage.browser)).toEqual([]);
  });
});
