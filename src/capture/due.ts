import { dueDays } from '../domain/due-days.ts';
import { kindsOf, type Thing, textIn } from './json-ld.ts';
import { own } from './own-member.ts';

const MOST_TEXT = 200_000;
const MOST_NODES = 20_000;

/** NodeFilter.SHOW_TEXT; a page can redefine the name. */
const SHOW_TEXT = 4;

/** The last days that a page names: of a job in its JSON-LD, of an event the day on which it begins, then in its text. */
export function dueDaysOf(page: Document, things: readonly Thing[]): string[] {
  const said = things.flatMap((thing) => {
    const kinds = kindsOf(thing);
    if (kinds.includes('JobPosting')) return [textIn(thing.validThrough)];
    return kinds.some((kind) => /(?:^|[a-z])Event$/.test(kind)) ? [textIn(thing.startDate)] : [];
  });
  // As a page for machines writes it: the day stands at the beginning.
  const described = said.flatMap((date) => dueDays(`deadline: ${date.trim().slice(0, 10)}`));
  return [...new Set([...described, ...dueDays(textOf(page))])].slice(0, 5);
}

/** What stands on the page, words of different elements apart; scripts and styles left out. */
function textOf(page: Document): string {
  const body = own(page, 'body');
  if (body === null) return '';
  const walker = own(page, 'createTreeWalker')(body, SHOW_TEXT);
  const parts: string[] = [];
  let length = 0;
  for (let nodes = 0; nodes < MOST_NODES && length < MOST_TEXT && walker.nextNode() !== null; nodes += 1) {
    const { nodeValue, parentNode } = walker.currentNode;
    if (nodeValue === null || /^(?:SCRIPT|STYLE|NOSCRIPT|TEMPLATE)$/.test(parentNode?.nodeName ?? '')) continue;
    parts.push(nodeValue.slice(0, MOST_TEXT));
    length += nodeValue.length;
  }
  return parts.join(' ').slice(0, MOST_TEXT);
}
