import { Entry } from '../src/domain/entry.ts';
import { Issue } from '../src/domain/issue.ts';
import { Newsletter } from '../src/domain/newsletter.ts';
import type { EntryFate } from '../src/roundup/issue-import.ts';
import type { ChosenFile } from './import-files.ts';
import { LIMITS, type TooMuch } from './import-limits.ts';
import type { ImportChoices, ImportReader, PlanHead, ReadMessage, ReadStep } from './read-import.ts';

/** What was read, and what importing it would do. */
export interface ReadImport {
  head: PlanHead;
  issues: Issue[];
  entries: Entry[];
  fates: EntryFate[];
}

/** How far the reading is, over all its steps, from 0 to 1. */
export interface ReadProgress {
  step: ReadStep;
  done: number;
  total: number;
  share: number;
}

/** What ends a reading without anything to check. */
export type ReadEnd = { why: TooMuch | 'slow' } | { why: 'failed'; reason: string };

export interface Listener {
  onStep: (progress: ReadProgress) => void;
  onRead: (read: ReadImport) => void;
  onEnd: (end: ReadEnd) => void;
}

/** A reading that is under way, or waits for a decision. */
export interface Reading {
  choose: (choices: ImportChoices) => void;
  stop: () => void;
}

const FILES_AT_ONCE = 50;

/** With more files that cannot be taken apart, somebody is playing with us. */
const BAD_FILES = 10;

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
  { onStep, onRead, onEnd }: Listener,
): Reading {
  const leftOut: { path: string; fault: 'slow' | 'tangled' }[] = [];
  let choices: ImportChoices = { withStyle: null, apart: [] };
  let watch: ReturnType<typeof setTimeout> | undefined;
  let read: ReadImport | undefined;
  let reader = begin();

  function begin(): ImportReader {
    const begun = start(hear);
    hand(begun, 0);
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
      onStep({ step, done, total, share: from + (to - from) * (total === 0 ? 0 : done / total) });
      watchOver(step, path);
    } else if (message.is === 'head') {
      clearTimeout(watch);
      // What comes back is made of files that anybody may have written.
      const newsletter = Newsletter.parse(message.head.newsletter);
      const faults = [...message.head.faults, ...leftOut];
      read = { head: { ...message.head, newsletter, faults }, issues: [], entries: [], fates: [] };
    } else if (message.is === 'part') {
      read?.issues.push(Issue.parse(message.issue));
      read?.entries.push(...message.entries.map((entry) => Entry.parse(entry)));
      read?.fates.push(...message.fates);
    } else if (message.is === 'end') {
      if (read !== undefined) onRead(read);
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
    stop,
  };
}
