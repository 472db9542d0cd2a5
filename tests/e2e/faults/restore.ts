import 'fake-indexeddb/auto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Entry } from '../../../src/domain/entry.ts';
import { writeBackup } from '../../../src/storage/backup/write.ts';
import { Database } from '../../../src/storage/database.ts';
import { stored } from '../../../src/storage/entries.ts';
import { aNewsletter, anEntry } from '../../records.ts';
import { PATIENT } from '../stage.ts';
import { deskAgrees } from './desk-says.ts';
import { layDown, readWhole } from './lying.ts';
import { HalfDone, type Operation, records } from './operation.ts';
import { hasBegun, optionsSay } from './options-say.ts';

const { newsletter, issue, articles } = aNewsletter();
const [THERE, BACKED_UP] = [100, 1_500];

const entries = (count: number, text: string, editedAt: number) =>
  Array.from({ length: count }, (_, at) =>
    stored(
      anEntry({
        id: `e${String(at).padStart(4, '0')}`,
        newsletterId: newsletter.id,
        issueId: issue.id,
        sectionId: articles,
        rank: `a${String(at).padStart(4, '0')}V`,
        commentary: `${text} ${at}.`,
        editedAt,
      }),
    ),
  );
const HERE = entries(THERE, 'As it was', 1_000);
const NEWER = entries(BACKED_UP, 'As it comes back', 2_000);

/** The backup, written once by the program itself. */
let file: Promise<string> | undefined;
async function makeBackup(): Promise<string> {
  const db = new Database('relaxed', 'to-be-backed-up');
  await Promise.all([db.newsletters.add(newsletter), db.issues.add(issue), db.entries.bulkAdd(NEWER)]);
  const written = await writeBackup(db, { now: Date.now(), why: 'asked' });
  const path = join(mkdtempSync(join(tmpdir(), 'roundup-journey-')), 'backup.json');
  writeFileSync(path, Buffer.from(await written.file.arrayBuffer()));
  db.close();
  return path;
}

/** A backup with 1,500 entries is restored over 100 older ones of them. */
export const restore: Operation = {
  name: 'restore',
  layDown: (beside) => layDown(beside, { newsletters: [newsletter], issues: [issue], entries: HERE }),
  async ready(stage) {
    file ??= makeBackup();
    const page = await stage.browser.openExtensionPage('options/options.html#backup');
    await page.waitFor(`document.querySelector('#restore-file')`, PATIENT);
    await page.chooseFiles('#restore-file', [await file]);
    await page.waitFor(`document.querySelector('#restore-write')`, PATIENT);
    // Whoever overwrites more than a handful is asked first.
    await page.click('#restore-sure');
    return {
      surface: page,
      act: () => page.click('#restore-write'),
      acknowledged: `document.querySelector('.told')?.textContent.includes('Restored')`,
      close: () => page.close(),
    };
  },
  outcome(_, after) {
    const texts = (all: readonly Entry[]) => all.map(({ id, commentary }) => `${id} ${commentary}`).join('\n');
    const there = texts(records<Entry>(after, 'entries'));
    if (there === texts(HERE)) return 'nothing';
    const revisions = records(after, 'revisions').length;
    if (there === texts(NEWER) && revisions === THERE) return 'done';
    throw new HalfDone(`${records(after, 'entries').length} entries, ${revisions} revisions`);
  },
  async says(stage, beside, outcome) {
    const sum = `${(BACKED_UP - THERE).toLocaleString('en')} added, ${THERE} overwritten, 0 moved to the bin.`;
    await optionsSay(stage.browser, 'backup', {
      '.last-restore': outcome === 'done' ? sum : '',
      '.broken-off p': hasBegun(await readWhole(beside)) ? 'Nothing was restored, and nothing has changed.' : '',
    });
    await deskAgrees(stage.browser, beside);
  },
};
