import type { Database } from '../src/storage/database.ts';
import { currentWork } from '../src/storage/newsletters.ts';
import { bringHome, isUnfinished } from '../src/storage/unfinished.ts';
import { bringIssuesHome, isUnfinishedIssue } from '../src/storage/unfinished-issue.ts';

/** A popup that has been silent for so long is dead, or has written what it had. Milliseconds. */
const SILENCE = 2_000;

/**
 * Brings home what popups, and desks, had to leave aside when they died: now, when the editor comes back to this page, and when one
 * dies beside it. Of a popup that is alive and writing nothing is taken: each of its words is told here, and counts
 * as a sign of life. Returns the end of it.
 */
export function keepBringingHome(db: Database): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const bring = async () => {
    timer = undefined;
    // A database that cannot be read is told by the page; one that cannot be written ends where the unexpected does.
    const work = await currentWork(db).catch(() => undefined);
    if (work === undefined || db.isNewer) return;
    await bringHome(db, work);
    await bringIssuesHome(db, work);
  };
  const hear = ({ key, newValue }: StorageEvent) => {
    if (!isUnfinished(key) && !isUnfinishedIssue(key)) return;
    if (newValue === null && timer === undefined) return;
    clearTimeout(timer);
    timer = setTimeout(bring, SILENCE);
  };
  const comeBack = () => {
    if (document.visibilityState === 'visible' && timer === undefined) void bring();
  };
  addEventListener('storage', hear);
  document.addEventListener('visibilitychange', comeBack);
  void bring();
  return () => {
    clearTimeout(timer);
    removeEventListener('storage', hear);
    document.removeEventListener('visibilitychange', comeBack);
  };
}
