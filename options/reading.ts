import { Newsletter } from '../src/domain/newsletter.ts';
import type { EntryFate } from '../src/roundup/issue-import.ts';
import type { ChosenFile } from './import-files.ts';
import { LIMITS, type TooMuch } from './import-limits.ts';
import type { ImportChoices, ImportReader, PlanHead, ReadMessage, ReadStep } from './read-import.ts';

/** What was read, and what importing it would do. */
export interface ReadImport {
  head: PlanHead;
  fates: EntryFate[];
}

/** How far the reading is, over all its steps, from 0 to 1. */
export interface ReadProgress {
  step: ReadStep;
  done: number;
  total: number;
  share: number;
}

/** What ends a reading without anything to check, or the writing without anything in the database. */
export type ReadEnd = { why: TooMuch | 'slow' | 'stopped' | 'stale' } | { why: 'failed'; reason: string };

export interface Listener {
  onStep: (progress: ReadProgress) => void;
  onRead: (read: ReadImport) => void;
  /** So many entries are written. */
  onWritten: (entries: number) => void;
  /** All of it is written, and was read back. */
  onDone: () => void;
  onEnd: (end: ReadEnd) => void;
}

/** A reading that is under way, or waits for a decision. */
export interface Reading {
  choose: (choices: ImportChoices) => void;
  /** Has written what was read last; `name` for a newsletter that is founded. */
  write: (name: string) => void;
  /** Stops the writing, and tells when nothing of it is left. */
  stopWriting: () => void;
  /** Ends it at once, whatever it is doing: what is not written by then never is. */
  stop: () => void;
}

const FILES_AT_ONCE = 20;

/** With more files that cannot be taken apart, somebody is playing with us. */
const BAD_FILES = 10;

/** A progress that is smaller than this is not seen, and a page that is drawn at every file answers less. */
const VISIBLE = 0.005;

/** Where each step begins and ends in the whole; reading takes longest. */
const SHARES: Record<ReadStep, readonly [number, number]> = {
  open: [0, 0.05],
  read: [0.05, 0.65],
  learn: [0.65, 0.7],
  'take-apart': [0.7, 1],
};

/**
 * Has files read. A file over which the reader stays too long, or fails, is left out, by name: the reader is ended and
 * begins again without it.
 */
export function startReading(
  start: (tell: (message: ReadMessage) => void) => ImportReader,
  { files, language }: { files: ChosenFile[]; language: string },
  { onStep, onRead, onWritten, onDone, onEnd }: Listener,
): Reading {
  const leftOut: { path: string; fault: 'slow' | 'tangled' }[] = [];
  let choices: ImportChoices = { withStyle: null, apart: [] };
  let watch: ReturnType<typeof setTimeout> | undefined;
  let read: ReadImport | undefined;
  let shown = { step: '', share: 0 };
  let reader = begin();

  function begin(): ImportReader {
    const begun = start(hear);
    setTimeout(() => hand(begun, 0));
    return begun;
  }

  /** Hands the files over, some at a time: each costs the page half a millisecond. */
  function hand(to: ImportReader, from: number): void {
    to.send({ ask: 'take', files: files.slice(from, from + FILES_AT_ONCE) });
    if (from + FILES_AT_ONCE < files.length) setTimeout(() => hand(to, from + FILES_AT_ONCE));
    else to.send({ ask: 'read', leftOut: leftOut.map(({ path }) => path), language, choices });
  }

  function end(told: ReadEnd): void {
    stop();
    onEnd(told);
  }

  function stop(): void {
    clearTimeout(watch);
    reader.end();
  }

  function goOnWithout(path: string, fault: 'slow' | 'tangled'): void {
    stop();
    leftOut.push({ path, fault });
    if (leftOut.length > BAD_FILES) end({ why: 'slow' });
    else reader = begin();
  }

  function watchOver(step: ReadStep, path: string): void {
    clearTimeout(watch);
    const isFile = step === 'read' || step === 'take-apart';
    watch = setTimeout(
      () => {
        if (isFile) goOnWithout(path, 'slow');
        else end({ why: 'slow' });
      },
      isFile ? LIMITS.fileTime : LIMITS.learnTime,
    );
  }

  function hear(message: ReadMessage): void {
    if (message.is === 'step') {
      const { step, done, total, path } = message;
      const [from, to] = SHARES[step];
      const share = from + (to - from) * (total === 0 ? 0 : done / total);
      if (step !== shown.step || Math.abs(share - shown.share) >= VISIBLE) {
        shown = { step, share };
        onStep({ step, done, total, share });
      }
      watchOver(step, path);
    } else if (message.is === 'head') {
      clearTimeout(watch);
      const newsletter = Newsletter.parse(message.head.newsletter);
      const faults = [...message.head.faults, ...leftOut];
      read = { head: { ...message.head, newsletter, faults }, fates: [] };
    } else if (message.is === 'part') {
      read?.fates.push(...message.fates);
    } else if (message.is === 'end') {
      if (read !== undefined) onRead(read);
    } else if (message.is === 'written') {
      onWritten(message.entries);
    } else if (message.is === 'done') {
      stop();
      onDone();
    } else if (message.is === 'not-written') {
      end({ why: message.why });
    } else if (message.is === 'too-much') {
      end({ why: message.why });
    } else if (message.path !== '') {
      goOnWithout(message.path, 'tangled');
    } else {
      end({ why: 'failed', reason: message.reason });
    }
  }

  return {
    choose: (chosen) => {
      choices = chosen;
      reader.send({ ask: 'plan', choices });
    },
    write: (name) => reader.send({ ask: 'write', name }),
    stopWriting: () => reader.send({ ask: 'stop' }),
    stop,
  };
}
