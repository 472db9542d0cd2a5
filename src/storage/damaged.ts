import { Issue } from '../domain/issue.ts';
import { Newsletter } from '../domain/newsletter.ts';
import { Outlet } from '../domain/outlet.ts';
import { Revision } from '../domain/revision.ts';
import { SETTINGS, type SettingName } from '../domain/setting.ts';
import type { Database } from './database.ts';
import { StoredEntry } from './entries.ts';
import { type DamagedRecord, damagedRecords, parseRecords } from './records.ts';

/** Every damaged record of the database. Reads all of it: for pages that tell the editor, not for the popup. */
export async function allDamagedRecords(db: Database): Promise<DamagedRecord[]> {
  const tables = await Promise.all([
    damagedRecords(db.newsletters, Newsletter),
    damagedRecords(db.issues, Issue),
    damagedRecords(db.entries, StoredEntry),
    damagedRecords(db.revisions, Revision),
    damagedRecords(db.outlets, Outlet),
    damagedSettings(db),
  ]);
  return tables.flat();
}

/** Each setting has a schema of its own; one that this version does not know is none of its business. */
async function damagedSettings(db: Database): Promise<DamagedRecord[]> {
  const records = await db.settings.toArray();
  return records.flatMap((record) => {
    const schema = Object.hasOwn(SETTINGS, record.name) ? SETTINGS[record.name as SettingName] : undefined;
    if (schema === undefined) return [];
    const { damaged } = parseRecords<unknown>('settings', schema, [record.value]);
    return damaged.map(({ reason }) => ({
      table: 'settings',
      id: record.name,
      reason: reason.replace(/^record:/, 'value:'),
      record,
    }));
  });
}
