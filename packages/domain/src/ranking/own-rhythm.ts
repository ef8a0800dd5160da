import { daysBetween, type PlainDate } from '#calendar';

/** Where a rhythm comes from: the customer's own intervals, those blended with the line's usual one, or that alone. */
export type RhythmBasis = 'OWN' | 'BLENDED' | 'FALLBACK';

/** A customer's purchase rhythm in whole days, 7–730. */
export interface Rhythm {
  readonly days: number;
  readonly basis: RhythmBasis;
}

/** The distinct purchase days, from the last one back, that make a rhythm. */
export const purchaseDaysLookedAt = 13;

/** The rhythm of a customer by the dates of his spot orders, any order, repeats allowed (LIFECYCLE §4.3, integer form). */
export function ownRhythm(spotOrderDays: readonly PlainDate[], fallbackDays: number): Rhythm {
  const days = [...new Set(spotOrderDays)].sort().slice(-purchaseDaysLookedAt);
  const intervals = days.slice(1).map((date, index) => daysBetween(days[index] ?? date, date));
  const count = intervals.length;
  const twice = twiceMedian(intervals);
  if (count >= 3) return { days: clamp(Math.floor((twice + 1) / 2), 7, 730), basis: 'OWN' };
  if (count === 0) return { days: clamp(fallbackDays, 7, 730), basis: 'FALLBACK' };
  const blended = Math.floor((count * twice + 4 * fallbackDays + count + 2) / (2 * (count + 2)));
  return { days: clamp(blended, 7, 730), basis: 'BLENDED' };
}

/** Two times the median, so that it stays an integer. */
function twiceMedian(values: readonly number[]): number {
  const ascending = values.toSorted((a, b) => a - b);
  const middle = Math.floor(ascending.length / 2);
  const upper = ascending[middle] ?? 0;
  return ascending.length % 2 === 1 ? 2 * upper : upper + (ascending[middle - 1] ?? 0);
}

/** The value, but not outside the two bounds. */
export function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
