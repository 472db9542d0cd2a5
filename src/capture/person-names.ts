import { line } from '../domain/line.ts';

/** Words before a name that are none: in the languages in which bylines were seen. */
const LEAD =
  /^(?:(?:written|posted|published|reported|edited|story|text|words|reviewed|medically reviewed|guest post|article|analysis|opinion)\s+)?(?:by|par|von|por|di|av|af|door|przez|от)\b[:\s]+|^(?:author|authors|autor|auteur|autore|text|words|posted|published|contributor|written)s?\s*[:：]\s*|^(?:作者|撰文|文|记者|記者)\s*[:：]\s*|^本报记者\s+/iu;

/** What sets several names apart. */
const BETWEEN = /\s*(?:[,;|/、，•·]|\s[-–—]\s|\band\b|\s&\s|\bund\b|\bet\b(?!\s+al)|\by\b|\bwith\b|\bavec\b)\s*/iu;

/** Words that no person's name has: roles, parts of the page, days. */
const NO_NAME =
  /\b(?:editor|editors|editorial|staff|reporter|correspondent|writer|contributor|contributors|columnist|team|desk|newsroom|admin|administrator|webmaster|author|guest|unknown|anonymous|user|follow|view|posts?|read|more|updated|published|posted|last|share|subscribe|comments?|minutes?|hours?|ago|photo|photographs?|image|video|senior|chief|director|manager|engineer|professor|advertisement|sponsored|cookie|privacy|login|sign|register|function|var|null|undefined|true|false)\b/iu;

/** What an author is: behind a name it is no second author. Before one it may be a part of it. */
const ROLE =
  /\b(?:co-?founder|founder|founding|president|head of|fellow|partner|student|journalist|producer|photographer|researcher|scientist|analyst|strategist|specialist|consultant|coordinator|officer|executive|designer|architect|developer|lecturer|advocate|c[efto]o|vp|ph\.?d\.? candidate)\b/iu;

/** Several words, the first small, or one of them “by”: `photos by Ben Reed`, `Special to the Tide`, but not `van der Reed`. */
const ASIDE =
  /^(?!(?:van|von|de|del|della|di|da|dos|du|la|le|ter|ten|zu|al|el|bin|ibn|af|av)\s)\p{Ll}\S*(?:\s+\S+){2,}$|\s(?:[Bb]y|to)\s/u;

/** Words of organisations: they write, too, but a person that is named beside them is the author. */
const ORGANISATION =
  /\b(?:inc|llc|ltd|gmbh|corporation|foundation|university|institute|press|news|magazine|media|agency|reuters|project|projects|association|times|post|team|developers?)\b/iu;

/** Letters behind a name. */
const TITLES = /^(?:ph\.?\s?d|m\.?d|m\.?a|m\.?sc|b\.?a|b\.?sc|mph|mba|rn|rd|jr|sr|i{2,3}|iv|esq|cfa|dr|prof)\.?$/iu;

/**
 * The names in what a page calls its author: one, or several in a row. Junk is left out: addresses, handles, numbers,
 * dates, roles, script.
 *
 * @param notNames folded names of the outlet and the site, which are no author.
 */
