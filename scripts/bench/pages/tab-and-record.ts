import { answerOf, done, openRaw } from './raw-records.ts';

declare const chrome: { tabs: { query(which: object): Promise<unknown> } };

// What no popup about a page can do without: it asks which tab that is, and reads one record.
document.querySelector<HTMLElement>('#commentary')?.focus();
const tab = chrome.tabs.query({ active: true, currentWindow: true });
const record = openRaw().then((db) =>
  answerOf(db.transaction('settings').objectStore('settings').get('currentNewsletter')),
);
void Promise.all([tab, record]).then(done);
