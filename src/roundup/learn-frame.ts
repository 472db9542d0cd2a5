import type { LearnedRule } from '../domain/learned.ts';
import type { IssueFacts } from './issue-facts.ts';
import type { ParsedIssue } from './parsed-issue.ts';
import { type Usual, usualOf } from './usual.ts';

/** A past issue with its number and day. */
export interface DatedIssue {
  issue: ParsedIssue;
  facts: IssueFacts;
}

/** The forms of a day that are looked for in titles and front matter, as filters of Liquid; the longest first. */
const DAY_FORMS: readonly { format: string; options: Intl.DateTimeFormatOptions; order: readonly string[] }[] = [
  { format: '%-d %B %Y', options: { month: 'long' }, order: ['d', ' ', 'm', ' ', 'y'] },
  { format: '%B %-d, %Y', options: { month: 'long' }, order: ['m', ' ', 'd', ', ', 'y'] },
  { format: '%-d %b %Y', options: { month: 'short' }, order: ['d', ' ', 'm', ' ', 'y'] },
  { format: '%b %-d, %Y', options: { month: 'short' }, order: ['m', ' ', 'd', ', ', 'y'] },
];

function dayIn(date: string, { options, order }: (typeof DAY_FORMS)[number]): string {
  const day = new Date(`${date}T00:00:00Z`);
  const parts: Record<string, string> = {
    d: String(day.getUTCDate()),
    m: new Intl.DateTimeFormat('en-US', { ...options, timeZone: 'UTC' }).format(day),
    y: String(day.getUTCFullYear()),
  };
  return order.map((part) => parts[part] ?? part).join('');
}

