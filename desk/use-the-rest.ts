import { useEffect, useRef, useState } from 'preact/hooks';
import type { Database } from '../src/storage/database.ts';
import type { DamagedRecord } from '../src/storage/records.ts';
import { readDamaged } from './desk-data.ts';
import { idle } from './idle.ts';
import type { DeskWork } from './use-desk-work.ts';

/** So long it is waited for what is shown to stand, and then no longer: others wait for the rest. Milliseconds. */
const AT_LATEST = 3_000;

class DeskClosed extends Error {}

/**
 * Reads what is not shown at first, in the pauses of the page: the issues that went out, and behind them every record
 * there is. Gives those that cannot be read.
 *
 * @param stands the issue is drawn, printed and read back.
 */
export function useTheRest(
  db: Database,
  { shelf, knowsAllIssues }: Pick<DeskWork, 'shelf' | 'knowsAllIssues'>,
  stands: boolean,
): DamagedRecord[] {
  useEffect(() => {
    const timer = setTimeout(() => shelf?.readAll(), stands ? 0 : AT_LATEST);
    return () => clearTimeout(timer);
  }, [shelf, stands]);

  const [damaged, setDamaged] = useState<DamagedRecord[]>([]);
  // Once: what is written later is parsed by whoever writes it.
  const isAllThere = useRef(false);
  isAllThere.current ||= stands && knowsAllIssues;
  useEffect(() => {
    if (!isAllThere.current) return;
    let isOpen = true;
    const whileOpen = async () => {
      await idle();
      if (!isOpen) throw new DeskClosed();
    };
    readDamaged(db, whileOpen).then(setDamaged, () => undefined);
    return () => {
      isOpen = false;
    };
  }, [db, isAllThere.current]);
  return damaged;
}
