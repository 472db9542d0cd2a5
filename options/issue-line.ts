import type { Issue } from '../src/domain/issue.ts';
import type { Newsletter } from '../src/domain/newsletter.ts';
import { HouseTemplates } from '../src/roundup/house-templates.ts';

function print(template: string, newsletter: Newsletter, facts: { number: number; date: string }): string {
  const { number, date } = facts;
  return new HouseTemplates(newsletter.style).line(template, {
    newsletter: { name: newsletter.name },
    issue: { number, date },
  });
}

/** What a one-line template prints for an issue; empty where the template is wrong. */
export function issueLine(template: string, newsletter: Newsletter, issue: Issue): string {
  try {
    return print(template, newsletter, issue);
  } catch {
    return '';
  }
}

/** What the template engine finds wrong with a one-line template, in its own words; null: nothing. */
export function templateFault(template: string, newsletter: Newsletter, issue: Issue | null): string | null {
  try {
    print(template, newsletter, issue ?? { number: 1, date: '2022-08-26' });
    return null;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    // The engine adds the place in the file; a template of one line has none worth saying.
    return (message.split('\n')[0] ?? '').replace(/,( file:.*)? line:\d+, col:\d+.*$/, '');
  }
}
