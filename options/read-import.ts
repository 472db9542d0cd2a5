import type { Entry } from '../src/domain/entry.ts';
import type { Issue } from '../src/domain/issue.ts';
import { type ImportPlan, type PastFiles, planOf, readPast } from '../src/roundup/import-plan.ts';
import type { Database } from '../src/storage/database.ts';
import { currentWork, issuesOf } from '../src/storage/newsletters.ts';
import type { ChosenFile } from './import-files.ts';
import { CannotRead, type FileFault, type TooMuch } from './import-limits.ts';
import { openFiles } from './open-files.ts';

/** What the editor may decide about an import before it is written. */
export interface ImportChoices {
  /** Whether the learned style becomes the newsletter's; null: as is usual. */
  withStyle: boolean | null;
  /** Names of sections that are not joined with others. */
  apart: string[];
}

/** What the reader is asked: to take files, a few at a time; to read them; to plan anew what it has read. */
export type ReadRequest =
  | { ask: 'take'; files: ChosenFile[] }
  | { ask: 'read'; leftOut: string[]; language: string; choices: ImportChoices }
  | { ask: 'plan'; choices: ImportChoices };

export type ReadStep = 'open' | 'read' | 'learn' | 'take-apart';

/** A plan without its records, which come one issue at a time: what is sent whole would stop the page. */
export type PlanHead = Omit<ImportPlan, 'issues' | 'entries' | 'fates'> & {
  withStyle: boolean;
  faults: { path: string; fault: FileFault }[];
  ignored: number;
  /** When the newsletter was last changed; null: the import founds it. */
  newsletterSeen: number | null;
};

/** What the reader answers. */
export type ReadMessage =
  | { is: 'step'; step: ReadStep; done: number; total: number; path: string }
  | { is: 'head'; head: PlanHead }
  | { is: 'part'; issue: Issue; entries: Entry[]; fates: ImportPlan['fates'] }
  | { is: 'end' }
  | { is: 'too-much'; why: TooMuch }
  /** `path`: the file over which it failed; empty: none. */
  | { is: 'failed'; reason: string; path: string };

/** Reads past issues and plans their import; it stands where it does not stop the page. */
export interface ImportReader {
  send: (request: ReadRequest) => void;
  /** Ends it at once, whatever it is doing. */
  end: () => void;
}

/** So many issues are handed over before the page gets its turn. */
const PARTS_AT_ONCE = 8;

interface Opened {
  past: PastFiles;
  faults: PlanHead['faults'];
  ignored: number;
  language: string;
}

/** The function that answers requests, one after the other; it keeps what it has read. */
export function importReader(
  db: Database,
  { now, newId }: { now: () => number; newId: () => string },
  tell: (message: ReadMessage) => void,
): (request: ReadRequest) => Promise<void> {
  const files: ChosenFile[] = [];
  let opened: Opened | undefined;
  /** The file that is being taken apart. */
  let current = '';

  const steps = (total: number) => (step: Exclude<ReadStep, 'open'>, done: number, path: string) => {
    current = path;
    tell({ is: 'step', step, done, total, path });
  };

  const read = async (request: ReadRequest & { ask: 'read' }) => {
    const { leftOut, language } = request;
    const total = files.length;
    const texts = await openFiles(files, leftOut, (done, path) =>
      tell({ is: 'step', step: 'open', done, total, path }),
    );
    const { there } = await known(db);
    const past = readPast(texts.files, there, steps(texts.files.length));
    return { past, faults: texts.faults, ignored: texts.ignored, language };
  };

  const plan = async ({ past, faults, ignored, language }: Opened, choices: ImportChoices) => {
    const { newsletter, there, hasPublished } = await known(db);
    const withStyle = choices.withStyle ?? !hasPublished;
    const { apart } = choices;
    const context = { newsletter, name: '', language, issues: there, withStyle, apart, importId: newId(), now: now() };
    const chosen = past.read.filter(({ fate }) => fate.refusal === null).length;
    const { issues, entries, fates, ...head } = planOf(past, context, newId, steps(chosen));
    const newsletterSeen = newsletter?.changedAt ?? null;
    tell({ is: 'head', head: { ...head, withStyle, faults, ignored, newsletterSeen } });
    // Records and fates of an issue stand side by side.
    let at = 0;
    let parts = 0;
    for (const issue of issues) {
      const count = issue.printed?.entryIds?.length ?? 0;
      const part = { issue, entries: entries.slice(at, at + count), fates: fates.slice(at, at + count) };
      tell({ is: 'part', ...part });
      at += count;
      parts += 1;
      // The page gets its turn between them.
      if (parts % PARTS_AT_ONCE === 0) await new Promise((resolve) => setTimeout(resolve));
    }
    tell({ is: 'end' });
  };

  return async (request) => {
    current = '';
    try {
      if (request.ask === 'take') {
        files.push(...request.files);
        return;
      }
      if (request.ask === 'read') opened = await read(request);
      if (opened !== undefined) await plan(opened, request.choices);
    } catch (error) {
      if (error instanceof CannotRead) tell({ is: 'too-much', why: error.why });
      else tell({ is: 'failed', reason: error instanceof Error ? error.message : String(error), path: current });
    }
  };
}

/** The newsletter that is worked on, and what it has published. */
async function known(db: Database) {
  const newsletter = (await currentWork(db))?.newsletter ?? null;
  const issues = newsletter === null ? [] : await issuesOf(db, newsletter.id);
  const inUse = issues.filter(({ deletedAt }) => deletedAt === null);
  const there = inUse.map(({ number, printed }) => ({ number, markdown: printed?.markdown ?? null }));
  return { newsletter, there, hasPublished: there.some(({ markdown }) => markdown !== null) };
}
