// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import en from '../../_locales/en/messages.json';
import { ImportPage } from '../../options/import-page.tsx';
import type { OptionsBrowser } from '../../options/options-browser.ts';
import { importReader, type ReadMessage, type ReadRequest } from '../../options/read-import.ts';
import { noteBegun } from '../../src/storage/begun.ts';
import { stored } from '../../src/storage/entries.ts';
import { lastHeld } from '../../src/storage/lost.ts';
import { addNewsletter, currentWork, updateNewsletter } from '../../src/storage/newsletters.ts';
import { type Say, SayProvider } from '../../src/ui/messages.tsx';
import { beginning, database, entry } from '../storage/database.ts';
import { backupsSide } from './backups-side.ts';

const say: Say = (key, ...values) => en[key].message.replace(/\$(\d)/g, (_, n) => String(values[Number(n) - 1] ?? ''));

type Db = ReturnType<typeof database>;
let db: Db;
let side: ReturnType<typeof backupsSide>;
let ids = 0;

/** The reader without a worker: the same function. */
function reader(tell: (message: ReadMessage) => void) {
  let isOn = true;
  const read = importReader(db, { now: () => 5000, newId: () => `new-${++ids}` }, (message) => isOn && tell(message));
  const end = () => {
    isOn = false;
    void read({ ask: 'stop' });
  };
  return { send: (request: ReadRequest) => void read(request), end };
}

function open(startImport: OptionsBrowser['startImport'] = reader) {
  const browser: OptionsBrowser = {
    openDesk: async () => {},
    commandKeys: async () => ({}),
    openShortcutSettings: async () => {},
    download: () => {},
    startImport,
    backups: async () => side,
    now: () => 5000,
    newId: () => `page-${++ids}`,
    language: 'en',
  };
  render(
    <SayProvider value={say}>
      <main>
        <h1>Options</h1>
        <ImportPage db={db} browser={browser} />
      </main>
    </SayProvider>,
  );
}

/** A file with an issue of this number, with as many entries. */
function issue(number: number, sections: Record<string, number> = { Rope: 2 }): File {
  const body = Object.entries(sections).map(([name, count]) => {
    const entries = Array.from(
      { length: count },
      (_, at) => `[Knot ${at}](https://a.example/${number}/${name.length}/${at}) - Ada`,
    );
    return `## ${name}\n\n${entries.map((entry) => `${entry}\n\nOn knots.  Twice.`).join('\n\n----------\n\n')}`;
  });
  const head = `---\ntitle: "Tide #${number}"\ndate: 2031-05-0${number}\n---\n\n# Tide #${number}\n\n`;
  return textFile(`${number}.md`, `${head}${body.join('\n\n----------\n\n')}\n`);
}

const textFile = (name: string, text: string): File => {
  const bytes = new TextEncoder().encode(text);
  const file = new File([text], name);
  // jsdom's files cannot be read as bytes.
  return Object.assign(file, { arrayBuffer: async () => bytes.buffer });
};

function choose(...files: File[]) {
  fireEvent.change(screen.getByLabelText('Choose files…'), { target: { files } });
}

const contents = () => Promise.all(db.tables.map(async (table) => [table.name, await table.toArray()]));
const press = async (name: string | RegExp) => fireEvent.click(await screen.findByRole('button', { name }));

beforeEach(() => {
  ids = 0;
  db = database('strict');
  side = backupsSide();
});

afterEach(async () => {
  const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
  cleanup();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
});

test('issues are checked first, then written as they are, and can be taken back as a whole', async () => {
  const before = await contents();
  open();
  choose(issue(1), issue(2));
  const name = (await screen.findByLabelText('Newsletter')) as HTMLInputElement;
  expect([name.value, document.activeElement?.textContent]).toEqual(['Tide', 'Check the import']);
  expect(await contents()).toEqual(before);
  fireEvent.input(name, { target: { value: 'The Tide' } });
  await press('Import 4 entries');
  await screen.findByText('4 entries from 2 issues, read back and compared: every character of your text is there.');
  expect((await currentWork(db))?.newsletter.name).toBe('The Tide');
  expect((await currentWork(db))?.issue?.number).toBe(3);
  await press('Undo this import');
  await screen.findByText('The import is undone: 4 entries are gone again.');
  await db.settings.clear();
  expect(await contents()).toEqual(before);
});

