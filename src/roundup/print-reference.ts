import type { Issue } from '../domain/issue.ts';
import type { Newsletter } from '../domain/newsletter.ts';
import { escapeAddress } from './escape.ts';
import { HouseTemplates } from './house-templates.ts';
import { Markdown } from './markdown.ts';
import { printedAddressOf } from './preflight/issue-address.ts';

/**
 * A reference back to an issue in the form of the house, as Markdown.
 *
 * @throws LiquidError, with line and column, where its template is wrong.
 */
export function printReference(
  issue: Pick<Issue, 'number' | 'date' | 'title' | 'address'>,
  newsletter: Pick<Newsletter, 'name' | 'style' | 'issueAddress'>,
): string {
  const address = escapeAddress(printedAddressOf(newsletter, issue) ?? '');
  const { number, date, title } = issue;
  return new HouseTemplates(newsletter.style).reference({
    newsletter: { name: newsletter.name },
    issue: { number, date, title: new Markdown(title), ...(address !== null && { address: new Markdown(address) }) },
  });
}
