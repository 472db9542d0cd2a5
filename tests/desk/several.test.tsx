// @vitest-environment jsdom
import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { describe, expect, test } from 'vitest';
import { card, openDesk, press, shownIn, threeArticles, untilShown } from './desk-fixtures.tsx';

const open = async () => {
  const desk = await threeArticles();
  openDesk(desk.db);
  await untilShown('issue', ['First', 'Second', 'Third', 'Odd']);
  return desk;
};
const grip = (name: string) => screen.getByRole('button', { name: new RegExp(`^Move “?${name}”?: drag`) });
const said = (text: string | RegExp) =>
  waitFor(() => expect(document.querySelector('p.vh[role="status"]')?.textContent).toMatch(text));

describe('several entries at once', () => {
  test('are selected with X, and go to the backlog together, and come back with one undo', async () => {
    await open();
    card('First').focus();
    press('x');
    card('Third').focus();
    press('x');
    await said('2 entries selected');
    press('b');
    await untilShown('issue', ['Second', 'Odd']);
    await screen.findByText('Moved 2 entries to the backlog.');
    press('z', { ctrlKey: true });
    await untilShown('issue', ['First', 'Second', 'Third', 'Odd']);
    press('z', { ctrlKey: true, shiftKey: true });
    await untilShown('issue', ['Second', 'Odd']);
  });

  test('are moved one step as a block', async () => {
    await open();
    fireEvent.click(card('First'), { ctrlKey: true });
    fireEvent.click(await waitFor(() => card('Second')), { ctrlKey: true });
    await said('2 entries selected');
    card('Second, selected').focus();
    press('ArrowDown', { altKey: true });
    await untilShown('issue', ['Third', 'First, selected', 'Second, selected', 'Odd']);
  });

  test('Shift and a click take all between', async () => {
    await open();
    fireEvent.click(card('First'), { ctrlKey: true });
    fireEvent.click(card('Third'), { shiftKey: true });
    await said('3 entries selected');
    fireEvent.click(screen.getByRole('button', { name: 'Select none' }));
    await untilShown('issue', ['First', 'Second', 'Third', 'Odd']);
  });

  test('what is selected lies in one list', async () => {
    await open();
    fireEvent.click(card('First'), { ctrlKey: true });
    await said('1 entry selected');
    fireEvent.click(card('Later'), { ctrlKey: true });
    await waitFor(() => expect(shownIn('backlog')).toEqual(['Later, selected']));
    expect(shownIn('issue')).toEqual(['First', 'Second', 'Third', 'Odd']);
  });
});

describe('an entry that is lifted with Space', () => {
  test('goes where the arrows aim, once Enter puts it down', async () => {
    await open();
    grip('First').focus();
    press(' ');
    await said(/Lifted “First”/);
    press('ArrowDown');
    press('ArrowDown');
    await said('Articles, 3 of 3');
    expect(shownIn('issue')).toEqual(['First', 'Second', 'Third', 'Odd']);
    press('ArrowDown');
    await said('Odds, 1 of 2');
    press('Enter');
    await untilShown('issue', ['Second', 'Third', 'First', 'Odd']);
    await said('Moved to Odds, 1 of 2');
    expect(document.activeElement?.closest('[data-entry]')).toBe(card('First'));
  });

  test('stays where it was with Escape', async () => {
    const { db } = await open();
    const before = await db.entries.toArray();
    grip('Second').focus();
    press(' ');
    await said(/Lifted/);
    press('ArrowUp');
    await said('Articles, 1 of 3');
    press('Escape');
    await said('Put back where it was.');
    expect(await db.entries.toArray()).toEqual(before);
  });

  test('says so at the very end', async () => {
    await open();
    grip('Odd').focus();
    press(' ');
    await said(/Lifted/);
    press('ArrowDown');
    await said('Already at the bottom.');
  });
});

describe('an entry that is dragged', () => {
  const pointer = (type: string, target: Element, at: { x: number; y: number }) =>
    fireEvent(
      target,
      new MouseEvent(type, { bubbles: true, cancelable: true, button: 0, clientX: at.x, clientY: at.y }),
    );
  /** jsdom lays nothing out: says what is under the pointer and where it is. */
  const lieUnder = (element: Element) => {
    Object.assign(document, { elementFromPoint: () => element });
    element.getBoundingClientRect = () => ({ top: 100, height: 40 }) as DOMRect;
  };

  test('by its grip goes before the entry on whose upper half it is let go', async () => {
    await open();
    pointer('pointerdown', grip('Third'), { x: 0, y: 0 });
    lieUnder(card('First'));
    pointer('pointermove', document.body, { x: 50, y: 105 });
    pointer('pointerup', document.body, { x: 50, y: 105 });
    await untilShown('issue', ['Third', 'First', 'Second', 'Odd']);
  });

  test('out of the backlog goes behind the entry on whose lower half it is let go', async () => {
    await open();
    pointer('pointerdown', card('Later').querySelector('h4') ?? card('Later'), { x: 0, y: 0 });
    lieUnder(card('First'));
    pointer('pointermove', document.body, { x: 50, y: 135 });
    // Where the next one begins is known by its own place, which jsdom puts at the top.
    card('Second').getBoundingClientRect = () => ({ top: 140, height: 40 }) as DOMRect;
    pointer('pointermove', document.body, { x: 50, y: 136 });
    pointer('pointerup', document.body, { x: 50, y: 136 });
    await untilShown('issue', ['First', 'Later', 'Second', 'Third', 'Odd']);
  });

  test('stays where it was when Escape comes before it is let go', async () => {
    await open();
    pointer('pointerdown', grip('Third'), { x: 0, y: 0 });
    lieUnder(card('First'));
    pointer('pointermove', document.body, { x: 50, y: 105 });
    press('Escape');
    pointer('pointerup', document.body, { x: 50, y: 105 });
    await said('Put back where it was.');
    expect(shownIn('issue')).toEqual(['First', 'Second', 'Third', 'Odd']);
  });

  test('is no drag while the pointer hardly moves', async () => {
    await open();
    pointer('pointerdown', grip('Third'), { x: 0, y: 0 });
    lieUnder(card('First'));
    pointer('pointermove', document.body, { x: 2, y: 2 });
    pointer('pointerup', document.body, { x: 2, y: 2 });
    expect(document.querySelector('.is-lifted')).toBeNull();
  });
});
