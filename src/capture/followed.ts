/** What one part of a page says of a value. */
export interface Said<Value> {
  /** Where it stands: `og:title`, `JSON-LD`, `byline` … */
  source: string;
  value: Value;
}

/** The value that was followed, and what speaks for and against it. */
export interface Followed<Value> {
  value: Value;
  source: string;
  /** Two sources at least say the same, and none says otherwise. */
  agreed: boolean;
  /** Other readings, the likeliest first: the editor can go through them. */
  others: Value[];
}

const MOST_OTHERS = 5;

/**
 * The first of what was said, with the evidence for it; null: nothing was said.
 *
 * @param said the surest first.
 * @param keyOf what two values share that mean the same.
 */
export function followed<Value>(said: readonly Said<Value>[], keyOf: (value: Value) => string): Followed<Value> | null {
  const [first] = said;
  if (first === undefined) return null;
  const readings = new Map<string, Value>();
  for (const { value } of said) if (!readings.has(keyOf(value))) readings.set(keyOf(value), value);
  const [, ...others] = readings.values();
  return {
    ...first,
    agreed: said.length > 1 && others.length === 0,
    others: others.slice(0, MOST_OTHERS),
  };
}

/** The evidence alone, as a capture keeps it. */
export function evidenceOf<Value>({ source, agreed, others }: Followed<Value>): Omit<Followed<Value>, 'value'> {
  return { source, agreed, others };
}
