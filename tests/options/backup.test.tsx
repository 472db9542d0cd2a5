// @vitest-environment jsdom
import { cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import en from '../../_locales/en/messages.json';
import { BackupPage } from '../../options/backup-page.tsx';
import type { OptionsBrowser } from '../../options/options-browser.ts';
import { sayWhen } from '../../options/say-backup.ts';
import { writeBackup } from '../../src/storage/backup/write.ts';
import { noteBegun } from '../../src/storage/begun.ts';
import { stored } from '../../src/storage/entries.ts';
import { lastHeld } from '../../src/storage/lost.ts';
import { addNewsletter } from '../../src/storage/newsletters.ts';
import { type Say, SayProvider } from '../../src/ui/messages.tsx';
import { beginning, database, entry } from '../storage/database.ts';
import { backupsSide } from './backups-side.ts';

const say: Say = (key, ...values) => en[key].message.replace(/\$(\d)/g, (_, n) => String(values[Number(n) - 1] ?? ''));

// Two cores, and a browser under test beside: a second is not always enough.
configure({ asyncUtilTimeout: 8_000 });

/** Those that are about a whole document, which there is not. */
const OF_DOCUMENTS = ['color-contrast', 'document-title', 'html-has-lang'];
const faults = async () => {
  const rules = Object.fromEntries(OF_DOCUMENTS.map((id) => [id, { enabled: false }]));
  return (await axe.run(document, { rules })).violations.map(({ id }) => id);
};

type Db = ReturnType<typeof database>;
let db: Db;
let side: ReturnType<typeof backupsSide>;
let time = 0;

beforeEach(async () => {
  db = database('strict');
  side = backupsSide();
  time = Date.UTC(2022, 7, 26, 12);
  await addNewsletter(db, beginning());
  await db.entries.bulkPut([1, 2, 3].map((n) => stored(entry(`e${n}`, { rank: `a${n}` }))));
});
afterEach(cleanup);

async function open() {
  const browser = {
    backups: async () => side,
    now: () => {
      time += 1_000;
      return time;
    },
  } as unknown as OptionsBrowser;
  render(
    <SayProvider value={say}>
      <main>
        <h1>Options</h1>
        <BackupPage db={db} browser={browser} />
      </main>
    </SayProvider>,
  );
  await screen.findByRole('button', { name: 'Back up now' });
}

const press = (name: RegExp | string) => fireEvent.click(screen.getByRole('button', { name }));

async function backUpNow() {
  press('Back up now');
  await screen.findByText('Backed up and read back: 3 entries, all equal.');
}

const chooseFile = (file: Blob) =>
  fireEvent.change(document.querySelector('#restore-file') as HTMLInputElement, { target: { files: [file] } });

test('there is none at first; one that is made is in the list, with what was read back', async () => {
  await open();
  await screen.findByText('There is none yet.');
  await backUpNow();
  expect((await screen.findByRole('table', { name: 'Backups inside this browser' })).textContent).toContain(
    '3 entries, all equal',
  );
  await screen.findByText('18 MB, backups inside included. The browser grants 1 GB more.');
  expect(await faults()).toEqual([]);
});

test.each([
  ['is protected', true, en.storageProtected.message, en.storageUnprotected.message],
  ['is not protected', false, en.storageUnprotected.message, en.storageProtected.message],
])(
  'whether the browser may clear the storage to make room is told where it %s',
  async (_, isProtected, told, untold) => {
    side.storageState = async () => ({ used: 1, free: 1, isProtected });
    await open();
    await screen.findByText(told);
    expect(screen.queryByText(untold)).toBeNull();
  },
);

test('one that was cut off since is told, and not offered', async () => {
  await open();
  await backUpNow();
  cleanup();
  const [name = '', file = new Blob()] = [...side.inside.files][0] ?? [];
  side.inside.files.set(name, file.slice(0, 500));
  await open();
  await screen.findByText(/^Cut off since/);
  expect(screen.queryByRole('button', { name: /^Restore…/ })).toBeNull();
  expect(await faults()).toEqual([]);
});

test('where the browser does not say how much room there is, nothing is promised', async () => {
  side.storageState = async () => {
    throw new TypeError('navigator.storage is undefined');
  };
  await open();
  await screen.findByText(en.storageUnprotected.message);
  screen.getByText(en.storageUnknown.message);
});

test('one is handed over as a file', async () => {
  await open();
  press('Save as a file');
  await screen.findByText('Handed to the browser as a file: 3 entries.');
  expect(side.saved.map(({ name }) => name)).toEqual([
    expect.stringMatching(/^roundup-backup-20220826-12\d{7}-asked\.json$/),
  ]);
});

test('the downloads folder is asked for at the moment it is chosen, and gets a backup at once', async () => {
  await open();
  await screen.findByText('There is none yet.');
  fireEvent.click(screen.getByLabelText('The downloads folder, too'));
  await waitFor(() => expect(side.downloaded).toHaveLength(1));
  expect(await side.deps.keeper.read('plan')).toEqual({ to: 'downloads', every: 'day' });
});

test('where the browser is not allowed to, it stays inside', async () => {
  side.askForDownloads = async () => false;
  await open();
  await screen.findByText('There is none yet.');
  fireEvent.click(screen.getByLabelText('The downloads folder, too'));
  await screen.findByText(/backups stay inside/);
  expect((screen.getByLabelText('Only inside this browser') as HTMLInputElement).checked).toBe(true);
  expect(await side.deps.keeper.read('plan')).toBeUndefined();
});

test('a browser that has no folders to choose does not offer one', async () => {
  await open();
  await screen.findByText('There is none yet.');
  expect(screen.queryByLabelText('A folder of your choice, too')).toBeNull();
});

test('a full disk is told with a way out', async () => {
  side.deps.inside = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
  await open();
  await screen.findByText(/the disk is full/);
});

describe('restoring', () => {
  test('shows what would happen, asks where much goes, and does it', async () => {
    await open();
    await backUpNow();
    await db.entries.bulkPut([4, 5, 6, 7, 8, 9].map((n) => stored(entry(`e${n}`, { rank: `a${n}` }))));
    press(/^Restore… the backup of/);
    await screen.findByText('What restoring would do');
    screen.getByText('Nothing would change: everything in the backup is here.');
    fireEvent.click(screen.getByLabelText('Go back to exactly what was'));
    const sure = await screen.findByLabelText('Yes, overwrite 0 and move 6 to the bin');
    press('Restore');
    expect((await db.entries.get('e9'))?.place).toBe('backlog');
    fireEvent.click(sure);
    press('Restore');
    await screen.findByText(/Restored: 0 added, 0 overwritten, 6 moved to the bin/);
    expect((await db.entries.get('e9'))?.place).toBe('bin');
    // What was before is in the list.
    await waitFor(() =>
      expect([...side.inside.files.keys()].filter((name) => name.includes('restore'))).toHaveLength(1),
    );
  });

  test('that came to its end is said to whoever opens the page afterwards', async () => {
    await open();
    await backUpNow();
    await db.entries.delete('e1');
    press(/^Restore… the backup of/);
    await screen.findByText('What restoring would do');
    press('Restore');
    await screen.findByText(/Restored: 1 added/);
    cleanup();
    await open();
    await screen.findByText(/^Last restore: Today, \d\d:\d\d, 1 added, 0 overwritten, 0 moved to the bin\.$/);
    expect(screen.queryByText(/has not come to its end/)).toBeNull();
  });

  test('that died with its page is said to have written nothing, until it is hidden', async () => {
    await noteBegun(db, 'restore', time);
    await open();
    await screen.findByText(/a restore began that has not come to its end\. Nothing was restored/);
    expect(await faults()).toEqual([]);
    press('Hide this');
    await waitFor(() => expect(screen.queryByText(/has not come to its end/)).toBeNull());
    cleanup();
    await open();
    expect(await db.settings.get('begun')).toBeUndefined();
  });

  test('is not done where no backup can be made first', async () => {
    await open();
    await backUpNow();
    await db.entries.delete('e1');
    press(/^Restore… the backup of/);
    await screen.findByRole('button', { name: 'Restore' });
    side.deps.inside = () => Promise.reject(new Error('no folder'));
    press('Restore');
    await screen.findByText(/could not be backed up first. The browser says: no folder/);
    expect(await db.entries.count()).toBe(2);
  });

  test('only what is chosen', async () => {
    await open();
    await backUpNow();
    await db.entries.clear();
    await db.newsletters.clear();
    press(/^Restore… the backup of/);
    await screen.findByRole('button', { name: 'Restore' });
    fireEvent.click(screen.getByLabelText('Only entries, with the issues they need'));
    await screen.findByText('3 entries', { exact: false, selector: 'label span' });
    expect(await faults()).toEqual([]);
    press('Restore');
    await screen.findByText(/Restored: 4 added/);
    expect(await db.newsletters.count()).toBe(1);
    // Were all of it gone now, it would be missed.
    expect(lastHeld()?.entries).toBe(3);
  });

  test('a wrong file is refused with its place, and nothing changes', async () => {
    const { file } = await writeBackup(db, { now: 1, why: 'asked' });
    await open();
    await screen.findByText('There is none yet.');
    chooseFile(file.slice(0, 400));
    await screen.findByText(/^The file ends in line \d+, before its last part/);
    chooseFile(new Blob(['{"format":"roundup-backup","version":9,\n']));
    await screen.findByText(/^A newer Roundup wrote this backup \(format 9\). Update Roundup/);
    chooseFile(new Blob(['{"format": "roundup-entries", "version": 1}']));
    await screen.findByText(/^This is Roundup’s file of entries/);
    expect(await db.entries.count()).toBe(3);
  });
});

test.each([
  [0, 'Today, '],
  [1, 'Yesterday, '],
  [7, 'Fri 19 Aug, '],
  [600, 'Sun 3 Jan 2021, '],
])('what was %d days ago is told as “%s…”', (days, text) => {
  const now = new Date(2022, 7, 26, 12).getTime();
  expect(sayWhen(say, now - days * 86_400_000, now)).toMatch(new RegExp(`^${text}\\d\\d:00$`));
});
