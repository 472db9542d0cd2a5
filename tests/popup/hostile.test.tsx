// @vitest-environment jsdom
import { cleanup, waitFor } from '@testing-library/preact';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linkToTab } from '../../src/domain/link.ts';
import { stored } from '../../src/storage/entries.ts';
import { addNewsletter, updateIssue } from '../../src/storage/newsletters.ts';
import { ADDRESSES, ATTACKS } from '../fixtures/attacks.ts';
import { dangersIn } from '../fixtures/dangers.ts';
import { beginning, database, entry } from '../storage/database.ts';
import { CAPTURE, openPopup, TAB } from './stage.tsx';

const attack = fc.constantFrom(...ATTACKS);

test('whatever a page says of itself and whatever ran of it, nothing in the popup acts, loads or leads astray', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.record({ title: attack, authors: fc.array(attack, { maxLength: 3 }), outlet: attack, selection: attack }),
      fc.constantFrom(...ADDRESSES, TAB.address),
      attack,
      async (said, canonical, name) => {
        const db = database();
        const { newsletter, issue } = beginning();
        const sections = newsletter.sections.map((section) => ({ ...section, name }));
        await addNewsletter(db, { newsletter: { ...newsletter, name, sections }, issue });
        await updateIssue(db, issue.id, { number: 134 }, 1);
        await db.issues.add({
          ...issue,
          id: 'old',
          number: 7,
          title: name,
          state: 'published',
          printed: { markdown: '', style: newsletter.style },
        });
        const link = { ...linkToTab({ address: TAB.address, title: said.title }), byline: name };
        await db.entries.add(stored(entry('ran', { issueId: 'old', links: [link], commentary: name, savedAt: 5 })));
        const capture = { ...CAPTURE, ...said, canonical };
        const popup = openPopup({ db, tab: { ...TAB, title: said.title }, reading: { outcome: 'read', capture } });
        await popup.begun;
        await waitFor(() => {
          if (document.querySelector('#recall, #memory') === null) throw new Error('not remembered yet');
        });
        const own = dangersIn(document.body).filter((danger) => !danger.startsWith('<form'));
        expect(own).toEqual([]);
        cleanup();
        popup.writing.end();
        db.close();
      },
    ),
    { numRuns: 40 },
  );
}, 120_000);
