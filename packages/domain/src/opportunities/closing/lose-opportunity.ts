import type { Instant } from '#calendar';
import { type Refusal, refuse } from '#refusal';
import { opportunityClosed } from '../move-opportunity.ts';
import type { OpportunityState } from '../opportunity.ts';
import { type LossReason, lossReasons } from './reasons.ts';

const longestNote = 2000;
const longestName = 200;

export interface LossInput {
  readonly reason: LossReason;
  readonly note?: string | null | undefined;
  /** Who got it, if that is known. */
  readonly competitor?: string | null | undefined;
}

/** A lost opportunity, to be applied and recorded. */
export interface Loss {
  readonly status: 'LOST';
  readonly from: string;
  readonly closedAt: Instant;
  readonly reason: LossReason;
  readonly note: string | null;
  readonly competitor: string | null;
}

/** Loses an open opportunity from whatever stage; it needs a reason, and another one than the listed a note. */
export function loseOpportunity(opportunity: OpportunityState, input: LossInput, now: Instant): Loss | Refusal {
  if (opportunity.status !== 'OPEN') return opportunityClosed(opportunity);
  if (!lossReasons.includes(input.reason)) return refuse('INVALID', { field: 'reason', details: { value: input.reason } });
  const note = input.note?.trim() || null;
  const competitor = input.competitor?.replaceAll(/\s+/g, ' ').trim() || null;
  if (input.reason === 'OTHER' && note === null) return refuse('REQUIRED', { field: 'note' });
  if ((note?.length ?? 0) > longestNote) return refuse('TOO_LONG', { field: 'note', details: { maximum: longestNote } });
  if ((competitor?.length ?? 0) > longestName) return refuse('TOO_LONG', { field: 'competitor', details: { maximum: longestName } });
  return { status: 'LOST', from: opportunity.stage, closedAt: now, reason: input.reason, note, competitor };
}
