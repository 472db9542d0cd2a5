/**
 * The text with its YAML front matter blanked out: every character but line breaks becomes a space, so that offsets
 * stay those of the file. Without a closing line of `---` or `...` there is no front matter.
 */
export function withoutFrontMatter(markdown: string): string {
  const front = /^\uFEFF?---[ \t]*\r?\n[\s\S]*?\r?\n(?:---|\.\.\.)[ \t]*(?=\r?\n|$)/.exec(markdown)?.[0];
  if (front === undefined) return markdown;
  return front.replace(/[^\r\n]/g, ' ') + markdown.slice(front.length);
}
