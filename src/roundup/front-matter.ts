/** The data at the head of an issue, taken apart by lines: values stay as they are written, quotes included. */
export interface FrontMatter {
  /** What opens it: `---` (or `+++`, before TOML) and its line break; empty where the data stand bare at the head of the file. */
  open: string;
  fields: FrontField[];
  /** What closes it. */
  close: string;
  /** Where it ends in the file. */
  end: number;
}

/** A line of the front matter and those that belong to it; without a key where it has none (a comment). */
export interface FrontField {
  key: string;
  /** From the colon, or the equals sign of TOML, to the value. */
  colon: string;
  value: string;
}

const YAML = /^(\uFEFF?---[ \t]*\r?\n)([\s\S]*?\r?\n)?((?:---|\.\.\.)[ \t]*)(?=\r?\n|$)/;
/** As Hugo and Zola have it: https://toml.io/en/v1.0.0 */
const TOML = /^(\uFEFF?\+\+\+[ \t]*\r?\n)([\s\S]*?\r?\n)?(\+\+\+[ \t]*)(?=\r?\n|$)/;
const fencedIn = (markdown: string) => YAML.exec(markdown) ?? TOML.exec(markdown);

/** Data without fences, as Pelican and MultiMarkdown have them: two lines of `Key: value` at least, then an empty one. */
const BARE = /^(\uFEFF?)((?:[A-Za-z][\w-]*:[ \t]\S.*\r?\n){2,})(?=\r?\n)/;

/** The front matter of a text; null without one. Without a closing line of `---`, `...` or `+++` there is none. */
export function frontMatterOf(markdown: string): FrontMatter | null {
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
    if (key !== undefined && colon !== undefined && value !== undefined) fields.push({ key, colon, value });
    else if (last === undefined) fields.push({ key: '', colon: '', value: line });
    else last.value += line;
  }
  for (const field of fields) field.value = field.value.replace(/\r?\n$/, '');
  return fields;
}

/**
 * The text with its front matter blanked out: every character but line breaks becomes a space, so that offsets
 * stay those of the file. Without a closing line there is no front matter.
 */
export function withoutFrontMatter(markdown: string): string {
  const front = fencedIn(markdown)?.[0];
  return front === undefined ? markdown : blanked(markdown, front.length);
}

/** The text with its start overwritten by spaces. */
export function blanked(markdown: string, length: number): string {
  return markdown.slice(0, length).replace(/[^\r\n]/g, ' ') + markdown.slice(length);
}
