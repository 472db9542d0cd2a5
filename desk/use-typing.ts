import { useEffect, useReducer, useRef } from 'preact/hooks';
import { timeOfChange } from '../src/domain/time-of-change.ts';
import { isSame, SETTLED, stillUnsettled, type Unsettled } from './typing.ts';

/** What a session of typing into one record has changed: the fields as they were before, and as they are now. */
export interface TypingSession<R> {
  before: Partial<R>;
  after: Partial<R>;
}

interface TypingOptions<R> {
  /** Writes the record at once, as of this time; it is called in the input event itself. */
  write: (record: R, at: number) => Promise<unknown>;
  /** When a record was last written: the time that `write` was given. */
  writtenAt: (record: R) => number;
  now: () => number;
  /**
   * By record what was typed and the database has not shown yet, for editors that are drawn anew in the middle of
   * writing: the new one goes on where the old one was, whatever the database has shown by then. Left out: it ends with
   * the editor.
   */
  unsettled?: Map<string, Unsettled<R>>;
  /** Something was typed; it is among what is unsettled. */
  onTyped?: () => void;
  /** The first change of the session is about to be written; the record is as it was. */
  onBegin?: (record: R) => void;
  /** The session is over: the editor closed, another record took its place, or something else is about to be done. */
  onEnd?: (session: TypingSession<R>) => void;
  /** Calls back before anything else is done to the records; returns the end of it. */
  beforeActing?: (end: () => void) => () => void;
  /** What was typed is in the database. */
  onKept: () => void;
  onFailure: (error: unknown) => void;
}

interface Typing<R> {
  /** The record as the editor sees it: the newest of the database with what was typed here on top. */
  shown: R;
  /** Changes fields of the record as it is at this moment; the others stay as the database has them, whoever wrote them. */
  type: (change: (now: R) => Partial<R>) => void;
}

/**
 * Typing into a record that other pages may change at the same time. Every change is written in the event that made it,
 * over the newest record the database has shown; only the fields that were typed here are ours.
 */
export function useTyping<R extends { id: string }>(record: R, options: TypingOptions<R>): Typing<R> {
  const own = useRef(new Map<string, Unsettled<R>>());
  const unsettled = options.unsettled ?? own.current;
  const open = stillUnsettled(unsettled.get(record.id) ?? SETTLED, record, options.writtenAt(record));
  if (Object.keys(open.fields).length > 0) unsettled.set(record.id, open);
  else unsettled.delete(record.id);
  const session = useRef<TypingSession<R> | null>(null);
  const writes = useRef({ begun: 0, kept: 0 });
  const [, redraw] = useReducer((turn: number) => turn + 1, 0);
  const latest = useRef({ record, options });
  latest.current = { record, options };

  useEffect(() => {
    const end = () => {
      const ended = session.current;
      session.current = null;
      if (ended !== null) latest.current.options.onEnd?.(ended);
    };
    const stop = latest.current.options.beforeActing?.(end);
    return () => {
      stop?.();
      end();
      own.current.clear();
    };
  }, [record.id]);

  const type = (change: (now: R) => Partial<R>) => {
    const { record: newest, options: current } = latest.current;
    const typed = unsettled.get(newest.id) ?? SETTLED;
    const before = { ...newest, ...typed.fields };
    const fields = change(before);
    // Another page has written over what was typed here: what it wrote is a beginning of its own, for revisions and undo.
    if (session.current !== null && !holds(before, session.current.after)) {
      current.onEnd?.(session.current);
      session.current = null;
    }
    if (session.current === null) current.onBegin?.(before);
    session.current = {
      before: { ...pick(before, fields), ...session.current?.before },
      after: { ...session.current?.after, ...fields },
    };
    const at = timeOfChange(current.now(), Math.max(current.writtenAt(newest), typed.at));
    const all = { ...typed.fields, ...fields };
    unsettled.set(newest.id, { fields: all, at });
    writes.current.begun += 1;
    const turn = writes.current.begun;
    // Each write has all that was typed: the last one counts, in whatever order they end.
    current.write({ ...newest, ...all }, at).then(
      () => {
        writes.current.kept = Math.max(writes.current.kept, turn);
        if (turn === writes.current.begun) current.onKept();
      },
      (error) => {
        if (turn <= writes.current.kept) return;
        const left = unsettled.get(newest.id);
        // Unless it was typed on since: that write tells of itself.
        if (left?.at === at) unsettled.set(newest.id, { ...left, failed: pick(newest, left.fields) });
        current.onFailure(error);
      },
    );
    redraw(undefined);
    current.onTyped?.();
  };
  return { shown: { ...record, ...open.fields }, type };
}

const holds = <R extends object>(record: R, fields: Partial<R>) =>
  (Object.keys(fields) as (keyof R)[]).every((name) => isSame(record[name], fields[name]));

function pick<R extends object>(record: R, like: Partial<R>): Partial<R> {
  const names = Object.keys(like) as (keyof R)[];
  return Object.fromEntries(names.map((name) => [name, record[name]])) as Partial<R>;
}
