import { type Refusal, refuse } from '#refusal';
import { money, type Money } from './money.ts';

/**
 * Splits an amount by weights (non-negative safe integers) so that the parts add up to it exactly: largest remainder,
 * the earlier part first among equals. All weights zero split evenly. Refuses no weights at all.
 */
export function allocate(total: Money, weights: readonly number[]): Money[] | Refusal {
  if (weights.length === 0) return refuse('REQUIRED', { field: 'weights' });
  if (weights.some((weight) => !Number.isSafeInteger(weight) || weight < 0)) return refuse('INVALID', { field: 'weights' });
  const even = weights.every((weight) => weight === 0);
  const shares = weights.map((weight) => (even ? 1n : BigInt(weight)));
  const whole = shares.reduce((all, share) => all + share, 0n);
  const size = BigInt(Math.abs(total.amount));
  const parts = shares.map((share, index) => ({ index, units: (size * share) / whole, rest: (size * share) % whole }));
  let left = size - parts.reduce((all, part) => all + part.units, 0n);
  for (const part of parts.toSorted((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1))) {
    if (left === 0n) break;
    part.units += 1n;
    left -= 1n;
  }
  const sign = total.amount < 0 ? -1 : 1;
  return parts.map((part) => money(sign * Number(part.units), total.currency));
}
