import { addDays, type PlainDate } from '#calendar';
import { cutPoints, scoreBy } from './cut-points.ts';

/** Where recency and frequency place a buyer; the labels are the fact catalogue's. */
export const rfmSegmentCodes = [
  'CHAMPION', 'LOYAL', 'POTENTIAL_LOYALIST', 'NEW', 'PROMISING', 'NEEDS_ATTENTION',
  'ABOUT_TO_SLEEP', 'AT_RISK', 'CANNOT_LOSE', 'HIBERNATING', 'NO_PURCHASES',
] as const;

export type RfmSegment = (typeof rfmSegmentCodes)[number];

/** Days of orders that count towards RFM, before the date of scoring (LIFECYCLE §4.1 ◇). */
export const rfmWindowDays = 730;

/** Buyers under which nobody is scored (LIFECYCLE §4.1). */
export const smallestRfmPopulation = 25;

/** One customer's input: last order's date, number of orders, sum of amounts in minor units, within the window. */
export interface RfmInput {
  readonly lastOrderOn: PlainDate;
  readonly orders: number;
  readonly amount: number;
}

/** A dated scoring run: the cut points that score any customer until the next run. */
export interface RfmScoring {
  readonly asOf: PlainDate;
  readonly buyers: number;
  readonly recency: readonly PlainDate[];
  readonly frequency: readonly number[];
  readonly monetary: readonly number[];
}

/** Scores 1–5, best 5; null when not scored. */
export interface RfmScores {
  readonly recency: number | null;
  readonly frequency: number | null;
  readonly monetary: number | null;
  readonly segment: RfmSegment | null;
}

/** A customer's input over effective orders with asOf − 730 ≤ date < asOf; null without such an order. */
export function rfmInput(
  orders: readonly { readonly placedOn: PlainDate; readonly amount: number }[], asOf: PlainDate,
): RfmInput | null {
  const from = addDays(asOf, -rfmWindowDays);
  const counted = orders.filter(({ placedOn }) => from <= placedOn && placedOn < asOf);
  if (counted.length === 0) return null;
  return {
    lastOrderOn: counted.reduce((latest, { placedOn }) => (placedOn > latest ? placedOn : latest), from),
    orders: counted.length,
    amount: counted.reduce((all, { amount }) => all + amount, 0),
  };
}

/** The cut points of a population of buyers; null under 25 buyers. */
export function rfmScoring(buyers: readonly RfmInput[], asOf: PlainDate): RfmScoring | null {
  if (buyers.length < smallestRfmPopulation) return null;
  return {
    asOf,
    buyers: buyers.length,
    recency: cutPoints(buyers.map(({ lastOrderOn }) => lastOrderOn)),
    frequency: cutPoints(buyers.map(({ orders }) => orders)),
    monetary: cutPoints(buyers.map(({ amount }) => amount)),
  };
}

/** Scores one customer by stored cut points: all null without a scoring, NO_PURCHASES without an order in the window. */
export function scoreRfm(scoring: RfmScoring | null, input: RfmInput | null): RfmScores {
  const unscored = { recency: null, frequency: null, monetary: null };
  if (!scoring) return { ...unscored, segment: null };
  if (!input) return { ...unscored, segment: 'NO_PURCHASES' };
  const recency = scoreBy(scoring.recency, input.lastOrderOn);
  const frequency = scoreBy(scoring.frequency, input.orders);
  const monetary = scoreBy(scoring.monetary, input.amount);
  return { recency, frequency, monetary, segment: rfmSegmentOf(recency, frequency) };
}

/** The segment grid of LIFECYCLE §4.1 by recency and frequency scores 1–5. */
export function rfmSegmentOf(recency: number, frequency: number): RfmSegment {
  if (recency <= 2) return frequency <= 2 ? 'HIBERNATING' : frequency <= 4 ? 'AT_RISK' : 'CANNOT_LOSE';
  if (recency === 3) return frequency <= 2 ? 'ABOUT_TO_SLEEP' : frequency === 3 ? 'NEEDS_ATTENTION' : 'LOYAL';
  if (frequency === 1) return recency === 5 ? 'NEW' : 'PROMISING';
  if (frequency <= 3) return 'POTENTIAL_LOYALIST';
  return recency === 5 ? 'CHAMPION' : 'LOYAL';
}

/** The three-digit code shown beside the segment, `545`; null when not scored. */
export function rfmCode({ recency, frequency, monetary }: RfmScores): string | null {
  return recency === null || frequency === null || monetary === null ? null : `${recency}${frequency}${monetary}`;
}
