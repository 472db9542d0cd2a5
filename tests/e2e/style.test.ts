import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Tab } from '../../scripts/browsers/browser.ts';
import { planImport } from '../../src/roundup/import-plan.ts';
import { stored } from '../../src/storage/entries.ts';
import { archive } from '../fixtures/archive.ts';
import { BROWSERS, PATIENT, type Stage, seed, setStage } from './stage.ts';

describe.each(BROWSERS)('the house style in %s', (name) => {
  let stage: Stage;
  let options: Tab;

  beforeAll(async () => {
    stage = await setStage(name, new Map());
    const plan = planImport(
      archive(3, 60),
      { newsletter: null, name: 'Boxes', language: 'en', issues: [], withStyle: true, importId: 'i', now: Date.now() },
      () => crypto.randomUUID(),
    );
    await seed(stage.browser, {
      newsletters: [plan.newsletter],
      issues: plan.issues,
      entries: plan.entries.map(stored),
      settings: [{ name: 'currentNewsletter', value: plan.newsletter.id }],
    });
    options = await stage.browser.openExtensionPage('options/options.html#style');
    await options.waitFor(`document.querySelector('#template')`, PATIENT);
  });
  afterAll(() => stage?.end());

  /** Puts a text in place of the template, as one input event. */
  const paste = (text: string) =>
    options.evaluate((next: string) => {
      const field = document.querySelector('#template') as HTMLTextAreaElement;
      field.value = next;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }, text);
  const shown = (selector: string) =>
    options.evaluate((one: string) => document.querySelector(one)?.textContent ?? '', selector);
  const styleKept = () =>
    options.evaluate(
      () =>
        new Promise<string>((resolve, reject) => {
          const opening = indexedDB.open('roundup');
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const all = opening.result.transaction('newsletters').objectStore('newsletters').getAll();
            all.onsuccess = () => {
              opening.result.close();
              resolve(JSON.stringify(all.result[0].style));
            };
          };
        }),
    );

  test('a published issue printed with what was learned is equal to what was sent', async () => {
    await options.waitFor(`document.querySelector('#compared')`, PATIENT);
    expect(await shown('#compared')).toBe('Issue 3 printed with this style is equal to what you sent.');
  });

  test('a rule is changed by keys alone, every space as it was typed, and goes back', async () => {
    const before = await styleKept();
    await options.evaluate(() => document.querySelector<HTMLElement>('[data-part="glue.byline"] .act')?.focus());
    await options.press('Enter');
    await options.press('Tab');
    await options.press('Control+a');
    await options.type(' --  ');
    await options.waitFor(`document.querySelector('[data-part="glue.byline"] textarea').value === '␣--␣␣'`, PATIENT);
    await options.waitFor(`document.querySelector('#compared').textContent.includes('differs')`, PATIENT);
    expect(JSON.parse(await styleKept()).glue.byline).toBe(' --  ');
    await options.click('[data-part="glue.byline"] [data-back]');
    await options.waitFor(`document.querySelector('#compared').textContent.includes('is equal')`, PATIENT);
    expect(await styleKept()).toBe(before);
  });

  test.each([
    ['loops without end', '{% for a in (1..9000) %}{% for b in (1..9000) %}{% endfor %}{% endfor %}'],
    ['a huge range', '{{ (1..100000000) | size }}'],
    [
      'text that doubles',
      '{% assign a = "xxxxxxxxxx" %}{% for i in (1..99) %}{% assign a = a | append: a %}{% endfor %}',
    ],
    ['another file', '{% include "../manifest.json" %}'],
    ['a tag that is not closed', '{% if links'],
  ])('%s: refused with its place, not used, and the page goes on', async (_, attack) => {
    const before = await styleKept();
    await paste(attack);
    await options.waitFor(
      `document.querySelector('#template-fault').textContent.includes('Not used: line 1')`,
      PATIENT,
    );
    expect(await styleKept()).toBe(before);
    await options.click('#template-back');
    await options.waitFor(`document.querySelector('#template-fault').textContent === ''`, PATIENT);
    expect(await styleKept()).toBe(before);
  });

  test('a template that prints scripts prints their letters', async () => {
    await paste('<script>alert(1)</script><img src="x" onerror="alert(1)">[x](javascript:alert(1)) {{ links }}');
    await options.waitFor(`document.querySelector('.print.md').textContent.includes('alert(1)')`, PATIENT);
    expect(
      await options.evaluate(
        () => document.querySelectorAll('.print script, .print img, .print a[href^="javascript"]').length,
      ),
    ).toBe(0);
    await options.click('#template-back');
  });
});
