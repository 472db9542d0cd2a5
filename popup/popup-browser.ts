import type { Reading } from '../src/browser/read-tab.ts';
import type { ReadingTab } from '../src/browser/tabs.ts';
import type { Gathered } from '../src/domain/gathered.ts';

/** What the popup needs of the browser around it; tests pass plain fakes. */
export interface PopupBrowser {
  /** The page the editor is reading; null where there is none. */
  readingTab(): Promise<ReadingTab | null>;
  readTab(tab: ReadingTab): Promise<Reading>;
  openDesk(place?: string): Promise<void>;
  openOptions(): Promise<void>;
  copyText(text: string): Promise<void>;
  showBadge(count: number): Promise<void>;
  /** Asks the editor to show the titles and addresses of all tabs; call it from a click. */
  askToSeeTabs(): Promise<boolean>;
  /** Puts all tabs of this window into the backlog. */
  keepTabs(): Promise<Gathered>;
  /** Closes the popup. */
  close(): void;
  /** A private window whose database is thrown away with it: nothing may be promised there. */
  forgetful: boolean;
  /** Language of the browser's own interface, BCP 47: what a first newsletter is taken to be written in. */
  language: string;
}
