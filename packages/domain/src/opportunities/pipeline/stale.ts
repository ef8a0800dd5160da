import { day, type Instant } from '#calendar';
import type { OpportunityState } from '../opportunity.ts';
import { type Pipeline, placeOf } from './pipeline.ts';

/** Median days that won opportunities stood in each stage, by its key. */
export type PipelineRhythm = Readonly<Partial<Record<string, number>>>;

/** How many medians one may stand still: silence alarms after two rhythms, here as with customers. */
const rhythmsUntilStale = 2;

/**
 * When an open opportunity that does not move becomes stale (estancada): after the days its stage grants, else after
 * twice the median of the won ones in that stage, at least a day; null where neither is known or it is closed.
 */
export function staleAt(opportunity: OpportunityState, pipeline: Pipeline, rhythm: PipelineRhythm = {}): Instant | null {
  if (opportunity.status !== 'OPEN') return null;
  const median = rhythm[opportunity.stage];
  const days = pipeline.stages[placeOf(pipeline, opportunity.stage)]?.staleAfterDays
    ?? (median === undefined ? null : Math.max(1, Math.ceil(rhythmsUntilStale * median)));
  return days === null ? null : opportunity.stageSince + days * day;
}

/** Whether an opportunity has stood still for longer than its pipeline's rhythm allows. */
export function isStale(opportunity: OpportunityState, pipeline: Pipeline, now: Instant, rhythm: PipelineRhythm = {}): boolean {
  const at = staleAt(opportunity, pipeline, rhythm);
  return at !== null && at <= now;
}
