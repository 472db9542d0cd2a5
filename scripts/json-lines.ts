import { text } from 'node:stream/consumers';
import * as z from 'zod/mini';

z.config(z.locales.en());

/**
 * Answers each line of JSON on stdin with one on stdout, in the same order. A line that cannot be read or answered is
 * named on stderr, with its number and a sentence, and the exit code is 1.
 *
 * @param form what a line looks like, for the sentence: `{"title": "…", "url": "…"}`.
 */
export async function answerLines<T>(
  schema: z.ZodMiniType<T>,
  form: string,
  answer: (line: T) => object | Promise<object>,
): Promise<void> {
  // Split by hand: readline also breaks lines at U+2028, which JSON allows inside a string.
  for (const [at, line] of (await text(process.stdin)).split('\n').entries()) {
    if (line.trim() === '') continue;
    try {
      process.stdout.write(`${JSON.stringify(await answer(schema.parse(JSON.parse(line))))}\n`);
    } catch (problem) {
      process.stderr.write(`${JSON.stringify({ line: at + 1, error: sentence(problem, form) })}\n`);
      process.exitCode = 1;
    }
  }
}

/** What is wrong with a line, as a sentence. */
function sentence(problem: unknown, form: string): string {
  if (problem instanceof SyntaxError) return `This line is not JSON: ${problem.message}.`;
  if (problem instanceof z.core.$ZodError) {
    const parts = problem.issues.map(({ path, message }) => `${path.join('.') || 'the line'}: ${message}`);
    return `This line is not ${form}: ${parts.join('; ')}.`;
  }
  return problem instanceof Error ? problem.message : String(problem);
}
