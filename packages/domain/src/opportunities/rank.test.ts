import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRefused } from '#refusal';
import { longestRank, type Rank, rankBetween, ranksBetween } from './index.ts';

/** Places one rank between the cards at `place` and before it. */
function drop(column: Rank[], place: number): Rank {
  const rank = rankBetween(column[place - 1] ?? null, column[place] ?? null);
  if (isRefused(rank)) throw new Error('refused');
  column.splice(place, 0, rank);
  return rank;
}

const inOrder = (column: readonly Rank[]): boolean => column.every((rank, index) => index === 0 || (column[index - 1] ?? '') < rank);

describe('a rank', () => {
  it('stays in order and short through ten thousand cards dropped anywhere', () => {
    fc.assert(fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), { minLength: 10_000, maxLength: 10_000 }), (places) => {
      const column: Rank[] = [];
      for (const part of places) drop(column, Math.floor(part * (column.length + 1)));
      expect(inOrder(column)).toBe(true);
      expect(new Set(column).size).toBe(10_000);
      expect(Math.max(...column.map((rank) => rank.length))).toBeLessThan(20);
    }), { numRuns: 3 });
  });

  it('stays short at both ends of a column, however many are dropped there', () => {
    const column: Rank[] = [];
    for (let turn = 0; turn < 5000; turn += 1) {
      drop(column, 0);
      drop(column, column.length);
    }
    expect(inOrder(column)).toBe(true);
    expect(Math.max(...column.map((rank) => rank.length))).toBeLessThan(8);
  });

  it('grows only where all are dropped into one gap, and is short again when the column is ranked afresh', () => {
    const column: Rank[] = ['i0', 'i1'];
    for (let turn = 0; turn < 500; turn += 1) drop(column, 1);
    expect(Math.max(...column.map((rank) => rank.length))).toBeGreaterThan(longestRank);
    const fresh = ranksBetween(null, null, column.length);
    if (isRefused(fresh)) throw new Error('refused');
    expect(inOrder(fresh)).toBe(true);
    expect(Math.max(...fresh.map((rank) => rank.length))).toBeLessThan(4);
  });

  it('sorts alike by bytes and by the letters of a language', () => {
    const ranks = ranksBetween(null, null, 3000);
    if (isRefused(ranks)) throw new Error('refused');
    const mixed: Rank[] = [...ranks];
    for (let place = 1; place < 2000; place += 7) drop(mixed, place);
    expect(mixed.toSorted(new Intl.Collator('es').compare)).toEqual(mixed);
    expect(mixed.every((rank) => /^[0-9a-z]+$/.test(rank))).toBe(true);
  });

  it('is refused between neighbours that are not in order, or no ranks', () => {
    for (const [before, after] of [['i1', 'i0'], ['i1', 'i1'], ['?', null], [null, 'I0'], ['i', null], ['', null]] as const) {
      expect(rankBetween(before, after)).toMatchObject({ refused: true, code: 'CONFLICT', field: 'rank' });
    }
    expect(ranksBetween('i1', 'i0', 2)).toMatchObject({ code: 'CONFLICT' });
    expect(ranksBetween(null, null, -1)).toMatchObject({ code: 'OUT_OF_RANGE' });
    expect(ranksBetween(null, null, 0)).toEqual([]);
    expect(ranksBetween('i0', 'i1', 1)).toEqual([rankBetween('i0', 'i1')]);
  });
});
