import { line } from '../domain/line.ts';
import { isGivenName } from './given-names.ts';

/** Words before a name that are none: in the languages in which bylines were seen. */
const LEAD =
  /^(?:(?:written|posted|published|reported|edited|story|text|words|reviewed|medically reviewed|guest post|article|analysis|opinion)\s+)?(?:by|par|von|por|di|av|af|door|przez|от)\b[:\s]+|^(?:author|authors|autor|auteur|autore|text|texte|testo|texto|words|posted|published|contributor|written)s?\s*[:：]\s*|^(?:作者|撰文|文|记者|記者|著者|執筆者?|文責|ライター|글쓴이|글|저자|автор|текст)\s*[:：／]\s*|^本报记者\s+/iu;

/** A name that begins as Italian bylines do: `Di Hall`, but not `Di Mario Rossi`. */
const DI = /^Di\s[^\s,;]+(?=$|\s*[,;|]|\s(?:and|e|&)\s)/u;

const withoutLead = (text: string) => (DI.test(text) && !NOBODY.test(text.slice(3)) ? text : text.replace(LEAD, ''));

/** `Ada & Ben`, which are two, and not `Johnson & Johnson`. */
const BY_FIRST_NAMES = /(?<=^|[,;]\s*)(\p{L}+)\s&\s(\p{L}+)(?=$|\s*[,;|])/gu;

const parted = (text: string) =>
  text.replace(BY_FIRST_NAMES, (both, one: string, other: string) =>
    one !== other && isGivenName(one) && isGivenName(other) ? `${one} | ${other}` : both,
  );

/** What sets several names apart. `Rope & Sons` is one: somebody whose name has a first and a last stands beside an `&`. */
const BETWEEN =
  /\s*(?:[,;|/、，•·]|\s[-–—+]\s|\band\b|(?<=[^\s,;]\s[^\s,;]+)\s&\s|\s&\s(?=[^\s,;]+\s[^\s,;])|\bund\b|\bet\b(?!\s+al)|\bwith\b|\bavec\b)\s*/iu;

/** The same in languages whose word is a letter or two: only small, and before a first and a last name (`Ortega y Gasset`). */
const SHORT_BETWEEN = /\s(?:y|e|i|a|és|og|och|ja|ve|dan|và|και|и|і|й|та)\s(?=\p{Lu}[^\s,;]*\s\p{L})/gu;

/** Who has done something else than the words: `, photographs by Ben Reed`, `/ Fotos: Ben Reed`. */
const CREDIT =
  /(?<=\S)[\s,;|/–—-]+(?:photo(?:graph)?(?:s|y)?|fotos?|fotografie|illustrat\w+|images?|video|artwork|graphics?|bilder|translat\w+|edited|reviewed|fact[- ]checked)\s*(?:\b(?:by|von|par|por|di)\b|[:：]).*$/iu;

/** Newsrooms, in languages other than English, and what systems have where nobody is named. */
const NOBODY =
  /^(?:(?:la|die|de|a)\s+)?(?:redaktion|redaktionen|redacción|redacció|rédaction|redazione|redação|redactie|redakcja|редакция|редакція|編集部|编辑部|編輯部)(?:$|\s)|\b(?:autoren|auteurs|autores|autori)\b|^(?:none|nil|n\/?a|root|test|super user)$/iu;

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
    .split(/[\r\n]+/)
    .filter((part) => line(part, 200).replace(LEAD, '').trim() !== '' && !/^by:?$/i.test(part.trim()));
  const named = line(first, 400)
    // As feeds and mails have it: `ada@quill.example (Ada Quill)`.
    .replace(/^\S+@\S+\s+\(([^)]{2,80})\)$/, '$1')
    .replace(/\(?\s*\bhttps?:\/\/\S+/gi, ' ')
    .replace(/<\/?(?:a|b|i|em|strong|span)(?:\s[^>]*)?>/gi, ' ')
    .replace(/(?<=\S\s+)[<(]?[^\s<(]*@[\w.-]+[>)]?$/, ' ')
    .replace(/\([^)]{0,80}\)/g, ' ')
    .trim()
    .replace(CREDIT, '')
    .replace(GENERATION, ' $1')
    .trim();
  const bare = parted(withoutLead(withoutLead(named)));
  if (notNames.has(foldedName(bare))) return [];
  const names: string[] = [];
  let isBeside = false;
  const parts = partsOf(bare).map(bareName);
  for (const [at, name] of parts.entries()) {
    if (name === '' || TITLES.test(name)) continue;
    const isFollowing = names.length > 0 && !names.every(isOrganisation);
    const isOther = !isName(name) || notNames.has(foldedName(name)) || (isFollowing && isBelonging(name));
    // What follows a role or an outlet belongs to it, but for another name with a role of its own behind it.
    if (isOther) isBeside = names.length > 0;
    else if (
      (!isBeside || isNamedWithRole(name, parts[at + 1])) &&
      !names.some((known) => foldedName(known) === foldedName(name))
    )
      names.push(name);
  }
  return names.map(inCase);
}

