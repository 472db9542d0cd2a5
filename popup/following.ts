import type { Reading } from '../src/browser/read-tab.ts';
import type { ReadingTab } from '../src/browser/tabs.ts';
import { blankEntry } from '../src/domain/entry.ts';
import type { Link } from '../src/domain/link.ts';
import { compose } from './compose.ts';
import { canBeLinked, pageKey } from './page-key.ts';
import type { Writing } from './writing.ts';

/** What following needs of the browser. */
export interface FollowedBrowser {
  readingTab(): Promise<ReadingTab | null>;
  readTab(tab: ReadingTab): Promise<Reading>;
}

/**
 * The form beside the page goes along with the editor: to the next page while nothing is written, and not a step once
 * something is. Then it says so, and the editor chooses.
 */
export class Following {
  readonly #make: () => Writing;
  readonly #browser: FollowedBrowser;
  readonly #listeners = new Set<() => void>();
  #writing: Writing;
  /** How many writings there were: a new one wants a new form. */
  #version = 0;
  #elsewhere: ReadingTab | null = null;
  #looks = 0;

  constructor(make: () => Writing, browser: FollowedBrowser) {
    this.#make = make;
    this.#browser = browser;
    this.#writing = make();
  }

  get writing(): Writing {
    return this.#writing;
  }

  get version(): number {
    return this.#version;
  }

  /** The page the editor has gone to while writing about another; null: they are where the form is. */
  get elsewhere(): ReadingTab | null {
    return this.#elsewhere;
  }

  /** Calls back after every change, until the returned function is called. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  begin(): Promise<void> {
    return this.#writing.begin(this.#browser);
  }

  /** Looks where the editor is. Call it at every sign that they may have gone somewhere. */
  async look(): Promise<void> {
    this.#looks += 1;
    const look = this.#looks;
    const tab = await this.#browser.readingTab().catch(() => null);
    const { tab: before, reading, phase } = this.#writing.state;
    // The first look of the writing itself is still under way, or a later one of these has overtaken it.
    if (tab === null || before === undefined || look !== this.#looks || phase === 'first-run') return;
    if (this.#isThere(tab, before)) {
      this.#setElsewhere(null);
      const isNew = reading !== undefined && reading.outcome !== 'read' && !isSame(tab, before);
      const mayAnswer = reading?.outcome === 'unread' || reading?.outcome === 'slow' || reading?.outcome === 'unseen';
      if (isNew || mayAnswer) await this.#readAgain(tab);
    } else if (this.#writing.isIdle) this.#start();
    else this.#setElsewhere(tab);
  }

  /** Leaves the draft, which is kept, for the page the editor has gone to. */
  writeAboutNew(): void {
    this.#writing.flush();
    this.#start();
  }

  /** Adds that page to what is being written. */
  async addHere(): Promise<void> {
    const tab = this.#elsewhere;
    if (!canBeLinked(tab)) return;
    const reading = await this.#browser.readTab(tab);
    const link = linkTo(tab, reading);
    if (link === undefined || this.#elsewhere?.address !== tab.address) return;
    this.#setElsewhere(null);
    this.#writing.addLink(link);
  }

  flush(): void {
    this.#writing.flush();
  }

  fail(error: unknown): void {
    this.#writing.fail(error);
  }

  /** Whether the editor is at a page of the entry. A page that cannot be seen is only ever itself. */
  #isThere(tab: ReadingTab, before: ReadingTab | null): boolean {
    if (pageKey(tab) === pageKey(null)) return pageKey(before) === pageKey(null) && tab.id === before?.id;
    const key = pageKey(tab);
    if (canBeLinked(before) && pageKey(before) === key) return true;
    const { phase } = this.#writing.state;
    return phase === 'writing' && !this.#writing.isIdle && this.#writing.leadsTo(key);
  }

  /** Only the page itself: of one that was added no field is filled from here. */
  async #readAgain(tab: ReadingTab): Promise<void> {
    const { tab: before } = this.#writing.state;
    if (before && canBeLinked(tab) && pageKey(before) !== pageKey(tab)) return;
    const reading = await this.#browser.readTab(tab);
    if (reading.outcome !== this.#writing.state.reading?.outcome) {
      await this.#writing.lookAgain(tab, Promise.resolve(reading));
    }
  }

  #start(): void {
    this.#writing.end();
    this.#writing = this.#make();
    this.#version += 1;
    this.#elsewhere = null;
    this.#tell();
    void this.begin();
  }

  #setElsewhere(tab: ReadingTab | null): void {
    if (this.#elsewhere === tab) return;
    this.#elsewhere = tab;
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

const isSame = (one: ReadingTab, other: ReadingTab | null) =>
  one.address === other?.address && one.title === other.title && one.loading === other.loading;

/** The link to a page as a new entry about it would have it. */
function linkTo(tab: ReadingTab, reading: Reading): Link | undefined {
  return compose(blankEntry('', 0), { tab, reading, work: undefined, outlet: undefined, recent: [] }, {}).links[0];
}
