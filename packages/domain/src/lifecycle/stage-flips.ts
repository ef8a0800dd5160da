import type { Instant } from '#calendar';
import type { Facts } from '#facts';
import { nextReviewOf } from '#rules';
import type { LifecycleModel } from './model.ts';
import { type Because, stageOf } from './stage-of.ts';

/** One move between stages, at the instant at which it became true. */
export interface StageFlip {
  readonly model: string;
  readonly from: string;
  readonly to: string;
  readonly at: Instant;
  readonly because: Because;
}

/**
 * The earliest instant after `now` at which time alone could move the customer in any of the models, null when none
 * could. Windows that roll at midnight and after-sales windows are other reasons to look again.
 */
export function nextModelReview(models: readonly LifecycleModel[], facts: Facts, now: Instant): Instant | null {
  const reviews = models.flatMap(({ stages }) => stages.map(({ rule }) => nextReviewOf(rule, facts, now) ?? Infinity));
  const earliest = Math.min(...reviews);
  return earliest === Infinity ? null : earliest;
}

/** Every move that time alone made after `since` and until `until`, each at its own instant: a late look changes no history. */
export function stageFlips(model: LifecycleModel, facts: Facts, since: Instant, until: Instant): readonly StageFlip[] {
  const flips: StageFlip[] = [];
  let { stage } = stageOf(model, facts, since);
  for (let at = nextModelReview([model], facts, since); at !== null && at <= until; at = nextModelReview([model], facts, at)) {
    const { stage: to, because } = stageOf(model, facts, at);
    if (to !== stage) flips.push({ model: model.key, from: stage, to, at, because });
    stage = to;
  }
  return flips;
}
