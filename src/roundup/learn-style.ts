import { DEFAULT_STYLE, type HouseStyle, type OwnGlue } from '../domain/house-style.ts';
import type { LearnedRule } from '../domain/learned.ts';
import { foldName } from '../domain/section.ts';
import { SHAPES, type Shape } from '../domain/shape.ts';
import { leadOf } from './entry-lead.ts';
import { factsOf } from './issue-facts.ts';
import { headingLevels, usualLevel } from './issue-headings.ts';
import { type LearnedOutlet, learnBylines } from './learn-bylines.ts';
import { asTemplate, type DatedIssue, learnFrame, mergedOrder } from './learn-frame.ts';
import { learnRecurring, type Recurring } from './learn-recurring.ts';
import { learnReferences } from './learn-references.ts';
import { parseIssue } from './parse-issue.ts';
import { isCarried } from './parse-section.ts';
import type { ParsedEntry, ParsedIssue, ParsedSection } from './parsed-issue.ts';
import { recurringEnds } from './recurring-end.ts';
import { knownNames } from './section-names.ts';
import { type Usual, usualOf, usualOfLate } from './usual.ts';

/** A section as past issues have it. */
export interface LearnedSection {
  name: string;
  aliases: string[];
  shape: Shape | null;
  separator: string | null;
  glue: OwnGlue;
}

/** How a newsletter prints, read off its past issues. */
export interface LearnedStyle {
  style: HouseStyle;
  /** Liquid for the heading of an issue; null: its issues have none, or each its own. */
  issueTitle: string | null;
  /** Liquid for the address of an issue's web page; empty: not known. */
  issueAddress: string;
  outlets: LearnedOutlet[];
  recurring: Recurring;
  /** In the order they are printed. */
  sections: LearnedSection[];
  sectionLevel: number;
  /** What its issues end with, as `recurringEnds` finds it. */
  ends: readonly string[];
  rules: LearnedRule[];
  /** From so many issues with so many entries. */
  issues: number;
  entries: number;
}

/** A file that an issue was published as. */
export interface PastIssue {
  fileName: string;
  markdown: string;
}

type GlueName = keyof HouseStyle['glue'];

/** Learns the house style from past issues, at least one: for everything that varies, what is usual. */
export function learnStyle(files: readonly PastIssue[]): LearnedStyle {
  const known = { sectionLevel: levelOf(files), ends: recurringEnds(files) };
  const issues = files
    .map(({ fileName, markdown }): DatedIssue => {
      const issue = parseIssue(markdown, known);
      return { issue, facts: factsOf(issue, fileName) };
    })
    // In the order of time: what the house does of late counts more than what it once did.
    .sort(({ facts: a }, { facts: b }) => (a.date === b.date ? a.number - b.number : a.date < b.date ? -1 : 1));
  const frame = learnFrame(issues);
  const rules: LearnedRule[] = [...frame.rules];
  const glue = { ...DEFAULT_STYLE.glue };
  const seen = glueOf(issues.map(({ issue }) => issue));
  const take = (name: GlueName, usual: Usual | null) => {
    if (usual === null) return;
    glue[name] = usual.value;
    rules.push({ name: `glue.${name}`, ...usual });
  };
  for (const name of Object.keys(glue) as GlueName[]) take(name, usualOfLate(seen.get(name) ?? []));
  const leads = usualLeads(issues.flatMap(({ issue }) => issue.sections.flatMap(({ entries }) => leadsIn(entries))));
  take('lead', leads.lead);
  if (leads.textLead?.value !== glue.lead) take('textLead', leads.textLead);
  const titles = issues.flatMap(({ issue, facts }) =>
    issue.title === '' ? [] : [asTemplate(issue.title, facts) ?? ''],
  );
  const title = usualOfLate(titles);
  if (title !== null) rules.push({ name: 'title', ...title });
  const sections = learnSections(
    issues.map(({ issue }) => issue.sections),
    glue,
  );
  for (const { section, shapes } of sections) {
    if (shapes !== null) rules.push({ name: `shape:${section.name}`, ...shapes });
  }
  const parsed = issues.map(({ issue }) => issue);
  const bylines = learnBylines(parsed);
  const references = learnReferences(issues);
  const recurring = learnRecurring(parsed);
  rules.push(...bylines.rules, ...references.rules);
  const reference = references.reference ?? DEFAULT_STYLE.reference;
  return {
    style: { ...DEFAULT_STYLE, frame: frame.frame, glue, reference, byline: bylines.byline },
    issueAddress: references.issueAddress,
    outlets: bylines.outlets,
    recurring,
    issueTitle: title !== null && (title.count > 1 || title.value.includes('{{')) ? title.value : null,
    sections: sections.map(({ section }) => section),
    ...known,
    rules,
    issues: issues.length,
    entries: issues.reduce(
      (sum, { issue }) => sum + issue.sections.reduce((n, { entries }) => n + entries.length, 0),
      0,
    ),
  };
}

