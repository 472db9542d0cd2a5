import { SETTINGS, type Setting, type SettingName } from '../domain/setting.ts';
import type { Database } from './database.ts';

/** As many sections as are offered before all the others. */
const RECENT_SECTIONS = 4;

/** The value of a setting; undefined where there is none or it does not fit its schema. */
export async function readSetting<Name extends SettingName>(
  db: Database,
  name: Name,
): Promise<Setting<Name> | undefined> {
  const record = await db.settings.get(name);
  return SETTINGS[name].safeParse(record?.value).data as Setting<Name> | undefined;
}

/** Writes a setting. */
export async function writeSetting<Name extends SettingName>(
  db: Database,
  name: Name,
  value: Setting<Name>,
): Promise<void> {
  await db.settings.put({ name, value });
}

/** The sections used last with this one in front; null: it is there already. To be called inside a transaction. */
export async function recentSectionsWith(db: Database, sectionId: string): Promise<string[] | null> {
  const recent = (await readSetting(db, 'recentSections')) ?? [];
  if (recent[0] === sectionId) return null;
  return [sectionId, ...recent.filter((id) => id !== sectionId)].slice(0, RECENT_SECTIONS);
}
