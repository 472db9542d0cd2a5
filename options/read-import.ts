import { Entry } from '../src/domain/entry.ts';
import { Issue } from '../src/domain/issue.ts';
import { Newsletter } from '../src/domain/newsletter.ts';
import { type ImportPlan, type PastFiles, planOf, readPast } from '../src/roundup/import-plan.ts';
import type { Database } from '../src/storage/database.ts';
import { type ImportBatch, ImportIsStale, ImportStopped, writeImport } from '../src/storage/importing.ts';
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

/**
 * What the reader is asked: to take files, a few at a time; to read them; to plan anew what it has read; to write what it
 * has planned, for a newsletter of this name where it founds one; to stop writing.
 */
export type ReadRequest =
  | { ask: 'take'; files: ChosenFile[] }
  | { ask: 'read'; leftOut: string[]; language: string; choices: ImportChoices }
  | { ask: 'plan'; choices: ImportChoices }
  | { ask: 'write'; name: string }
  | { ask: 'stop' };

export type ReadStep = 'open' | 'read' | 'learn' | 'take-apart';

/**
 * A plan without its records, which stay with the reader: the page that would have to take them in does not answer
 * meanwhile. What becomes of the entries comes a few issues at a time.
 */
export type PlanHead = Omit<ImportPlan, 'issues' | 'entries' | 'fates'> & {
  /** How many there are to write. */
  issues: number;
  entries: number;
  /** The first issue whose number is its day; null: they are counted. */
  byDay: number | null;
  withStyle: boolean;
  faults: { path: string; fault: FileFault }[];
  ignored: number;
};

/** What the reader answers. */
export type ReadMessage =
  | { is: 'step'; step: ReadStep; done: number; total: number; path: string }
  | { is: 'head'; head: PlanHead }
  | { is: 'part'; fates: ImportPlan['fates'] }
  | { is: 'end' }
  /** So many entries are written; then everything is, and read back; or nothing, and why. */
  | { is: 'written'; entries: number }
  | { is: 'done' }
  | { is: 'not-written'; why: 'stopped' | 'stale' }
  | { is: 'too-much'; why: TooMuch }
  /** `path`: the file over which it failed; empty: none. */
  | { is: 'failed'; reason: string; path: string };

/** Reads past issues, plans their import and writes it; it stands where it does not stop the page. */
export interface ImportReader {
  send: (request: ReadRequest) => void;
  /** Ends it at once, whatever it is doing. */
  end: () => void;
}

/** What becomes of so many entries is handed over before the page gets its turn. */
const FATES_AT_ONCE = 500;
/** The longest that the journal is waited for. Milliseconds. */
const JOURNAL_TAKES = 2_000;

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
  let planned: ImportBatch | undefined;
  let writing: AbortController | undefined;
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
    // It is made of files that anybody may have written.
    planned = {
      importId: head.importId,
      newsletter: Newsletter.parse(head.newsletter),
      newsletterSeen: newsletter?.changedAt ?? null,
      issues: issues.map((issue) => Issue.parse(issue)),
      entries: entries.map((entry) => Entry.parse(entry)),
      outlets: head.outlets,
    };
    const byDay = issues.find(({ number, date }) => String(number) === date.replaceAll('-', ''))?.number ?? null;
    const counts = { issues: issues.length, entries: entries.length, byDay };
    tell({ is: 'head', head: { ...head, ...counts, withStyle, faults, ignored } });
    for (let at = 0; at < fates.length; at += FATES_AT_ONCE) {
      tell({ is: 'part', fates: fates.slice(at, at + FATES_AT_ONCE) });
      await new Promise((resolve) => setTimeout(resolve));
    }
    tell({ is: 'end' });
  };

  const write = async (batch: ImportBatch, name: string) => {
    const isFounded = batch.newsletterSeen === null;
    const newsletter = isFounded ? { ...batch.newsletter, name } : batch.newsletter;
    writing = new AbortController();
    try {
      await writeImport(
        db,
        { ...batch, newsletter },
        { now: now(), newId, signal: writing.signal, tell: (written) => tell({ is: 'written', entries: written }) },
      );
      // The page ends the worker then, and with it what is not in the journal yet; it is never waited for much longer than it takes.
      await Promise.race([db.journal.flush(), new Promise((resolve) => setTimeout(resolve, JOURNAL_TAKES))]);
      tell({ is: 'done' });
    } catch (error) {
      if (error instanceof ImportStopped) tell({ is: 'not-written', why: 'stopped' });
      else if (error instanceof ImportIsStale) tell({ is: 'not-written', why: 'stale' });
      else throw error;
    }
  };

  return async (request) => {
    current = '';
    try {
      if (request.ask === 'take') files.push(...request.files);
      else if (request.ask === 'stop') writing?.abort();
      else if (request.ask === 'write') {
        if (planned !== undefined) await write(planned, request.name);
      } else {
        if (request.ask === 'read') opened = await read(request);
        if (opened !== undefined) await plan(opened, request.choices);
      }
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
