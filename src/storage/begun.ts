import type { Setting } from '../domain/setting.ts';
import type { Database } from './database.ts';
import { writeSetting } from './settings.ts';

/**
 * Notes that an import or a restore has begun. The transaction that writes it takes the note away, so that whatever dies
 * on the way leaves the note where nothing was written, and none where all was.
 */
export const noteBegun = (db: Database, what: Setting<'begun'>['what'], at: number): Promise<void> =>
  writeSetting(db, 'begun', { what, at });

/** It has ended without a word written, which was said. */
export const forgetBegun = (db: Database): Promise<void> => db.settings.delete('begun');
