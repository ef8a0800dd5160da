import { openPhases, type Phase } from '../cycle.ts';
import type { CycleEvent } from '../cycle-event.ts';
import { complaintMade, customerLeft, factRecorded, referralQualified, referralWon, windowEnded } from './customer-rows.ts';
import type { Draft } from './draft.ts';
import {
  completeDelivery, contractTerminated, debtWrittenOff, orderCancelled, partDelivery, partReturn, settlingPayment, unsettlingPayment,
  wholeReturn,
} from './fulfilment-rows.ts';
import { leadCaptured, leadDisqualified, leadQualified, leadRecycled, leadWorked } from './lead-rows.ts';
import { opportunityLost, opportunityOpened, quoteClosed, quoteSent } from './opportunity-rows.ts';
import { directOrder, orderOfOpportunity } from './order-rows.ts';
import type { Answer, Row } from './row.ts';

/** The table of transitions (LIFECYCLE §2.3), row by row. */
export const transitions = {
  leadCaptured, leadWorked, leadRecycled, leadDisqualified, leadQualified,
  opportunityOpened, quoteSent, quoteClosed, opportunityLost,
  orderOfOpportunity, directOrder, partDelivery, completeDelivery, settlingPayment, unsettlingPayment,
  orderCancelled, partReturn, wholeReturn, debtWrittenOff, contractTerminated,
  referralQualified, referralWon, windowEnded, customerLeft, complaintMade, factRecorded,
};

export type RowName = keyof typeof transitions;

/** The row of an event. */
export function rowOf(event: CycleEvent): RowName {
  switch (event.type) {
    case 'orderPlaced': return event.opportunityId ? 'orderOfOpportunity' : 'directOrder';
    case 'deliveryMade': return event.complete ? 'completeDelivery' : 'partDelivery';
    case 'paymentReceived': return event.settled ? 'settlingPayment' : 'unsettlingPayment';
    case 'goodsReturned': return event.whole ? 'wholeReturn' : 'partReturn';
    case 'customerErased': return 'customerLeft';
    case 'detractorAnswered': return 'complaintMade';
    case 'caseOpened': case 'surveyAnswered': case 'invoiceOverdue': case 'messageSent': case 'activityRecorded': case 'customersMerged':
      return 'factRecorded';
    default: return event.type;
  }
}

/** The column of a phase; a closed cycle shares that of no cycle. */
export function columnOf(phase: Phase | null): number {
  return phase === null || phase === 'CLOSED' ? openPhases.length : openPhases.indexOf(phase);
}

/** Applies one event to every cycle that it is about. */
export function applyEvent(draft: Draft, event: CycleEvent): Answer {
  const row = transitions[rowOf(event)] as Row<unknown> as Row;
  const about = row.about(draft.state, event);
  if (typeof about === 'string') return about;
  let answer: Answer = null;
  for (const id of about.length === 0 ? [null] : about.map((cycle) => cycle.id)) {
    const cycle = draft.state.cycles.find((one) => one.id === id);
    const cell = row.cells[columnOf(cycle?.phase ?? null)] as Row['cells'][7];
    const said = typeof cell === 'string' ? cell : cell(draft, event, cycle);
    answer ??= said;
  }
  return answer;
}
