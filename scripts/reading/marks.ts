import * as z from 'zod/mini';

/**
 * What a person who read the page says it should be read as: every answer that is right; null: it cannot be judged, as
 * in pages made to test a parser. An empty answer means that the page has none.
 */
export const Judged = z.object({
  url: z.string(),
  title: z.nullable(z.array(z.string())),
  authors: z.nullable(z.array(z.array(z.string()))),
  publishedOn: z.nullable(z.array(z.string())),
  outlet: z.nullable(z.array(z.string())),
});
export type Judged = z.infer<typeof Judged>;

export type Mark = 'exact' | 'partial' | 'wrong' | 'missing';

/** What a reader of pages says of one. */
export interface Answer {
  title: string;
  authors: string[];
  publishedOn: string;
  outlet: string;
}

/** Case, kinds of quotes and white space are no difference between two titles or names. */
const folded = (text: string) =>
  text.normalize('NFKC').replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/\s+/g, ' ').trim().toLowerCase();

function markText(answer: string, right: readonly string[]): Mark {
  const given = folded(answer);
  const known = right.map(folded);
  if (known.includes(given)) return 'exact';
  if (given === '') return 'missing';
  return known.some((one) => one !== '' && (given.includes(one) || one.includes(given))) ? 'partial' : 'wrong';
}

function markNames(answer: readonly string[], right: readonly string[][]): Mark {
  const given = answer.map(folded);
  const known = right.map((names) => names.map(folded));
  if (known.some((names) => names.join('|') === given.join('|'))) return 'exact';
  if (given.length === 0) return 'missing';
  return known.some((names) => names.some((name) => given.includes(name))) ? 'partial' : 'wrong';
}

/** One mark for each field that can be judged. */
export function marksOf(answer: Answer, judged: Judged): Partial<Record<keyof Answer, Mark>> {
  return {
    ...(judged.title && { title: markText(answer.title, judged.title) }),
    ...(judged.authors && { authors: markNames(answer.authors, judged.authors) }),
    // A day is right or it is not.
    ...(judged.publishedOn && { publishedOn: markDay(answer.publishedOn, judged.publishedOn) }),
    ...(judged.outlet && { outlet: markText(answer.outlet, judged.outlet) }),
  };
}

function markDay(answer: string, right: readonly string[]): Mark {
  if (right.includes(answer)) return 'exact';
  return answer === '' ? 'missing' : 'wrong';
}
