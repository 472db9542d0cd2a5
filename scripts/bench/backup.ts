import type { Arena } from './arena.ts';
import type { Figure } from './figure.ts';
import type { BackupTimes } from './pages/backup.ts';

const LONG = { timeout: 600_000 };

/** A backup of everything, and its restore into an empty database. */
export async function backupFigures({ stage, entries }: Arena): Promise<Figure[]> {
  const page = await stage.browser.openExtensionPage('bench/backup.html');
  await page.evaluate('probe.listen()');
  await page.waitFor('probe.marks.done !== undefined', LONG);
  const took = await page.evaluate<BackupTimes>('JSON.parse(document.documentElement.dataset.took)');
  await page.close();
  const { read, put } = took.floors;
  return [
    {
      what: 'backup of everything',
      entries,
      unit: 'ms',
      took: [took.written],
      floor: { what: 'every record read and made JSON', took: [read] },
      note: `${(took.size / 2 ** 20).toFixed(0)} MiB`,
    },
    { what: 'backup checked, and what its restore would do', entries, unit: 'ms', took: [took.checked] },
    {
      what: 'restore into an empty database, read back',
      entries,
      unit: 'ms',
      took: [took.restored],
      floor: { what: 'the same records put in one transaction', took: [put] },
    },
  ];
}
