// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import en from '../../_locales/en/messages.json';
import manifest from '../../manifest.json';
import { App } from '../../options/app.tsx';
import type { OptionsBrowser } from '../../options/options-browser.ts';
import { OPTIONAL, PERMISSIONS } from '../../options/privacy-page.tsx';
import { sectionsOf } from '../../src/domain/newsletter.ts';
import { keepTyping } from '../../src/storage/entries.ts';
import { addNewsletter, currentWork, updateIssue } from '../../src/storage/newsletters.ts';
import { type Say, SayProvider } from '../../src/ui/messages.tsx';
import { beginning, database, entry } from '../storage/database.ts';
import { backupsSide } from './backups-side.ts';

const say: Say = (key, ...values) => en[key].message.replace(/\$(\d)/g, (_, n) => String(values[Number(n) - 1] ?? ''));

function fakeBrowser() {
  let ids = 0;
  return {
    openDesk: vi.fn(async () => {}),
    commandKeys: vi.fn(async (): Promise<Record<string, string>> => ({ _execute_action: 'Alt+Shift+E' })),
    openShortcutSettings: vi.fn(async () => {}),
    download: vi.fn<OptionsBrowser['download']>(),
    startImport: () => ({ send: () => {}, end: () => {} }),
    backups: async () => backupsSide(),
    now: () => Date.UTC(2022, 7, 24, 12),
    newId: () => `new-${++ids}`,
    language: 'en',
  };
}

type Db = ReturnType<typeof database>;
let db: Db;
let browser: ReturnType<typeof fakeBrowser>;

beforeEach(() => {
  location.hash = '';
  db = database('strict');
  browser = fakeBrowser();
});

function open(part = '') {
  location.hash = part;
  return render(
    <SayProvider value={say}>
      <App db={db} browser={browser} />
    </SayProvider>,
  );
}

/** The page of a newsletter with its sections Work, Odds and ends, Jobs. */
async function openNewsletter() {
  await addNewsletter(db, beginning());
  const page = open();
  await screen.findByLabelText('Name');
  return page;
}

const type = (field: HTMLElement, text: string) => fireEvent.input(field, { target: { value: text } });
const newsletter = async () => (await currentWork(db))?.newsletter;
const names = async () => {
  const found = await newsletter();
  return found === undefined ? [] : sectionsOf(found).map(({ name }) => name);
};
const rowOf = (name: string) => {
  const row = screen.getByDisplayValue(name).closest('tr');
  if (row === null) throw new Error(`no row of ${name}`);
  return row;
};