/** A text with its number and day as Liquid; null where it holds Liquid already. */
export function asTemplate(text: string, { number, date }: IssueFacts): string | null {
  if (/\{[{%]/.test(text)) return null;
  const forms = DAY_FORMS.map((form) => ({ format: form.format, day: dayIn(date, form) }));
  const found = forms.find(({ day }) => text.includes(day));
  const dated = found === undefined ? text : text.replace(found.day, '\u0000');
  return dated
    .replace(date, '{{ issue.date }}')
    .replace(new RegExp(`(?<!\\d)${number}(?!\\d)`), '{{ issue.number }}')
    .replace('\u0000', `{{ issue.date | date: "${found?.format ?? ''}" }}`);
}

/** The name under which an issue keeps the value of a key of its front matter, where it is not the usual one. */
export const frontSlot = (key: string) => `front_${key.replace(/\W/g, '_')}`;

/** How an issue says that a part of the frame is not in it. */
export const without = (parts: readonly string[]) => parts.map((part) => `|${part}|`).join('');

const missing = (part: string) => `without contains "|${part}|"`;

/** The Liquid of the frame, from what the issues have in common; what differs is asked of the issue. */
export function learnFrame(issues: readonly DatedIssue[]): { frame: string; rules: LearnedRule[] } {
  const fields = frontFields(issues);
  const fronts = issues.flatMap(({ issue }) => issue.front ?? []);
  const open = usualOf(fronts.map((front) => front.open))?.value ?? '';
  const close = usualOf(fronts.map((front) => front.close))?.value ?? '';
  const comments = usualOf(issues.map(({ issue }) => issue.comments));
  const usualComments = comments !== null && comments.count > comments.of / 2 && !/\{[{%]/.test(comments.value);
  const hasTitle = issues.filter(({ issue }) => issue.title !== '').length > issues.length / 2;
  const named = hasTitle ? `{% unless ${missing('title')} %}` : '{% if with contains "|title|" %}';
  const endNamed = hasTitle ? '{% endunless %}' : '{% endif %}';
  const body =
    issues.length === 0 || fronts.length < issues.length / 2
      ? ''
      : open + fields.map(({ liquid }) => liquid).join('') + close;
  const closings = usualOf(issues.map(({ issue }) => issue.closing));
  const usualClosing =
    closings !== null && closings.count >= 2 && closings.count > closings.of / 2 && !closings.value.includes('endraw')
      ? closings.value
      : '';
  const closing = slot('closing', usualClosing === '' ? null : `{% raw %}${usualClosing}{% endraw %}`, {
    before: '{{ glue.beforeClosing }}',
  });
  const comment = slot('comments', usualComments ? comments.value : null, {
    after: '{{ glue.afterComments }}',
  });
  const frame = `{% assign without = issue.without | append: "" %}{% assign with = issue.with | append: "" %}\
{% if issue.front %}{{ issue.front }}{% else %}${body === '' ? '' : `{% unless ${missing('front')} %}${body}{% endunless %}`}{% endif %}\
{{ glue.afterFront }}${comment}\
${named}{{ glue.beforeTitle }}{{ issue.title }}{{ glue.titleEnd }}\
{% if issue.letter or sections %}{{ glue.afterTitle }}{% endif %}${endNamed}\
{% if issue.letter %}{{ issue.letter }}{% if sections %}{{ glue.afterLetter }}{% endif %}{% endif %}{{ sections }}${closing}`;
  const rules = fields.flatMap(({ key, usual }) => (usual === null ? [] : [{ name: `front:${key}`, ...usual }]));
  if (comments !== null) rules.push({ name: 'comments', ...comments });
  if (usualClosing !== '' && closings !== null) rules.push({ name: 'closing', ...closings });
  return { frame, rules };
}

/** A part that most issues share; each may have its own, or none. */
function slot(name: string, usual: string | null, { before = '', after = '' }): string {
  const own = `{% if issue.${name} %}${before}{{ issue.${name} }}${after}`;
  if (usual === null || usual === '') return `${own}{% endif %}`;
  return `${own}{% else %}{% unless ${missing(name)} %}${before}${usual}${after}{% endunless %}{% endif %}`;
}

interface LearnedField {
  key: string;
  liquid: string;
  usual: Usual | null;
}

/** The keys of the front matter in their order, each with the value it usually has. */
function frontFields(issues: readonly DatedIssue[]): LearnedField[] {
  const keys = mergedOrder(issues.map(({ issue }) => (issue.front?.fields ?? []).map(({ key }) => key)));
  return keys.map((key): LearnedField => {
    const seen = issues.flatMap(({ issue, facts }) =>
      (issue.front?.fields ?? []).filter((field) => field.key === key).map((field) => ({ ...field, facts })),
    );
    const usually = (part: 'before' | 'colon' | 'end') => usualOf(seen.map((field) => field[part]))?.value ?? '';
    const [begin, end] = [usually('before') + key + usually('colon'), usually('end')];
    const usual = usualOf(seen.map(({ value, facts }) => asTemplate(value, facts) ?? '\u0000'));
    const own = frontSlot(key);
    const quoted = seen.every(({ value }) => unquoted(value) !== null);
    if (key === 'subtitle' && quoted) {
      return {
        key,
        usual: null,
        liquid: `{% if issue.${own} %}${begin}{{ issue.${own} }}${end}{% elsif issue.subtitle %}${begin}{{ issue.subtitle | yaml }}${end}{% endif %}`,
      };
    }
    if (usual === null || !isRule(usual)) {
      return { key, usual: null, liquid: `{% if issue.${own} %}${begin}{{ issue.${own} }}${end}{% endif %}` };
    }
    return {
      key,
      usual,
      liquid: `{% unless ${missing(own)} %}${begin}{% if issue.${own} %}{{ issue.${own} }}{% else %}${usual.value}{% endif %}${end}{% endunless %}`,
    };
  });
}

/** Text in double quotes, as `yaml` prints it; null for everything else. */
export function unquoted(value: string): string | null {
  if (!value.startsWith('"')) return null;
  try {
    const text: unknown = JSON.parse(value);
    return typeof text === 'string' && JSON.stringify(text) === value ? text : null;
  } catch {
    return null;
  }
}

/** What two issues at least have in common, or a word that can hardly be this issue's alone. */
function isRule({ value, count, of }: Usual): boolean {
  if (value === '\u0000' || value === '' || count < of / 2) return false;
  return count > 1 || value.includes('{{ issue.') || /^[\w-]+$/.test(value);
}

/** Several orders as one: what an order lacks stands behind what it follows in the others. */
export function mergedOrder(orders: readonly (readonly string[])[]): string[] {
  const merged: string[] = [];
  for (const order of [...orders].sort((a, b) => b.length - a.length)) {
    for (const [at, name] of order.entries()) {
      if (merged.includes(name)) continue;
      const before = at === 0 ? -1 : merged.indexOf(order[at - 1] ?? '');
      merged.splice(before + 1, 0, name);
    }
  }
  return merged;
}