/** A part of a byline without what stands around the name. */
const bareName = (part: string) =>
  withoutLead(line(part, 200))
    .replace(BESIDE, '')
    // The day follows without a space where the page sets it apart by its looks alone.
    .replace(/^(\p{L}\S*\s+\p{L}[^\d\s]*)\d.*$/u, '$1')
    .replace(/[\s.,:;–—-]+$/u, (marks) => (marks === '.' ? '.' : ''))
    .trim();

/** `Ben Reed`, `Research Scientist`; not the second half of `Professor of History and Political Science`. */
const isNamedWithRole = (name: string, next = '') =>
  /^\p{Lu}\S*(?:\s\p{Lu}\S*){1,2}$/u.test(name) && (ROLE.test(next) || NO_NAME.test(next));

/**
 * The name of what a page calls an organisation that is its author, whole; several where they are those of people; none
 * where it is the site itself or its newsroom.
 */
export function organisationNames(text: string, notNames: ReadonlySet<string>): string[] {
  const people = personNames(text, notNames);
  if (
    people.length > 1 &&
    people.every((name) => /^\p{Lu}\S*(?:\s\p{Lu}\S*){1,2}$/u.test(name) && !isOrganisation(name))
  )
    return people;
  const name = line(text, 200);
  const isNone = name.length > 100 || /[@{}<>]|https?:/i.test(name) || NO_NAME.test(name) || NOBODY.test(name);
  return isNone || notNames.has(foldedName(name)) ? [] : [name];
}

/** One part for each name: `Quill, Ada and Reed, Ben` are two. `Ada, Ben, Cy, Di` are four, but `Quill, Ada M., Reed, Ben` two. */
function partsOf(text: string): string[] {
  const groups = text.split(/\s*;\s*|\s+(?:and|und|et|&)\s+/i).filter((group) => group !== '');
  if (groups.length > 0 && groups.every((group) => reversed(group) !== group)) return groups.map(reversed);
  const parts = text.replace(SHORT_BETWEEN, ', ').split(BETWEEN);
  const isPaired =
    parts.length > 3 &&
    parts.length % 2 === 0 &&
    (parts.every((part, at) => at % 2 === 0 || INITIALS.test(part)) ||
      (groups.length === 1 ? /\p{L}\s\p{Lu}\.?(?:,|$)/u.test(text) : groups.at(-1)?.includes(','))) &&
    parts.every((part, at) => (at % 2 === 0 ? isLastName(part) : /^\S+(?:\s\S{1,2})?$/.test(part)));
  return isPaired ? parts.flatMap((part, at) => (at % 2 === 0 ? [reversed(`${part}, ${parts[at + 1]}`)] : [])) : parts;
}

/** `J.`, `J. K.`, `J.-P.`: nobody has no other name. */
const INITIALS = /^(?:\p{Lu}\.[\s-]?){1,3}$|^\p{Lu}$/u;

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

const isLastName = (part: string) => !/\s/.test(part.trim()) || PARTICLES.test(part.trim());

/** `Quill, Ada` as `Ada Quill`: libraries and preprint servers write it so. */
export function reversed(name: string): string {
  const [, last, first, generation = ''] =
    /^([^,;]+),\s*([^,;]+?)(\s+(?:jr|sr)\b\.?|\s+(?:ii|iii|iv))?$/iu.exec(line(name, 200)) ?? [];
  if (last === undefined || first === undefined) return name;
  const isReversed =
    isLastName(last) &&
    first.split(/\s+/).length <= 3 &&
    !TITLES.test(first) &&
    !NO_NAME.test(first) &&
    !BETWEEN.test(first);
  if (!isReversed) return name;
  return HAN.test(last) && HAN.test(first) ? last.trim() + first : `${first} ${last.trim()}${generation}`;
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
  return ORGANISATION.test(name) || /^\p{Lu}{2,5}$|\s&\s/u.test(name);
}

function isName(name: string): boolean {
  if (name.length < 2 || name.length > 60 || /[@{}<>=\\[\]#*:_]|https?:|www\.|\.(?:com|org|net|php|html)\b/i.test(name))
    return false;
  if (!/\p{L}{2}/u.test(name) && !/^\p{Script=Han}/u.test(name)) return false;
  if (/\d|^the\b/i.test(name) || NO_NAME.test(name) || NOBODY.test(name)) return false;
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
    .replace(/(^|[\s'’.-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
    .replace(/\bMc\p{Ll}/gu, (start) => `Mc${start.slice(2).toUpperCase()}`)
    .replace(/(?<=\s)(?:Van|Von|Der|Den|De|Del|La|Dos|Das|Y|Bin|Ibn)(?=\s)/g, (particle) => particle.toLowerCase());
}
