import type { RootContent } from 'mdast';
import { endOf, startOf } from './markdown-blocks.ts';

/** Words with which editors turn to their readers, in the languages that newsletters were seen in. */
const TO_READERS =
  /^(?:(?:an? )?(?:editor(?:['’]s|ial)? )?(?:notes?|updates?|corrections?|clarifications?)|errat(?:um|a)|(?:(?:quick |friendly )?reminder|heads[- ]up|fyi|housekeeping|announcements?|disclaimer|disclosure)|(?:hinweis|anmerkung|korrektur|nachtrag|erinnerung)|(?:note|rappel|correctif|rectificatif|mise à jour)|(?:nota|aviso|recordatorio|corrección|fe de errores|actualización))$/iu;
/** The same where they go on without a colon, at the start of a sentence. */
const THANKS =
  /^(?:(?:many |big |huge |special )?thank(?:s| you)(?: so much| a lot)?(?: go(?:es)?)? to|hat[- ]tip to|danke an|merci à|gracias a)\s/iu;
/** What is as often the label of an entry: a link follows it at once. */
const NEWS = /^(?:updates?|announcements?|mise à jour|actualización)$/iu;
const POSTSCRIPT = /^(?:p\.?\s?){1,3}s(?:\.|\.?\s*[:,–—-])\s/iu;

/** The words of a paragraph without marks and emoji at their start. */
function wordsOf(markdown: string, block: RootContent): string {
  if (block.type !== 'paragraph') return '';
  const text = markdown.slice(startOf(block), Math.min(endOf(block), startOf(block) + LONGEST_LABEL));
  return text.replace(/^[^\p{L}\p{N}[]+/u, '');
}

/** Characters. */
const LONGEST_LABEL = 60;

/**
 * Whether a paragraph is a word of the editor to the readers, `**Note:** the [survey](…) closes on Friday.`, and no entry
 * though it holds a link.
 */
export function isEditorsNote(markdown: string, block: RootContent): boolean {
  const words = wordsOf(markdown, block);
  const [, written = '', rest = ''] = /^([^:[\n]+):[*_]*\s*(.*)/u.exec(words) ?? [];
  const label = written.replace(/[*_]+$/, '').trim();
  if (TO_READERS.test(label)) return !(NEWS.test(label) && rest.startsWith('['));
  return THANKS.test(words) || isPostscript(markdown, block);
}

/** `PS: …`, `**P.P.S.** …` */
export const isPostscript = (markdown: string, block: RootContent): boolean =>
  POSTSCRIPT.test(wordsOf(markdown, block).replace(/[*_]+/g, ''));
