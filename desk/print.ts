import type { Entry } from '../src/domain/entry.ts';
import type { Issue } from '../src/domain/issue.ts';
import type { Newsletter } from '../src/domain/newsletter.ts';
import { type Rendering, render } from '../src/roundup/render.ts';
import { type StyleFault, styleFaultOf } from '../src/roundup/style-fault.ts';

/** The Markdown of the issue, or why the house style gives none. */
export type Printed = { rendering: Rendering; fault: null } | { fault: StyleFault };

/** Prints an issue. */
export function print(issue: Issue, entries: readonly Entry[], newsletter: Newsletter): Printed {
  try {
    return { rendering: render(issue, entries, newsletter), fault: null };
  } catch (error) {
    return { fault: styleFaultOf(error) };
  }
}
