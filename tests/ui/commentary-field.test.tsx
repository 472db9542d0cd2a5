// @vitest-environment jsdom
import { cleanup, createEvent, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';
import { CommentaryField, type CommentaryFieldProps } from '../../src/ui/commentary-field.tsx';
import { SayProvider } from '../../src/ui/messages.tsx';
import { english } from '../popup/english.ts';

afterEach(cleanup);

function stage(props: Partial<CommentaryFieldProps> = {}) {
  const told: string[] = [];
  const show = (text: string) => (
    <SayProvider value={english}>
      <CommentaryField
        id="c"
        label="Commentary"
        initialValue={text}
        onInput={(typed) => told.push(typed)}
        linkTarget="https://a.example/"
        {...props}
      />
    </SayProvider>
  );
  const { rerender } = render(show('Some words here'));
  const field: HTMLTextAreaElement = screen.getByLabelText('Commentary');
  const press = (key: string, more: KeyboardEventInit = {}) => {
    const event = createEvent.keyDown(field, { key, ctrlKey: true, ...more });
    fireEvent(field, event);
    return event;
  };
  return { told, field, press, rerender: (text: string) => rerender(show(text)) };
}

describe('the commentary field', () => {
  test.each([
    ['b', {}, 'Some **words** here'],
    ['i', {}, 'Some *words* here'],
    ['k', {}, 'Some [words](https://a.example/) here'],
    ['>', { shiftKey: true, code: 'Period' }, '> Some words here'],
    ['*', { shiftKey: true, code: 'Digit8' }, '- Some words here'],
  ])('Ctrl+%s', (key, more, result) => {
    const { field, press, told } = stage();
    field.setSelectionRange(5, 10);
    expect(press(key, more).defaultPrevented).toBe(true);
    expect(field.value).toBe(result);
    expect(told).toEqual([result]);
  });

  test('a held key edits once, an input method not at all', () => {
    const { field, press } = stage();
    field.setSelectionRange(5, 10);
    press('b', { isComposing: true });
    press('b', { repeat: true });
    expect(field.value).toBe('Some words here');
  });

  test('the buttons do the same and leave the selection in the field', () => {
    const { field } = stage();
    field.focus();
    field.setSelectionRange(5, 10);
    const bold = screen.getByRole('button', { name: 'Bold, Ctrl+B' });
    const down = createEvent.mouseDown(bold);
    fireEvent(bold, down);
    fireEvent.click(bold);
    expect(down.defaultPrevented).toBe(true);
    expect(field.value).toBe('Some **words** here');
    expect(document.activeElement).toBe(field);
  });

  test('the toolbar is one stop, with arrows inside', () => {
    stage();
    const buttons = screen.getAllByRole('button');
    const stops = () => buttons.map((button) => button.tabIndex);
    expect(stops()).toEqual([0, -1, -1, -1, -1]);
    buttons[0]?.focus();
    fireEvent.keyDown(buttons[0] ?? document, { key: 'ArrowRight' });
    expect(document.activeElement).toBe(buttons[1]);
    fireEvent.keyDown(buttons[1] ?? document, { key: 'End' });
    expect(document.activeElement).toBe(buttons[4]);
    fireEvent.keyDown(buttons[4] ?? document, { key: 'ArrowRight' });
    expect(document.activeElement).toBe(buttons[0]);
  });

  test('no later render writes into it', () => {
    const { field, rerender } = stage();
    field.value = 'Some words here, and more';
    fireEvent.input(field);
    rerender('Some words he');
    expect(field.value).toBe('Some words here, and more');
  });

  test('the quote button takes what is selected on the page, unless words of the commentary are', () => {
    const { field, press } = stage({ quotation: 'Said there.' });
    field.setSelectionRange(15, 15);
    press('>', { shiftKey: true, code: 'Period' });
    expect(field.value).toBe('Some words here\n\n> Said there.\n\n');
    field.setSelectionRange(0, 4);
    press('>', { shiftKey: true, code: 'Period' });
    expect(field.value).toBe('> Some words here\n\n> Said there.\n\n');
  });

  test('tells of a link to the page, not of one taken away', () => {
    let links = 0;
    const { field, press } = stage({ onLink: () => links++ });
    field.setSelectionRange(5, 10);
    press('k');
    field.setSelectionRange(6, 11);
    press('k');
    expect(field.value).toBe('Some words here');
    expect(links).toBe(1);
  });
});

describe('how far it is scrolled', () => {
  function scrolled(props: Partial<CommentaryFieldProps> = {}) {
    const carets: number[] = [];
    const { field } = stage({
      onInput: (_, { scrollTop }) => carets.push(scrollTop),
      onCaret: ({ scrollTop }) => carets.push(scrollTop),
      ...props,
    });
    return { field, carets };
  }

  test('is told with each key, and the layout is not asked for it: that would come before the key is shown', () => {
    const { field, carets } = scrolled();
    let asked = 0;
    Object.defineProperty(field, 'scrollTop', {
      get: () => {
        asked += 1;
        return 40;
      },
    });
    fireEvent.scroll(field);
    expect(asked).toBe(1);
    fireEvent.input(field, { target: { value: 'Some words here.' } });
    expect(carets).toEqual([40]);
    expect(asked).toBe(1);
  });

  test('is where it was brought back to, until it is scrolled', () => {
    const { field, carets } = scrolled({ initialCaret: { start: 1, end: 1, scrollTop: 33 } });
    fireEvent.input(field, { target: { value: 'More words here' } });
    field.scrollTop = 12;
    fireEvent.scroll(field);
    fireEvent.input(field, { target: { value: 'More words' } });
    expect(carets).toEqual([33, 12]);
  });

  test('is told when the field that is written in is scrolled', () => {
    const { field, carets } = scrolled();
    field.focus();
    field.scrollTop = 7;
    fireEvent.scroll(field);
    expect(carets.at(-1)).toBe(7);
  });
});
