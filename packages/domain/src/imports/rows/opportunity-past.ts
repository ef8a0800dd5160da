import type { Instant } from '#calendar';
import {
  type GateOverride, type Loss, loseOpportunity, type Move, moveOpportunity, type OpportunityState, type Pipeline, type Win, type WinReason, winOpportunity,
} from '#opportunities';
import { isRefused, type Refusal, refuse } from '#refusal';
import type { Catalogue, Subject } from '#rules';
import { type Clock, inOrder } from './in-order.ts';
import type { ImportedOpportunity } from './read-opportunity.ts';
import { stageHistory } from './stage-history.ts';

/** How an opportunity came to where it stands: its moves in order, and its end if it has one. */
export interface OpportunityPast {
  readonly moves: readonly Move[];
  readonly end: Win | Loss | null;
  readonly state: OpportunityState;
}

export interface PastGates {
  /** What gates read of it in this state, at this moment. */
  readonly subjectAt: (state: OpportunityState, at: Instant) => Subject;
  readonly override: GateOverride | null;
  /** By which what a gate misses is told in words. */
  readonly catalogue?: Catalogue | undefined;
}

/**
 * What became of an opportunity since it was opened, decided move by move at its own dates, through the gates like any
 * other; refuses with the field that is wrong.
 */
export function opportunityPast(
  row: ImportedOpportunity, opened: OpportunityState, pipeline: Pipeline, { subjectAt, ...gates }: PastGates, clock: Clock,
): OpportunityPast | Refusal {
  const begun = inOrder(row.openedAt, row.openedAt, 'openedAt', clock);
  if (isRefused(begun)) return begun;
  const history = stageHistory(row, pipeline, clock);
  if (isRefused(history)) return history;
  let state = opened;
  const moves: Move[] = [];
  for (const { stage, at, field } of history) {
    const move = moveOpportunity(state, stage, pipeline, subjectAt(state, at), at, gates);
    if (isRefused(move)) return { ...move, field };
    moves.push(move);
    state = { ...state, stage: move.to, stageSince: move.stageSince };
  }
  if (row.status === 'OPEN') return { moves, end: null, state };
  if (row.closedAt === null) return refuse('REQUIRED', { field: 'closedAt' });
  const at = inOrder(row.closedAt, state.stageSince, 'closedAt', clock);
  if (isRefused(at)) return at;
  const end = row.status === 'WON' ? won(row, state, pipeline, { subjectAt, ...gates }, at) : lost(row, state, at);
  return isRefused(end) ? end : { moves, end, state: { ...state, status: end.status } };
}

function won(row: ImportedOpportunity, state: OpportunityState, pipeline: Pipeline, { subjectAt, ...gates }: PastGates, at: Instant): Win | Refusal {
  const reasons = row.winReasons.map((reason) => reason.toUpperCase() as WinReason);
  const win = winOpportunity(state, { reasons, note: row.closeNote }, pipeline, subjectAt(state, at), at, gates);
  return isRefused(win) ? { ...win, field: closing[win.field?.split('.')[0] ?? ''] ?? 'status' } : win;
}

function lost(row: ImportedOpportunity, state: OpportunityState, at: Instant): Loss | Refusal {
  if (row.lossReason === null) return refuse('REQUIRED', { field: 'lossReason' });
  const loss = loseOpportunity(state, { reason: row.lossReason, note: row.closeNote, competitor: row.competitor }, at);
  return isRefused(loss) ? { ...loss, field: closing[loss.field ?? ''] ?? 'status' } : loss;
}

const closing: Readonly<Record<string, string>> = { reason: 'lossReason', reasons: 'winReasons', note: 'closeNote', competitor: 'competitor' };
