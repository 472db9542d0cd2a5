import { read } from './reading.ts';
import type { ReadingBlock } from './reading-tree.ts';
import { escapeHtml, htmlOf, plainOf } from './rich-text.ts';

interface StandaloneText {
  markdown: string;
  /** Of the window, where the text has no heading of its own. */
  title: string;
  /** It stands in the front matter and not in the text: shown below the heading. */
  subtitle: string;
  /** BCP 47. */
  language: string;
}

/**
 * An issue as one HTML file: it needs nothing but itself and its pictures, and is forbidden anything else, so that it
 * can be opened from a disk without a second thought.
 */
export function standaloneHtml({ markdown, title, subtitle, language }: StandaloneText): string {
  const locale = localeOf(language);
  const blocks = read(markdown);
  const heading = blocks.findIndex(isTitle) + 1;
  const line = subtitle.trim() === '' ? [] : [`<p class="subtitle">${escapeHtml(subtitle)}</p>`];
  const body = [htmlOf(blocks.slice(0, heading)), ...line, htmlOf(blocks.slice(heading))];
  return `<!doctype html>
<html${locale === null ? '' : ` lang="${escapeHtml(locale.toString())}"`} dir="${directionOf(locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src https: http:; style-src 'unsafe-inline'">
<title>${escapeHtml(heading === 0 ? title : plainOf(blocks.slice(heading - 1, heading)))}</title>
<style>
${STYLE}
</style>
</head>
<body>
${body.filter((part) => part !== '').join('\n')}
</body>
</html>
`;
}

const isTitle = (block: ReadingBlock) => block.kind === 'heading' && block.depth === 1;

const STYLE = `:root { color-scheme: light dark; }
body { max-width: 40rem; margin: 2rem auto; padding: 0 1rem; font: 1.0625rem/1.6 Charter, Georgia, Cambria, serif; overflow-wrap: anywhere; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; }
.subtitle { font-style: italic; }
blockquote { margin-inline: 0; padding-inline-start: 1rem; border-inline-start: 3px solid; }
hr { margin-block: 2rem; }
pre { white-space: pre-wrap; }
code, pre { font-size: 0.875rem; }
img { max-width: 100%; height: auto; }`;

/** null: the text is no tag of a language. */
function localeOf(language: string): Intl.Locale | null {
  try {
    return new Intl.Locale(language);
  } catch {
    return null;
  }
}

/** Scripts in use that run from right to left. */
const FROM_RIGHT = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Mend', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa', 'Yezi']);

const directionOf = (locale: Intl.Locale | null) => (FROM_RIGHT.has(locale?.maximize().script ?? '') ? 'rtl' : 'ltr');
