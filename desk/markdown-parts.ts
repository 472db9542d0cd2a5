/** A run of the Markdown source as it is shown: a heading, what a reader never sees, or text. */
interface MarkdownRun {
  look: 'text' | 'heading' | 'unseen';
  text: string;
}

/** The source cut into paragraphs, so that a change draws one of them anew. Joined, they are the source. */
export function paragraphsOf(markdown: string): string[] {
  const paragraphs: string[] = [];
  const front = /^---\n[\s\S]*?\n---\n+/.exec(markdown)?.[0] ?? '';
  if (front !== '') paragraphs.push(front);
  for (const [paragraph] of markdown.slice(front.length).matchAll(/[\s\S]+?(?:\n{2,}|$)/g)) paragraphs.push(paragraph);
  return paragraphs;
}

const ADDRESS = /(?<=\])\((?:<[^>\n]*>|[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)(?:\s+"[^"\n]*")?\)/g;

/** How a paragraph of the source looks. Joined, the runs are the paragraph. */
export function runsOf(paragraph: string, isFirst: boolean): MarkdownRun[] {
  if (isFirst && paragraph.startsWith('---\n')) return [{ look: 'unseen', text: paragraph }];
  if (/^(-{3,}|\*{3,}|_{3,})\s*$/.test(paragraph)) return [{ look: 'unseen', text: paragraph }];
  if (/^#{1,6} /.test(paragraph) && !paragraph.trimEnd().includes('\n')) return [{ look: 'heading', text: paragraph }];
  const runs: MarkdownRun[] = [];
  let from = 0;
  for (const match of paragraph.matchAll(ADDRESS)) {
    if (match.index > from) runs.push({ look: 'text', text: paragraph.slice(from, match.index) });
    runs.push({ look: 'unseen', text: match[0] });
    from = match.index + match[0].length;
  }
  if (from < paragraph.length) runs.push({ look: 'text', text: paragraph.slice(from) });
  return runs;
}
