import { SETTINGS, type Setting, type SettingName } from '../domain/setting.ts';
import type { Database } from './database.ts';

/** As many sections as are offered before all the others. */
const RECENT_SECTIONS = 4;

/** The value of a setting; undefined where there is none or it does not fit its schema. */
export async function readSetting<Name extends SettingName>(
  db: Database,
  name: Name,
): Promise<Setting<Name> | undefined> {
  return valueIn(await db.settings.get(name), name);
}

/** The value in a setting's record; undefined where there is none or it does not fit its schema. */
function valueIn<Name extends SettingName>(record: unknown, name: Name): Setting<Name> | undefined {
  const { value } = (record ?? {}) as { value?: unknown };
  return SETTINGS[name].safeParse(value).data as Setting<Name> | undefined;
}

/** Writes a setting. */
export async function writeSetting<Name extends SettingName>(
  db: Database,
  name: Name,
  value: Setting<Name>,
): Promise<void> {
  await db.settings.put({ name, value });
}

/**
 * The sections used last with this one in front; null: it is there already.
 *
 * @param record the setting as it lies in the database.
 */
export function recentSectionsWith(record: unknown, sectionId: string): string[] | null {
  const recent = valueIn(record, 'recentSections') ?? [];
  if (recent[0] === sectionId) return null;
  return [sectionId, ...recent.filter((id) => id !== sectionId)].slice(0, RECENT_SECTIONS);
}
