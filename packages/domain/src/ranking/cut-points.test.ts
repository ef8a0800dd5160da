import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutPoints, rfmSegmentOf, rfmSegmentCodes, scoreBy, valueTierBy, valueTierCodes, valueTierCuts } from './index.ts';
import { rfmSegments, valueTiers } from '#facts';

const population = fc.array(fc.integer({ min: -20, max: 40 }), { minLength: 1, maxLength: 120, size: 'max' });

describe('cut points', () => {
  it('scores by stored cuts exactly as by counting the strictly smaller', () => {
    fc.assert(fc.property(population, (values) => {
      const cuts = cutPoints(values);
      for (const value of values) {
        const below = values.filter((other) => other < value).length;
        expect(scoreBy(cuts, value)).toBe(1 + Math.floor((5 * below) / values.length));
      }
    }));
  });

  it('places tiers exactly as by counting the strictly smaller', () => {
    fc.assert(fc.property(fc.array(fc.nat(60), { minLength: 25, maxLength: 120, size: 'max' }), (values) => {
      const cuts = valueTierCuts(values);
      for (const value of values) {
        const share = 10 * values.filter((other) => other < value).length;
        const tier = share >= 9 * values.length ? 'A' : share >= 7 * values.length ? 'B' : share >= 4 * values.length ? 'C' : 'D';
        expect(valueTierBy(cuts, value)).toBe(tier);
      }
    }));
  });

  it('gives everybody the lowest score when all are equal', () => {
    expect(cutPoints([3, 3, 3, 3])).toEqual([]);
    expect(scoreBy(cutPoints([3, 3, 3]), 3)).toBe(1);
    expect(cutPoints(['b', 'a', 'd', 'c', 'e'])).toEqual(['b', 'c', 'd', 'e']);
  });

  it('ranks nobody among fewer than 25 and puts him who bought nothing apart', () => {
    expect(valueTierCuts(Array.from({ length: 24 }, (_, index) => index))).toBeNull();
    expect(valueTierBy(null, 5)).toBeNull();
    expect(valueTierBy(valueTierCuts(Array.from({ length: 25 }, (_, index) => index)), null)).toBe('NONE');
  });

  it('fills the grid of segments', () => {
    const grid = [5, 4, 3, 2, 1].map((recency) => [1, 2, 3, 4, 5].map((frequency) => rfmSegmentOf(recency, frequency)));
    expect(grid).toEqual([
      ['NEW', 'POTENTIAL_LOYALIST', 'POTENTIAL_LOYALIST', 'CHAMPION', 'CHAMPION'],
      ['PROMISING', 'POTENTIAL_LOYALIST', 'POTENTIAL_LOYALIST', 'LOYAL', 'LOYAL'],
      ['ABOUT_TO_SLEEP', 'ABOUT_TO_SLEEP', 'NEEDS_ATTENTION', 'LOYAL', 'LOYAL'],
      ['HIBERNATING', 'HIBERNATING', 'AT_RISK', 'AT_RISK', 'CANNOT_LOSE'],
      ['HIBERNATING', 'HIBERNATING', 'AT_RISK', 'AT_RISK', 'CANNOT_LOSE'],
    ]);
  });

  it('has a label for every code in the fact catalogue', () => {
    expect(Object.keys(rfmSegments).toSorted()).toEqual([...rfmSegmentCodes].toSorted());
    expect(Object.keys(valueTiers).toSorted()).toEqual([...valueTierCodes].toSorted());
  });
});
