import type { Facts } from '../facts.ts';
import type { Finding } from '../finding.ts';
import { onHolder } from './on-holder.ts';

/**
 * Bold print that begins and does not end: its paragraph shows two stars. A single star is none: it marks a note, or
 * stands for times, as often as it is a mistake.
 */
export function openEmphasis({ holders }: Facts): Finding[] {
  return holders.flatMap((holder) =>
    holder.texts.flatMap((text) =>
      text.openEmphasis.map((words) =>
        onHolder(holder, {
          kind: 'open-emphasis',
          severity: 'look',
          content: [words],
          detail: { name: words },
          diff: [
            { text: '**', what: 'cut' },
            { text: words.slice(2), what: 'same' },
          ],
          repairs: [{ kind: 'cut', value: '**', changes: text.write(without(text.source, words)) }],
        }),
      ),
    ),
  );
}

function without(source: string, words: string): string {
  const at = source.indexOf(words);
  return at < 0 ? source : source.slice(0, at) + source.slice(at + 2);
}
