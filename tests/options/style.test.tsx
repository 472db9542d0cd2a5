// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { StylePage } from '../../options/style-page.tsx';
import { DEFAULT_STYLE } from '../../src/domain/house-style.ts';
import type { Newsletter } from '../../src/domain/newsletter.ts';
import { render as renderIssue } from '../../src/roundup/render.ts';
import { stored } from '../../src/storage/entries.ts';
import { addNewsletter, allNewsletters, updateIssue } from '../../src/storage/newsletters.ts';
import { SayProvider } from '../../src/ui/messages.tsx';
import { useLive } from '../../src/ui/use-live.ts';
import { english } from '../popup/english.ts';
import { beginning, database, entry } from '../storage/database.ts';

type Db = ReturnType<typeof database>;
let db: Db;

beforeEach(() => {
  db = database('strict');
});
afterEach(() => {
  cleanup();
  localStorage.clear();
});

function Page() {
  const newsletter = useLive(db, allNewsletters, []).value?.[0];
  const browser = { now: () => Date.UTC(2031, 4, 9) } as Parameters<typeof StylePage>[0]['browser'];
  return newsletter === undefined ? null : <StylePage db={db} browser={browser} newsletter={newsletter} />;
}

async function open(fields: Partial<Newsletter> = {}) {
  const { newsletter, issue } = beginning();
  await addNewsletter(db, { newsletter: { ...newsletter, ...fields }, issue });
  await db.entries.add(stored(entry('e1', { issueId: 'i1', commentary: 'On knots.' })));
  const page = render(
    <SayProvider value={english}>
      <Page />
    </SayProvider>,
  );
  await screen.findByLabelText('Template', { selector: 'textarea' });
  return page;
}

const learned: Newsletter['learned'] = {
  at: Date.UTC(2031, 4, 1),
  issues: 133,
  entries: 2520,
  style: DEFAULT_STYLE,
  issueTitle: 'x',
  rules: [
    {
      name: 'glue.byline',
      value: ' - ',
      count: 2301,
      of: 2520,
      others: [
        { value: ', ', count: 116 },
        { value: ' -  ', count: 56 },
      ],
    },
    { name: 'front:layout', value: 'email', count: 133, of: 133, others: [] },
    { name: 'reference', value: '(#{{ issue.number }})', count: 4, of: 7, others: [] },
    { name: 'shape:Jobs: all', value: 'listing', count: 4, of: 5, others: [] },
    { name: 'rhyme', value: 'a b', count: 4, of: 5, others: [] },
    { name: 'outlet:a.example', value: 'A', count: 2, of: 2, others: [] },
  ],
};

const style = async () => (await allNewsletters(db))[0]?.style;
const rule = (name: string) => document.querySelector(`[data-part="${name}"]`) as HTMLElement;
const template = () => screen.getByLabelText<HTMLTextAreaElement>('Template', { selector: 'textarea' });
const markdown = () => screen.getByRole('region', { name: 'The same, as Markdown' }).textContent;
const type = (field: HTMLElement, text: string) => fireEvent.input(field, { target: { value: text } });