test('the same files again are already here, and nothing can be imported', async () => {
  open();
  choose(issue(1));
  await press('Import 2 entries');
  await screen.findByText('Imported');
  // Were all of it gone now, it would be missed.
  await waitFor(() => expect(lastHeld()?.entries).toBe(2));
  const before = await contents();
  cleanup();
  open();
  choose(issue(1));
  await screen.findByText('Already here, equal in every character.');
  expect(screen.queryByRole('button', { name: /^Import/ })).toBeNull();
  await press('Back');
  await screen.findByText('Past issues');
  expect(await contents()).toEqual(before);
});

test('a newsletter that is founded needs a name', async () => {
  open();
  choose(textFile('7.md', '## Rope\n\n[K](https://a.example) - Ada\n'));
  await screen.findByText('A newsletter needs a name.');
  await press('Import 1 entry');
  expect(await db.issues.count()).toBe(0);
  fireEvent.input(screen.getByLabelText('Newsletter'), { target: { value: 'Tide' } });
  await press('Import 1 entry');
  await screen.findByText('Imported');
});

test('one that is there keeps its style unless it has published nothing, and it can be decided', async () => {
  await addNewsletter(db, beginning());
  open();
  choose(issue(1), issue(2));
  const box = (await screen.findByRole('checkbox')) as HTMLInputElement;
  expect(box.checked).toBe(true);
  fireEvent.click(box);
  await waitFor(() => expect((screen.getByRole('checkbox') as HTMLInputElement).checked).toBe(false));
  const style = (await currentWork(db))?.newsletter.style;
  await press('Import 4 entries');
  await screen.findByText('Imported');
  expect((await currentWork(db))?.newsletter).toMatchObject({ id: 'n1', style });
  expect((await currentWork(db))?.issue).toMatchObject({ id: 'i1', number: 3 });
});

test('sections that were joined are kept apart with one press, and joined again with another', async () => {
  open();
  choose(issue(1, { 'Rope and Working with Knots': 2 }), issue(2, { 'Working with Knots': 2 }));
  const row = () => screen.findByText(/^Printed under this name/);
  await row();
  await press(/^Keep apart/);
  await waitFor(() => expect(screen.queryByText(/^Printed under this name/)).toBeNull());
  await press(/^Join again/);
  await row();
  await press(/^Keep apart/);
  await press('Import 4 entries');
  await screen.findByText('Imported');
  const names = (await currentWork(db))?.newsletter.sections.map(({ name }) => name).sort();
  expect(names).toEqual(['Rope and Working with Knots', 'Working with Knots']);
});

test('what cannot be imported is named with the reason, and the rest is not held up', async () => {
  open();
  choose(issue(1), textFile('picture.md', 'a\0b'), textFile('about.md', '# About us\n\n## Us\n\nWe write.\n'));
  const row = (name: string) => screen.getByText(name).closest('tr') as HTMLElement;
  await screen.findByText('picture.md');
  within(row('picture.md')).getByText('It is not text in UTF-8. Save it as UTF-8 text and choose it again.');
  within(row('about.md')).getByText('No entry with a link: this is no issue.');
  screen.getByRole('button', { name: 'Import 2 entries' });
  fireEvent.click(screen.getByRole('button', { name: /^Look at/ }));
  expect(screen.queryByText('about.md')).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Do not import' }));
  await screen.findByText('Stopped. Nothing was added.');
  expect(await db.entries.count()).toBe(0);
});

test('nothing that is Markdown is said, with what would be', async () => {
  open();
  choose(textFile('a.txt', 'x'));
  expect((await screen.findByRole('alert')).textContent).toMatch(/^There is no Markdown in what you chose/);
});

test('many rows come in pages', async () => {
  open();
  choose(issue(1, { Rope: 230 }));
  await screen.findByText('1 to 100 of 231', {}, { timeout: 10_000 });
  await press('Next');
  await press('Next');
  await screen.findByText('201 to 231 of 231');
  expect(screen.getAllByRole('row')).toHaveLength(32);
  await press('Next');
  await screen.findByText('201 to 231 of 231');
});

