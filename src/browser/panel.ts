import browser from 'webextension-polyfill';

/** Chromium's side panel, which the polyfill does not know. */
interface SidePanel {
  open(options: { windowId: number }): Promise<void>;
}

const sidePanel = (globalThis as { chrome?: { sidePanel?: SidePanel } }).chrome?.sidePanel;

/** The window of this page; asked for at once, because a click leaves no time for it. */
let ownWindow: number | undefined;
if (sidePanel !== undefined && typeof document !== 'undefined') {
  void browser.windows.getCurrent().then(({ id }) => {
    ownWindow = id;
  });
}

/** Whether this browser can show the form beside the page. */
export function canOpenBeside(): boolean {
  return sidePanel !== undefined || browser.sidebarAction !== undefined;
}

/**
 * Opens the form beside the page: the side panel of Chromium, the sidebar of Firefox. Call it from a click, before any
 * `await`: both browsers want the editor's gesture. Firefox opens it in the window of the click.
 */
export function openBeside(windowId: number | undefined): Promise<void> {
  if (sidePanel !== undefined && windowId !== undefined) return sidePanel.open({ windowId });
  return browser.sidebarAction.open();
}

/** The same from the popup, in the window over which it hangs. */
export function openBesideThis(): Promise<void> {
  return openBeside(ownWindow);
}