describe('what was learned', () => {
  test('is said with its evidence and what else was seen, spaces to be seen', async () => {
    const { container } = await open({ learned });
    expect(screen.getByText(/Learned on 1 May from 133 issues with 2,520 entries/)).toBeTruthy();
    const text = rule('glue.byline').textContent;
    expect(text).toContain('␣-␣');
    expect(text).toContain('in 2,301 of 2,520');
    expect(text).toContain('Others: ,␣ 116 ␣-␣␣ 56');
    expect((await axe.run(container, { rules: { region: { enabled: false } } })).violations).toEqual([]);
  });

  test.each([
    ['front:layout', 'Front matter: layout', 'email', 'in all 133', 'Change it in the template Issue'],
    ['reference', 'Back-reference', '(#{{␣issue.number␣}})', 'in 4 of 7', 'Change it in the template Back-reference'],
    ['shape:Jobs: all', 'Shape of entries in Jobs: all', 'listing', 'in 4 of 5', 'Change it in the sections'],
    ['rhyme', 'rhyme', 'a␣b', 'in 4 of 5', 'Change it in the templates'],
  ])('%s is said with where it is changed', async (name, ...said) => {
    await open({ learned });
    const text = document.querySelector(`[data-rule="${name}"]`)?.textContent;
    for (const one of said) expect(text).toContain(one);
  });

  test('is changed to what else was seen, printed at once, and goes back', async () => {
    await open({ learned });
    fireEvent.click(within(rule('glue.byline')).getByRole('button', { name: /Change/ }));
    fireEvent.click(within(rule('glue.byline')).getByRole('button', { name: /^,␣/ }));
    await waitFor(async () => expect((await style())?.glue.byline).toBe(', '));
    await waitFor(() => expect(rule('glue.byline').textContent).toContain('changed by you, was ␣-␣'));
    fireEvent.click(within(rule('glue.byline')).getByRole('button', { name: 'Back to what it was' }));
    await waitFor(async () => expect((await style())?.glue.byline).toBe(' - '));
  });

  test('is typed with every space', async () => {
    await open({ learned });
    fireEvent.click(within(rule('glue.byline')).getByRole('button', { name: /Change/ }));
    type(within(rule('glue.byline')).getByLabelText('Between link and byline'), '␣--  ');
    await waitFor(async () => expect((await style())?.glue.byline).toBe(' --  '));
  });

  test('keeps every key, however late the database answers', async () => {
    await open({ learned });
    fireEvent.click(within(rule('glue.byline')).getByRole('button', { name: /Change/ }));
    const field = within(rule('glue.byline')).getByLabelText<HTMLTextAreaElement>('Between link and byline');
    fireEvent.focus(field);
    for (const key of ' -- ') type(field, field.value + key);
    expect(field.value).toBe('␣-␣␣--␣');
    await waitFor(async () => expect((await style())?.glue.byline).toBe(' -  -- '));
    expect(field.value).toBe('␣-␣␣--␣');
  });

  test('can be changed before anything was learned, and goes back to the beginning, which can be undone', async () => {
    await open();
    fireEvent.click(within(rule('byline.parts')).getByRole('button', { name: /Change/ }));
    fireEvent.change(within(rule('byline.parts')).getByRole('combobox'), { target: { value: 'outlet' } });
    await waitFor(async () => expect((await style())?.byline.parts).toBe('outlet'));
    fireEvent.click(await screen.findByText('Back to the style of the beginning'));
    await waitFor(async () => expect(await style()).toEqual(DEFAULT_STYLE));
    fireEvent.click(await screen.findByText('Undo'));
    await waitFor(async () => expect((await style())?.byline.parts).toBe('outlet'));
  });
});

test('an outlet’s spelling is shown with its evidence and corrected in place', async () => {
  await db.outlets.add({ host: 'a.example', name: 'A', byline: null, sectionId: 's1', changedAt: 1 });
  await open({ learned });
  const field = await screen.findByLabelText<HTMLInputElement>('a.example');
  expect(document.querySelector('#outlets')?.textContent).toContain('in 2 of 2');
  type(field, 'The A');
  await waitFor(async () =>
    expect(await db.outlets.get('a.example')).toMatchObject({ name: 'The A', sectionId: 's1' }),
  );
});

