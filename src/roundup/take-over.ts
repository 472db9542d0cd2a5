import type { Learned } from '../domain/learned.ts';
import type { Newsletter } from '../domain/newsletter.ts';
import { byRank, ranksAfter } from '../domain/rank.ts';
import { foldName, type Section, sectionNamed } from '../domain/section.ts';
import { timeOfChange } from '../domain/time-of-change.ts';
import type { LearnedSection, LearnedStyle } from './learn-style.ts';

/** A name under which past issues printed a section that the newsletter has under another. */
export interface MergedName {
  name: string;
  into: string;
}

/** What a newsletter becomes with what past issues taught. */
export interface TakenOver {
  newsletter: Newsletter;
  /** Names of sections that it did not have. */
  added: string[];
  merged: MergedName[];
}

/**
 * The newsletter with what its past issues taught. Its own sections stay and get the other names that issues gave them;
 * sections that it lacks are added where they stood. What was learned is kept beside the style, to go back to.
 *
 * @param withStyle whether the learned style becomes the newsletter's own; its sections follow in the learned order.
 */
export function takeOver(
  newsletter: Newsletter,
  learned: LearnedStyle,
  { now, newId, withStyle }: { now: number; newId: () => string; withStyle: boolean },
): TakenOver {
  const inUse = newsletter.sections.filter(({ deletedAt, onlyIn }) => deletedAt === null && onlyIn === null);
  const others = newsletter.sections.filter((section) => !inUse.includes(section));
  const added: string[] = [];
  const merged: MergedName[] = [];
  const used = new Set<string>();
  const order = learned.sections.map((section): Section => {
    const known = [section.name, ...section.aliases]
      .map((name) => sectionNamed(inUse, name))
      .find((found) => found !== undefined && !used.has(found.id));
    const own = known ?? newSection(section, { id: newId(), now });
    used.add(own.id);
    if (known === undefined) added.push(section.name);
    const joined = withNames(own, [section.name, ...section.aliases]);
    for (const name of [section.name, ...section.aliases]) {
      if (foldName(name) !== foldName(own.name)) merged.push({ name, into: own.name });
    }
    const intro = learned.recurring.intros.get(foldName(section.name));
    return {
      ...joined,
      ...(withStyle && { shape: section.shape ?? own.shape, separator: section.separator, glue: section.glue }),
      ...(intro !== undefined && own.intro === undefined && { intro }),
      changedAt: known === undefined ? now : timeOfChange(now, known.changedAt),
    };
  });
  const rest = inUse.filter(({ id }) => !used.has(id)).sort(byRank);
  const sorted = withStyle
    ? [...order, ...rest]
    : [
        ...inUse.map((own) => order.find(({ id }) => id === own.id) ?? own).sort(byRank),
        ...order.filter(({ name }) => added.includes(name)),
      ];
  const ranks = ranksAfter(null, sorted.length);
  const { letter } = learned.recurring;
  return {
    newsletter: {
      ...newsletter,
      ...(withStyle && { style: learned.style, issueTitle: learned.issueTitle ?? newsletter.issueTitle }),
      issueAddress: newsletter.issueAddress || learned.issueAddress,
      learned: learnedOf(learned, newsletter.issueTitle, now),
      ...(letter !== '' && newsletter.recurring === undefined && { recurring: { letter, frame: {} } }),
      sections: [...sorted.map((section, at) => ({ ...section, rank: ranks[at] ?? section.rank })), ...others],
      changedAt: timeOfChange(now, newsletter.changedAt),
    },
    added,
    merged,
  };
}

/** What is kept of the learning. */
export function learnedOf(learned: LearnedStyle, issueTitle: string, now: number): Learned {
  const { issues, entries, style, rules } = learned;
  return { at: now, issues, entries, style, issueTitle: learned.issueTitle ?? issueTitle, rules };
}

/** The section with these names beside its own. */
function withNames(section: Section, names: readonly string[]): Section {
  const known = new Set([section.name, ...section.aliases].map(foldName));
  const aliases = [...section.aliases];
  for (const name of names) {
    if (known.has(foldName(name))) continue;
    known.add(foldName(name));
    aliases.push(name);
  }
  return { ...section, aliases };
}

function newSection(learned: LearnedSection, { id, now }: { id: string; now: number }): Section {
  const { name, aliases, shape, separator, glue } = learned;
  return { id, name, aliases, shape, separator, glue, onlyIn: null, rank: '', changedAt: now, deletedAt: null };
}
