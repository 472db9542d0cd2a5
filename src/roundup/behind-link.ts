import type { ParsedGlue } from './parsed-issue.ts';

/** What stands behind a link on its line, taken apart. */
export interface BehindLink {
  byline: string;
  /** A tag behind it all, such as `(ad)` or `[video]`. */
  tail: string;
  /** `byline`, `bylineEnd`, `tail` and `linkEnd`, as far as there are such. */
  glue: ParsedGlue;
  /** Between all that and words of the editor on the same line; null: there are none. */
  gap: string | null;
  /** Where these words begin in the text; its length where there are none. */
  words: number;
}

/** Words behind a link on its own line are a sentence of the editor, not a byline, from this length on. */
const LONGEST_BYLINE = 12;
const FEW_WORDS = 5;
/** Characters. */
const LONGEST_TAIL = 200;
const LONGEST_LINE = 4_000;
/** So many tags are taken apart; where there are more, all is words of the editor, as in a sentence. */
const MOST_TAGS = 50;

/** White space inside a line, no-break spaces among it: editors paste them with dashes and quotes. */
const S = '[^\\S\\r\\n]';

/** `by` in the languages that newsletters were seen in, as far as it means little else behind a title. */
const BY = '(?:by|By|via|from|par|von|por|door|av|af)';
/** `- `, ` – `, ` by `, `, `: what sets a byline off; a comma may stand inside quotation marks. */
const BYLINE_GLUE = new RegExp(
  `^(?:${S}+(?:-{1,3}|[–—|•·/])${S}+|—(?=\\p{Lu})|${S}+${BY}${S}+|${S}+(?:d[ei]${S}+(?=\\p{Lu}\\S+${S}+\\p{Lu})|at${S}+(?=\\p{Lu}))|${S}*,["”’»]?${S}+(?:(?:by|par|por|av|af)${S}+)?)`,
  'u',
);
const SAYS_BY = new RegExp(`(?<![\\p{L}\\p{N}])${BY}\\s+$`, 'iu');
/** What sets the editor's words off: `: `, ` — `, a full stop. */
const LINE_GLUE = new RegExp(
  `^(?:${S}*(?:[:–—]|-{1,3})${S}+|${S}*：${S}*|${S}+[|•·/→»]${S}+|—(?=\\S)|[.!?…]+${S}+(?=[^\\p{Ll}]))`,
  'u',
);
/** The same between a byline and the words behind it. */
const SPLIT = new RegExp(
  `(?<=\\S)(?:${S}*[:–—]${S}+|${S}+-{1,3}${S}+|${S}+[|•·]${S}+|\\.${S}+(?=\\p{Lu}))(?=\\S)`,
  'gu',
);
/** So many places are tried. */
const MOST_SPLITS = 8;
/** Names that begin with a small letter. */
const SMALL_NAME = /^(?:al|bin|d['’]|da|das|de|del|della|den|der|di|do|dos|du|el|la|le|ten|van|von|zu)\b/;
const SMALL_WORD = /^(?:&|a|and|et|und|y|e|of|the|for|with|at|in|on|via|al\.?,?|[*_]?et|al\.?[*_],?\.?)$/u;
const NAME = /^[“„«"(*_]*(?:\[?[\p{Lu}\p{Lt}\p{Lo}]|@)[^\s]*$/u;
/** `(€)`, `🔒`: what it costs to read there. */
const PRICE = /^\(?[$€£🔒💰]{1,3}\)?$/u;
/** `(2022)`, `7-9`: days and years between names. */
const NUMBER = /^\(?\d[\d–./-]*\)?[,;.]?$/;
/** What is known to be a tag, however it is spelled. */
const KNOWN_TAG =
  /^(?:\d[\d,.]*[\s-]*(?:m|h|mins?|minutes?|hrs?|hours?|words?|pages?|pp?)\b.*|(?:paid |free )?(?:ads?|advert\w*|sponsor\w*|promot\w*|promo)|video|audio|podcast|pdf(?:, .*)?|slides?|paywall\w*|free|new|code|github|repo|tweet|thread|series|updated?|archived?)$/i;
const TAGGED = [
  '\\[\\[[^\\]\\n]{1,40}\\]\\([^()\\s]*\\)\\]',
  '\\\\?\\[[^\\]\\n[]{1,40}\\](?![([])',
  '\\((?:[^()\\n]|\\([^()\\s]*\\)){1,120}\\)',
  '([*_]{1,2})(?:[^*_\\n]{1,30})\\3',
  '`[^`\\n]{1,30}`',
  // Attributes, as kramdown and Pandoc have them: `{:target="_blank"}`, `{.title}`.
  '\\{[:.#][^}\\n]{1,120}\\}',
  '（[^（）\\n]{1,40}）',
  '#\\p{L}[\\p{L}\\p{N}_-]*',
  // A version.
  'v?\\d+(?:\\.\\d+)+(?:-[a-z]+[.\\d]*)?(?=[\\s:,]|$)',
  '(?:PDF|Video|Podcast|Slides|Sponsored|Ad)(?=[.!]?$)',
  // `⭐ 1.2k`: how many people like it.
  '(?:\\p{Extended_Pictographic}|\\p{Regional_Indicator}|\\p{Emoji_Modifier}|\\u200d|\\uFE0F)+(?: ?\\d[\\d.,]*k?(?=\\s|$))?',
];
/** A mark of a footnote, attributes and wide parentheses need no space before them. */
const TAIL = new RegExp(`^(${S}*(?=\\[\\^|\\{:|（)|${S}+)(\\[\\^[^\\]\\s]+\\]|${TAGGED.join('|')})`, 'u');

const NOTHING: BehindLink = { byline: '', tail: '', glue: {}, gap: null, words: 0 };

interface Form {
  isTitle: boolean;
  title: string;
  tags?: number;
}

/**
 * Takes apart what stands behind a link, up to the end of the line; null where it is a sentence that the link is part of.
 *
 * @param isTitle whether other text follows that is the commentary, so that what stands here is the byline though it is
 *   long.
 * @param title the words of the link.
 * @param tags how many stand before this text.
 */
export function behindLink(text: string, { isTitle, title, tags = 0 }: Form): BehindLink | null {
  if (text.trim() === '') return { ...NOTHING, words: text.length };
  if (/^[.!?…,;:]+\s*$/u.test(text)) return { ...NOTHING, glue: { linkEnd: text }, words: text.length };
  return (
    inBrackets(text) ??
    behindReadingTime(text) ??
    behindTag(text, { isTitle, title, tags }) ??
    inParentheses(text) ??
    betweenStops(text) ??
    withByline(text, isTitle) ??
    wordsOnly(text, title)
  );
}

function behindTag(text: string, form: Form): BehindLink | null {
  const { tags = 0 } = form;
  const tail = tags < MOST_TAGS ? tailOf(text) : null;
  if (tail === null) return null;
  const { before, tag } = tail;
  const at = before.length + tag.length;
  const rest = behindLink(text.slice(at), { ...form, tags: tags + 1 });
  if (rest === null) return null;
  // A tag between link and byline is read with what sets the byline off.
  if (rest.byline !== '') {
    return { ...rest, glue: { ...rest.glue, byline: text.slice(0, at) + rest.glue.byline }, words: rest.words + at };
  }
  const all = rest.tail === '' ? tag : tag + rest.glue.tail + rest.tail;
  return { ...rest, tail: all, glue: { ...rest.glue, tail: before }, words: rest.words + at };
}

function tailOf(text: string): { before: string; tag: string } | null {
  const [, before, tag] = TAIL.exec(text) ?? [];
  if (before === undefined || tag === undefined) return null;
  const inner = tag.slice(1, -1);
  if (tag.startsWith('(') && !isTag(inner)) return null;
  if (/^[*_]/.test(tag) && !KNOWN_TAG.test(tag.replace(/^[*_(]+|[*_)]+$/g, ''))) return null;
  return { before, tag };
}

/** `ad`, `5 min read`, `macro plugin-breaking`, `[PDF](…)`: short and in small letters, or known, or a link of its own. */
function isTag(inner: string): boolean {
  if (KNOWN_TAG.test(inner) || /^\[[^\]]*\]\(/.test(inner)) return true;
  const isByline = /^(?:by|via|from)\s/i.test(inner) || /^\S+\.[a-z]{2,}$/.test(inner) || SMALL_NAME.test(inner);
  return !isByline && !isNames(inner, true) && inner.split(/\s+/).length <= 4;
}

/** `[Title](address) (Ada Quill, The Gauge)`, or the same in italics. */
function inParentheses(text: string): BehindLink | null {
  const [, before = '', says = '', byline, rest = ''] =
    new RegExp(`^(${S}+)\\(((?:(?:by|via|from)${S}+)?)([^()\\n]+)\\)(.*)$`, 'iu').exec(text) ?? [];
  if (byline === undefined) return inItalics(text);
  if (!(says !== '' || isNamedList(byline) || /^\S+\.[a-z]{2,}$/.test(byline))) return null;
  const behind = endOfLine(rest);
  if (behind === null) return null;
  const glue = { byline: `${before}(${says}`, bylineEnd: ')', ...behind.glue };
  return { ...behind, byline, glue, words: text.length - rest.length + behind.words };
}

/** `[Title](address) [Quill and Reed, 2021]`: several names, or names with a year; one alone may be a tag. */
function inBrackets(text: string): BehindLink | null {
  const [, before = '', byline, rest = ''] =
    new RegExp(`^(${S}+\\\\?\\[)([^[\\]\\n]{5,120}?)\\\\?\\](?![([])(.*)$`, 'u').exec(text) ?? [];
  if (byline === undefined || !/, | and | & /.test(byline) || !isNamedList(byline)) return null;
  const behind = endOfLine(rest);
  if (behind === null) return null;
  const from = text.length - rest.length;
  const glue = { byline: before, bylineEnd: text.slice(before.length + byline.length, from), ...behind.glue };
  return { ...behind, byline, glue, words: from + behind.words };
}

/** `[Title](address) - 5 minutes read.` */
function behindReadingTime(text: string): BehindLink | null {
  const [, before = '', tail, linkEnd = ''] =
    new RegExp(`^(${S}+(?:-{1,3}|[–—|•·])${S}+)(\\d{1,3}[\\s-]*(?:min|minutes?)\\.?${S}+read)(\\.?${S}*)$`, 'iu').exec(
      text,
    ) ?? [];
  if (tail === undefined) return null;
  return { ...NOTHING, tail, glue: { tail: before, linkEnd }, words: text.length };
}

/** `[Title](address). Ada Quill. The Gauge. 4 May 2025.`: names and a day, each closed by a full stop. */
function betweenStops(text: string): BehindLink | null {
  const [, before = '', byline, end = ''] =
    new RegExp(`^(\\.${S}+)(\\p{Lu}[^\\n]{3,150}?)(\\.?${S}*)$`, 'u').exec(text) ?? [];
  const [first = '', ...others] = byline?.split(/\.\s+/) ?? [];
  if (byline === undefined || others.length === 0 || !/\s/.test(first)) return null;
  if (!isNames(first, true) || !others.every((part) => isAside(part) || isNames(part, true))) return null;
  return { ...NOTHING, byline, glue: { byline: before, bylineEnd: end }, words: text.length };
}

function inItalics(text: string): BehindLink | null {
  const [, before = '', marks = '', byline, rest = ''] =
    new RegExp(`^([.:;]?${S}+)([*_]{1,2})([^*_\\n]+)\\2(.*)$`, 'u').exec(text) ?? [];
  const own = unwrapped(byline ?? '');
  if (byline === undefined || !isNamedList(own.byline)) return null;
  // A single word behind a full stop is hardly a name.
  if (/^[.:;]/.test(before) && !/\s/.test(byline)) return null;
  const behind = endOfLine(rest);
  if (behind === null) return null;
  const glue = { byline: before + marks + own.open, bylineEnd: own.end + marks, ...behind.glue };
  return { ...behind, byline: own.byline, glue, words: text.length - rest.length + behind.words };
}

/** What may stand behind a byline that is closed: nothing, a full stop, a tag, the words of the editor. */
function endOfLine(rest: string): BehindLink | null {
  if (rest.trim() === '' || /^[.!?…,;:]+\s*$/u.test(rest)) {
    return { ...NOTHING, ...(rest !== '' && { glue: { linkEnd: rest } }), words: rest.length };
  }
  const tag = behindTag(rest, { isTitle: false, title: '' });
  if (tag !== null) return tag;
  const gap = LINE_GLUE.exec(rest)?.[0];
  return gap === undefined ? null : { ...NOTHING, gap, words: gap.length };
}

function withByline(text: string, isTitle: boolean): BehindLink | null {
  const glue = BYLINE_GLUE.exec(text)?.[0];
  if (glue === undefined) return null;
  const line = text.slice(glue.length);
  return splitLine(text, glue, line, isTitle) ?? wholeByline(text, glue, line, isTitle);
}

/** `by Ada Quill — They bend.`: a byline, and words of the editor behind it. */
function splitLine(text: string, glue: string, line: string, isTitle: boolean): BehindLink | null {
  if (line.length > LONGEST_LINE) return null;
  let tried = 0;
  for (const { 0: gap, index } of line.matchAll(SPLIT)) {
    if (++tried > MOST_SPLITS) break;
    const [byline, words] = [line.slice(0, index), line.slice(index + gap.length)];
    if (!isSplit({ glue, byline, gap, words, isTitle })) continue;
    const own = unwrapped(byline);
    const at = text.length - words.length;
    return { ...NOTHING, byline: own.byline, glue: bylineGlue(glue, own), gap, words: at };
  }
  return null;
}

interface Split {
  glue: string;
  byline: string;
  gap: string;
  words: string;
  isTitle: boolean;
}

const LINK = /^\[[^[\]]+\]\([^()\s]*\)$/;
/** `Ada Quill, The Gauge` */
const PERSON_OF = /^\p{Lu}\S+\s(?:\S+\s)?\p{Lu}\S+, \p{Lu}/u;

function isSplit({ glue, byline, gap, words, isTitle }: Split): boolean {
  if (isAside(words)) return false;
  // `by [ada](…): counts fires`
  if (LINK.test(byline) && SAYS_BY.test(glue) && !gap.startsWith('.')) return true;
  if (!isNames(byline)) return false;
  // `Hackernoon: How to …` is one title.
  if (gap.trim() === ':' && !SAYS_BY.test(glue) && !byline.includes(', ')) return false;
  const isCertain = SAYS_BY.test(glue) || /\s/.test(byline.trim()) || /^[*_]/.test(byline);
  const end = words.replace(/(?:\[\^[^\]\s]+\])+$/u, '');
  const isSentence = /[.!?…"”]$/.test(end) || words.split(/\s+/).length >= 4;
  // Abbreviations end in a full stop, too.
  const isSaid = SAYS_BY.test(glue) || PERSON_OF.test(byline);
  if (gap.startsWith('.') && !(isSaid && /[.!?…]$/.test(end) && /(?:\p{L}{4}|\))$/u.test(byline))) return false;
  return isCertain && isSentence && !(isTitle && words.split(/\s+/).length <= LONGEST_BYLINE);
}

function wholeByline(text: string, glue: string, line: string, isTitle: boolean): BehindLink | null {
  const length = line.split(/\s+/).length;
  // `…, being replaced by` goes on with the sentence that the link began.
  const isClause = glue.includes(',') && /^\p{Ll}/u.test(line) && !SMALL_NAME.test(line) && /\s/.test(line);
  const isQuote = /^["“]/.test(line) && length > 3;
  // `— on singing.` is the editor's.
  const isWords = /^[\p{Ll}\p{Lo}].*[.!?…。！？]$/u.test(line) && !SMALL_NAME.test(line);
  if ((isClause || isWords) && !SAYS_BY.test(glue)) return null;
  const isSentence =
    /[.!?…]["”’)]*$/.test(line) && (glue.includes(',') || length > 3) && !isNames(line) && !isNamed(line, true);
  if (isSentence && (!isTitle || length > LONGEST_BYLINE || glue.includes(','))) return null;
  if (!isTitle && (length > LONGEST_BYLINE || isQuote)) return null;
  // Nothing but names tells a byline from words of the editor; behind `by` a few other words may be one.
  const isFew = SAYS_BY.test(glue) && length <= FEW_WORDS;
  if (!isTitle && !isNamed(tailBehind(line)?.line ?? line, !SAYS_BY.test(glue)) && !isFew) return null;
  const tail = tailBehind(line);
  const own = unwrapped(tail === null ? line : tail.line);
  return {
    ...NOTHING,
    byline: own.byline,
    tail: tail?.tag ?? '',
    glue: { ...bylineGlue(glue, own), ...(tail !== null && { tail: tail.before }) },
    words: text.length,
  };
}

/** The tag that a byline ends with, and the byline without it. */
function tailBehind(line: string): { line: string; before: string; tag: string } | null {
  // Only the end is looked at: a line may be as long as a file.
  const from = Math.max(0, line.length - LONGEST_TAIL);
  for (const { index } of line.matchAll(/(?<=\S)\s+(?=\S)/gu)) {
    if (index < from) continue;
    const end = line.slice(index);
    const tail = tailOf(end);
    // A word without brackets may be the last one of a name.
    if (tail === null || /^\p{L}/u.test(tail.tag) || tail.before.length + tail.tag.length !== end.length) continue;
    // `(recruiter)` may be part of a name.
    if (tail.tag.startsWith('(') && !KNOWN_TAG.test(tail.tag.slice(1, -1))) continue;
    return { line: line.slice(0, index), ...tail };
  }
  return null;
}

/** A byline without emphasis or parentheses around all of it. */
function unwrapped(line: string): { open: string; byline: string; end: string } {
  const [, marks = '', inner] = /^([*_]{1,2})([^*_]+)\1$/.exec(line) ?? [];
  if (inner !== undefined) return { open: marks, byline: inner, end: marks };
  const [, within] = /^\(([^()]+)\)$/.exec(line) ?? [];
  if (within !== undefined) return { open: '(', byline: within, end: ')' };
  // A full stop closes the line; behind fewer letters it may be an abbreviation's.
  const [, whole] = /^(.*\p{L}{4})\.$/u.exec(line) ?? [];
  return whole === undefined ? { open: '', byline: line, end: '' } : { open: '', byline: whole, end: '.' };
}

const bylineGlue = (glue: string, { open, end }: { open: string; end: string }): ParsedGlue => ({
  byline: glue + open,
  ...(end !== '' && { bylineEnd: end }),
});

/** `A. Quill, B. Reed & C. Ash. *Journal of Walls* **12**, 34 (2026)`: authors by their initials, and where it was printed. */
const CITATION =
  /^(?=.{10,200}$)\p{Lu}\.(?:[\s-]?\p{Lu}\.)*\s\p{Lu}[\p{L}’'-]+(?:(?:,|,? and| &)\s\p{Lu}\.(?=[\s-])|[\s,]+[*_]?et al)/u;

/** `— Ada Quill, The Gauge`, `(Ada Quill, The Gauge)`: set off on a line of its own as it would be on that of the link. */
function setOffBelow(line: string): ReturnType<typeof bylineBelow> {
  const [, before = '', byline, end = ''] =
    /^([–—]\s*|-{1,3}\s+)([^()\n]+?)()$/u.exec(line) ?? /^(\()([^()\n]+)(\))$/u.exec(line) ?? [];
  if (byline === undefined || !isNamed(byline, true) || !/[\s,]/.test(byline)) return null;
  return { before, byline, end, tail: null };
}

/**
 * A line that is a byline, below its link: `by Ada Quill`, names in italics or before a tag, and before a commentary
 * names alone.
 */
export function bylineBelow(
  line: string,
  isTitle: boolean,
): { before: string; byline: string; end: string; tail: { before: string; tag: string } | null } | null {
  if (CITATION.test(line)) return { before: '', byline: line, end: '', tail: null };
  const setOff = setOffBelow(line);
  if (setOff !== null) return setOff;
  const tail = tailBehind(line);
  const [, marks = '', says = '', byline = '', end = ''] =
    /^([*_]{0,2})((?:(?:(?:written |posted |published |words )?by|via|from)\s+)?)(\S.*?)([*_]{0,2})$/iu.exec(
      tail?.line ?? line,
    ) ?? [];
  // `**Ada Quill** | *The Gauge*`: each name has marks of its own, which are part of the byline.
  if (marks !== '' && (marks.length !== end.length || byline.includes(marks))) {
    const whole = tail?.line ?? line;
    const isSeveral = / [·|•/–—-] /.test(whole);
    return isSeveral && isNamed(whole.replace(/[*_]+/g, ''), true)
      ? { before: '', byline: whole, end: '', tail }
      : null;
  }
  const isSeveral = /[\s,]/.test(byline);
  const isSaid = says !== '' || ((marks !== '' || isTitle) && isSeveral) || tail !== null;
  return isSaid && marks.length === end.length && isNamed(byline, says === '')
    ? { before: marks + says, byline, end, tail }
    : null;
}

/** `14 min`, `12:30`, `12 June 2024`: what stands beside names in a byline and is none. */
const ASIDE =
  /^(?:(?:\d{1,2}:)?\d{1,2}:\d\d|\d{1,2}\.?\s\p{L}+(?:\s\d{4})?|\p{L}+\s\d{1,2}(?:,?\s\d{4})?|\d{4}(?:-\d\d){0,2}|\d\d?[./]\d\d?[./]\d{2,4})$/u;

/** Perhaps with a clock before it: `⏱️ 6 min`. */
function isAside(part: string): boolean {
  const words = part.replace(/^(?:\s|\p{Extended_Pictographic}|\uFE0F)+/u, '').trim();
  return ASIDE.test(words) || KNOWN_TAG.test(words);
}

/** The same in a list, `Ada Quill, 8 min`. */
function isNamedList(text: string): boolean {
  const names = text.split(', ').filter((part) => !isAside(part));
  return names.length > 0 && isNames(names.join(', '));
}

/** Whether a text reads as names that may have marks between them, and a day or a reading time beside them. */
function isNamed(text: string, isProper: boolean): boolean {
  const names = text.split(/ [·|•/–—-] |(?<=\S), /).filter((part) => !isAside(part));
  return names.length > 0 && isNames(names.join(' '), isProper);
}

/**
 * Whether a text reads as names of people and outlets: words with capitals and the small ones between them.
 *
 * @param isProper whether a single word needs a capital, too; behind `by` it may be a handle.
 */
export function isNames(text: string, isProper = false): boolean {
  const words = text.trim().split(/\s+/);
  if (words.length > LONGEST_BYLINE || KNOWN_TAG.test(text)) return false;
  // `(remote)`, `(recruiter)`: what they are, behind the names.
  if (words.length > 2 && /^\(\p{Ll}[\p{L}-]*\)$/u.test(words.at(-1) ?? '')) words.pop();
  if (words.length === 1 && isProper && !NAME.test(text.trim())) return false;
  if (words.length === 1) return /^[*_]*[\p{L}@][\p{L}\p{N}_.@’'-]*[*_]*$/u.test(text) && !/[.!?]$/.test(text);
  return NAME.test(words[0] ?? '') || SMALL_NAME.test(text)
    ? words.every(
        (word) =>
          NAME.test(word) ||
          NUMBER.test(word) ||
          SMALL_WORD.test(word) ||
          SMALL_NAME.test(word) ||
          /\]\(\S*\)/.test(word) ||
          PRICE.test(word),
      )
    : false;
}

/** `[Title](address): words` on one line, or the words behind a title that is a sentence of its own. */
function wordsOnly(text: string, title: string): BehindLink | null {
  const gap = LINE_GLUE.exec(text)?.[0];
  if (gap !== undefined && gap.length < text.length) return { ...NOTHING, gap, words: gap.length };
  const [space, words = ''] = new RegExp(`^${S}+(\\S+(?:${S}+\\S+)*)`, 'u').exec(text) ?? [];
  if (space === undefined || !/^["“(]?\p{Lu}/u.test(words)) return null;
  const isWhole = /[.!?…:]$/.test(title) || title.split(/\s+/).length >= 4 || /^\S*\d\S*$/.test(title);
  const before = text.length - text.trimStart().length;
  return isWhole ? { ...NOTHING, gap: text.slice(0, before), words: before } : null;
}
