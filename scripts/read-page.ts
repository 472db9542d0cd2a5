/**
 * Reads saved pages with the very code that runs in the page being read. Lines of JSON in, `{"file", "url"}`: a saved
 * page and the address it was at; lines of JSON out, in the same order.
 *
 *     npm run -s read-page < pages.jsonl
 */
import * as z from 'zod/mini';
import { answerLines } from './json-lines.ts';
import { fieldsOf } from './reading/fields.ts';

const Line = z.object({ file: z.string(), url: z.string() });

await answerLines(Line, '{"file": "…", "url": "…"}', ({ file, url }) => ({ file, ...fieldsOf(file, url) }));
