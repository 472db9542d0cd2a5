import { useEffect, useRef, useState } from 'preact/hooks';
import { BackupStopped } from '../src/storage/backup/unreadable.ts';
import { forgetBegun, noteBegun } from '../src/storage/begun.ts';
import type { Database } from '../src/storage/database.ts';
import { undoImport } from '../src/storage/importing.ts';
import { forgetIfEmpty, noteHeld } from '../src/storage/lost.ts';
import { backUpBefore } from './back-up-before.ts';
import type { ChosenFile } from './import-files.ts';
import type { OptionsBrowser } from './options-browser.ts';
import type { ImportChoices } from './read-import.ts';
import { type ReadEnd, type ReadImport, type Reading, type ReadProgress, startReading } from './reading.ts';
import { useUnloadWarning } from './use-unload-warning.ts';

/** Why an import ended without anything in the database. */
export type ImportEnd = ReadEnd | { why: 'undone'; removed: number; stayed: number };

/** Where an import is. */
export type ImportState =
  | { at: 'choose'; end: ImportEnd | null }
  | { at: 'read'; progress: ReadProgress | null }
  | { at: 'check'; read: ReadImport; files: number; seconds: number }
  | { at: 'back-up'; share: number }
  | { at: 'write'; read: ReadImport; done: number }
  | { at: 'done'; read: ReadImport }
  | { at: 'undo' };

/** What can be done with an import. */
export interface ImportActs {
  read: (files: Promise<ChosenFile[]>) => void;
  choose: (choices: ImportChoices) => void;
  write: (name: string) => void;
  /** Ends what is under way; nothing of it stays. */
  stop: () => void;
  undo: () => void;
}

/** An import from the files to the records: one at a time, and gone with the page. */
export function useImport(
  db: Database,
  browser: OptionsBrowser,
): { state: ImportState; choices: ImportChoices } & ImportActs {
  const [state, setState] = useState<ImportState>({ at: 'choose', end: null });
  const [choices, setChoices] = useState<ImportChoices>(AS_USUAL);
  const reading = useRef<Reading | null>(null);
  const backingUp = useRef<AbortController | null>(null);
  const isWriting = useRef(false);
  useUnloadWarning(state.at === 'write');

  useEffect(() => {
    const stop = () => {
      reading.current?.stop();
      backingUp.current?.abort();
    };
    return stop;
  }, []);

  const end = (told: ImportEnd) => setState({ at: 'choose', end: told });
  /** The same for what was to be written: it was not, and that is said here. */
  const endUnwritten = async (told: ImportEnd) => {
    await forgetBegun(db).catch(() => {});
    end(told);
  };

  const read = async (chosen: Promise<ChosenFile[]>) => {
    setState({ at: 'read', progress: null });
    setChoices(AS_USUAL);
    isWriting.current = false;
    const begun = browser.now();
    try {
      const files = await chosen;
      reading.current = startReading(
        browser.startImport,
        { files, language: browser.language },
        {
          onStep: (progress) => setState({ at: 'read', progress }),
          onRead: (done) =>
            setState({ at: 'check', read: done, files: files.length, seconds: (browser.now() - begun) / 1000 }),
          onWritten: (entries) => setState((was) => (was.at === 'write' ? { ...was, done: entries } : was)),
          onDone: () => {
            noteHeld(db, browser.now()).catch(() => {});
            setState((was) => (was.at === 'write' ? { at: 'done', read: was.read } : was));
          },
          onEnd: (told) => void (isWriting.current ? endUnwritten : end)(told),
        },
      );
    } catch (error) {
      end({ why: 'failed', reason: reasonOf(error) });
    }
  };

  const write = async (name: string) => {
    // The second press of a double click finds the first one's backup under way.
    if (state.at !== 'check' || backingUp.current !== null) return;
    const stopper = new AbortController();
    backingUp.current = stopper;
    try {
      await noteBegun(db, 'import', browser.now());
      await backUpBefore(db, browser, 'import', {
        signal: stopper.signal,
        tell: (share) => setState({ at: 'back-up', share }),
      });
    } catch (error) {
      if (error instanceof BackupStopped) await endUnwritten({ why: 'stopped' });
      else await endUnwritten({ why: 'failed', reason: reasonOf(error) });
      reading.current?.stop();
      return;
    } finally {
      backingUp.current = null;
    }
    isWriting.current = true;
    setState({ at: 'write', read: state.read, done: 0 });
    reading.current?.write(name.trim());
  };

  return {
    state,
    choices,
    read,
    choose: (chosen) => {
      setChoices(chosen);
      setState({ at: 'read', progress: null });
      reading.current?.choose(chosen);
    },
    write,
    stop: () => {
      if (state.at === 'back-up') backingUp.current?.abort();
      else if (state.at === 'write') reading.current?.stopWriting();
      else {
        reading.current?.stop();
        end({ why: 'stopped' });
      }
    },
    undo: async () => {
      setState({ at: 'undo' });
      try {
        const undone = await undoImport(db);
        await forgetIfEmpty(db);
        setState({ at: 'choose', end: undone === undefined ? null : { why: 'undone', ...undone } });
      } catch (error) {
        end({ why: 'failed', reason: reasonOf(error) });
      }
    },
  };
}

const AS_USUAL: ImportChoices = { withStyle: null, apart: [] };

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
