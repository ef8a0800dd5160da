import { isEarlier } from './customer-cycles.ts';
import { type CustomerCycles, type Cycle, ledgerOf, type Phase, rankOf } from './index.ts';

/** From where to where a cycle may go; null is the beginning. */
const edges: Readonly<Record<string, readonly Phase[]>> = {
  null: ['TRACTION', 'OPPORTUNITY', 'DELIVERY'],
  TRACTION: ['QUALIFICATION', 'OPPORTUNITY', 'DELIVERY', 'CLOSED'],
  QUALIFICATION: ['TRACTION', 'OPPORTUNITY', 'DELIVERY', 'CLOSED'],
  OPPORTUNITY: ['QUOTATION', 'DELIVERY', 'CLOSED'],
  QUOTATION: ['OPPORTUNITY', 'DELIVERY', 'CLOSED'],
  DELIVERY: ['BILLING', 'AFTER_SALES', 'CLOSED'],
  BILLING: ['AFTER_SALES', 'CLOSED'],
  AFTER_SALES: ['CLOSED'],
};

function must(holds: boolean, what: string, about: unknown): void {
  if (!holds) throw new Error(`${what}: ${JSON.stringify(about)}`);
}

/** What is true of every customer after every event; throws with what is not. */
export function checkState(state: CustomerCycles): void {
  for (const cycle of state.cycles) checkCycle(cycle, state);
  for (const lineId of new Set(state.cycles.map((cycle) => cycle.lineId))) {
    const inPhases = (...phases: Phase[]): Cycle[] => state.cycles.filter((cycle) => cycle.lineId === lineId && phases.includes(cycle.phase));
    must(inPhases('TRACTION', 'QUALIFICATION').length <= 1, 'two cycles of a line before OPPORTUNITY', state.cycles);
    must(inPhases('AFTER_SALES').length <= 1, 'two cycles of a line in after-sales', state.cycles);
  }
  const ids = state.cycles.map(({ id }) => id);
  must(new Set(ids).size === ids.length, 'a cycle twice', ids);
  for (const order of state.orders) {
    must(state.cycles.filter(({ orderId }) => orderId === order.id).length === 1, 'an order without exactly one cycle', order);
  }
  must(state.leads.every(({ cycleId }) => ids.includes(cycleId)), 'a lead without a cycle', state.leads);
  const counted = state.referrals.filter(({ cycleId }) => cycleId !== null).length;
  must(state.cycles.reduce((sum, { referrals }) => sum + referrals, 0) === counted, 'referrals do not add up', state);
  must(new Set(state.referrals.map(({ customerId }) => customerId)).size === state.referrals.length, 'a referral twice', state.referrals);
  checkLedger(state);
}

function checkLedger({ cycles }: CustomerCycles): void {
  const ledger = ledgerOf(cycles);
  const { recurrent, referred, recurrentAndReferred, lost, disqualified, open, started } = ledger;
  must(recurrent + referred + recurrentAndReferred + lost + disqualified + open === started, 'the ledger does not add up', ledger);
  for (const by of [ledger.lostInPhase, ledger.leakPhase]) must(Object.values(by).reduce((sum, one) => sum + one, 0) === lost, 'the lost do not add up', ledger);
}

