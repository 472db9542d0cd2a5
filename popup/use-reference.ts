import type { RefObject } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Recollection } from '../src/domain/memory.ts';
import type { Newsletter } from '../src/domain/newsletter.ts';
import { applyEdit } from '../src/ui/apply-edit.ts';

/** The reference back that was inserted last. */
interface Inserted {
  number: number;
  text: string;
  /** Where the caret stood before. */
  at: number;
}

/**
 * Inserts the house's reference back to an issue at the caret, and takes it out again. Nothing but this needs the
 * templates: they are loaded when it is asked for.
 */
export function useReference(field: RefObject<HTMLTextAreaElement>) {
  const [inserted, setInserted] = useState<Inserted | null>(null);
  const isAtWork = useRef(false);

  const refer = async (newsletter: Newsletter, { issue }: Recollection) => {
    // Pressed twice, it is still one reference.
    if (isAtWork.current) return;
    isAtWork.current = true;
    try {
      const { printReference } = await import('../src/roundup/print-reference.ts');
      const reference = printReference(issue, newsletter);
      const area = field.current;
      if (area === null) return;
      const at = area.selectionEnd;
      const before = area.value.slice(0, at);
      const text = before === '' || /[\s([]$/.test(before) ? reference : ` ${reference}`;
      const caret = at + text.length;
      applyEdit(area, { from: at, to: at, insert: text, start: caret, end: caret });
      setInserted({ number: issue.number, text, at });
    } finally {
      isAtWork.current = false;
    }
  };

  const undo = () => {
    const area = field.current;
    setInserted(null);
    if (area === null || inserted === null) return;
    const { text, at } = inserted;
    // What was written before it meanwhile has moved it.
    const from = area.value.startsWith(text, at) ? at : area.value.indexOf(text);
    if (from < 0) area.focus();
    else applyEdit(area, { from, to: from + text.length, insert: '', start: from, end: from });
  };

  return { referred: inserted?.number ?? null, refer, undo };
}
