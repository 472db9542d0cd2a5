import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldText, foldWithPlaces, stretchesOf } from '../../src/domain/folded-text.ts';

describe('folding', () => {
  test.each([
    ['Freezer', 'freezer'],
    ['Café CRÈME', 'cafe creme'],
    ['e\u0301', 'e'],
    ['Straße, STRASSE, ẞ', 'strasse, strasse, ss'],
    ['Ørsted Łódź Đặng', 'orsted lodz dang'],
    ['ﬁle ﬂow œuvre Æsir', 'file flow oeuvre aesir'],
    ['İstanbul ısı', 'istanbul isi'],
    ['ΣΊΣΥΦΟΣ σίσυφος', 'σισυφοσ σισυφοσ'],
    ['冷凍庫の所有者', '冷凍庫の所有者'],
    ['ｆｕｌｌ　ｗｉｄｔｈ', 'full width'],
    ['ﾊﾝｶｸ', 'ハンカク'],
    ['हिन्दी', 'हिन्दी'],
    ['Don’t “quote” – ever', 'don\'t "quote" - ever'],
    ['two  spaces\n\nand\ta line', 'two spaces and a line'],
    ['soft\u00adhyphen', 'softhyphen'],
  ])('“%s” is “%s”', (text, expected) => {
    expect(foldText(text)).toBe(expected);
  });

  test('is the same with and without places', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 50 }), (text) => {
        expect(foldWithPlaces(text).text).toBe(foldText(text));
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('what a word was made of', () => {
  test.each([
    ['Who owns the Café?', ['cafe'], ['Café']],
    ['Who owns the cafe\u0301?', ['cafe'], ['cafe\u0301']],
    ['Die Straße', ['strass'], ['Straß']],
    ['Die Straße', ['sse'], ['ße']],
    ['an ﬁle', ['f'], ['ﬁ']],
    ['two  spaces', ['two spaces'], ['two  spaces']],
    ['𝐁old and bold', ['bold'], ['𝐁old', 'bold']],
    ['冷凍庫の所有者', ['凍庫'], ['凍庫']],
    ['freezer freezers', ['freezer', 'zers'], ['freezer', 'freezers']],
    ['nothing', ['else', ''], []],
  ])('in “%s” by %j is %j', (text, words, expected) => {
    expect(stretchesOf(text, words).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
  });

  test('folds to the word again, or to a character more', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }), fc.nat(), (text, seed) => {
        const all = foldText(text);
        fc.pre(all.trim() !== '');
        const from = seed % all.length;
        const word = all.slice(from, from + 3);
        const texts = stretchesOf(text, [word]).map(({ start, end }) => text.slice(start, end));
        expect(texts.some((found) => foldText(found).includes(word))).toBe(true);
      }),
    );
  });
});
