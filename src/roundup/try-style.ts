import type { Entry } from '../domain/entry.ts';
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

/** The frame that prints a title and nothing else. */
const TITLE_ONLY = '{{ issue.title }}';

/**
 * Prints what a template is for: an entry of its shape, the whole issue, its title, or a reference to it. The newsletter
 * is used for nothing else yet, so that a wrong template changes nothing. A template of entries is wrong also where it
 * fails for another entry of the issue.
 *
 * @param part `headline`, `inline` …, `note`, `link`, `heading`, `frame`, `title` or `reference`.
 */
export function tryStyle(newsletter: Newsletter, part: string, { issue, entries }: StyleSample): Trial {
  try {
    if (part === 'reference') return { markdown: printReference(issue, newsletter), fault: null };
    if (part === 'title') return { markdown: titleOf(newsletter, issue), fault: null };
    const whole = render(issue, entries, newsletter).markdown;
    if (part === 'frame' || part === 'heading') return { markdown: whole, fault: null };
    const entry = entries.find((one) => isPrintedBy(part, one)) ?? entries[0];
    return { markdown: entry === undefined ? '' : renderEntry(entry, newsletter), fault: null };
  } catch (error) {
    return { markdown: null, fault: styleFaultOf(error) };
  }
}

/** The title that the newsletter's template makes. */
function titleOf(newsletter: Newsletter, issue: Issue): string {
  const style = { ...newsletter.style, frame: TITLE_ONLY, glue: { ...newsletter.style.glue, end: '' } };
  return render({ ...issue, title: '', glue: undefined }, [], { ...newsletter, style }).markdown;
}

/** Whether an entry prints with the template of that name. */
export function isPrintedBy(part: string, { shape, links }: Entry): boolean {
  if (part === 'note') return links.length === 0;
  return links.length > 0 && (part === 'link' ? shape === 'headline' : shape === part);
}

/** How an issue that went out would print now, beside what it was. */
export interface Reprinted {
  was: string;
  is: string;
}

/** Prints a published issue anew from its records, to be compared with what went out; null where the style is wrong. */
export function reprinted(newsletter: Newsletter, { issue, entries }: StyleSample): Reprinted | null {
  if (issue.printed === null) return null;
  try {
    return { was: issue.printed.markdown, is: render(issue, entries, newsletter).markdown };
  } catch {
    return null;
  }
}