/** The level of the headings that begin sections: the one that the issues together use most. */
export function levelOf(files: readonly Pick<PastIssue, 'markdown'>[]): number {
  const all = new Map<number, number>();
  for (const { markdown } of files) {
    for (const [level, count] of headingLevels(markdown)) all.set(level, (all.get(level) ?? 0) + count);
  }
  return usualLevel(all);
}

const isShort = ({ shape }: ParsedEntry) => shape === 'one-liner' || shape === 'listing';

/** Whether the words of an entry carry its links, or it has none. */
const isText = (entry: ParsedEntry) =>
  entry.links.length === 0 || entry.shape === 'inline' || (entry.shape === 'one-liner' && isCarried(entry));

interface SeenLead {
  lead: string;
  isText: boolean;
}

const leadsIn = (entries: readonly ParsedEntry[]): SeenLead[] =>
  entries.map((entry, at) => ({ lead: entryGlue(entry, at).lead ?? '', isText: isText(entry) }));

/** What usually stands before entries, and before texts: where links alone do not agree, before all of them. */
function usualLeads(seen: readonly SeenLead[]): { lead: Usual | null; textLead: Usual | null } {
  const usual = (texts: boolean) => usualOfLate(seen.flatMap(({ lead, isText }) => (isText === texts ? [lead] : [])));
  const headed = usual(false);
  const isAgreed = headed !== null && headed.count * 2 > headed.of;
  return { lead: isAgreed ? headed : usualOfLate(seen.map(({ lead }) => lead)), textLead: usual(true) };
}

/** Every piece of glue in the issues, by its name in the style. */
function glueOf(issues: readonly ParsedIssue[]): Map<GlueName, string[]> {
  const seen = new Map<GlueName, string[]>();
  const see = (name: GlueName, text: string | undefined) => {
    if (text !== undefined) seen.set(name, [...(seen.get(name) ?? []), text]);
  };
  for (const { glue, sections } of issues) {
    for (const name of [
      'beforeTitle',
      'titleEnd',
      'afterFront',
      'afterComments',
      'afterTitle',
      'afterLetter',
      'beforeClosing',
      'end',
    ] as const) {
      see(name, glue[name]);
    }
    for (const section of sections) {
      see('betweenSections', section.glue.after);
      if (section.name !== '') see('heading', section.glue.heading);
      see('headingEnd', section.glue.headingEnd);
      see('afterHeading', section.glue.afterHeading);
      see('afterHeading', section.glue.afterIntro);
      for (const [at, entry] of section.entries.entries()) {
        const next = section.entries[at + 1];
        if (next !== undefined)
          see(isShort(entry) && isShort(next) ? 'betweenShort' : 'betweenEntries', entry.glue.after);
        for (const name of ENTRY_GLUE) see(name, entryGlue(entry, at)[name]);
        for (const link of entry.links) for (const name of LINK_GLUE) see(name, link.glue[name]);
      }
    }
  }
  return seen;
}

const ENTRY_GLUE = ['body', 'oneLiner', 'listing', 'bylineLast', 'bylineLastEnd'] as const;
const LINK_GLUE = ['byline', 'links', 'tag', 'bylineEnd', 'afterByline', 'tail', 'linkEnd'] as const;

