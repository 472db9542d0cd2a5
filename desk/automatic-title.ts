import type { Issue } from '../src/domain/issue.ts';
import type { Newsletter } from '../src/domain/newsletter.ts';
import { render } from '../src/roundup/render.ts';

/** The frame that prints a title and nothing else. */
const TITLE_ONLY = '{{ issue.title }}';

/** The title that an issue without one of its own is printed with; empty where the newsletter's template is wrong. */
export function automaticTitle(issue: Issue, newsletter: Newsletter): string {
  const style = { ...newsletter.style, frame: TITLE_ONLY, glue: { ...newsletter.style.glue, end: '' } };
  try {
    return render({ ...issue, title: '' }, [], { ...newsletter, style }).markdown;
  } catch {
    return '';
  }
}
