// @vitest-environment jsdom
import { cleanup, createEvent, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';
import type { Section } from '../../src/domain/section.ts';
import { SayProvider } from '../../src/ui/messages.tsx';
import { SectionPicker } from '../../src/ui/section-picker.tsx';
import { english } from '../popup/english.ts';

afterEach(cleanup);

const section = (id: string, name: string, aliases: string[] = []): Section => ({
  id,
  name,
  aliases,
  shape: null,
  separator: null,
  onlyIn: null,
  rank: id,
  changedAt: 0,
  deletedAt: null,
});

const SECTIONS = [
  section('a', 'Managing Teams', ['People']),
  section('b', 'Research Software'),
  section('c', 'Événements'),
  section('d', 'Random'),
];

function picker(value: string | null = 'b', recent: string[] = ['d'], sections = SECTIONS) {
  const told = { chosen: [] as string[], created: [] as string[] };
  render(
    <SayProvider value={english}>
      <label for="s">Section</label>
      <SectionPicker
        id="s"
        sections={sections}
        recent={recent}
        value={value}
        onChoose={(id) => told.chosen.push(id)}
        onCreate={(name) => told.created.push(name)}
      />
    </SayProvider>,
  );
  const field: HTMLInputElement = screen.getByRole('combobox');
  const press = (key: string, more: KeyboardEventInit = {}) => {
    const event = createEvent.keyDown(field, { key, ...more });
    fireEvent(field, event);
    return event;
  };
  const typed = (text: string) => fireEvent.input(field, { target: { value: text } });
  const options = () => screen.queryAllByRole('option').map((option) => option.textContent);
  const active = () => document.getElementById(field.getAttribute('aria-activedescendant') ?? '')?.textContent;
  return { told, field, press, typed, options, active };
}

describe('the section picker', () => {
  test('shows the name of the section and is closed', () => {
    const { field, options } = picker();
    expect(field.value).toBe('Research Software');
    expect(field.getAttribute('aria-expanded')).toBe('false');
    expect(options()).toEqual([]);
  });

  test('opens with the focus: the recent ones first, then the others in order, each with its number', () => {
    const { field, options, active } = picker();
    fireEvent.focus(field);
    expect(options()).toEqual(['1Random', '2Managing Teams', '3Research Software', '4Événements']);
    expect(active()).toBe('3Research Software');
    expect(screen.getByText('Recent')).toBeTruthy();
    expect(screen.getByText('All sections')).toBeTruthy();
  });

  test('a number chooses while nothing is typed, open or closed', () => {
    const { field, press, told } = picker();
    press('4');
    fireEvent.focus(field);
    press('1');
    expect(told.chosen).toEqual(['c', 'd']);
  });

  test('a number that is part of a name does not choose', () => {
    const { press, typed, told } = picker();
    typed('Top');
    expect(press('3').defaultPrevented).toBe(false);
    expect(told.chosen).toEqual([]);
  });

  test.each([
    ['resea', 'Research Software'],
    ['EVENEM', 'Événements'],
    ['people', 'Managing Teams'],
    ['software', 'Research Software'],
  ])('%s finds %s, and Enter takes it', (query, name) => {
    const { typed, press, active, told } = picker(null);
    typed(query);
    expect(active()).toBe(name);
    press('Enter');
    expect(told.chosen).toEqual([SECTIONS.find((one) => one.name === name)?.id]);
  });

  test('a name no section goes by is offered as a new one, behind what it finds', () => {
    const { typed, press, options, told } = picker();
    typed(' Random walks ');
    expect(options()).toEqual(['Add section “Random walks”']);
    typed('rand');
    expect(options()).toEqual(['Random', 'Add section “rand”']);
    press('End');
    press('Enter');
    expect(told.created).toEqual(['rand']);
  });

  test('an alias is no new name', () => {
    const { typed, options } = picker();
    typed('PEOPLE');
    expect(options()).toEqual(['Managing Teams']);
  });

  test('arrows go round, Home and End to the ends', () => {
    const { field, press, active } = picker('d');
    fireEvent.focus(field);
    press('ArrowUp');
    expect(active()).toBe('4Événements');
    press('ArrowDown');
    press('ArrowDown');
    expect(active()).toBe('2Managing Teams');
    press('End');
    expect(active()).toBe('4Événements');
    press('Home');
    expect(active()).toBe('1Random');
  });

  test('Escape closes the list, and only then what is around it', () => {
    const { field, press, options } = picker();
    fireEvent.focus(field);
    expect(press('Escape').defaultPrevented).toBe(true);
    expect(options()).toEqual([]);
    expect(press('Escape').defaultPrevented).toBe(false);
    expect(field.value).toBe('Research Software');
  });

  test('Tab takes what was found, but makes no section', () => {
    const { typed, press, told } = picker();
    typed('manag');
    press('Tab');
    typed('nothing like it');
    press('Tab');
    expect(told).toEqual({ chosen: ['a'], created: [] });
  });

  test('Enter, digits and arrows of an input method choose nothing', () => {
    const { typed, press, told } = picker();
    press('2', { isComposing: true });
    typed('rand');
    press('Enter', { isComposing: true });
    press('Enter', { keyCode: 229 });
    expect(told.chosen).toEqual([]);
  });

  test('a click chooses without taking the focus', () => {
    const { field, told } = picker();
    fireEvent.focus(field);
    const option = screen.getByText('Managing Teams');
    const down = createEvent.mouseDown(option);
    fireEvent(option, down);
    fireEvent.click(option);
    expect(down.defaultPrevented).toBe(true);
    expect(told.chosen).toEqual(['a']);
  });

  test('without sections asks for the first one', () => {
    const { field, typed, press, told } = picker(null, [], []);
    expect(field.placeholder).toBe('Name a first section');
    typed('Reading');
    press('Enter');
    expect(told.created).toEqual(['Reading']);
  });
});
