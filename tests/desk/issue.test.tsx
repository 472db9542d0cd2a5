// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, test, vi } from 'vitest';
import { act } from '../../desk/desk-action.ts';
import { beginNewsletter } from '../../src/domain/newsletter.ts';
import { applyChanges } from '../../src/storage/changes.ts';
import { Database } from '../../src/storage/database.ts';
import { addNewsletter, issuesOf, updateNewsletter } from '../../src/storage/newsletters.ts';
import { publishIssue } from '../../src/storage/publishing.ts';
import { writeSetting } from '../../src/storage/settings.ts';
import {
  aDesk,
  card,
  entryOf,
  NOW,
  openDesk,
  press,
  shownIn,
  threeArticles,
  typeInto,
  untilShown,
} from './desk-fixtures.tsx';

const open = async () => {
  const desk = await threeArticles();
  const asked = openDesk(desk.db);
  await untilShown('issue', ['First', 'Second', 'Third', 'Odd']);
  return { ...desk, asked };
};
const choose = async (menu: string | RegExp, item: string | RegExp) => {
  fireEvent.click(await screen.findByRole('button', { name: menu }));
  fireEvent.click(
    await screen.findByRole(/^\W*(Issue \d|Small|Second)/.test(String(item)) ? 'menuitemradio' : 'menuitem', {
      name: item,
    }),
  );
};
const publish = async () => {
  fireEvent.click(await screen.findByRole('button', { name: 'Publish…' }));
  const dialog = within(await screen.findByRole('dialog'));
  fireEvent.click(dialog.getByRole('button', { name: 'Publish' }));
  await screen.findByText(/^Published issue 1/);
};

