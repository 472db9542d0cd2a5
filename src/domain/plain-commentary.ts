/** A link or a picture of a commentary, with the words between its brackets. */
const LINK = /!?\[((?:\\.|[^\]\\\n])*)\]\((?:<[^>\n]*>|[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)(?:\s+"[^"\n]*")?\)/g;

/** Signs of lists, quotes and headings at the start of a line; signs of emphasis and code; escapes. */
const SIGNS = /^[ \t]*(?:[-*+]|\d+[.)]|>|#{1,6})[ \t]+|\\(?=[!-/:-@[-`{-~])|\*+|`+/gm;

/** A commentary as running text, for a glimpse of it: addresses and signs are left out. */
export function plainCommentary(commentary: string): string {
  return commentary.replace(LINK, '$1').replace(SIGNS, '').replace(/\s+/g, ' ').trim();
}
