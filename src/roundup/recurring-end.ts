/** Paragraphs: what stands farther from the end is not looked at. */
const LONGEST_END = 8;
/** Characters: what is longer is no sign-off. */
const LONGEST_PARAGRAPH = 1_500;

/**
 * What issues of a newsletter end with again and again: a sign-off, a word about the newsletter, links to leave it. Each
 * is a paragraph that stands at the end of two issues at least, and of a quarter of them, word by word.
 */
export function recurringEnds(issues: readonly { markdown: string }[]): string[] {
  const counts = new Map<string, number>();
  for (const { markdown } of issues) {
    const paragraphs = markdown
      .slice(-LONGEST_END * LONGEST_PARAGRAPH)
      .trimEnd()
      .split(/\r?\n[^\S\r\n]*\r?\n/u)
      .slice(-LONGEST_END);
    for (const text of new Set(paragraphs.map((text) => text.trim()))) {
      if (text.length <= LONGEST_PARAGRAPH) counts.set(text, (counts.get(text) ?? 0) + 1);
    }
  }
  return [...counts].flatMap(([text, count]) => (text !== '' && count >= Math.max(2, issues.length / 4) ? [text] : []));
}

/** Where among texts in order those begin with which the issue ends as others do; their number where there are none. */
export function recurringFrom(texts: readonly string[], ends: readonly string[]): number {
  const known = new Set(ends);
  let from = texts.length;
  while (from > 0 && known.has((texts[from - 1] ?? '').trim())) from -= 1;
  return from;
}
