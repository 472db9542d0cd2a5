import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Surface } from '../../scripts/browsers/browser.ts';
import { stored } from '../../src/storage/entries.ts';
import { ADDRESSES, ATTACKS } from '../fixtures/attacks.ts';
import { aLink, aNewsletter, anEntry } from '../records.ts';
import { BROWSERS, KNOWN, PATIENT, type Stage, seed, setStage } from './stage.ts';

const { newsletter, issue, articles } = aNewsletter();
const all = ATTACKS.join(' ');
const inAttribute = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

const ENTRIES = ATTACKS.map((text, at) =>
  stored(
    anEntry({
      id: `e${at}`,
      newsletterId: newsletter.id,
      issueId: at % 5 === 0 ? null : issue.id,
      sectionId: articles,
      rank: `a${at.toString(36).padStart(2, '0')}`,
      shape: at % 3 === 0 ? 'inline' : 'headline',
      commentary: `${text}\n\n${text}`,
      links: [
        aLink({
          address: ADDRESSES[at % ADDRESSES.length] ?? '',
          title: text,
          titleIsMarkdown: at % 2 === 0,
          byline: text,
        }),
      ],
    }),
  ),
);

/** A page that attacks in every place from which it is read. */
const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>${all.replaceAll('<', '&lt;')}</title>
${['og:title', 'og:site_name', 'author', 'description', 'citation_author'].map((name) => `<meta property="${name}" name="${name}" content="${inAttribute(all)}">`).join('')}
<link rel="canonical" href="javascript:hacked()">
<script type="application/ld+json">${JSON.stringify({ '@type': 'Article', headline: all, author: { name: all }, url: 'javascript:hacked()', __proto__x: 1 }).replaceAll('</', '<\\/')}</script>
<p>Text.</p>`;

// That nothing broke the content policy and no request left is asked by every stage when it ends.
describe.each(BROWSERS)('text that attacks, in %s', (name) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage(name, new Map([['/page', PAGE]]));
    await seed(stage.browser, {
      newsletters: [
        { ...newsletter, name: all, sections: newsletter.sections.map((section) => ({ ...section, name: all })) },
      ],
      issues: [
        {
          ...issue,
          title: all,
          subtitle: all,
          letter: ATTACKS.join('\n\n'),
          frame: { hero: 'javascript:hacked()', closing: all },
        },
      ],
      entries: ENTRIES,
      settings: [{ name: 'currentNewsletter', value: newsletter.id }],
    });
  });
  afterAll(() => stage?.end());

  const isUnharmed = async (page: Surface) => {
    expect(
      await page.evaluate(
        `typeof window.hacked + document.querySelectorAll('iframe, object, base, #app script').length`,
      ),
    ).toBe('undefined0');
    expect(await page.evaluate<string[]>(hostileLinks)).toEqual([]);
  };

  test('is text on the desk, in the preview, the editor and the options', async () => {
    const desk = await stage.browser.openExtensionPage('desk/desk.html');
    await desk.waitFor(
      `document.querySelectorAll('#issue [data-entry]').length > 20 && document.querySelector('.read')`,
      PATIENT,
    );
    await isUnharmed(desk);
    await desk.evaluate(`document.querySelector('#issue [data-entry]').focus()`);
    await desk.press('Enter');
    await desk.waitFor(`document.querySelector('form[data-entry] .commentary')`, PATIENT);
    await desk.press('Escape');
    for (const tab of ['markdown', 'preflight']) {
      await desk.evaluate(`document.querySelector('#pane-panel-${tab}').click()`);
      await desk.waitFor(
        `document.querySelector('#pane-panel').getAttribute('aria-labelledby').endsWith('${tab}')`,
        PATIENT,
      );
      await isUnharmed(desk);
    }
    await desk.close();
    for (const part of ['newsletter', 'style']) {
      const options = await stage.browser.openExtensionPage(`options/options.html#${part}`);
      await options.waitFor(`document.querySelector('main h2, main h1')`, PATIENT);
      await isUnharmed(options);
      await options.close();
    }
  });

  test('is text in the popup over a page that attacks', async () => {
    const tab = await stage.browser.openTab(`${stage.site.origin}/page`);
    const popup = await stage.browser.clickToolbarButton(tab);
    await popup.waitFor(`document.querySelector('#title')?.value.includes('hacked') && ${KNOWN}`, PATIENT);
    await isUnharmed(popup);
    await popup.close();
  });
});

/** In the page: links that lead anywhere but to the web, to a mail or within the program, or that hand over a way back. */
function hostileLinks(): string[] {
  return [...document.querySelectorAll<HTMLAnchorElement>('a[href]')]
    .filter(({ protocol, target, rel, origin }) => {
      const isOwn = origin === location.origin;
      const isSafe = isOwn || ['http:', 'https:', 'mailto:'].includes(protocol);
      return !isSafe || (target === '_blank' && rel !== 'noopener noreferrer');
    })
    .map(({ outerHTML }) => outerHTML);
}