describe('publishing', () => {
  test('asks first, says what happens, and Escape means not yet', async () => {
    const { db, issue } = await open();
    fireEvent.click(await screen.findByRole('button', { name: 'Publish…' }));
    const dialog = await screen.findByRole('dialog', { name: 'Publish issue 1?' });
    expect(dialog.textContent).toContain('The backlog keeps its one entry. Issue 2 opens for Fri 4 Dec.');
    fireEvent.keyDown(dialog, { key: 'Escape' });
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect((await db.issues.get(issue.id))?.state).toBe('draft');
  });

  test('freezes the issue: nothing in it can be changed any more, by button or by key', async () => {
    const { db, issue } = await open();
    await publish();
    await screen.findByText(/is frozen as it went out/);
    expect(screen.queryByRole('button', { name: /^Move “?First”?: drag/ })).toBeNull();
    card('First').focus();
    for (const key of ['b', 'm', 'x', 'Delete', 'Enter', 'n']) press(key);
    press('ArrowDown', { altKey: true });
    fireEvent.dblClick(card('First'));
    expect(shownIn('issue')).toEqual(['First', 'Second', 'Third', 'Odd']);
    expect(screen.queryByRole('textbox', { name: 'Commentary' })).toBeNull();
    expect((await db.issues.get(issue.id))?.printed?.markdown).toContain('[First](https://first.example/)');
  });

  test('leads on to the next issue, and what went out is one menu away', async () => {
    await open();
    await publish();
    fireEvent.click(await screen.findByRole('button', { name: 'Go to issue 2' }));
    await screen.findByRole('button', { name: /^Issue 2/ });
    expect(shownIn('issue')).toEqual([]);
    await choose(/^Issue 2/, /^Issue 1/);
    await untilShown('issue', ['First', 'Second', 'Third', 'Odd']);
  });

  test('is undone with Ctrl+Z', async () => {
    const { db, issue } = await open();
    await publish();
    press('z', { ctrlKey: true });
    await screen.findByRole('button', { name: 'Publish…' });
    await waitFor(async () => expect(await db.issues.get(issue.id)).toMatchObject({ state: 'draft', printed: null }));
    expect(await db.issues.count()).toBe(1);
  });

  test('a published issue opens again only when asked, keeps what went out, and can be left as it was', async () => {
    const { db, issue } = await open();
    await publish();
    const frozen = (await db.issues.get(issue.id))?.printed;
    fireEvent.click(await screen.findByRole('button', { name: 'Correct a mistake…' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Open issue 1 again?' }));
    fireEvent.click(dialog.getByRole('button', { name: 'Open it again' }));
    await screen.findByText(/You are correcting issue 1/);
    card('Third').focus();
    press('Delete');
    await untilShown('issue', ['First', 'Second', 'Odd']);
    expect((await db.issues.get(issue.id))?.printed).toEqual(frozen);
    fireEvent.click(screen.getByRole('button', { name: 'Leave it as it went out' }));
    await screen.findByText(/is frozen as it went out/);
    expect(await db.issues.get(issue.id)).toMatchObject({ state: 'published', printed: frozen });
  });

  test('a style that cannot be printed is said, and nothing is published', async () => {
    const { db, newsletter, issue } = await open();
    await updateNewsletter(db, newsletter.id, (one) => ({ ...one, style: { ...one.style, frame: '{% if %' } }));
    fireEvent.click(await screen.findByRole('button', { name: 'Publish…' }));
    fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Publish' }));
    await screen.findByText(/Nothing to hand over: the house style has a fault/);
    expect((await db.issues.get(issue.id))?.state).toBe('draft');
  });
});

describe('the sections of one issue', () => {
  test('one is left out, with its entries, and taken in again', async () => {
    const { db, issue, odds } = await open();
    const counted = () => document.querySelector('.f-entries')?.textContent;
    expect(counted()).toBe('4 entries3 full, 1 one-liner');
    await choose('More for Odds', 'Leave it out this week');
    await screen.findByText('left out of this issue');
    expect((await db.issues.get(issue.id))?.sections[odds]).toEqual({ intro: '', leftOut: true });
    expect(counted()).toBe('3 entries3 full, 0 one-liners');
    await choose('More for Odds', 'Take it in again');
    await waitFor(() => expect(screen.queryByText('left out of this issue')).toBeNull());
    expect(counted()).toBe('4 entries3 full, 1 one-liner');
  });

  test('one is added to this issue alone', async () => {
    const { db, newsletter, issue } = await open();
    fireEvent.click(screen.getByRole('button', { name: 'Add a section to this issue…' }));
    const field = await screen.findByRole('textbox', { name: 'Name of the section' });
    fireEvent.input(field, { target: { value: 'Anniversary' } });
    fireEvent.click(screen.getByRole('button', { name: 'Add it to issue 1' }));
    await screen.findByRole('heading', { name: 'Anniversary' });
    const sections = (await db.newsletters.get(newsletter.id))?.sections ?? [];
    expect(sections.map(({ name, onlyIn }) => [name, onlyIn])).toEqual([
      ['Articles', null],
      ['Odds', null],
      ['Anniversary', issue.id],
    ]);
    press('z', { ctrlKey: true });
    await waitFor(() => expect(screen.queryByRole('heading', { name: 'Anniversary' })).toBeNull());
  });

  test('a name that a section has already is refused', async () => {
    await open();
    fireEvent.click(screen.getByRole('button', { name: 'Add a section to this issue…' }));
    fireEvent.input(await screen.findByRole('textbox', { name: 'Name of the section' }), { target: { value: 'ODDS' } });
    fireEvent.click(screen.getByRole('button', { name: 'Add it to issue 1' }));
    await screen.findByText('There is a section “Odds” already.');
  });

  test('one gets an introduction, which is printed under its heading', async () => {
    const { db, issue, odds } = await open();
    await choose('More for Odds', 'Write an introduction');
    await typeInto(await screen.findByRole('textbox', { name: 'Introduction of Odds' }), 'Small things.');
    await waitFor(async () => expect((await db.issues.get(issue.id))?.sections[odds]?.intro).toBe('Small things.'));
  });

  test('an entry is written in one with N, and one that stays empty goes again', async () => {
    const { db } = await open();
    card('Odd').focus();
    press('n');
    const text = await screen.findByRole('textbox', { name: 'Commentary' });
    await typeInto(text, 'A note of my own.');
    press('Escape');
    await waitFor(() => expect(shownIn('issue').at(-1)).toBe('A note of my own.'));
    card('Odd').focus();
    press('n');
    await screen.findByRole('textbox', { name: 'Commentary' });
    press('Escape');
    await screen.findByText('The entry was empty, so it is gone.');
    expect(await db.entries.count()).toBe(6);
  });

  test('one into which another page writes in the moment it would go stays', async () => {
    const { db } = await open();
    card('Odd').focus();
    press('n');
    await screen.findByRole('textbox', { name: 'Commentary' });
    const made = (await db.entries.toArray()).find(({ commentary, links }) => commentary === '' && links.length === 0);
    if (made === undefined) throw new Error('There is no new entry.');
    const other = new Database('relaxed', db.name);
    await other.open();
    let written: IDBTransaction | undefined;
    const { get } = IDBObjectStore.prototype;
    const looking = vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(function (this: IDBObjectStore, key) {
      // It is looked at, and is still empty.
      if (key === made.id && written === undefined) {
        written = other.backendDB().transaction('entries', 'readwrite');
        written.objectStore('entries').put({ ...made, commentary: 'Written beside.', editedAt: NOW * 2 });
      }
      return get.call(this, key);
    });
    press('Escape');
    await waitFor(() => expect(written).toBeDefined());
    for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setTimeout(resolve));
    expect((await other.entries.get(made.id))?.commentary).toBe('Written beside.');
    looking.mockRestore();
    other.close();
  });

  test('an empty one offers what the backlog has for it', async () => {
    const { db } = await aDesk(({ issueId, articles, odds }) => [
      entryOf('First', { issueId, sectionId: articles }),
      entryOf('Waiting', { sectionId: odds }),
    ]);
    openDesk(db);
    fireEvent.click(await screen.findByRole('button', { name: 'Add the one from the backlog' }));
    await untilShown('issue', ['First', 'Waiting']);
  });
});

describe('issues', () => {
  test('the next one is proposed: number + 1, a week later; removed again, its entries lie in the backlog', async () => {
    const { db, newsletter } = await open();
    await choose(/^Issue 1/, 'New issue');
    await screen.findByRole('button', { name: /^Issue 2/ });
    expect((await issuesOf(db, newsletter.id)).find(({ number }) => number === 2)?.date).toBe('2026-12-04');
    card('Later').focus();
    press('b');
    await untilShown('issue', ['Later']);
    await choose(/^Issue 2/, 'Remove issue 2');
    await screen.findByRole('button', { name: /^Issue 1/ });
    await untilShown('backlog', ['Later']);
  });

  test.each([
    ['Closes', '2026-11-31 10:00', /“2026-11-31 10:00” is no time/],
    ['Closes', '2026-11-30 25:00', /is no time/],
    ['Closes', '9999-12-31 23:59', /is no time/],
    ['Picture', 'not an address', /is no address of a picture/],
  ])('%s “%s” is refused with a sentence', async (name, text, sentence) => {
    const { db, issue } = await open();
    await choose(/^Issue 1/, /^Number, date/);
    fireEvent.change(await screen.findByRole('textbox', { name }), { target: { value: text } });
    await screen.findByText(sentence);
    expect(await db.issues.get(issue.id)).toMatchObject({ cutoff: null, frame: {} });
  });

  test('closing time and picture are taken, and undone', async () => {
    const { db, issue } = await open();
    await choose(/^Issue 1/, /^Number, date/);
    fireEvent.change(await screen.findByRole('textbox', { name: 'Closes' }), { target: { value: '2026-11-26 18:30' } });
    const hero = 'https://a.example/1.png';
    fireEvent.change(await screen.findByRole('textbox', { name: 'Picture' }), { target: { value: hero } });
    const cutoff = new Date('2026-11-26T18:30:00').getTime();
    await waitFor(async () => expect(await db.issues.get(issue.id)).toMatchObject({ cutoff, frame: { hero } }));
    fireEvent.click(screen.getByRole('button', { name: 'Done' }));
    press('z', { ctrlKey: true });
    press('z', { ctrlKey: true });
    await waitFor(async () => expect(await db.issues.get(issue.id)).toMatchObject({ cutoff: null, frame: {} }));
  });

  test('the sign-off of the frame is written here, and goes with the next issue', async () => {
    const { db, newsletter } = await open();
    fireEvent.click(screen.getByRole('button', { name: 'Edit: Sign-off' }));
    await typeInto(await screen.findByRole('textbox', { name: 'Sign-off' }), 'Bye.');
    press('Escape');
    await choose(/^Issue 1/, 'New issue');
    await screen.findByText('the same every week, 1 word');
    expect((await issuesOf(db, newsletter.id)).map(({ frame }) => frame.closing)).toEqual(['Bye.', 'Bye.']);
  });

  test('typing in the letter is undone as one, and done again', async () => {
    const { db, issue } = await open();
    fireEvent.click(screen.getByRole('button', { name: 'Edit the letter' }));
    const field = await screen.findByRole('textbox', { name: 'Letter' });
    await typeInto(field, 'Hello');
    await typeInto(field, 'Hello, all.');
    press('Escape');
    press('z', { ctrlKey: true });
    await waitFor(async () => expect((await db.issues.get(issue.id))?.letter).toBe(''));
    press('y', { ctrlKey: true });
    await waitFor(async () => expect((await db.issues.get(issue.id))?.letter).toBe('Hello, all.'));
  });
});

describe('several newsletters', () => {
  test('no switcher while there is one', async () => {
    await open();
    expect(screen.queryByRole('button', { name: /^Newsletter:/ })).toBeNull();
  });

  test('each has its own issues, sections and lists', async () => {
    const { db, newsletter } = await open();
    let ids = 0;
    const second = beginNewsletter({
      name: 'Second Helpings',
      language: 'en',
      sections: [{ name: 'Soups', shape: 'headline' }],
      today: '2026-11-22',
      now: 2_000,
      newId: () => `second-${++ids}`,
    });
    await addNewsletter(db, second);
    await screen.findByRole('heading', { name: 'Soups' });
    expect(shownIn('issue')).toEqual([]);
    await choose(/Second Helpings/, 'Small Findings');
    await untilShown('issue', ['First', 'Second', 'Third', 'Odd']);
    expect((await db.settings.get('currentNewsletter'))?.value).toBe(newsletter.id);
    await writeSetting(db, 'currentNewsletter', second.newsletter.id);
    await screen.findByRole('heading', { name: 'Soups' });
  });
});

describe('two desks', () => {
  /** Another desk writes this very moment: nothing of it has been shown here when the next key comes. */
  const withoutBeingTold = async (field: HTMLElement, text: string, elsewhere: () => Promise<unknown>) => {
    await elsewhere();
    await typeInto(field, text);
  };

  test('what another one has just published stays so while the title is typed here', async () => {
    const { db, issue } = await open();
    const title = await screen.findByRole('textbox', { name: 'Issue title' });
    await typeInto(title, 'A');
    const printed = { markdown: 'As it went out.', style: (await db.newsletters.toArray())[0]?.style };
    const published = { ...issue, title: 'A', state: 'published', publishedAt: 5, printed } as typeof issue;
    await withoutBeingTold(title, 'AB', () => db.issues.put({ ...published, changedAt: 1 }));
    await waitFor(async () =>
      expect(await db.issues.get(issue.id)).toMatchObject({ title: 'AB', state: 'published', printed }),
    );
  });

  test('what another one has just put into the bin stays there while its text is typed here', async () => {
    const { db } = await open();
    card('Second').focus();
    press('Enter');
    const field = await screen.findByRole('textbox', { name: 'Commentary' });
    await typeInto(field, 'Some');
    const lying = await db.entries.get('second');
    if (lying === undefined) throw new Error('gone');
    await withoutBeingTold(field, 'Some more', () =>
      applyChanges(db, [{ table: 'entries', id: 'second', fields: { deletedAt: 7 } }]),
    );
    await waitFor(async () =>
      expect(await db.entries.get('second')).toMatchObject({ commentary: 'Some more', deletedAt: 7, place: 'bin' }),
    );
  });

  test('an issue that another one publishes stays in sight here', async () => {
    const { db, issue } = await open();
    await act(db, [], () => publishIssue(db, { issueId: issue.id, now: 9, nextId: 'next', print: () => 'Out.' }));
    await screen.findByText(/is frozen as it went out/);
    expect(shownIn('issue')).toEqual(['First', 'Second', 'Third', 'Odd']);
  });

  test('an entry that is in the hand while another one publishes stays where it went out, and that is said', async () => {
    const { db, issue } = await open();
    const order = async () => (await db.entries.orderBy('id').toArray()).map(({ id, rank }) => [id, rank]);
    const before = await order();
    screen.getByRole('button', { name: /^Move “?First”?: drag/ }).focus();
    press(' ');
    await screen.findByText(/^Moving “First”/);
    press('ArrowDown');
    await screen.findByText(/2 of 3 in Articles/);
    await act(db, [], () => publishIssue(db, { issueId: issue.id, now: 9, nextId: 'next', print: () => 'Out.' }));
    press('Enter');
    await screen.findByText(/^Not done: issue 1 has gone out/);
    expect(await order()).toEqual(before);
  });
});

test('a correction that is left gives back what came in, and takes in again what was taken out', async () => {
  const { db, issue } = await open();
  await publish();
  fireEvent.click(await screen.findByRole('button', { name: 'Correct a mistake…' }));
  fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Open it again' }));
  await screen.findByText(/You are correcting issue 1/);
  card('First').focus();
  press('b');
  await untilShown('issue', ['Second', 'Third', 'Odd']);
  card('Later').focus();
  press('b');
  await untilShown('issue', ['Second', 'Third', 'Later', 'Odd']);
  fireEvent.click(screen.getByRole('button', { name: 'Leave it as it went out' }));
  await screen.findByText(/is frozen as it went out/);
  await waitFor(() => expect(shownIn('issue').toSorted()).toEqual(['First', 'Odd', 'Second', 'Third']));
  expect(await db.entries.get('later')).toMatchObject({ issueId: null });
  expect((await db.issues.get(issue.id))?.printed?.entryIds?.toSorted()).toEqual(['first', 'odd', 'second', 'third']);
});

test('an entry that was begun and left empty is not published', async () => {
  const { db, issue } = await open();
  card('Odd').focus();
  press('n');
  await screen.findByRole('textbox', { name: 'Commentary' });
  await publish();
  expect(await db.entries.count()).toBe(5);
  expect((await db.issues.get(issue.id))?.printed?.entryIds).toHaveLength(4);
});

test('undo leads to the issue that it is about', async () => {
  const { db, issue } = await open();
  await typeInto(await screen.findByRole('textbox', { name: 'Issue title' }), 'First title');
  await choose(/^Issue 1/, 'New issue');
  await screen.findByRole('button', { name: /^Issue 2/ });
  press('z', { ctrlKey: true });
  await screen.findByRole('button', { name: /^Issue 1/ });
  press('z', { ctrlKey: true });
  await waitFor(async () => expect((await db.issues.get(issue.id))?.title).toBe(''));
});
