import type { ParsedIssue } from './parsed-issue.ts';

/** The number and the day of a past issue. */
export interface IssueFacts {
  number: number;
  /** As in `2022-08-20`. */
  date: string;
}

const MONTHS = 'january february march april may june july august september october november december'.split(' ');

/** What a past issue says of its number and day: its front matter, its heading, or else the name of its file. */
export function factsOf(issue: ParsedIssue, fileName: string): IssueFacts {
  const field = (...keys: string[]) =>
    keys.map((key) => issue.front?.fields.find((one) => one.key.toLowerCase() === key)?.value ?? '');
  const title = [...field('title', 'subject'), issue.heading];
  const dated = [...field('date', 'published', 'publish_date'), fileName, ...title];
  const date = dated.map(dayIn).find((day) => day !== null) ?? '1970-01-01';
  const numbered = [...field('number', 'issue').map((value) => `#${value}`), ...title];
  const number = numbered.map((value) => /(?:#|№ ?|n[º°] ?|\bissue |\bno\.? )['"]?(\d{1,5})(?!\d)/i.exec(value)?.[1]);
  const named =
    /^0*(\d{1,5})(?![\d-])/.exec(fileName)?.[1] ??
    field('slug').map((value) => /^['"]?(\d+)['"]?$/.exec(value)?.[1])[0];
  return { number: Number(number.find(Boolean) ?? named ?? date.replaceAll('-', '')), date };
}

function dayIn(text: string): string | null {
  const iso = /(?<!\d)(\d{4}-\d\d-\d\d)(?!\d)/.exec(text)?.[1];
  if (iso !== undefined) return iso;
  const [, before, month = '', behind, year] =
    /(?:(\d{1,2})(?:st|nd|rd|th)? )?([A-Za-z]{3,9})\.?(?: (\d{1,2})(?:st|nd|rd|th)?)?,? (\d{4})/.exec(text) ?? [];
  const at = MONTHS.findIndex((name) => name.startsWith(month.toLowerCase()));
  const day = before ?? behind;
  if (year === undefined || day === undefined || at < 0) return null;
  return `${year}-${String(at + 1).padStart(2, '0')}-${day.padStart(2, '0')}`;
}