async function faults(): Promise<string[]> {
  // Colours are looked at in a real browser.
  const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

afterEach(async () => {
  const found = document.body.textContent === '' ? [] : await faults();
  cleanup();
  expect(found).toEqual([]);
});

describe('before there is a newsletter', () => {
  test('one field makes it, with sections and a first issue', async () => {
    open();
    type(await screen.findByLabelText('Newsletter name'), ' Field Notes ');
    fireEvent.click(screen.getByText('Start'));
    expect(((await screen.findByLabelText('Name')) as HTMLInputElement).value).toBe('Field Notes');
    expect((await currentWork(db))?.issue).toMatchObject({ number: 1, date: '2022-08-26' });
    expect((await names()).length).toBeGreaterThan(2);
  });

  test('without a name nothing is made', async () => {
    open();
    await screen.findByLabelText('Newsletter name');
    fireEvent.click(screen.getByText('Start'));
    expect(await newsletter()).toBeUndefined();
  });
});

describe('the newsletter', () => {
  test('is kept as it is typed', async () => {
    await openNewsletter();
    type(screen.getByLabelText('Name'), 'Harbour Notes');
    await waitFor(async () => expect((await newsletter())?.name).toBe('Harbour Notes'));
    await screen.findByText('All changes kept');
  });

  test('a name is needed: without one the last is kept, and Esc brings it back', async () => {
    await openNewsletter();
    const field = screen.getByLabelText('Name') as HTMLInputElement;
    type(field, '  ');
    await screen.findByText('Not kept: a newsletter needs a name.');
    expect((await newsletter())?.name).toBe('Field Notes');
    fireEvent.keyDown(field, { key: 'Escape' });
    await waitFor(() => expect(field.value).toBe('Field Notes'));
  });

  test('a change in another page is shown', async () => {
    await openNewsletter();
    await db.newsletters.update('n1', { name: 'Renamed elsewhere' });
    await waitFor(() => expect((screen.getByLabelText('Name') as HTMLInputElement).value).toBe('Renamed elsewhere'));
  });

  test('the name of the file is shown as it will be, and a template that is wrong is not kept', async () => {
    await openNewsletter();
    const field = screen.getByLabelText('Name of the file');
    expect((field as HTMLInputElement).value).toBe('roundup-{{ newsletter.name | slug }}-{{ issue.number }}');
    await screen.findByText(/^Issue 1 is downloaded as roundup-field-notes-1\.md\./);
    type(field, '{{ issue.date }}: {{ newsletter.name }}');
    await screen.findByText(/^Issue 1 is downloaded as 2022-08-26- Field Notes\.md\./);
    type(field, '{{ issue.nubmer }}');
    await screen.findByText('Not kept yet, the template is wrong: undefined variable: issue.nubmer');
    expect((await newsletter())?.fileName).toBe('{{ issue.date }}: {{ newsletter.name }}');
  });

  test('the title of the next issue is shown as it will be printed', async () => {
    await openNewsletter();
    screen.getByText('Next: Field Notes #1, 26 Aug 2022');
    type(screen.getByLabelText('Title of an issue'), 'No {{ issue.number }}');
    await screen.findByText('Next: No 1');
    expect((await newsletter())?.issueTitle).toBe('No {{ issue.number }}');
  });

  test('a template that is wrong is not kept, and stays in its field with what is wrong', async () => {
    await openNewsletter();
    const field = screen.getByLabelText('Title of an issue') as HTMLInputElement;
    const before = (await newsletter())?.issueTitle;
    type(field, 'No {{ issue.number');
    await screen.findByText(/^Not kept yet, the template is wrong:/);
    fireEvent.blur(field);
    expect(field.value).toBe('No {{ issue.number');
    expect((await newsletter())?.issueTitle).toBe(before);
  });

  test('number and date of the next issue are kept; a number is used once', async () => {
    const { issue } = beginning();
    await db.issues.put({ ...issue, id: 'i0', number: 133, state: 'published' });
    await openNewsletter();
    type(await screen.findByLabelText('Number of the next issue'), '134');
    await waitFor(async () => expect((await currentWork(db))?.issue?.number).toBe(134));
    type(screen.getByLabelText('Number of the next issue'), '133');
    await screen.findByText('Not kept: there is an issue 133 already.');
    type(screen.getByLabelText('Number of the next issue'), 'x');
    await screen.findByText('Not kept: a number in digits.');
    type(screen.getByLabelText('Date of the next issue'), '2022-09-02');
    await waitFor(async () =>
      expect((await currentWork(db))?.issue).toMatchObject({ number: 134, date: '2022-09-02' }),
    );
  });

  test('where every issue is published there is no next one to change', async () => {
    await addNewsletter(db, beginning());
    await updateIssue(db, 'i1', { state: 'published' }, 1);
    open();
    await screen.findByText('Every issue is published.');
  });

  test('days and time of the rhythm', async () => {
    await openNewsletter();
    fireEvent.change(screen.getByLabelText('Day it goes out'), { target: { value: '1' } });
    await waitFor(async () => expect((await newsletter())?.rhythm.weekday).toBe(1));
    fireEvent.change(screen.getByLabelText('Day it closes'), { target: { value: '0' } });
    type(screen.getByLabelText('Time it closes'), '18:30');
    await waitFor(async () =>
      expect((await newsletter())?.rhythm).toEqual({ weekday: 1, closes: { weekday: 0, time: '18:30' } }),
    );
  });

  test('the web page of an issue', async () => {
    await openNewsletter();
    type(screen.getByLabelText('Web page of an issue'), 'https://notes.example/{{ issue.number }}');
    await screen.findByText('Issue 1: https://notes.example/1');
  });
});

describe('sections', () => {
  test('are renamed; a name that another one has is not kept', async () => {
    await openNewsletter();
    type(within(rowOf('Work')).getByLabelText('Section name'), 'Labour');
    await waitFor(async () => expect(await names()).toEqual(['Labour', 'Odds and ends', 'Jobs']));
    type(within(rowOf('Labour')).getByLabelText('Section name'), 'jobs ');
    await screen.findByText('Not kept: “Jobs” goes by this name.');
    expect(await names()).toEqual(['Labour', 'Odds and ends', 'Jobs']);
  });

  test('have a usual shape and what stands between their entries', async () => {
    await openNewsletter();
    fireEvent.change(screen.getByLabelText('Usual shape of Work'), { target: { value: 'listing' } });
    fireEvent.change(screen.getByLabelText('Between entries of Work'), { target: { value: '\n\n' } });
    const first = async () => (await newsletter())?.sections[0];
    await waitFor(async () => expect(await first()).toMatchObject({ shape: 'listing', separator: '\n\n' }));
    fireEvent.change(screen.getByLabelText('Usual shape of Work'), { target: { value: '' } });
    fireEvent.change(screen.getByLabelText('Between entries of Work'), { target: { value: '' } });
    await waitFor(async () => expect(await first()).toMatchObject({ shape: null, separator: null }));
  });

  test('get other names, and lose them', async () => {
    await openNewsletter();
    const aliases = async () => (await newsletter())?.sections[0]?.aliases;
    fireEvent.click(screen.getByRole('button', { name: 'Add another name for Work' }));
    const field = screen.getByRole('textbox', { name: 'Add another name for Work' });
    type(field, ' Labour ');
    fireEvent.keyDown(field, { key: 'Enter', isComposing: true });
    expect(await aliases()).toEqual([]);
    fireEvent.keyDown(field, { key: 'Enter' });
    await waitFor(async () => expect(await aliases()).toEqual(['Labour']));
    fireEvent.click(await screen.findByRole('button', { name: 'Remove Labour' }));
    await waitFor(async () => expect(await aliases()).toEqual([]));
  });

  test('move by button and by Alt with an arrow, say so, and keep the focus', async () => {
    await openNewsletter();
    fireEvent.click(screen.getByRole('button', { name: 'Move Work down' }));
    await waitFor(async () => expect(await names()).toEqual(['Odds and ends', 'Work', 'Jobs']));
    await screen.findByText('Work moved to place 2 of 3');
    const field = screen.getByDisplayValue('Work');
    field.focus();
    fireEvent.keyDown(field, { key: 'ArrowDown', altKey: true });
    await waitFor(async () => expect(await names()).toEqual(['Odds and ends', 'Jobs', 'Work']));
    await waitFor(() => expect(rowOf('Work').nextElementSibling).toBeNull());
    expect(document.activeElement).toBe(field);
    fireEvent.keyDown(field, { key: 'ArrowDown', altKey: true });
    expect(await names()).toEqual(['Odds and ends', 'Jobs', 'Work']);
  });

  test('several quick moves keep the focus, too', async () => {
    await openNewsletter();
    const field = screen.getByDisplayValue('Jobs');
    field.focus();
    for (let n = 0; n < 2; n += 1) fireEvent.keyDown(field, { key: 'ArrowUp', altKey: true });
    await waitFor(async () => expect(await names()).toEqual(['Jobs', 'Work', 'Odds and ends']));
    await waitFor(() => expect(rowOf('Jobs').previousElementSibling).toBeNull());
    expect(document.activeElement).toBe(field);
  });

  test('are added behind the others', async () => {
    await openNewsletter();
    fireEvent.click(screen.getByText('Add a section'));
    const field = screen.getByLabelText('Name of the new section');
    type(field, 'work');
    fireEvent.keyDown(field, { key: 'Enter' });
    await screen.findByText('Not kept: “Work” goes by this name.');
    type(field, 'Events');
    fireEvent.keyDown(field, { key: 'Enter' });
    await waitFor(async () => expect(await names()).toEqual(['Work', 'Odds and ends', 'Jobs', 'Events']));
  });

  test('are removed at once: what becomes of their entries is said, and it can be undone', async () => {
    await openNewsletter();
    for (const id of ['e1', 'e2']) await keepTyping(db, entry(id, { issueId: 'i1', rank: id }));
    fireEvent.click(screen.getByRole('button', { name: 'Remove Work' }));
    await screen.findByText('“Work” removed. Its 2 entries in issue 1 stay, and are printed last, without a heading.');
    await waitFor(async () => expect(await names()).toEqual(['Odds and ends', 'Jobs']));
    fireEvent.click(screen.getByText('Undo'));
    await waitFor(async () => expect(await names()).toEqual(['Work', 'Odds and ends', 'Jobs']));
    expect((await db.entries.toArray()).map(({ sectionId }) => sectionId)).toEqual(['s1', 's1']);
  });
});

test('a change that the browser refuses to write is said', async () => {
  await openNewsletter();
  vi.spyOn(db.newsletters, 'put').mockRejectedValue(new Error('no space'));
  type(screen.getByLabelText('Name'), 'Harbour');
  await screen.findByText(/^Not kept: the browser refused to write/);
});

describe('shortcuts', () => {
  test('those of the browser are as they are now, and can be changed there', async () => {
    open('#shortcuts');
    await screen.findByText('Alt+Shift+E');
    screen.getByText('None');
    fireEvent.click(screen.getByText('Open that page'));
    expect(browser.openShortcutSettings).toHaveBeenCalledOnce();
  });

  test('where the browser does not open its page, it is said where to look', async () => {
    browser.openShortcutSettings.mockRejectedValue(new Error('refused'));
    open('#shortcuts');
    fireEvent.click(screen.getByText('Open that page'));
    await screen.findByText(/Manage extension shortcuts/);
  });
});

test('privacy names exactly the permissions of the manifest', async () => {
  open('#privacy');
  await screen.findByText('Save files');
  expect(PERMISSIONS.flatMap(({ names: asked }) => asked).sort()).toEqual([...manifest.permissions].sort());
  expect(OPTIONAL.flatMap(({ names: asked }) => asked)).toEqual(manifest.optional_permissions);
  for (const permission of manifest.permissions) screen.getByText(new RegExp(permission));
  for (const permission of manifest.optional_permissions) screen.getByText(permission);
});

describe('damaged records', () => {
  test('have no part in the list while there are none', async () => {
    await openNewsletter();
    expect(screen.queryByText('Damaged records')).toBeNull();
  });

  test('are named with what does not fit, and can be taken along as they are', async () => {
    await addNewsletter(db, beginning());
    await db.table('outlets').put({ host: 'a.example', name: 7 });
    open('#damaged');
    await screen.findByText(/^One record cannot be read/);
    screen.getByText('a.example');
    screen.getByText(/name: /);
    fireEvent.click(screen.getByText('Download them as they are'));
    const [name, text = ''] = browser.download.mock.calls[0] ?? [];
    expect(name).toBe('roundup-damaged-2022-08-24.json');
    expect(JSON.parse(text)).toMatchObject([{ table: 'outlets', record: { host: 'a.example', name: 7 } }]);
  });
});

test('the desk opens from here', () => {
  open();
  fireEvent.click(screen.getByText('Open the desk'));
  expect(browser.openDesk).toHaveBeenCalledOnce();
});

describe('several newsletters', () => {
  const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }));
  const beginAnother = async (name: string) => {
    fireEvent.click(await screen.findByRole('button', { name: 'Begin another newsletter…' }));
    type(screen.getByLabelText('Name of the new newsletter'), name);
    fireEvent.click(screen.getByRole('button', { name: 'Add' }));
  };

  test('another one has its own issue and sections, and is worked on at once', async () => {
    await openNewsletter();
    await beginAnother('Second Helpings');
    await waitFor(async () => expect((await newsletter())?.name).toBe('Second Helpings'));
    expect((await currentWork(db))?.issue).toMatchObject({ number: 1, newsletterId: (await newsletter())?.id });
    await screen.findByDisplayValue('Second Helpings');
    await press('Work on it Field Notes');
    await screen.findByDisplayValue('Field Notes');
    expect((await newsletter())?.id).toBe('n1');
    expect(await faults()).toEqual([]);
  });

  test('two of one name are refused', async () => {
    await openNewsletter();
    await beginAnother('field notes');
    await screen.findByText(/There is a newsletter “field notes” already/);
    expect(await db.newsletters.count()).toBe(1);
  });

  test('one is put away with everything in it, and put back; the last one cannot go', async () => {
    await openNewsletter();
    expect(screen.queryByRole('button', { name: /^Put away/ })).toBeNull();
    await beginAnother('Second Helpings');
    await screen.findByDisplayValue('Second Helpings');
    await press('Put away Second Helpings');
    await screen.findByDisplayValue('Field Notes');
    expect(await db.issues.count()).toBe(2);
    await press('Put back Second Helpings');
    await waitFor(async () => expect((await newsletter())?.name).toBe('Second Helpings'));
  });
});
