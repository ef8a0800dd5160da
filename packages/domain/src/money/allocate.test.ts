import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRefused } from '#refusal';
import { allocate, money } from './index.ts';

const amounts = (total: number, weights: number[]): number[] => {
  const parts = allocate(money(total, 'EUR'), weights);
  if (isRefused(parts)) throw new Error(parts.code);
  return parts.map((part) => part.amount);
};

describe('allocating', () => {
  it('gives the odd cents to the largest remainders, the earlier first', () => {
    expect(amounts(100, [1, 1, 1])).toEqual([34, 33, 33]);
    expect(amounts(-100, [1, 1, 1])).toEqual([-34, -33, -33]);
    expect(amounts(10, [0, 3, 7, 0])).toEqual([0, 3, 7, 0]);
    expect(amounts(5, [0, 0])).toEqual([3, 2]);
    expect(amounts(1, [1, 3])).toEqual([0, 1]);
  });

  it('refuses no weights and negative weights', () => {
    expect(allocate(money(1, 'EUR'), [])).toMatchObject({ code: 'REQUIRED' });
    expect(allocate(money(1, 'EUR'), [1, -1])).toMatchObject({ code: 'INVALID' });
  });

  it('adds up exactly, and no part is a cent or more away from its share', () => {
    const weights = fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 20, size: 'max' }).filter((all) => all.some((one) => one > 0));
    fc.assert(fc.property(fc.integer({ min: -1e9, max: 1e9 }), weights, (total, all) => {
      const parts = amounts(total, all);
      expect(parts.reduce((a, b) => a + b, 0)).toBe(total);
      const whole = all.reduce((a, b) => a + b, 0);
      parts.forEach((part, index) => {
        const error = BigInt(part) * BigInt(whole) - BigInt(total) * BigInt(all[index] ?? 0);
        expect((error < 0n ? -error : error) < BigInt(whole)).toBe(true);
      });
    }));
  });
});
