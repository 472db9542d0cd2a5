import type { Issue } from '../../domain/issue.ts';
import type { Newsletter } from '../../domain/newsletter.ts';
import { isWebAddress } from '../../domain/web-address.ts';
import { HouseTemplates } from '../house-templates.ts';

/** The address of an issue's web page; null: it has none, or the newsletter's template is wrong. */
export function printedAddressOf(
  newsletter: Pick<Newsletter, 'name' | 'style' | 'issueAddress'>,
  issue: Pick<Issue, 'number' | 'date' | 'address'>,
): string | null {
  if (issue.address !== undefined) return issue.address;
  if (newsletter.issueAddress === '') return null;
  try {
    const { number, date } = issue;
    const address = new HouseTemplates(newsletter.style).line(newsletter.issueAddress, {
      newsletter: { name: newsletter.name },
      issue: { number, date },
    });
    return isWebAddress(address) ? address : null;
  } catch {
    return null;
  }
}
