/** What a frame prints of an issue that is no text of the frame: it has its own place on the desk. */
const FACTS = ['number', 'date', 'title', 'subtitle', 'letter', 'hero'];

/**
 * The texts of the frame by name, such as `closing`: those for which the style's frame has a place, in its order, and
 * behind them those that an issue has all the same.
 */
export function frameNames(frame: string, texts: Readonly<Record<string, string>>): string[] {
  const printed = [...frame.matchAll(/\bissue\.(\w+)/g)].map(([, name = '']) => name);
  const written = Object.keys(texts).filter((name) => texts[name] !== '');
  // A name that every object has, such as `constructor`, is none of a text: templates print nothing for it.
  const isText = (name: string) => !FACTS.includes(name) && !(name in Object.prototype);
  return [...new Set([...printed, ...written])].filter(isText);
}
