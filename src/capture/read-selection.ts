import { generateFragmentFromRange, setTimeout } from 'text-fragments-polyfill/dist/fragment-generation-utils.js';
import type { Selected } from '../domain/selected.ts';
import { own } from './own-member.ts';

const LONGEST = 20_000;
const LONGEST_PART = 2000;

/** How long it may look for words that name the passage, in milliseconds. */
const PATIENCE = 500;

/**
 * The text that is selected on a page and the words that name its place there. Runs inside the page, touches nothing
 * and gives plain, bounded values. The words are looked for by the library that browsers' own "copy link to highlight"
 * comes from: they must stand on the page once, begin and end with whole words, and not run over a paragraph's end.
 */
export function readSelection(page: Document): Selected {
  const selection = own(page, 'getSelection')();
  const text = (selection?.toString() ?? '').slice(0, LONGEST);
  if (selection === null || selection.rangeCount === 0 || text.trim() === '') return { text, passage: null };
  setTimeout(PATIENCE);
  // A copy: the library widens its range to whole words, and the editor's selection is not ours.
  const { fragment } = generateFragmentFromRange(selection.getRangeAt(0).cloneRange());
  if (fragment === undefined) return { text, passage: null };
  const { textStart: start, textEnd: end = '', prefix = '', suffix = '' } = fragment;
  const passage = { start, end, prefix, suffix };
  const isShort = Object.values(passage).every((part) => part.length <= LONGEST_PART);
  return { text, passage: isShort ? passage : null };
}