test('a file that takes too long, or is too tangled, is left out by its name, and the reader begins again without it', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
  try {
    let begun = 0;
    open((tell) => {
      begun += 1;
      const real = reader(tell);
      const stuck = begun === 1;
      const step = { is: 'step', step: 'read', done: 0, total: 3, path: 'slow.md' } as const;
      return {
        end: real.end,
        send: (request) => {
          if (begun === 2 && request.ask === 'read') tell({ is: 'failed', reason: 'stack', path: 'tangled.md' });
          else if (!stuck) real.send(request);
          else if (request.ask === 'read') tell(step);
        },
      };
    });
    choose(issue(1), issue(2));
    await vi.advanceTimersByTimeAsync(6_000);
    await screen.findByText('slow.md');
    screen.getByText('Taking it apart took longer than 5 seconds, which no issue does.');
    screen.getByText('tangled.md');
    expect(begun).toBe(3);
  } finally {
    vi.useRealTimers();
  }
});

test('a double click on Import imports once', async () => {
  open();
  choose(issue(1));
  const button = await screen.findByRole('button', { name: 'Import 2 entries' });
  fireEvent.click(button);
  fireEvent.click(button);
  await screen.findByText('Imported');
  expect(await db.entries.count()).toBe(2);
});

test('what was stopped while it was written is not there', async () => {
  const before = await contents();
  open((tell) => {
    const real = reader((message) => {
      tell(message);
      if (message.is === 'written') fireEvent.click(screen.getByRole('button', { name: 'Stop' }));
    });
    return real;
  });
  choose(issue(1));
  await press('Import 2 entries');
  await screen.findByText('Stopped. Nothing was added.');
  expect(await contents()).toEqual(before);
});

test('what died with its page is said to have added nothing; once it comes to its end, nothing is said of it any more', async () => {
  await noteBegun(db, 'import', 5000);
  open();
  await screen.findByText(/an import began that has not come to its end\. Nothing of it was added/);
  choose(issue(1));
  await press('Import 2 entries');
  await screen.findByText('Imported');
  cleanup();
  open();
  await screen.findByText(/^1 issue imported on/);
  expect(screen.queryByText(/has not come to its end/)).toBeNull();
});

test('an import that was checked before the newsletter changed is refused, and writes nothing', async () => {
  await addNewsletter(db, beginning());
  open();
  choose(issue(1), issue(2));
  await screen.findByRole('button', { name: 'Import 4 entries' });
  await updateNewsletter(db, 'n1', (newsletter) => ({ ...newsletter, name: 'Renamed', changedAt: 9000 }));
  const before = await contents();
  await press('Import 4 entries');
  expect((await screen.findByRole('alert')).textContent).toBe(en.importStale.message);
  expect(await contents()).toEqual(before);
});

describe('before an import', () => {
  beforeEach(async () => {
    await addNewsletter(db, beginning());
    await db.entries.put(stored(entry('mine')));
  });

  test('everything is backed up, and nothing of the import is in it', async () => {
    open();
    choose(issue(1), issue(2));
    await press('Import 4 entries');
    await screen.findByText('Imported');
    expect(await db.entries.count()).toBe(5);
    expect([...side.inside.files.keys()]).toContainEqual(expect.stringMatching(/^roundup-backup-.*-import\.json$/));
    const [backup] = [...side.inside.files].filter(([name]) => name.startsWith('roundup-backup-'));
    const { why, entries } = JSON.parse((await backup?.[1].text()) ?? '');
    expect([why, entries.map(({ id }: { id: string }) => id)]).toEqual(['import', ['mine']]);
  });

  test('a backup that is stopped ends it, and nothing is written', async () => {
    const before = await contents();
    side.deps.inside = async () => {
      fireEvent.click(await screen.findByRole('button', { name: 'Stop' }));
      return side.inside;
    };
    open();
    choose(issue(1), issue(2));
    await press('Import 4 entries');
    await screen.findByText('Stopped. Nothing was added.');
    expect(await contents()).toEqual(before);
  });

  test('a backup that cannot be made does not keep it from going on: it only adds, and can be undone', async () => {
    let asked = 0;
    side.deps.inside = async () => {
      asked = await db.entries.count();
      throw new DOMException('A private window has no folder.', 'SecurityError');
    };
    open();
    choose(issue(1), issue(2));
    await press('Import 4 entries');
    await screen.findByText('Imported');
    expect([asked, await db.entries.count()]).toEqual([1, 5]);
    screen.getByRole('button', { name: 'Undo this import' });
  });
});

test('reading is stopped at once', async () => {
  let isEnded = false;
  open(() => ({
    send: () => {},
    end: () => {
      isEnded = true;
    },
  }));
  choose(issue(1));
  await press('Stop');
  await screen.findByText('Stopped. Nothing was added.');
  expect(isEnded).toBe(true);
});
