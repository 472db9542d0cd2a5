// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, test } from 'vitest';
import type { Entry } from '../../src/domain/entry.ts';
import type { Database } from '../../src/storage/database.ts';
import { entryById, keepRevision, revisionsOf } from '../../src/storage/entries.ts';
import { aLink } from '../records.ts';
import { card, NOW, openDesk, press, threeArticles, typeInto } from './desk-fixtures.tsx';

const HOUR = 3_600_000;

async function openVersions(name: string) {
  await screen.findByRole('article', { name });
  card(name).focus();
  press('Enter');
  fireEvent.click(await screen.findByRole('button', { name: /earlier versions?$/ }));
  const region = await screen.findByRole('region', { name: 'Earlier versions' });
  await within(region).findAllByRole('button', { name: /^Until/ });
  return region;
}

/** Keeps versions of the entry Second, the oldest first. */
async function withVersions(db: Database, versions: { at: number; fields: Partial<Entry> }[]) {
  const entry = await entryById(db, 'second');
  if (entry === undefined) throw new Error('no entry');
  for (const [n, { at, fields }] of versions.entries()) await keepRevision(db, { ...entry, ...fields }, `v${n}`, at);
}

const heads = (region: HTMLElement) => [...region.querySelectorAll('.version-h')].map((head) => head.textContent);
const commentaries = async (db: Database) =>
  (await revisionsOf(db, 'second').toArray()).map(({ entry }) => entry.commentary);

describe('the earlier versions of an entry', () => {
  test('stand newest first, each with its time, its length and what is different now', async () => {
    const { db } = await threeArticles();
    const local = new Date(2026, 10, 20, 9, 12).getTime();
    await withVersions(db, [
      { at: local, fields: { commentary: 'One two three.', shape: 'listing' } },
      { at: NOW - HOUR, fields: { links: [aLink({ address: 'https://second.example/', title: 'Once' })] } },
    ]);
    openDesk(db);
    const hour = new Date(NOW - HOUR).toTimeString().slice(0, 5);
    expect(heads(await openVersions('Second'))).toEqual([
      `Until today ${hour}2 words, other title`,
      'Until Fri 20 Nov, 09:123 words, other commentary, shape',
    ]);
  });

  test('show what was there then and what is there now', async () => {
    const { db } = await threeArticles();
    await withVersions(db, [{ at: NOW - HOUR, fields: { commentary: 'Nothing about Second.' } }]);
    openDesk(db);
    const region = await openVersions('Second');
    fireEvent.click(within(region).getByRole('button', { name: /^Until/ }));
    const text = region.querySelector('.diff-text');
    expect(text?.querySelector('del')?.textContent).toBe('Nothing about');
    expect(text?.querySelector('ins')?.textContent).toBe('About');
  });

  test('come back with links, shape and text; the place stays, and what is replaced is a version itself', async () => {
    const { db, odds, issue } = await threeArticles();
    const was: Partial<Entry> = {
      commentary: 'As it was.',
      shape: 'listing',
      dueOn: '2026-12-01',
      links: [],
      sectionId: odds,
      issueId: null,
    };
    await withVersions(db, [{ at: NOW - HOUR, fields: was }]);
    openDesk(db);
    const region = await openVersions('Second');
    fireEvent.click(within(region).getByRole('button', { name: /^Until/ }));
    fireEvent.click(within(region).getByRole('button', { name: 'Restore this version' }));
    await screen.findByText(/reads as it did until today/);
    const entry = await db.entries.get('second');
    expect(entry).toMatchObject({ commentary: 'As it was.', shape: 'listing', dueOn: '2026-12-01', links: [] });
    expect(entry).toMatchObject({ sectionId: 'id-2', issueId: issue.id });
    expect(await commentaries(db)).toEqual(['As it was.', 'About Second.']);
    const field = screen.getByRole('textbox', { name: 'Commentary' });
    await waitFor(() => expect(field).toHaveProperty('value', 'As it was.'));
  });

  test('are restored as one action: undo brings back what was typed last', async () => {
    const { db } = await threeArticles();
    await withVersions(db, [{ at: NOW - HOUR, fields: { commentary: 'As it was.' } }]);
    openDesk(db);
    const region = await openVersions('Second');
    await typeInto(screen.getByRole('textbox', { name: 'Commentary' }), 'Typed last.');
    fireEvent.click(await within(region).findByRole('button', { name: /3 words, other commentary$/ }));
    fireEvent.click(within(region).getByRole('button', { name: 'Restore this version' }));
    await waitFor(async () => expect((await db.entries.get('second'))?.commentary).toBe('As it was.'));
    fireEvent.click(await screen.findByRole('button', { name: /^Undo/ }));
    await waitFor(async () => expect((await db.entries.get('second'))?.commentary).toBe('Typed last.'));
  });

  test('close by Esc, which leaves the editor open, and the focus is on their button again', async () => {
    const { db } = await threeArticles();
    await withVersions(db, [{ at: NOW - HOUR, fields: { commentary: 'As it was.' } }]);
    openDesk(db);
    const region = await openVersions('Second');
    await waitFor(() => expect(region.contains(document.activeElement)).toBe(true));
    press('Escape');
    expect(screen.queryByRole('region', { name: 'Earlier versions' })).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: '1 earlier version' }));
    screen.getByRole('textbox', { name: 'Commentary' });
  });
});
