// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { waitFor } from '@testing-library/preact';
import { describe, expect, test, vi } from 'vitest';
import { linkToTab } from '../../src/domain/link.ts';
import { stored } from '../../src/storage/entries.ts';
import { addNewsletter } from '../../src/storage/newsletters.ts';
import { beginning, database, entry } from '../storage/database.ts';
import { commentary, openPopup, TAB } from './stage.tsx';

/** popup.html as the browser has parsed it, before any of its scripts has run. */
function parsedPage(): { app: HTMLElement; field: HTMLTextAreaElement } {
  const html = readFileSync('popup/popup.html', 'utf8');
  document.body.replaceChildren(...new DOMParser().parseFromString(html, 'text/html').body.childNodes);
  const app = document.querySelector<HTMLElement>('#app');
  const field = document.querySelector<HTMLTextAreaElement>('#commentary');
  if (app === null || field === null) throw new Error('popup.html has no field for the commentary.');
  return { app, field };
}

async function openOver({ app }: { app: HTMLElement }) {
  const db = database();
  await addNewsletter(db, beginning());
  return openPopup({ db, into: app });
}

describe('what is typed before the script of the popup is there', () => {
  test('stays in its field, with the caret, and the form is drawn around it', async () => {
    const page = parsedPage();
    page.field.focus();
    page.field.value = 'First words';
    page.field.setSelectionRange(5, 5);
    await openOver(page);
    expect(commentary()).toBe(page.field);
    expect(page.field.value).toBe('First words');
    expect([page.field.selectionStart, document.activeElement]).toEqual([5, page.field]);
  });

  test('is kept as a draft without another key', async () => {
    const page = parsedPage();
    page.field.value = ' First\n words ';
    const { db, begun } = await openOver(page);
    await begun;
    await waitFor(async () =>
      expect(await db.entries.toArray()).toMatchObject([{ state: 'draft', commentary: ' First\n words ' }]),
    );
  });

  test('is left alone while an input method composes in it, and then goes behind the text that is gone on with', async () => {
    const page = parsedPage();
    vi.resetModules();
    await import('../../popup/focus.ts');
    expect(document.activeElement).toBe(page.field);
    page.field.dispatchEvent(new CompositionEvent('compositionstart'));
    page.field.value = 'ni';
    const db = database();
    await addNewsletter(db, beginning());
    await db.entries.add(stored(entry('e', { links: [linkToTab(TAB)], commentary: 'Before.' })));
    const { begun, writing } = openPopup({ db, into: page.app });
    await waitFor(() => expect(writing.state.work).toBeDefined());
    // Whatever was asked by then is answered.
    for (let question = 0; question < 50; question += 1) await db.entries.count();
    expect(page.field.value).toBe('ni');
    page.field.dispatchEvent(new CompositionEvent('compositionend'));
    await begun;
    expect(page.field.value).toBe('Before.\n\nni');
  });

  test('goes before nothing: without it no draft is made', async () => {
    const { db, begun } = await openOver(parsedPage());
    await begun;
    expect(await db.entries.count()).toBe(0);
  });
});

test('the form around the field of popup.html is the one that is drawn without it', () => {
  const alone = openPopup();
  const wanted = alone.container.firstChild?.cloneNode(true) ?? null;
  alone.unmount();
  const { app } = parsedPage();
  openPopup({ into: app });
  expect(app.childNodes).toHaveLength(1);
  expect(app.firstChild?.isEqualNode(wanted)).toBe(true);
});