describe('a template', () => {
  test('prints a real entry as it is typed', async () => {
    await open();
    type(template(), '* {{ links }}{% if commentary %}: {{ commentary }}{% endif %}');
    await waitFor(() => expect(markdown()).toBe('*␣[Page␣e1](https://a.example/e1):␣On␣knots.'));
    await waitFor(async () => expect((await style())?.shapes.headline).toMatch(/^\* /));
  });

  test('that is wrong is said with line and column, stays as it is typed, and is not used', async () => {
    const page = await open();
    const before = await style();
    type(template(), 'Hello\n  {% if commentary');
    await waitFor(() =>
      expect(screen.getByRole('alert').textContent).toMatch(/Not used: line 2, column 3: .*not closed/),
    );
    expect(markdown()).toContain('On␣knots.');
    expect(await style()).toEqual(before);
    page.unmount();
    render(
      <SayProvider value={english}>
        <Page />
      </SayProvider>,
    );
    await waitFor(() => expect(template().value).toBe('Hello\n  {% if commentary'));
    fireEvent.click(screen.getByText('Back to the template it was'));
    await waitFor(() => expect(template().value).toBe(before?.shapes.headline));
  });

  test('that is wrong has its place marked, and the caret goes there', async () => {
    await open();
    type(template(), 'Hello\n  {% if commentary');
    fireEvent.click(await screen.findByText('Go there'));
    expect(document.querySelector('.fault-at mark')?.textContent).toBe('{% if commentary');
    const { value, selectionStart, selectionEnd } = template();
    expect(value.slice(selectionStart, selectionEnd)).toBe('{% if commentary');
    expect(document.activeElement).toBe(template());
  });

  test('goes back with all the rest, and does not come again by itself', async () => {
    await open({ learned });
    type(template(), '* {{ links }}');
    await waitFor(async () => expect((await style())?.shapes.headline).toBe('* {{ links }}'));
    fireEvent.click(await screen.findByText('Back to what was learned'));
    await waitFor(() => expect(template().value).toBe(DEFAULT_STYLE.shapes.headline));
    await screen.findByText('The style is back as it was.');
    expect(await style()).toEqual(DEFAULT_STYLE);
    expect(localStorage).toHaveLength(0);
  });

  test('of a title is a template, too', async () => {
    await open({ learned });
    fireEvent.click(screen.getByLabelText('Title'));
    await waitFor(() => expect(template().value).toContain('newsletter.name'));
    type(template(), 'No. {{ issue.number }}');
    await waitFor(() => expect(markdown()).toBe('No.␣1'));
    await waitFor(async () => expect((await allNewsletters(db))[0]?.issueTitle).toBe('No. {{ issue.number }}'));
  });

  test('that only another entry makes fail is not used', async () => {
    await open();
    await db.entries.add(stored(entry('e2', { issueId: 'i1', rank: 'b', commentary: 'On ropes.' })));
    await screen.findByLabelText('Shown on the entry');
    const before = await style();
    type(
      template(),
      '{% assign words = commentary | append: "" %}{% if words contains "ropes" %}{{ (1..99999999) | size }}{% endif %}{{ links }}',
    );
    await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('memory'));
    expect(await style()).toEqual(before);
  });

  test('is shown on the entry and the issue that are chosen', async () => {
    await open();
    await db.entries.add(stored(entry('e2', { issueId: 'i1', rank: 'b', commentary: 'On ropes.' })));
    fireEvent.change(await screen.findByLabelText('Shown on the entry'), { target: { value: 'e2' } });
    await waitFor(() => expect(markdown()).toContain('On␣ropes.'));
    const { issue } = beginning();
    await db.issues.add({ ...issue, id: 'i2', number: 2 });
    await db.entries.add(stored(entry('e3', { issueId: 'i2', commentary: 'On sails.' })));
    await screen.findByText('Issue 2');
    fireEvent.change(screen.getByLabelText('Shown on the issue'), { target: { value: 'i2' } });
    await waitFor(() => expect(markdown()).toContain('On␣sails.'));
  });

  test.each([
    ['without end', '{% for a in (1..9000) %}{% for b in (1..9000) %}{% endfor %}{% endfor %}'],
    ['that prints scripts', '<script>alert(1)</script><img src=x onerror=alert(1)>{{ links }}'],
  ])('%s does no harm', async (_, text) => {
    await open();
    type(template(), text);
    await waitFor(() => expect(template().value).toBe(text));
    expect(document.querySelector('.print script, .print img')).toBeNull();
  });
});

test('a published issue is printed again and compared with what went out', async () => {
  await open();
  const { newsletter, issue } = beginning();
  const entries = [entry('e1', { issueId: 'i1', commentary: 'On knots.' })];
  const { markdown: printed } = renderIssue(issue, entries, newsletter);
  await updateIssue(db, 'i1', { state: 'published', printed: { markdown: printed, style: newsletter.style } }, 5);
  expect(await screen.findByText('Issue 1 printed with this style is equal to what you sent.')).toBeTruthy();
  fireEvent.click(within(rule('glue.body')).getByRole('button', { name: /Change/ }));
  type(within(rule('glue.body')).getByLabelText('Between title line and commentary'), ' ');
  expect(await screen.findByText(/equal to what you sent, but for white space in 1 place/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Compare' }));
  expect(document.querySelector('.print del')?.textContent).toContain('↵');
});
