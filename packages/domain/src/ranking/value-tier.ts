import { smallestRfmPopulation } from './rfm.ts';
import { smallestWithShareBelow } from './cut-points.ts';

/** How much a customer is worth: A key, B important, C standard, D occasional, NONE without purchases. */
export const valueTierCodes = ['A', 'B', 'C', 'D', 'NONE'] as const;

export type ValueTier = (typeof valueTierCodes)[number];

/** What tiers are made of: amounts sold, or margin where cost is known for 80 % of revenue or more. */
export type ValueBasis = 'REVENUE' | 'MARGIN';

/** The smallest value of each tier in minor units; null where nobody reaches it. */
export interface ValueTierCuts {
  readonly a: number | null;
  readonly b: number | null;
  readonly c: number | null;
}

/** Tier cuts of the buyers' values (LIFECYCLE §4.2: A p ≥ 0.90, B ≥ 0.70, C ≥ 0.40, in integers); null under 25 buyers. */
export function valueTierCuts(values: readonly number[]): ValueTierCuts | null {
  if (values.length < smallestRfmPopulation) return null;
  return {
    a: smallestWithShareBelow(values, 9, 10),
    b: smallestWithShareBelow(values, 7, 10),
    c: smallestWithShareBelow(values, 4, 10),
  };
}

/** The tier of a value by stored cuts; null when the company has none, NONE for one who has not bought. */
export function valueTierBy(cuts: ValueTierCuts | null, value: number | null): ValueTier | null {
  if (!cuts) return null;
  if (value === null) return 'NONE';
  const reaches = (cut: number | null): boolean => cut !== null && value >= cut;
  return reaches(cuts.a) ? 'A' : reaches(cuts.b) ? 'B' : reaches(cuts.c) ? 'C' : 'D';
}

/** Which basis a company's tiers have: margin when cost is known for 80 % of its revenue or more. */
export function valueBasis(revenue: number, revenueWithCost: number): ValueBasis {
  return revenue > 0 && 5 * revenueWithCost >= 4 * revenue ? 'MARGIN' : 'REVENUE';
}
