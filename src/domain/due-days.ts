import type { PlainDate } from './plain-date.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const MONTH =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';

/** What says that a day is the last one: of calls, of jobs, of registrations. */
const CUE =
  /\b(?:deadlines?|due(?: date| by| on)?|clos(?:es?|ing)(?: date| on)?|appl(?:y|ications?)(?: \w+){0,3} (?:by|before|until)|(?:submit|submissions?|proposals?|abstracts?|papers?|register|registration|nominations?)(?: \w+){0,4} (?:by|before|until|ends?|open until)|last day|no later than|open until|ends on|expires?(?: on)?|valid through)\b/gi;

/** A day has to stand this near behind its cue, in characters: farther away it is another sentence’s. */
const NEAR = 70;

/** As many days are given. */
const MOST = 5;

/** The day written with the name of its month, either order, or as ISO: 12 March 2031, March 12th, 2031, 2031-03-12. */
const DAY = new RegExp(
  [
    `\\b(?<day>\\d{1,2})(?:st|nd|rd|th)?(?: of)?[ \\u00a0](?<month>${MONTH})\\b\\.?,?[ \\u00a0](?<year>\\d{4})\\b`,
    `\\b(?<month2>${MONTH})\\b\\.?[ \\u00a0](?<day2>\\d{1,2})(?:st|nd|rd|th)?,?[ \\u00a0](?<year2>\\d{4})\\b`,
    `\\b(?<year3>\\d{4})-(?<month3>\\d{2})-(?<day3>\\d{2})\\b`,
  ].join('|'),
  'gi',
);

/**
 * The days that a text of a page calls the last ones, in the order they stand, none twice: “Applications close on 12
 * March 2031”. A day needs its year and a month that cannot be mistaken: 3/4/2031 is another day on either side of the
 * Atlantic, so it is none. Whether a day is past is not asked here.
 */
export function dueDays(text: string): PlainDate[] {
  const flat = text.replace(/\s+/g, ' ');
  const days = new Set<PlainDate>();
  for (const cue of flat.matchAll(CUE)) {
    const behind = flat.slice(cue.index + cue[0].length, cue.index + cue[0].length + NEAR + 24);
    // The first day behind the cue; what follows a full stop is said of something else.
    const [found] = sentenceOf(behind).matchAll(DAY);
    const day = found && found.index <= NEAR ? dayOf(found.groups ?? {}) : null;
    if (day !== null) days.add(day);
    if (days.size === MOST) break;
  }
  return [...days];
}

/** A full stop ends a sentence before a capital, not after the name of a month or in 12.3. */
function sentenceOf(text: string): string {
  const end = /(?<!\b(?:jan|feb|mar|apr|aug|sept?|oct|nov|dec))[.!?] (?=[A-Z])/.exec(text.slice(0));
  return end === null ? text : text.slice(0, end.index);
}

/** A day that exists, or null. */
function dayOf(groups: Record<string, string | undefined>): PlainDate | null {
  const year = Number(groups.year ?? groups.year2 ?? groups.year3);
  const date = Number(groups.day ?? groups.day2 ?? groups.day3);
  const name = (groups.month ?? groups.month2)?.slice(0, 3).toLowerCase();
  const month = name === undefined ? Number(groups.month3) : MONTHS.indexOf(name) + 1;
  const time = new Date(Date.UTC(year, month - 1, date));
  const exists = year >= 1990 && year <= 2100 && time.getUTCMonth() === month - 1 && time.getUTCDate() === date;
  return exists ? time.toISOString().slice(0, 10) : null;
}
