// @vitest-environment jsdom
import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { commentary, field, openPopup, replace, type } from './stage.tsx';

async function firstTime() {
  const popup = openPopup();
  type(commentary(), 'Typed before anything was known. ');
  await screen.findByLabelText('Newsletter name');
  await popup.begun;
  return { ...popup, name: field('Newsletter name') };
}

test('one field makes a newsletter with sections and goes on with the page and what was typed', async () => {
  const { db, name } = await firstTime();
  expect(document.activeElement).toBe(name);
  expect(screen.getByText('Then you write about this page: “Who owns the minus-eighty?”')).toBeTruthy();
  replace(name, ' Field Notes ');
  fireEvent.keyDown(name, { key: 'Enter' });
  await waitFor(() => expect(commentary().value).toBe('Typed before anything was known. '));
  expect(document.activeElement).toBe(commentary());
  expect(await db.newsletters.toArray()).toMatchObject([{ name: 'Field Notes' }]);
  await waitFor(async () =>
    expect(await db.entries.toArray()).toMatchObject([{ commentary: 'Typed before anything was known. ' }]),
  );
});

test('the sections it begins with can be changed at once', async () => {
  const { told, name } = await firstTime();
  replace(name, 'Field Notes');
  fireEvent.click(screen.getByText('Start'));
  fireEvent.click(await screen.findByText('Change the sections'));
  expect(told.options).toBe(1);
});

test('Enter of an input method does not start', async () => {
  const { db, name } = await firstTime();
  replace(name, 'にゅーす');
  fireEvent.keyDown(name, { key: 'Enter', isComposing: true });
  fireEvent.keyDown(name, { key: 'Enter', keyCode: 229 });
  fireEvent.submit(screen.getByText('Start').closest('form') ?? name);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(await db.newsletters.count()).toBe(0);
});

test('a name of white space is asked for again', async () => {
  const { db, name } = await firstTime();
  replace(name, '   ');
  fireEvent.keyDown(name, { key: 'Enter' });
  expect(await screen.findByText(/Give it a name, however short/)).toBeTruthy();
  expect(await db.newsletters.count()).toBe(0);
});

test('a double click on Start makes one newsletter', async () => {
  const { db, name } = await firstTime();
  replace(name, 'Field Notes');
  fireEvent.click(screen.getByText('Start'));
  fireEvent.click(screen.getByText('Start'));
  await waitFor(() => expect(commentary()).toBeTruthy());
  expect(await db.newsletters.count()).toBe(1);
});
