import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import en from '../_locales/en/messages.json';
import { ROOT } from '../scripts/build.ts';

const messages = Object.entries(en as Record<string, { message: string; description?: string }>);

const sources = ['src', 'popup', 'desk', 'options']
  .flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8')),
  )
  .join('\n');
const manifest = readFileSync(join(ROOT, 'manifest.json'), 'utf8');

/** The name that the code says: of a counted message, its name without the ending. */
const spoken = (key: string) => key.replace(/_(one|other)$/, '');

// That every name in the sources has a message is for the compiler: MessageKey is made of this file.
test('every message is said somewhere', () => {
  const words = new Set(sources.match(/['"`]\w+['"`]/g)?.map((word) => word.slice(1, -1)));
  const unsaid = messages
    .map(([key]) => key)
    .filter((key) => !words.has(spoken(key)) && !manifest.includes(`__MSG_${key}__`));
  expect(unsaid).toEqual([]);
});

test('every message of the manifest exists', () => {
  const named = [...manifest.matchAll(/__MSG_(\w+)__/g)].map(([, key = '']) => key);
  expect(named.filter((key) => !Object.hasOwn(en, key))).toEqual([]);
});

test('places for values are $1, $2 …, none left out', () => {
  for (const [key, { message }] of messages) {
    const places = [...new Set(message.match(/\$\d/g))].sort();
    // What is counted is the first value of a counted message, which need not say it.
    const expected = Array.from({ length: Number(places.at(-1)?.slice(1) ?? 0) }, (_, at) => `$${at + 1}`);
    const left = expected.filter((place) => !places.includes(place) && !(/_(one|other)$/.test(key) && place === '$1'));
    expect(left, key).toEqual([]);
    // A dollar sign before anything else vanishes in Chrome and stays in Firefox.
    expect(message.replace(/\$\d/g, ''), key).not.toContain('$');
  }
});

test('counted messages come in both forms, with the same values', () => {
  for (const [key] of messages) {
    const [, base, form] = /^(.*)_(one|other)$/.exec(key) ?? [];
    if (base === undefined) continue;
    const other = `${base}_${form === 'one' ? 'other' : 'one'}`;
    expect(Object.hasOwn(en, other), other).toBe(true);
  }
});

test.each([
  ['exclamation marks', /!/],
  ['“please”', /\bplease\b/i],
  ['“oops”', /\boops\b/i],
  ['“successfully”', /\bsuccess(ful(ly)?)?\b/i],
  ['three full stops for an ellipsis', /\.\.\./],
  ['straight quotes', /["]|\w'\w/],
])('no message has %s', (_, banned) => {
  expect(messages.filter(([, { message }]) => banned.test(message)).map(([key]) => key)).toEqual([]);
});
