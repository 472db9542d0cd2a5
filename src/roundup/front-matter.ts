/** The data at the head of an issue, taken apart by lines: values stay as they are written, quotes included. */
export interface FrontMatter {
  /** What opens it: `---` (or `+++`, before TOML) and its line break, `{` before JSON; empty where the data stand bare at the head of the file. */
  open: string;
  fields: FrontField[];
  /** What closes it. */
  close: string;
  /** Where it ends in the file. */
  end: number;
}

/** A line of the front matter and those that belong to it; without a key where it has none (a comment). */
export interface FrontField {
  /** What stands before the key: in JSON a comma, a line break and a quote. */
  before: string;
  key: string;
  /** From the colon, or the equals sign of TOML, to the value. */
  colon: string;
  value: string;
  /** What ends its line; in JSON that is part of what stands before the next one. */
  end: string;
}

const YAML = /^(\uFEFF?---[ \t]*\r?\n)([\s\S]*?\r?\n)?((?:---|\.\.\.)[ \t]*)(?=\r?\n|$)/;
/** As Hugo and Zola have it: https://toml.io/en/v1.0.0 */
const TOML = /^(\uFEFF?\+\+\+[ \t]*\r?\n)([\s\S]*?\r?\n)?(\+\+\+[ \t]*)(?=\r?\n|$)/;
const fencedIn = (markdown: string) => YAML.exec(markdown) ?? TOML.exec(markdown);

/** Data without fences, as Pelican and MultiMarkdown have them: two lines of `Key: value` at least, then an empty one. */
const BARE = /^(\uFEFF?)((?:[A-Za-z][\w-]*:[ \t]\S.*\r?\n){2,})(?=\r?\n)/;

/** The front matter of a text; null without one. Without a closing line of `---`, `...` or `+++` there is none. */
export function frontMatterOf(markdown: string): FrontMatter | null {
  const json = jsonIn(markdown);
  if (json !== null) return json;
  const fenced = fencedIn(markdown);
  const bare = fenced === null ? BARE.exec(markdown) : null;
  const [whole, open = '', body = '', close = ''] = fenced ?? bare ?? [];
  return whole === undefined ? null : { open, fields: fieldsOf(body), close, end: whole.length };
}

function fieldsOf(body: string): FrontField[] {
  const fields: FrontField[] = [];
  for (const line of body.match(/[^\n]*\n/g) ?? []) {
    const [, key, colon, value] = /^([\w.-]+)([ \t]*[:=][ \t]*)((?:.|\r)*\n)$/.exec(line) ?? [];
    const last = fields.at(-1);
    if (key !== undefined && colon !== undefined && value !== undefined)
      fields.push({ before: '', key, colon, value, end: '\n' });
    else if (last === undefined) fields.push({ before: '', key: '', colon: '', value: line, end: '\n' });
    else last.value += line;
  }
  for (const field of fields) field.value = field.value.replace(/\r?\n$/, '');
  return fields;
}

/** An object that begins the file and ends at the start of a line, as Hugo has it. */
const JSON_FRONT = /^(\uFEFF?\{[ \t]*\r?\n)([\s\S]*?)(\r?\n\})(?=[ \t]*(?:\r?\n|$))/;

/** Data as JSON, a field on each line, so that what stands inside of one is indented further; null: there are none. */
function jsonIn(markdown: string): FrontMatter | null {
  const [whole, open = '', body = '', close = ''] = JSON_FRONT.exec(markdown) ?? [];
  const [, indent] = /^([ \t]+)"/.exec(body) ?? [];
  if (whole === undefined || indent === undefined || !isJson(whole.replace('\uFEFF', ''))) return null;
  const keys = new RegExp(`((?:^|,[ \\t]*\\r?\\n)${indent}")([\\w.-]+)("[ \\t]*:[ \\t]*)`, 'g');
  const found = [...body.matchAll(keys)];
  const fields = found.map(({ 0: start, index, 1: before = '', 2: key = '', 3: colon = '' }, at): FrontField => {
    const value = body.slice(index + start.length, found[at + 1]?.index);
    return { before, key, colon, value, end: '' };
  });
  return { open, fields, close, end: whole.length };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * The text with its front matter blanked out: every character but line breaks becomes a space, so that offsets
 * stay those of the file. Without a closing line there is no front matter.
 */
export function withoutFrontMatter(markdown: string): string {
  const end = fencedIn(markdown)?.[0].length ?? jsonIn(markdown)?.end;
  return end === undefined ? markdown : blanked(markdown, end);
}

/** The text with its start overwritten by spaces. */
export function blanked(markdown: string, length: number): string {
  return markdown.slice(0, length).replace(/[^\r\n]/g, ' ') + markdown.slice(length);
}