/** The glue of an entry, in which a number that counts the entries of the section is written `{n}`. */
export function entryGlue(entry: ParsedEntry, at: number): OwnGlue {
  const { lead = '' } = entry.glue;
  const number = /\d+/.exec(lead)?.[0];
  return {
    // A byline beside its link stands in no other place.
    ...(entry.links.at(-1)?.byline && { bylineLast: '' }),
    ...entry.glue,
    ...(number === String(at + 1) && { lead: lead.replace(number, '{n}') }),
  };
}

/** The sections of all issues as one list, those that go by several names once. */
export function learnSections(
  issues: readonly (readonly ParsedSection[])[],
  glue: HouseStyle['glue'],
): { section: LearnedSection; shapes: Usual | null }[] {
  const names = knownNames(issues.map((sections) => sections.map(({ name }) => name)));
  const order = mergedOrder(issues.map((sections) => sections.map(({ name }) => names.get(foldName(name)) ?? name)));
  return order.map((key) => {
    const all = issues.flat().filter(({ name }) => names.get(foldName(name)) === key);
    const spelled = usualOf(all.map(({ name }) => name));
    const shapes = usualOf(
      all.flatMap(({ entries }) => entries.filter(({ links }) => links.length > 0)).map(({ shape }) => shape),
    );
    return {
      section: {
        name: spelled?.value ?? key,
        aliases: spelled?.others.map(({ value }) => value) ?? [],
        shape: SHAPES.find((shape) => shape === shapes?.value) ?? null,
        separator: separatorOf(all, glue),
        glue: departing(all, glue),
      },
      shapes,
    };
  });
}

/** What stands between the entries of a section where that is not what the style says; seen twice at least. */
function separatorOf(sections: readonly ParsedSection[], glue: HouseStyle['glue']): string | null {
  const pairs = sections.flatMap(({ entries }) =>
    entries.slice(0, -1).map((entry, at) => {
      const next = entries[at + 1];
      const short = next !== undefined && isShort(entry) && isShort(next);
      return { after: entry.glue.after ?? '', says: short ? glue.betweenShort : glue.betweenEntries };
    }),
  );
  const late = pairs.slice(-Math.ceil(pairs.length / 3));
  const usual = usualOfLate(pairs.map(({ after }) => after));
  if (usual === null || usual.count < 2) return null;
  const seen = usual.of < pairs.length ? late : pairs;
  const saidByStyle = seen.filter(({ after, says }) => after === says).length;
  return usual.count > saidByStyle ? usual.value : null;
}

/** The glue in which a section usually departs from the style; seen twice at least. */
function departing(sections: readonly ParsedSection[], style: HouseStyle['glue']): OwnGlue {
  const own: OwnGlue = {};
  const settle = (name: GlueName, values: readonly (string | undefined)[]) => {
    const usual = usualOfLate(values.filter((value) => value !== undefined));
    if (usual !== null && usual.count >= 2 && usual.value !== style[name]) own[name] = usual.value;
  };
  const entries = sections.flatMap((section) =>
    section.entries.map((entry, at) => ({ entry, glue: entryGlue(entry, at) })),
  );
  for (const name of ENTRY_GLUE)
    settle(
      name,
      entries.map(({ glue }) => glue[name]),
    );
  const { lead, textLead } = usualLeads(sections.flatMap((section) => leadsIn(section.entries)));
  if (lead !== null && lead.count >= 2 && lead.value !== style.lead) own.lead = lead.value;
  if (textLead !== null && textLead.count >= 2 && textLead.value !== leadOf(true, style, own))
    own.textLead = textLead.value;
  const links = entries.flatMap(({ entry }) => entry.links);
  for (const name of LINK_GLUE)
    settle(
      name,
      links.map(({ glue }) => glue[name]),
    );
  for (const name of ['heading', 'headingEnd', 'afterHeading'] as const) {
    settle(
      name,
      sections.map(({ glue }) => glue[name]),
    );
  }
  return own;
}
