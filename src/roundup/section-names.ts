import { foldName, type Section } from '../domain/section.ts';

/** Words that a name may gain or lose and still mean the same section. */
const SMALL_WORDS = new Set('a an and at by for from in of on our the this to with your'.split(' '));

/** Fewer words than these say too little: "Jobs" is not "Research Jobs". */
const FEWEST_WORDS = 2;

/** The words that tell a section from others: no case, accents, punctuation, emoji, numbering, plural or small words. */
export function nameWords(name: string): string[] {
  const words = foldName(name)
    .replaceAll('&', ' and ')
    .replace(/['’]/gu, '')
    .split(/[^\p{L}\p{N}+#]+/u)
    .filter((word) => word !== '');
  const own = words.filter(
    (word, at) => !SMALL_WORDS.has(word) && !(at === 0 && words.length > 1 && /^\d+$/.test(word)),
  );
  // A name of small words alone, such as "For you", or of an emoji alone, is known by its spelling.
  if (own.length === 0) return words.length > 0 ? words : [foldName(name)];
  return own.map((word) => (word.length > 2 ? word.replace(/(?<!s)s$/u, '') : word));
}

/** How two names of one section differ: by spelling, or one is a part of the other. */
export type NameLikeness = 'spelling' | 'part';

/**
 * Whether two names can mean the same section, from the names alone; null: they are different. One name is part of
 * another when its words follow one another there, are two at least, and are half of them at least.
 */
export function likeness(one: string, other: string): NameLikeness | null {
  const [few, many] = [nameWords(one), nameWords(other)].sort((a, b) => a.length - b.length);
  if (few === undefined || many === undefined) return null;
  const inner = ` ${few.join(' ')} `;
  if (inner === ` ${many.join(' ')} `) return 'spelling';
  const isEnough = few.length >= FEWEST_WORDS && few.length >= many.length / 2;
  return isEnough && ` ${many.join(' ')} `.includes(inner) ? 'part' : null;
}

/**
 * The section that a name means though none is called so: the only one that is called nearly so. Undefined where none
 * is, or several could be meant: a section too many is put right more easily than two thrown together.
 */
export function sectionMeant(sections: readonly Section[], name: string): Section | undefined {
  for (const kind of ['spelling', 'part'] as const) {
    const meant = sections.filter((section) =>
      [section.name, ...section.aliases].some((known) => likeness(known, name) === kind),
    );
    if (meant.length > 0) return meant.length === 1 ? meant[0] : undefined;
  }
  return undefined;
}

/**
 * What sections are known by: for every folded name that issues give a section, the folded name it has in the first
 * issue that names it. Two that stand in one issue are never the same.
 *
 * @param issues the names of the sections of each issue.
 */
export function knownNames(issues: readonly (readonly string[])[]): Map<string, string> {
  const folded = issues.map((names) => new Set(names.map(foldName)));
  const areTogether = (one: string, other: string) => folded.some((here) => here.has(one) && here.has(other));
  const names = new Map<string, string>();
  for (const name of folded.flatMap((here) => [...here])) {
    if (names.has(name)) continue;
    const others = [...names].filter(([other]) => !areTogether(name, other));
    const alike = (kind: NameLikeness) =>
      new Set(others.filter(([other]) => likeness(name, other) === kind).map(([, known]) => known));
    const [spelled, part] = [alike('spelling'), alike('part')];
    const meant = spelled.size > 0 ? spelled : part;
    // Nobody who is known under the name may stand beside it anywhere, either.
    const [known] = meant.size === 1 ? meant : [];
    const isFree = known !== undefined && ![...names].some(([other, own]) => own === known && areTogether(name, other));
    names.set(name, isFree ? known : name);
  }
  return names;
}
