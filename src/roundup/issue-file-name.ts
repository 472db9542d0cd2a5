import { Liquid } from 'liquidjs';
import { safeFileName, slugOf } from '../domain/file-name.ts';
import type { Issue } from '../domain/issue.ts';
import { DEFAULT_FILE_NAME, type Newsletter } from '../domain/newsletter.ts';

/** What a template for a file name may use: plain words, so nothing is escaped, and a name misspelt is a fault. */
const liquid = new Liquid({
  ownPropertyOnly: true,
  timezoneOffset: 0,
  strictFilters: true,
  strictVariables: true,
  renderLimit: 200,
  parseLimit: 10_000,
  memoryLimit: 100_000,
});
liquid.registerFilter('slug', (value: unknown) => slugOf(String(value ?? '')));

type Facts = Pick<Issue, 'number' | 'date'>;

function print(template: string, newsletter: Pick<Newsletter, 'name'>, { number, date }: Facts): string {
  return String(
    liquid.parseAndRenderSync(template, { newsletter: { name: newsletter.name }, issue: { number, date } }),
  );
}

/**
 * The file an issue is downloaded as. A template that is faulty gives the usual name, and what it says is made safe for
 * every system; the extension is the kind's own, whether the template says one or not.
 */
export function issueFileName(
  newsletter: Pick<Newsletter, 'name' | 'fileName'>,
  issue: Facts,
  extension: 'md' | 'html',
): string {
  const usual = print(DEFAULT_FILE_NAME, newsletter, issue);
  let name = usual;
  if (fileNameFault(newsletter.fileName, newsletter, issue) === null)
    name = print(newsletter.fileName, newsletter, issue);
  return safeFileName(name.trim().replace(/\.(?:md|markdown|html?)$/iu, ''), extension, `roundup-${issue.number}`);
}

/** What is wrong with a template for a file name, in the words of the template engine; null: nothing. */
export function fileNameFault(template: string, newsletter: Pick<Newsletter, 'name'>, issue: Facts): string | null {
  try {
    print(template, newsletter, issue);
    return null;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    // The engine adds the place in the file; a template of one line has none worth saying.
    return (message.split('\n')[0] ?? '').replace(/,( file:.*)? line:\d+, col:\d+.*$/, '');
  }
}