function checkCycle(cycle: Cycle, { orders, quotes }: CustomerCycles): void {
  const { phase, visits, outcome, closedAt, lostInPhase, leakPhase } = cycle;
  const path: readonly Phase[] = [...visits.map((visit) => visit.phase), ...(phase === 'CLOSED' ? [phase] : [])];
  path.forEach((to, index) => must(edges[String(path[index - 1] ?? null)]?.includes(to) ?? false, 'an edge that is not in the table', cycle));
  must(path.at(-1) === phase && path[0] === cycle.entryPhase && visits[0]?.enteredAt === cycle.openedAt, 'phase and visits differ', cycle);
  const times = [...visits.map(({ enteredAt }) => enteredAt), ...(closedAt === null ? [] : [closedAt])];
  must(times.every((time, index) => time >= (times[index - 1] ?? time)), 'a phase begins before the one it follows', cycle);
  const closed = phase === 'CLOSED';
  must(closed === (outcome !== null) && closed === (closedAt !== null) && closed === (cycle.closeReason !== null), 'closed without saying how', cycle);
  const stood = visits.at(-1)?.phase ?? 'TRACTION';
  must((outcome === 'DISQUALIFIED') === (closed && rankOf(stood) < 2), 'disqualified elsewhere than before OPPORTUNITY', cycle);
  must((outcome === 'LOST') === (lostInPhase !== null) && (lostInPhase === null) === (leakPhase === null), 'lost without saying where', cycle);
  must(lostInPhase === null || lostInPhase === stood, 'lost where it did not stand', cycle);
  must(!closed || outcome === 'LOST' || outcome === 'DISQUALIFIED' || stood === 'AFTER_SALES', 'ended well before after-sales', cycle);
  must(outcome?.includes('REFERRED') ? cycle.referrals > 0 : true, 'referred without a referral', cycle);
  must(cycle.nurtureUntil === null || phase === 'TRACTION', 'rests elsewhere than in traction', cycle);
  must((cycle.orderId !== null) === visits.some((visit) => visit.phase === 'DELIVERY'), 'in delivery without an order', cycle);
  const live = quotes.some((quote) => quote.live && quote.opportunityId === cycle.opportunityId);
  must(live === (phase === 'QUOTATION'), 'quotation is having a live quote', cycle);
  if (closed) return;
  must(rankOf(phase) < 4 || phase === phaseByOrder(cycle, orders), 'the phase is not that of the order', cycle);
  must((cycle.windowEndsAt !== null) === (phase === 'AFTER_SALES'), 'a window elsewhere than in after-sales', cycle);
}

function phaseByOrder({ orderId }: Cycle, orders: CustomerCycles['orders']): Phase {
  const order = orders.find(({ id }) => id === orderId);
  must(order?.effective ?? false, 'an open cycle whose order is void', orderId);
  if (order?.delivered !== 'ALL') return 'DELIVERY';
  return order.settled ? 'AFTER_SALES' : 'BILLING';
}

/** What one event may do: nothing closed changes, a cycle goes on from where it was, and no reference is lost. */
export function checkStep(before: CustomerCycles, after: CustomerCycles): void {
  for (const was of before.cycles) {
    const is = after.cycles.find(({ id }) => id === was.id);
    must(is !== undefined && (was.phase !== 'CLOSED' || is === was), 'closed is closed', [was, is]);
    must(was.visits.every((visit, index) => is?.visits[index] === visit), 'history was rewritten', [was, is]);
    must(is?.origin === was.origin && is.openedAt === was.openedAt, 'a beginning was rewritten', [was, is]);
  }
  for (const is of after.cycles) if (is.phase === 'CLOSED' && !before.cycles.includes(is)) checkEvidence(is, before, after);
  must(after.orders.length >= before.orders.length, 'an order was lost', after.orders);
}

/** An after-sales that ended: did he buy again before the end, in any line, by what was known before the event; did he recommend. */
function checkEvidence(cycle: Cycle, before: CustomerCycles, after: CustomerCycles): void {
  const { closeReason, orderId, windowEndsAt, closedAt, referrals, outcome } = cycle;
  if (closeReason !== 'WINDOW_ENDED' && closeReason !== 'LATER_ORDER') return;
  const own = after.orders.find(({ id }) => id === orderId);
  const known = closeReason === 'LATER_ORDER' ? after.orders : before.orders;
  const again = known.some((order) => own && order.effective && isEarlier(own, order) && order.placedAt < (windowEndsAt ?? 0));
  must(outcome === (again ? (referrals > 0 ? 'RECURRENT_AND_REFERRED' : 'RECURRENT') : referrals > 0 ? 'REFERRED' : 'LOST'), 'an outcome without its evidence', [cycle, known]);
  must((closedAt ?? 0) >= (closeReason === 'WINDOW_ENDED' ? windowEndsAt ?? 0 : 0), 'a window that ended early', cycle);
}
