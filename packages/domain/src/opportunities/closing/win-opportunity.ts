import type { Instant } from '#calendar';
import { isRefused, type Refusal, refuse } from '#refusal';
import type { Subject } from '#rules';
import { type MoveOptions, opportunityClosed, stagesLeft } from '../move-opportunity.ts';
import type { OpportunityState } from '../opportunity.ts';
import { missingForGate, type OverriddenGates, passGates } from '../pipeline/gate.ts';
import type { Pipeline } from '../pipeline/pipeline.ts';
import { type WinReason, winReasons } from './reasons.ts';

const longestNote = 2000;

export interface WinInput {
  /** Why he bought, as far as known. */
  readonly reasons?: readonly WinReason[] | undefined;
  /** What he bought and why, in his words. */
  readonly note?: string | null | undefined;
  /** The quote that the customer accepted, if that is what won it. */
  readonly acceptedQuoteId?: string | null | undefined;
}

/** A won opportunity, to be applied and recorded. */
export interface Win {
  readonly status: 'WON';
  readonly from: string;
  readonly closedAt: Instant;
  readonly reasons: readonly WinReason[];
  readonly note: string | null;
  readonly quoteId: string | null;
  readonly overridden: OverriddenGates | null;
}

/**
 * Wins an open opportunity, through the gates of its stage and of all that follow. Only the customer goes past them: an
 * accepted quote always wins its opportunity, and what was missing is recorded.
 */
export function winOpportunity(
  opportunity: OpportunityState, input: WinInput, pipeline: Pipeline, subject: Subject, now: Instant, options: MoveOptions = {},
): Win | Refusal {
  if (opportunity.status !== 'OPEN') return opportunityClosed(opportunity);
  const reasons = [...new Set(input.reasons ?? [])];
  const note = input.note?.trim() || null;
  const strange = reasons.findIndex((reason) => !winReasons.includes(reason));
  if (strange >= 0) return refuse('INVALID', { field: `reasons.${strange}`, details: { value: reasons[strange] ?? '' } });
  if (reasons.includes('OTHER') && note === null) return refuse('REQUIRED', { field: 'note' });
  if ((note?.length ?? 0) > longestNote) return refuse('TOO_LONG', { field: 'note', details: { maximum: longestNote } });
  const left = stagesLeft(opportunity, pipeline, pipeline.stages.length);
  const quoteId = input.acceptedQuoteId ?? null;
  const missing = left.flatMap((stage) => missingForGate(stage, subject, now));
  const overridden = quoteId === null
    ? passGates(left, subject, now, options.override, options.catalogue)
    : missing.length > 0 ? { by: null, reason: 'QUOTE_ACCEPTED', missing } : null;
  if (isRefused(overridden)) return overridden;
  return { status: 'WON', from: opportunity.stage, closedAt: now, reasons, note, quoteId, overridden };
}
