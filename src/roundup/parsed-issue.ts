import type { Shape } from '../domain/shape.ts';
import type { FrontMatter } from './front-matter.ts';

/** White space, rules and marks between the parts of an issue, by the names of the house style's glue. */
export type ParsedGlue = Record<string, string>;

/** A link as it stands in a past issue. */
export interface ParsedLink {
  /** Markdown between the brackets. */
  title: string;
  /** The same as readers see it. */
  text: string;
  address: string;
  /** What stands between the parentheses: the address as it was written; empty where it stands in none. */
  written: string;
  /** What stands before the link on its line, such as `[video]`. */
  tag: string;
  /** In place of the parentheses where the address is defined elsewhere: `[1]`, `[]`, nothing. */
  reference?: string;
  /** Markdown behind the link. */
  byline: string;
  /** A tag behind link and byline, such as `(ad)`. */
  tail: string;
  glue: ParsedGlue;
}

/** An entry of a past issue. Offsets tell where in the file it stands; the commentary is that part of it byte for byte. */
export interface ParsedEntry {
  shape: Shape;
  links: ParsedLink[];
  commentary: string;
  /** `lead` before it, `body`, `oneLiner` or `listing` inside it, `after` up to the next entry of the section. */
  glue: ParsedGlue;
  start: number;
  end: number;
}

/** A section of a past issue; without a name where entries stand before or without any heading. */
export interface ParsedSection {
  /** As readers see it. */
  name: string;
  /** The same as Markdown. */
  heading: string;
  /** Text under the heading that belongs to no entry. */
  intro: string;
  entries: ParsedEntry[];
  /** `heading` and `headingEnd` around the name, `afterHeading`, `afterIntro`, and `after` up to the next section. */
  glue: ParsedGlue;
  start: number;
  end: number;
}

/**
 * What a published issue consists of. Its parts and the glue between them, in order, are the whole file: nothing is
 * dropped, and nothing goes through a serialiser.
 */
export interface ParsedIssue {
  front: FrontMatter | null;
  /** HTML comments between the front matter and the heading. */
  comments: string;
  /** Text of the heading of the whole issue, as readers see it; empty without one. */
  heading: string;
  /** The same as Markdown. */
  title: string;
  /** What stands between that heading and the first section. */
  letter: string;
  sections: ParsedSection[];
  /** What stands behind the last section and belongs to none: a sign-off behind a rule, definitions, a form to subscribe. */
  closing: string;
  /** `beforeTitle`, `afterTitle`, `afterFront`, `afterComments`, `afterLetter`, `beforeClosing`, and `end`. */
  glue: ParsedGlue;
}
