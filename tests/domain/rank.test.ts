import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { byRank, rankBetween, ranksAfter, ranksFrom } from '../../src/domain/rank.ts';

test('any sequence of insertions keeps the order', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { maxLength: 60 }), (places) => {
      const ranks: string[] = [];
      for (const place of places) {
        const at = place % (ranks.length + 1);
        ranks.splice(at, 0, rankBetween(ranks[at - 1] ?? null, ranks[at] ?? null));
      }
      expect(ranks).toEqual([...new Set(ranks)].sort());
    }),
  );
});

test('always in the same gap, ranks stay short enough to be a key', () => {
  let before = rankBetween(null, null);
  const after = rankBetween(before, null);
  for (let n = 0; n < 500; n += 1) before = rankBetween(before, after);
  expect(before < after).toBe(true);
  expect(before.length).toBeLessThan(200);
});

test('between two equal ranks there is nothing: the new one follows both', () => {
  const rank = rankBetween(null, null);
  expect(rankBetween(rank, rank) > rank).toBe(true);
});

test('between two ranks in the wrong order the new one follows both', () => {
  const [first = '', second = ''] = ranksAfter(null, 2);
  expect(rankBetween(second, first) > second).toBe(true);
});

describe('ranksFrom', () => {
  test('gives as many ranks as are asked for, in order, strictly between the two', () => {
    fc.assert(
      fc.property(fc.nat({ max: 12 }), (count) => {
        const [before = '', after = ''] = ranksAfter(null, 2);
        const ranks = ranksFrom(before, after, count);
        expect(ranks).toHaveLength(count);
        const all = [before, ...ranks, after];
        expect(all).toEqual([...new Set(all)].sort());
      }),
    );
  });
});

test('ranks are compared as plain strings, equal ones by id', () => {
  const items = [
    { rank: 'a1', id: 'x' },
    { rank: 'Zz', id: 'q' },
    { rank: 'a0', id: 'y' },
    { rank: 'a0', id: 'b' },
  ];
  expect(items.sort(byRank).map(({ id }) => id)).toEqual(['q', 'b', 'y', 'x']);
  const same = { rank: 'a0', id: 'b' };
  expect(byRank(same, { ...same })).toBe(0);
});

describe('ranks that nobody here has given out', () => {
  const odd = fc.oneof(
    fc.constantFrom('', 'a', 'a00', 'zzz', '0', 'A', 'a0 '),
    fc.stringMatching(/^[\dA-Za-z]{0,12}$/),
  );

  test('let one stand behind them, and another behind that', () => {
    fc.assert(
      fc.property(odd, (rank) => {
        const behind = rankBetween(rank, null);
        expect(behind > rank).toBe(true);
        expect(rankBetween(behind, null) > behind).toBe(true);
        expect(ranksAfter(rank, 3)).toEqual([...new Set(ranksAfter(rank, 3))].sort());
      }),
    );
  });

  test('never keep others from standing between them', () => {
    fc.assert(
      fc.property(odd, odd, fc.nat({ max: 5 }), (one, other, count) => {
        const [before = '', after = ''] = [one, other].sort();
        const ranks = ranksFrom(before, after, count);
        expect(ranks).toHaveLength(count);
        expect([before, ...ranks]).toEqual([...new Set([before, ...ranks])].sort());
      }),
    );
  });
});
