/**
 * Shows what the exporter makes of a title and an address, so that others can check it: reads lines of
 * `{"title", "url"}`, writes lines of `{"title", "url", "markdown"}`. A refused address gets `"markdown": null` and an
 * `"error"`; a line that cannot be read is named on stderr, and the exit code is 1.
 */
import * as z from 'zod/mini';
import { markdownLink } from '../src/roundup/escape.ts';
import { answerLines } from './json-lines.ts';

const Line = z.object({ title: z.string(), url: z.string() });

await answerLines(Line, '{"title": "…", "url": "…"}', ({ title, url }) => {
  const markdown = markdownLink(title, url);
  const error = 'The address is refused: only complete http:, https: and mailto: addresses are printed.';
  return { title, url, markdown, ...(markdown === null && { error }) };
});
