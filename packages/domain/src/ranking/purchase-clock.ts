import { day, type Instant, type PlainDate } from '#calendar';
import { clamp, ownRhythm, type RhythmBasis } from './own-rhythm.ts';

/** What the clock is set by: spot orders, contracts, and the settings of the line of the last order. */
export interface PurchaseHistory {
  /** Local dates with a spot order, any order, repeats allowed. */
  readonly spotOrderDays: readonly PlainDate[];
  readonly lastSpotOrderAt: Instant | null;
  readonly contracts: readonly { readonly endsAt: Instant; readonly underNotice: boolean }[];
  readonly fallbackDays: number;
  readonly graceDays: number;
}

/** When to propose, when silence alarms, when the customer counts as lost (LIFECYCLE §4.4). */
export interface PurchaseClock {
  readonly rhythmDays: number;
  readonly rhythmBasis: RhythmBasis;
  /** Last spot order + floor(0.75·rhythm) days; null without a spot order. */
  readonly nextOfferAt: Instant | null;
  /** Last spot order + rhythm; null without a spot order. */
  readonly expectedNextOrderAt: Instant | null;
  readonly alarmAt: Instant;
  readonly lapsesAt: Instant;
}

/** Days of silence after a spot order that raise the alarm: two rhythms, 30–540. */
export function alarmDays(rhythmDays: number): number {
  return clamp(2 * rhythmDays, 30, 540);
}

/** Days of silence after a spot order after which the customer counts as lost: three rhythms, 90–730. */
export function patienceDays(rhythmDays: number): number {
  return clamp(3 * rhythmDays, 90, 730);
}

/** The clock of a customer; null when he has neither a spot order nor a contract. */
export function purchaseClock(history: PurchaseHistory): PurchaseClock | null {
  const { spotOrderDays, lastSpotOrderAt, contracts, fallbackDays, graceDays } = history;
  if (lastSpotOrderAt === null && contracts.length === 0) return null;
  const rhythm = ownRhythm(spotOrderDays, fallbackDays);
  const afterLast = (days: number): Instant | null => (lastSpotOrderAt === null ? null : lastSpotOrderAt + days * day);
  const ends = contracts.map(({ endsAt }) => endsAt);
  const graced = contracts.map(({ endsAt, underNotice }) => (underNotice ? endsAt : endsAt + graceDays * day));
  return {
    rhythmDays: rhythm.days,
    rhythmBasis: rhythm.basis,
    nextOfferAt: afterLast(Math.floor((3 * rhythm.days) / 4)),
    expectedNextOrderAt: afterLast(rhythm.days),
    alarmAt: latest(afterLast(alarmDays(rhythm.days)), ends),
    lapsesAt: latest(afterLast(patienceDays(rhythm.days)), graced),
  };
}

function latest(first: Instant | null, others: readonly Instant[]): Instant {
  return Math.max(...(first === null ? [] : [first]), ...others);
}
