import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Popup, Tab } from '../../scripts/browsers/browser.ts';
import { type LocalSite, serveWeb } from '../../scripts/play/local-site.ts';
import { addressKey } from '../../src/domain/address.ts';
import { type ImportFile, type ImportPlan, planImport } from '../../src/roundup/import-plan.ts';
import { stored } from '../../src/storage/entries.ts';
import { aPage, BROWSERS, entriesIn, openPopup, PATIENT, type Stage, seed, setStage } from './stage.ts';

const NEWSLETTERS = new URL('../../../shared/newsletters/rct/', import.meta.url);

/** An issue of our own: two pages that differ in one parameter, and one that is only linked from a commentary. */
const OWN: ImportFile = {
  path: '0099.md',
  markdown: `---
title: "#99 - 5 Nov 2021"
date: 2021-11-05
---

## Managing Teams

[Splices](https://tide.example/read?id=7) - Ada Quill, The Tide

On splices, with [a knot](https://knots.example/bowline/) in it.

----------

[Hitches](https://tide.example/read?id=8) - Ada Quill, The Tide

On hitches.
`,
};

/** With ROUNDUP_WHOLE=1 every headline of every issue, which takes long; else those of the newest two. */
const isWhole = process.env.ROUNDUP_WHOLE === '1';

function pastIssues(): ImportFile[] {
  if (!existsSync(NEWSLETTERS)) return [OWN];
  const names = readdirSync(NEWSLETTERS).filter((name) => /^\d+\.md$/.test(name));
  return [OWN, ...names.map((path) => ({ path, markdown: readFileSync(new URL(path, NEWSLETTERS), 'utf8') }))];
}

/** Every page that ran, with the number of the newest issue in which it did. */
function headlines({ entries, issues }: ImportPlan): Map<string, number> {
  const numbers = new Map(issues.map(({ id, number }) => [id, number]));
  const newest = new Map<string, number>();
  for (const { links, issueId } of entries) {
    for (const { key } of links) newest.set(key, Math.max(newest.get(key) ?? 0, numbers.get(issueId ?? '') ?? 0));
  }
  const wanted = isWhole ? new Set(numbers.values()) : new Set([...numbers.values()].sort((a, b) => b - a).slice(0, 2));
  const pages = new Map<string, number>();
  for (const { links, issueId, shape } of entries) {
    const [link] = links;
    const isAsked = shape === 'headline' && wanted.has(numbers.get(issueId ?? '') ?? 0);
    if (link !== undefined && isAsked && /^https?:/.test(link.address)) {
      pages.set(link.address, newest.get(addressKey(link.address)) ?? 0);
    }
  }
  return pages;
}

describe.each(BROWSERS)('the memory in %s', (name) => {
  const plan = planImport(
    pastIssues(),
    { newsletter: null, name: 'Tide', language: 'en', issues: [], withStyle: true, importId: 'i', now: 0 },
    () => crypto.randomUUID(),
  );
  const pages = headlines(plan);
  let web: LocalSite;
  let stage: Stage;
  let tab: Tab;

  const VARIANTS: readonly (readonly [string, string, number | null])[] = [
    ['the same address', 'https://tide.example/read?id=7', 99],
    ['http', 'http://tide.example/read?id=7', 99],
    ['www', 'https://www.tide.example/read?id=7', 99],
    ['a trailing slash', 'https://tide.example/read/?id=7', 99],
    ['tracking', 'https://tide.example/read?utm_source=mail&id=7&utm_medium=x', 99],
    ['a fragment', 'https://tide.example/read?id=7#comments', 99],
    ['another value of an essential parameter', 'https://tide.example/read?id=9', null],
    ['none of it', 'https://tide.example/read', null],
    ['one more parameter', 'https://tide.example/read?id=7&page=2', null],
  ];

  beforeAll(async () => {
    const addresses = [...pages.keys(), ...VARIANTS.map(([, address]) => address), 'https://knots.example/bowline'];
    const served = addresses.map((address) => new URL(address).href.replace(/#.*$/, ''));
    // Browsers try https first where an address says http.
    const both = served.flatMap((address) => [address, address.replace(/^http:/, 'https:')]);
    web = await serveWeb(new Map(both.map((address) => [address, aPage('A page')])));
    stage = await setStage(name, new Map(), { web });
    await seed(stage.browser, {
      newsletters: [plan.newsletter],
      issues: plan.issues,
      entries: plan.entries.map(stored),
      settings: [{ name: 'currentNewsletter', value: plan.newsletter.id }],
    });
    tab = await stage.browser.openTab('https://tide.example/read');
  });
  afterAll(async () => {
    await stage?.end();
    await web?.close();
  });

  async function openAt(address: string): Promise<Popup> {
    await tab.goto(address);
    return openPopup(stage, tab);
  }

  const ran = `document.querySelector('#memory strong')?.textContent ?? ''`;

  test.each(VARIANTS)('%s', async (_, address, issue) => {
    const popup = await openAt(address);
    if (issue === null) {
      // What else ran from the site is known after what ran of the page.
      await popup.waitFor(`document.querySelector('#recall').textContent.includes('site')`, PATIENT);
      expect(await popup.evaluate(ran)).toBe('');
    } else {
      await popup.waitFor(`document.querySelector('#memory')`, PATIENT);
      expect(await popup.evaluate(ran)).toBe(`Already ran in #${issue}`);
    }
    await popup.close();
  });

  test('a page that was only linked from a commentary is known, and the reference back comes with one key', async () => {
    const popup = await openAt('https://knots.example/bowline');
    await popup.waitFor(`document.querySelector('#memory')`, PATIENT);
    expect(await popup.evaluate(ran)).toBe('A commentary in #99 links to it');
    await popup.click('#commentary');
    await popup.type('Tied before ');
    await popup.press('Alt+Shift+b');
    await popup.waitFor(`document.querySelector('#unrefer')`, PATIENT);
    const reference = existsSync(NEWSLETTERS)
      ? '[#99](https://www.researchcomputingteams.org/newsletter_issues/0099)'
      : '(#99)';
    const written = `Tied before ${reference}`;
    expect(await popup.evaluate(`document.querySelector('#commentary').value`)).toBe(written);
    await popup.waitFor(`document.querySelector('#keeping').textContent === 'Draft kept'`, PATIENT);
    await popup.close();
    expect((await entriesIn(stage.browser)).find(({ state }) => state === 'draft')?.commentary).toBe(written);
  });

  test('every headline’s page names the newest issue in which it ran (more of them with ROUNDUP_WHOLE=1)', {
    timeout: isWhole ? 3_600_000 : 300_000,
    retry: 0,
  }, async () => {
    const wrong: string[] = [];
    for (const [address, issue] of pages) {
      const popup = await openAt(address);
      await popup.waitFor(`document.querySelector('#memory')`, { timeout: 20_000 }).catch(() => {});
      const said = await popup.evaluate(ran);
      if (said !== `Already ran in #${issue}`) wrong.push(`${address}: ${said} instead of #${issue}`);
      await popup.close();
    }
    console.log(`${name}: ${pages.size} headlines opened, ${wrong.length} named wrongly`);
    expect(wrong).toEqual([]);
  });
});
