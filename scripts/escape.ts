/**
 * Shows what the exporter makes of a title and an address, so that others can check it: reads lines of
 * `{"title", "url"}`, writes lines of `{"title", "url", "markdown"}`. A refused address gets `"markdown": null` and an
 * `"error"`; a line that cannot be read is named on stderr, and the exit code is 1.
 */
import { text } from 'node:stream/consumers';
import * as z from 'zod/mini';
import { markdownLink } from '../src/roundup/escape.ts';

z.config(z.locales.en());

const Line = z.object({ title: z.string(), url: z.string() });

function answer(line: string): object {
  const { title, url } = Line.parse(JSON.parse(line));
  const markdown = markdownLink(title, url);
  const error = 'The address is refused: only complete http:, https: and mailto: addresses are printed.';
  return { title, url, markdown, ...(markdown === null && { error }) };
}

/** What is wrong with a line, as a sentence. */
function sentence(problem: unknown): string {
  if (problem instanceof SyntaxError) return `This line is not JSON: ${problem.message}.`;
  if (!(problem instanceof z.core.$ZodError)) throw problem;
  const parts = problem.issues.map(({ path, message }) => `${path.join('.') || 'the line'}: ${message}`);
  return `This line is not {"title": "…", "url": "…"}: ${parts.join('; ')}.`;
}

// Split by hand: readline also breaks lines at U+2028, which JSON allows inside a string.
for (const [at, line] of (await text(process.stdin)).split('\n').entries()) {
  if (line.trim() === '') continue;
  try {
    process.stdout.write(`${JSON.stringify(answer(line))}\n`);
  } catch (problem) {
    process.stderr.write(`${JSON.stringify({ line: at + 1, error: sentence(problem) })}\n`);
    process.exitCode = 1;
  }
}
