import type { Entry } from '../domain/entry.ts';
import type { HouseStyle } from '../domain/house-style.ts';
import type { Issue } from '../domain/issue.ts';
import type { Newsletter } from '../domain/newsletter.ts';
import { printReference } from './print-reference.ts';
import { render, renderEntry } from './render.ts';
import { type StyleFault, styleFaultOf } from './style-fault.ts';

/** What a style is tried on. */
export interface StyleSample {
  issue: Issue;
  entries: readonly Entry[];
}

/** What a style prints, or where it is wrong. */
export type Trial = { markdown: string; fault: null } | { markdown: null; fault: StyleFault };

/**
 * Prints what a template is for: an entry of its shape, the whole issue, or a reference to it. The style is used for
 * nothing else yet, so that a wrong one changes nothing.
 *
 * @param part `headline`, `inline` …, `note`, `link`, `heading`, `frame` or `reference`.
 */
export function tryStyle(
  style: HouseStyle,
  part: string,
  newsletter: Newsletter,
  { issue, entries }: StyleSample,
): Trial {
  const tried = { ...newsletter, style };
  try {
    if (part === 'reference') return { markdown: printReference(issue, tried), fault: null };
    if (part === 'frame' || part === 'heading')
      return { markdown: render(issue, entries, tried).markdown, fault: null };
    const entry = entries.find((one) => isOf(part, one)) ?? entries[0];
    return { markdown: entry === undefined ? '' : renderEntry(entry, tried), fault: null };
  } catch (error) {
    return { markdown: null, fault: styleFaultOf(error) };
  }
}

function isOf(part: string, { shape, links }: Entry): boolean {
  if (part === 'note') return links.length === 0;
  return links.length > 0 && (part === 'link' ? shape === 'headline' : shape === part);
}

/** Whether a style prints at all: every shape, the frame and a reference. Null: it does. */
export function faultOfStyle(style: HouseStyle, newsletter: Newsletter, sample: StyleSample): StyleFault | null {
  for (const part of ['headline', 'inline', 'one-liner', 'listing', 'note', 'link', 'frame', 'reference']) {
    const { fault } = tryStyle(style, part, newsletter, sample);
    if (fault !== null) return fault;
  }
  return null;
}

/** How an issue that went out would print now, beside what it was. */
export interface Reprinted {
  was: string;
  is: string;
}

/** Prints a published issue anew from its records, to be compared with what went out; null where the style is wrong. */
export function reprinted(
  style: HouseStyle,
  newsletter: Newsletter,
  { issue, entries }: StyleSample,
): Reprinted | null {
  if (issue.printed === null) return null;
  try {
    return { was: issue.printed.markdown, is: render(issue, entries, { ...newsletter, style }).markdown };
  } catch {
    return null;
  }
}
