import type { Instant } from '#calendar';
import { freshUntil } from './checks/care-checks.ts';
import type { KnownCustomer } from './known-customer.ts';
import { qualityChecks } from './quality-checks.ts';

/** How good the data about one customer are. */
export interface QualityJudgement {
  /** 0–100: the weights of what holds, of the weights of what applies, in whole percent rounded down. */
  readonly score: number;
  /** Keys of the checks that fail, the weightiest first. */
  readonly missing: readonly string[];
  /** When time alone changes this; null when it does not. */
  readonly recheckAt: Instant | null;
  /** By what the queue is ordered: what is lost, times what he is worth. */
  readonly urgency: number;
}

/**
 * Judges what is known of a customer. The score is the simple weighted ratio of Pipino, Lee and Wang (Data Quality
 * Assessment, CACM 45/4, 2002): rules that hold over rules that apply, each of a dimension of ISO/IEC 25012.
 * 100 is only reached when nothing fails.
 */
export function judgeQuality(known: KnownCustomer, now: Instant): QualityJudgement {
  const applying = qualityChecks.flatMap((check) => {
    const holds = check.holds(known, now);
    return holds === null ? [] : [{ check, holds }];
  });
  const weigh = (some: typeof applying): number => some.reduce((sum, { check }) => sum + check.weight, 0);
  const failing = applying.filter(({ holds }) => !holds);
  const all = weigh(applying);
  const score = Math.floor((100 * (all - weigh(failing))) / all);
  const until = freshUntil(known);
  return { score, missing: failing.map(({ check }) => check.key), recheckAt: until > now ? until : null, urgency: (100 - score) * worth(known.revenue12m) };
}

/** Each tenfold of a year's revenue counts as much again, so that a great customer with a small gap does not bury a good one with a great gap. */
const worth = (revenue12m: number): number => 1 + Math.max(0, String(Math.max(0, Math.floor(revenue12m / 100))).length - 1);