export function personNames(text: string, notNames: ReadonlySet<string>): string[] {
  // A new line begins something else: a role, the day, the number of comments.
  const [first = ''] = text
    .trim()
    .split(/\s*[\r\n]\s*/)
    .filter((part) => line(part, 200).replace(LEAD, '').trim() !== '' && !/^by:?$/i.test(part.trim()));
  const bare = line(first, 400)
    .replace(/\(?\s*\bhttps?:\/\/\S+/gi, ' ')
    .replace(/\([^)]{0,80}\)/g, ' ')
    .replace(LEAD, '')
    .replace(LEAD, '')
    .replace(GENERATION, ' $1')
    .trim();
  if (notNames.has(foldedName(bare))) return [];
  const names: string[] = [];
  for (const part of reversed(bare).split(BETWEEN)) {
    const name = line(part, 200)
      .replace(LEAD, '')
      .replace(BESIDE, '')
      // The day follows without a space where the page sets it apart by its looks alone.
      .replace(/^(\p{L}\S*\s+\p{L}[^\d\s]*)\d.*$/u, '$1')
      .replace(/[\s.,:;–—-]+$/u, (marks) => (marks === '.' ? '.' : ''))
      .trim();
    if (name === '' || TITLES.test(name)) continue;
    const isFollowing = names.length > 0 && !names.every(isOrganisation);
    if (!isName(name) || notNames.has(foldedName(name)) || (isFollowing && isBelonging(name))) {
      // What follows a role or an outlet belongs to it.
      if (names.length > 0) break;
      continue;
    }
    if (!names.some((known) => foldedName(known) === foldedName(name))) names.push(name);
  }
  return names.map(inCase);
}

/** `John Doe, Jr.`: it is a part of the name, and no other name. */
const GENERATION = /,\s*((?:jr|sr)\b\.?|(?:ii|iii|iv)\b)/giu;

/** What stands beside a name without a mark between them: where the author was, for whom, or in Korean and Chinese what they are. */
const BESIDE =
  /(?<=\S\s\S+)\s+(?:in\s+\p{Lu}|[Ff]or\s+(?:[Tt]he\s|\p{Lu}{2,5}$)|[Ss]pecial to\s).*$|\s*(?:기자|특파원|记者|記者)$/u;

/** What an author is, or whom they work for: behind a name it is no second author. */
const isBelonging = (name: string) => ROLE.test(name) || ASIDE.test(name) || isOrganisation(name);

/** Small words before a last name: `van der Reed`. */
const PARTICLES =
  /^(?:(?:van|von|der|den|de|del|della|di|da|dos|du|la|le|ter|ten|zu|al|el|bin|ibn|af|av)\s+){1,3}\S+$/i;

const HAN = /^\s*\p{Script=Han}+\s*$/u;

/** `Quill, Ada` as `Ada Quill`: libraries and preprint servers write it so. */
export function reversed(name: string): string {
  const [, last, first] = /^([^,;]+),\s*([^,;]+)$/u.exec(name.trim()) ?? [];
  if (last === undefined || first === undefined) return name;
  const words = (part: string) => part.trim().split(/\s+/).length;
  const isLast =
    (words(last) === 1 || PARTICLES.test(last)) &&
    words(first) <= 3 &&
    !TITLES.test(first.trim()) &&
    !NO_NAME.test(first);
  if (!isLast) return name;
  return HAN.test(last) && HAN.test(first) ? last.trim() + first.trim() : `${first.trim()} ${last.trim()}`;
}

/** Spelling by which two names are the same: case, accents, dots and white space do not count. */
export function foldedName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[\p{M}.’'"]/gu, '')
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .trim();
}

/** Whether a name is that of an agency or another organisation. */
export function isOrganisation(name: string): boolean {
  return ORGANISATION.test(name) || /^\p{Lu}{2,5}$/u.test(name);
}

function isName(name: string): boolean {
  if (name.length < 2 || name.length > 60 || /[@{}<>=\\[\]#*:]|https?:|www\.|\.(?:com|org|net|php|html)\b/i.test(name))
    return false;
  if (!/\p{L}{2}/u.test(name) && !/^\p{Script=Han}/u.test(name)) return false;
  if (/\d|^the\b/i.test(name) || NO_NAME.test(name)) return false;
  // `José María Núñez de la Cruz`
  return (
    name.split(/\s+/).filter((word) => !/^(?:van|von|der|den|de|del|di|da|dos|la|las|los|y)$/i.test(word)).length <= 5
  );
}

/** `JOE HILDEBRAND` is shouted, not spelled so. */
function inCase(name: string): string {
  if (!/\s/.test(name) || name !== name.toUpperCase() || name === name.toLowerCase()) return name;
  return name
    .toLowerCase()
    .replace(/(^|[\s'’.-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}
