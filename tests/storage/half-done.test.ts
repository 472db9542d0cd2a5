import { expect, test } from 'vitest';
import { stored } from '../../src/storage/entries.ts';
import { halfDone, type Whole } from '../fixtures/half-done.ts';
import { aNewsletter, anEntry } from '../records.ts';

/** A newsletter, its issue, and two entries in it. */
function aWhole() {
  const { newsletter, issue, articles } = aNewsletter();
  const own = { newsletterId: newsletter.id, issueId: issue.id, sectionId: articles };
  const first = stored(anEntry({ id: 'first', ...own, rank: 'a0' }));
  const second = stored(anEntry({ id: 'second', ...own, rank: 'a1' }));
  return {
    newsletter,
    issue,
    first,
    second,
    settings: [{ name: 'currentNewsletter', value: newsletter.id as unknown }],
  };
}
type Parts = ReturnType<typeof aWhole>;

const whole = ({ newsletter, issue, first, second, settings }: Parts): Whole => ({
  version: 20,
  tables: { newsletters: [newsletter], issues: [issue], entries: [first, second], settings },
});

test('a database between two transactions has nothing half done', () => {
  expect(halfDone(whole(aWhole()))).toEqual([]);
});

test.each<[string, (parts: Parts) => void]>([
  [
    'entries second is damaged: commentary: expected string',
    ({ second }) => delete (second as Partial<typeof second>).commentary,
  ],
  [
    'settings currentNewsletter  is damaged: record: expected string',
    ({ settings }) => settings.splice(0, 1, { name: 'currentNewsletter', value: 7 }),
  ],
  ['issue id-4 is published without what was printed', ({ issue }) => Object.assign(issue, { state: 'published' })],
  ['issue id-4 has no newsletter', ({ issue }) => Object.assign(issue, { newsletterId: 'gone' })],
  [
    'entry second is in issue gone, which is not there',
    (parts) => Object.assign(parts.second, stored({ ...parts.second, issueId: 'gone' })),
  ],
  [
    'entry second is in section gone, which is not there',
    (parts) => Object.assign(parts.second, stored({ ...parts.second, sectionId: 'gone' })),
  ],
  [
    'entry second has no newsletter',
    (parts) => Object.assign(parts.second, stored({ ...parts.second, newsletterId: 'gone' })),
  ],
  ['entry second is not found by what is in it', ({ second }) => Object.assign(second, { place: 'backlog' })],
  ['entry second is kept without a rank', ({ second }) => Object.assign(second, { rank: '' })],
  ['entries first and second have the same rank', ({ second }) => Object.assign(second, { rank: 'a0' })],
  ['entry second was imported by nobody', ({ second }) => Object.assign(second, { importId: 'import' })],
])('what was done by half is named: %s', (said, spoil) => {
  const parts = aWhole();
  spoil(parts);
  expect(halfDone(whole(parts))).toEqual([said]);
});

test('an import of which an entry is missing is named', () => {
  const parts = aWhole();
  Object.assign(parts.second, { importId: 'import' });
  const last = {
    id: 'import',
    at: 1,
    entries: 2,
    issues: 0,
    newsletterBefore: null,
    movedIssue: null,
    newsletterId: 'id-1',
    outlets: [],
  };
  parts.settings.push({ name: 'lastImport', value: last });
  expect(halfDone(whole(parts))).toEqual(['1 of 2 entries and 0 of 0 issues of the last import are there']);
});

test('two issues with one number are named', () => {
  const parts = aWhole();
  const all = whole(parts);
  all.tables.issues = [parts.issue, { ...parts.issue, id: 'twin' }];
  expect(halfDone(all)).toEqual([`issues ${parts.issue.id} and twin are both ${parts.newsletter.id} #1`]);
});
