import { line } from '../domain/line.ts';
import { own } from './own-member.ts';

/** One line of a page as its readers see it. */
export interface Line {
  text: string;
  /** A moment that the page gives for machines, where the line holds one. */
  datetime: string;
}

/** How far from the headline a byline or day is looked for: beyond that the page speaks of something else. */
const MOST_NODES = 240;
const MOST_AFTER = 14;
const MOST_BEFORE = 8;
/** A line this long is the text itself. */
const LONGEST = 160;

const BLOCK =
  /^(?:address|article|aside|blockquote|br|dd|div|dl|dt|fieldset|figcaption|figure|footer|form|h\d|header|hr|li|main|nav|ol|p|pre|section|table|td|th|tr|ul)$/;
const SILENT = /^(?:script|style|template|svg|noscript|select|button|textarea|iframe|math)$/;
/** Boxes of facts about what the page is about. */
const BOXES = '[class*="infobox" i], nav';
/** Elements that hold a moment for machines; `relative-time` is that of GitHub, Gitea and others. */
export const MOMENT = /^(?:time|relative-time)$/;
const BY = /^(?:(?:written|posted|published)\s+)?by:?$/i;
const ELEMENT = 1;

/** Headings of the page, the greatest first; a page may have thousands, and the first say what it is about. */
export function headingsOf(page: Document): { text: string; element: Element; isFirst: boolean }[] {
  return ['h1', 'h2', 'h3'].flatMap((name) => {
    const all = own(page, 'getElementsByTagName')(name);
    return Array.from({ length: Math.min(all.length, 20) }, (_, at) => all[at]).flatMap((element) => {
      // The mark behind a heading by which it can be linked to.
      const text = line(element?.textContent, 1000).replace(/\s*[¶§#]$/u, '');
      return element === undefined || text === '' ? [] : [{ text, element, isFirst: name === 'h1' }];
    });
  });
}

/** The short lines around a headline, those behind it first: where bylines and days stand. */
export function linesNear(page: Document, headline: Element): Line[] {
  const walker = own(page, 'createTreeWalker')(own(page, 'body') ?? headline, 5);
  return [
    ...linesFrom(walker, headline, 'nextNode', MOST_AFTER),
    ...linesFrom(walker, headline, 'previousNode', MOST_BEFORE),
  ];
}

function linesFrom(walker: TreeWalker, headline: Element, step: 'nextNode' | 'previousNode', most: number): Line[] {
  const lines: Line[] = [];
  let text = '';
  let datetime = '';
  const end = () => {
    const clean = line(text, 400);
    const last = lines.at(-1);
    // “By” and the name are often set as blocks of their own.
    if (last !== undefined && step === 'nextNode' && BY.test(last.text)) last.text += ` ${clean}`;
    else if (last !== undefined && step === 'previousNode' && BY.test(clean)) last.text = `${clean} ${last.text}`;
    else if (clean !== '' || datetime !== '') lines.push({ text: clean, datetime });
    text = '';
    datetime = '';
  };
  let block: Node | null = null;
  walker.currentNode = headline;
  for (let count = 0; count < MOST_NODES && lines.length < most; count += 1) {
    const node = walker[step]();
    if (node === null) break;
    if (headline.contains(node) || node.contains(headline)) continue;
    if (node.nodeType === ELEMENT) {
      const element = node as Element;
      if (element.localName === 'br') end();
      if (MOMENT.test(element.localName) && !isChange(element)) {
        // Going on, it is met before its own text: what was gathered so far may be another line.
        const own = blockOf(element);
        if (own !== block) end();
        block = own;
        datetime ||= element.getAttribute('datetime') ?? '';
      }
      if (/^(?:h1|h2)$/.test(element.localName) && lines.length > 0 && step === 'nextNode') break;
      continue;
    }
    const parent = node.parentElement;
    if (
      parent === null ||
      SILENT.test(parent.localName) ||
      parent.closest(BOXES) !== null ||
      (node.textContent ?? '').trim() === ''
    )
      continue;
    const own = blockOf(parent);
    if (own !== block) end();
    block = own;
    const piece = (node.textContent ?? '').slice(0, 400);
    // Parts that only their looks set apart: `<b>Ada Quill</b><i>27 Feb</i>`.
    text = step === 'nextNode' ? `${text} ${piece}` : `${piece} ${text}`;
    // Here the text begins. What stands at its very start may still be the day.
    if (text.length > LONGEST) {
      end();
      break;
    }
  }
  end();
  return lines;
}

/** The nearest element that begins a line of its own. */
function blockOf(element: Element): Element {
  let block = element;
  for (let depth = 0; depth < 12 && !BLOCK.test(block.localName) && block.parentElement; depth += 1)
    block = block.parentElement;
  return block;
}

/** When a page was changed is not when it was published. */
export const CHANGED =
  /\b(?:updated?|modified|edited|revised|last|mis à jour|modifié|aktualisiert|geändert|actualizado|atualizado|aggiornato|bijgewerkt)\b|更新|修改/iu;

/** Whether an element tells when the page was changed. */
export const isChange = (time: Element) =>
  CHANGED.test(line(time.textContent, 200)) ||
  /updat|modif/i.test(`${time.className} ${time.getAttribute('itemprop')}`);
