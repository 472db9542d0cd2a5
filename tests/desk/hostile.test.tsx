// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stored } from '../../src/storage/entries.ts';
import { ADDRESSES, ATTACKS } from '../fixtures/attacks.ts';
import { dangersIn } from '../fixtures/dangers.ts';
import { aLink, anEntry } from '../records.ts';
import { hostileMarkdown } from '../roundup/hostile-markdown.ts';
import { aDesk, openDesk, press, showMarkdown } from './desk-fixtures.tsx';

const attack = fc.constantFrom(...ATTACKS);
const hostileEntry = fc.record({
  title: attack,
  titleIsMarkdown: fc.boolean(),
  byline: attack,
  address: fc.constantFrom(...ADDRESSES, 'https://a.example/'),
  commentary: fc.oneof(attack, hostileMarkdown),
  tag: fc.option(attack, { nil: undefined }),
});

test('whatever newsletter, issue, sections and entries say, nothing on the desk acts, loads or leads astray', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(hostileEntry, { minLength: 4, maxLength: 6 }),
      attack,
      attack,
      async (given, name, letter) => {
        const { db, newsletter, issue, articles } = await aDesk(() => []);
        const sections = newsletter.sections.map((section) => ({ ...section, name }));
        await db.newsletters.put({ ...newsletter, name, sections });
        await db.issues.put({
          ...issue,
          title: name,
          subtitle: letter,
          letter,
          frame: { hero: name, closing: letter },
        });
        const entries = given.map(({ commentary, tag, ...link }, at) =>
          stored(
            anEntry({
              id: `e${at}`,
              newsletterId: newsletter.id,
              // One of them waits in the backlog.
              issueId: at === 0 ? null : issue.id,
              sectionId: articles,
              rank: `a${at}`,
              shape: (['headline', 'inline', 'one-liner', 'listing'] as const)[at % 4] ?? 'headline',
              commentary,
              links: [aLink({ ...link, ...(tag !== undefined && { tag }) })],
            }),
          ),
        );
        await db.entries.bulkPut(entries);
        openDesk(db);
        await waitFor(() => {
          if (document.querySelectorAll('[data-entry]').length < entries.length) throw new Error('not shown yet');
        });
        expect(dangersIn(document.body)).toEqual([]);
        document.querySelector<HTMLElement>('#issue [data-entry]')?.focus();
        press('Enter');
        await waitFor(() => {
          if (document.querySelector('form[data-entry]') === null) throw new Error('not open yet');
        });
        // The editor's own form sends nothing: it has no address, and the content policy forbids forms theirs.
        expect(dangersIn(document.body).filter((danger) => !danger.startsWith('<form class='))).toEqual([]);
        fireEvent.click(await screen.findByRole('tab', { name: /Preflight/ }));
        await showMarkdown();
        expect(dangersIn(document.body).filter((danger) => !danger.startsWith('<form class='))).toEqual([]);
        cleanup();
        db.close();
      },
    ),
    { numRuns: 15 },
  );
}, 240_000);

test('a link that was changed into no web address is shown to be edited, never to be followed', async () => {
  const { db } = await aDesk(({ issueId, articles }) => [
    anEntry({ id: 'e', issueId, sectionId: articles, links: [aLink({ address: 'https://a.example/', title: 'A' })] }),
  ]);
  openDesk(db);
  await waitFor(() => expect(document.querySelector('#issue [data-entry]')).not.toBeNull());
  document.querySelector<HTMLElement>('#issue [data-entry]')?.focus();
  press('Enter');
  await waitFor(() => expect(document.querySelector('.ed-address a')?.getAttribute('href')).toBe('https://a.example/'));
  const entry = await db.entries.get('e');
  if (entry === undefined) throw new Error('no entry');
  await db.entries.put(
    stored({ ...entry, links: [aLink({ address: 'javascript:hacked()', title: 'A' })], editedAt: 9e12 }),
  );
  await waitFor(() =>
    expect(document.querySelector<HTMLTextAreaElement>('.ed-address :is(input, textarea)')?.value).toBe(
      'javascript:hacked()',
    ),
  );
  expect(document.querySelector('.ed-address a')).toBeNull();
});
