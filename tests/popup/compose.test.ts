import { describe, expect, test } from 'vitest';
import { compose, type Facts } from '../../popup/compose.ts';
import type { Capture } from '../../src/domain/capture.ts';
import { blankEntry } from '../../src/domain/entry.ts';
import { renderEntry } from '../../src/roundup/render.ts';
import { aNewsletter } from '../records.ts';

const { newsletter, issue, articles, odds } = aNewsletter();

function factsOf(capture: Partial<Capture>): Facts {
  const address = 'https://a.example/x';
  const whole: Capture = {
    title: 'Title',
    authors: [],
    outlet: '',
    publishedOn: '',
    address,
    canonical: '',
    language: '',
    selection: '',
    ...capture,
  };
  return {
    tab: { id: 1, address, title: 'Tab', loading: false, private: false },
    reading: { outcome: 'read', capture: whole },
    work: { newsletter, issue },
    recent: [],
    outlet: undefined,
  };
}

describe('what a page says of itself', () => {
  test.each([
    ['Ada Quill', 'Bench & Bay', 'Ada Quill, Bench & Bay'],
    ['*Ada*', 'C_D', '\\*Ada\\*, C_D'],
    ['<img src=x onerror=alert(1)>', '', '&lt;img src=x onerror=alert(1)>'],
    ['[me](javascript:alert(1))', '', '\\[me\\](javascript:alert(1))'],
    ['{% include secrets %}', '{{ site }}', '&#123;% include secrets %}, &#123;{ site }}'],
  ])('is plain text in the byline: author %j, outlet %j', (author, outlet, byline) => {
    const entry = compose(blankEntry('e', 1), factsOf({ authors: [author], outlet }), {});
    expect(entry.links[0]?.byline).toBe(byline);
    expect(renderEntry(entry, newsletter)).toBe(`[Title](https://a.example/x) - ${byline}`);
  });
});

test.each([
  ['draft', {}, articles],
  ['kept', {}, 'removed'],
  ['kept', { sectionId: odds }, odds],
] as const)('the section of a %s entry that was removed, edited %j: %s', (state, edits, sectionId) => {
  const entry = { ...blankEntry('e', 1), state, sectionId: 'removed' };
  expect(compose(entry, factsOf({}), edits).sectionId).toBe(sectionId);
});

describe('where another newsletter becomes current while an entry is written', () => {
  const own = { newsletterId: 'another', sectionId: 'its-own', issueId: 'its-issue' };

  test('a draft goes to that one, with a section and an issue of it', () => {
    const draft = { ...blankEntry('e', 1), ...own, commentary: 'Begun.' };
    const composed = compose(draft, factsOf({}), { commentary: 'Begun. Finished.' });
    expect(composed).toMatchObject({ newsletterId: newsletter.id, sectionId: articles, issueId: issue.id });
  });

  test('a kept entry stays where it is, and takes nothing from that one', () => {
    const kept = { ...blankEntry('e', 1), ...own, state: 'kept' as const };
    const composed = compose(kept, factsOf({}), { sectionId: odds, issueId: issue.id, commentary: 'More.' });
    expect(composed).toMatchObject({ ...own, commentary: 'More.' });
  });
});
