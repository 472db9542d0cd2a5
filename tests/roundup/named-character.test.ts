// @vitest-environment jsdom

import { characterEntities } from 'character-entities';
import { decodeNamedCharacterReference as fromPackage } from 'decode-named-character-reference';
import { expect, test } from 'vitest';
import { decodeNamedCharacterReference } from '../../src/roundup/named-character.ts';

test('the browser decodes every name as the package does', () => {
  const names = Object.keys(characterEntities);
  expect(names.length).toBeGreaterThan(2000);
  const different = names.filter((name) => decodeNamedCharacterReference(name) !== fromPackage(name));
  expect(different).toEqual([]);
});

test.each(['nonsense', 'notit', 'ampx', 'a'])('&%s; is no reference', (name) => {
  expect(decodeNamedCharacterReference(name)).toBe(false);
  expect(fromPackage(name)).toBe(false);
});
