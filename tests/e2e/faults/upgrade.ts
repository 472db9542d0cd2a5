import { readdirSync, readFileSync } from 'node:fs';
import type { StoredEntry } from '../../../src/storage/entries.ts';
import type { Dump } from '../../fixtures/dump.ts';
import { deskAgrees } from './desk-says.ts';
import { layDownDump } from './lying.ts';
import { HalfDone, type Operation, records } from './operation.ts';

const FIXTURES = new URL('../../fixtures/', import.meta.url);
const readDump = (version: number): Dump =>
  JSON.parse(readFileSync(new URL(`database-v${version}.json`, FIXTURES), 'utf8'));
const OLDEST = readDump(1);
const NEWEST = readDump(readdirSync(FIXTURES).filter((name) => /^database-v\d+\.json$/.test(name)).length);
/** As many copies of each of its entries make the upgrade long enough to be killed in the middle. */
const COPIES = 200;

/** The newest program opens a database of the first version. */
export const upgrade: Operation = {
  name: 'upgrade',
  layDown: (beside) => layDownDump(beside, OLDEST, COPIES),
  async ready(stage) {
    // The desk itself would upgrade the database before there is a last step to take.
    const tab = await stage.browser.openTab(`${stage.site.origin}/`);
    return {
      surface: tab,
      again: async () => {},
      act: () => tab.goto(`${stage.browser.extensionOrigin}/desk/desk.html`),
      acknowledged: `document.querySelector('#issue [data-entry]')`,
      close: () => tab.close(),
    };
  },
  pages: new Map([['/', '<!doctype html><title>Nothing</title>']]),
  isOutdated: ({ version }) => version === OLDEST.version,
  outcome(before, after) {
    const texts = (table: string) =>
      records<StoredEntry>(table === 'before' ? before : after, 'entries').map(
        (entry) => `${entry.id} ${entry.rank} ${entry.commentary}`,
      );
    if (JSON.stringify(texts('before')) !== JSON.stringify(texts('after')))
      throw new HalfDone('entries are not the same as before');
    const isOld = after.version === OLDEST.version;
    if (!isOld && after.version !== NEWEST.version) throw new HalfDone(`the version is ${after.version}`);
    const upgraded = records<StoredEntry>(after, 'entries').filter(({ origins }) => Array.isArray(origins)).length;
    if (upgraded !== (isOld ? 0 : records(after, 'entries').length))
      throw new HalfDone(`${upgraded} entries are upgraded, the version is ${after.version}`);
    return isOld ? 'nothing' : 'done';
  },
  // The desk itself does what is left of it.
  says: ({ browser }, beside) => deskAgrees(browser, beside),
};
