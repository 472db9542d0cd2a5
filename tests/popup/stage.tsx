// The popup asks for its notes when the form stands. Here they are read beforehand: a test waits for what they say, and
// not for a busy machine to translate them.
import '../../popup/notes.tsx';
import { cleanup, configure, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach } from 'vitest';
import { App } from '../../popup/app.tsx';
import type { PopupBrowser } from '../../popup/popup-browser.ts';
import { Writing } from '../../popup/writing.ts';
import type { Reading } from '../../src/browser/read-tab.ts';
import type { ReadingTab } from '../../src/browser/tabs.ts';
import type { Capture } from '../../src/domain/capture.ts';
import { nothingYet } from '../../src/domain/gathered.ts';
import type { Database, Durability } from '../../src/storage/database.ts';
import { SayProvider } from '../../src/ui/messages.tsx';
import { database } from '../storage/database.ts';
import { english } from './english.ts';

// A busy machine takes its time.
configure({ asyncUtilTimeout: 8_000 });

export const TAB: ReadingTab = {
  id: 7,
  address: 'https://bench.example/minus-eighty?utm_source=x',
  title: 'Who owns the minus-eighty? | Bench',
  loading: false,
  private: false,
};

export const CAPTURE: Capture = {
  title: 'Who owns the minus-eighty?',
  authors: ['Orla Fennimore'],
  outlet: 'Bench & Bay',
  publishedOn: '',
  address: TAB.address,
  canonical: '',
  language: 'en',
  selection: '',
};

export const READ: Reading = { outcome: 'read', capture: CAPTURE };

/** A promise that the test answers when it wants to. */
export function deferred<T>(): { promise: Promise<T>; answer: (value: T) => void } {
  let answer: (value: T) => void = () => {};
  const promise = new Promise<T>((resolve) => {
    answer = resolve;
  });
  return { promise, answer };
}

export interface StageOptions {
  db?: Database;
  tab?: ReadingTab | null | Promise<ReadingTab | null>;
  reading?: Reading | Promise<Reading>;
  forgetful?: boolean;
  /** Before it the database's code has not come. */
  loaded?: Promise<void>;
  /** Called as the entry goes to the disk. */
  whenSaving?: () => void;
  /** What the form is drawn into. */
  into?: HTMLElement;
}

let opened: Writing[] = [];
let ids = 0;

afterEach(() => {
  cleanup();
  for (const writing of opened) writing.end();
  opened = [];
  localStorage.clear();
});

/** Opens the popup as a click on the toolbar button would, in front of a browser of plain functions. */
export function openPopup({
  db = database(),
  tab = TAB,
  reading = READ,
  forgetful = false,
  loaded = Promise.resolve(),
  whenSaving,
  into,
}: StageOptions = {}) {
  const told = { desk: [] as string[], copied: [] as string[], badge: [] as number[], saved: 0, closed: 0, options: 0 };
  const browser: PopupBrowser = {
    readingTab: async () => tab,
    readTab: async () => reading,
    openDesk: async (place = '') => void told.desk.push(place),
    openOptions: async () => {
      told.options += 1;
    },
    copyText: async (text) => void told.copied.push(text),
    askToSeeTabs: async () => false,
    keepTabs: async () => nothingYet(0),
    showBadge: async (count) => void told.badge.push(count),
    close: () => {
      told.closed += 1;
    },
    forgetful,
    language: 'en',
  };
  const now = () => Date.now();
  const newId = () => `new-${++ids}`;
  const open = async (durability: Durability) => {
    await loaded;
    if (durability === 'relaxed') return db;
    told.saved += 1;
    whenSaving?.();
    return db;
  };
  const writing = new Writing({ open, now, newId, forgetful });
  opened.push(writing);
  const { container, unmount } = render(
    <SayProvider value={english}>
      <App browser={browser} writing={writing} now={now} newId={newId} />
    </SayProvider>,
    into && { container: into },
  );
  const begun = writing.begin(browser);
  return { db, writing, told, begun, container, unmount };
}

/** The commentary's field. */
export const commentary = (): HTMLTextAreaElement => screen.getByLabelText('Commentary');

/** The field with this name. */
export const field = (name: string | RegExp): HTMLInputElement => screen.getByLabelText(name);

/** Types text where the caret of the field stands, as one input event. */
export function type(into: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  const start = into.selectionStart ?? into.value.length;
  const value = into.value.slice(0, start) + text + into.value.slice(into.selectionEnd ?? start);
  into.value = value;
  into.setSelectionRange(start + text.length, start + text.length);
  fireEvent.input(into);
}

/** Puts other text in place of a field's. */
export function replace(field: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  field.value = text;
  fireEvent.input(field);
}
