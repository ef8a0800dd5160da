import { describe, expect, it } from 'vitest';
import { cycleOutcomes, cyclePhases, factCatalogue } from '#facts';
import { advanceCycles, changesBetween, customerCycles, cycleFactsOf, dueTimers, funnelOf, ledgerOf, openPhases } from './index.ts';
import { at, date, delivered, inShort, lead, newLife, newWorld, order, paid, qualified, quote, worked } from './life.fixture.ts';

const day = 86_400_000;

describe('cycles in detail', () => {
  it('a weekly buyer with sixty days to pay', () => {
    const life = newLife();
    life.on('2025-01-01', order('o1', { tracked: true }));
    life.on('2025-01-03', delivered('o1'));
    life.on('2025-01-08', order('o2', { tracked: true }));
    expect(life.cycles('2025-01-09').map(inShort)).toEqual(['L1 NEW BILLING', 'L1 RECURRENT DELIVERY']);
    life.on('2025-03-02', paid('o1'));
    expect(life.cycles('2025-03-02').map(inShort)).toEqual(['L1 NEW RECURRENT', 'L1 RECURRENT DELIVERY']);
    expect(life.state().cycles[0]).toMatchObject({ closedAt: at('2025-03-02'), closeReason: 'LATER_ORDER' });
  });

  it('two opportunities in one line are two cycles, of which one may be lost', () => {
    const life = newLife();
    life.on('2025-01-01', { type: 'opportunityOpened', opportunityId: 'p1', lineId: 'L1' });
    life.on('2025-01-02', { type: 'opportunityOpened', opportunityId: 'p2', lineId: 'L1' });
    life.on('2025-01-10', order('o', { opportunityId: 'p2' }));
    life.on('2025-01-11', { type: 'opportunityLost', opportunityId: 'p1', reason: 'PRICE' });
    expect(life.cycles('2025-01-12').map(inShort)).toEqual(['L1 NEW LOST in OPPORTUNITY', 'L1 NEW AFTER_SALES']);
  });

  it('a customer who leaves while we owe is lost on settlement', () => {
    const life = newLife();
    life.on('2025-01-01', order('o', { tracked: true }));
    life.on('2025-01-05', { type: 'customerLeft', reason: 'MOVED' });
    life.on('2025-01-10', delivered('o'));
    expect(life.cycles('2025-01-11').map(inShort)).toEqual(['L1 NEW BILLING']);
    life.on('2025-02-01', paid('o'));
    expect(life.cycles('2025-02-01').map(inShort)).toEqual(['L1 NEW LOST in AFTER_SALES']);
    expect(life.state().cycles[0]).toMatchObject({ closedAt: at('2025-02-01'), leaving: true });
  });

  it('leaving disqualifies what nobody sells yet, loses what is sold, and weighs what is over', () => {
    const life = newLife();
    life.on('2025-01-01', order('o', { lineId: 'L2' }));
    life.on('2025-01-02', lead('l'));
    life.on('2025-01-03', { type: 'opportunityOpened', opportunityId: 'p', lineId: 'L3' });
    life.on('2025-01-04', { type: 'customerErased' });
    expect(life.cycles('2025-01-05').map(inShort)).toEqual(['L2 NEW LOST in AFTER_SALES', 'L1 RECURRENT DISQUALIFIED', 'L3 RECURRENT LOST in OPPORTUNITY']);
    expect(life.state().leads).toMatchObject([{ state: 'DISQUALIFIED' }]);
  });

  it('an order recorded late has its own cycle, closed at the next order of the line, and changes no other', () => {
    const life = newLife();
    life.on('2025-01-01', order('o1'));
    life.on('2025-03-01', order('o3'));
    const before = life.state();
    life.on('2025-02-01', order('o2'));
    const { cycles, orders } = changesBetween(before, life.state());
    expect(cycles.map(inShort)).toEqual(['L1 RECURRENT RECURRENT']);
    expect(cycles[0]).toMatchObject({ openedAt: at('2025-02-01'), closedAt: at('2025-03-01'), previousCycleId: before.cycles[0]?.id });
    expect(orders).toHaveLength(1);
    expect(life.state().orders.map(({ id }) => id)).toEqual(['o1', 'o2', 'o3']);
  });

  it('an order recorded late whose window ended before the next one is lost at its end', () => {
    const life = newLife();
    life.on('2025-06-01', order('o2'));
    life.on('2024-01-01', order('o1'));
    expect(life.state().cycles.map(inShort)).toEqual(['L1 NEW AFTER_SALES', 'L1 NEW LOST in AFTER_SALES']);
    expect(life.state().cycles[1]?.closedAt).toBe(at('2024-01-01') + 360 * day);
  });

  it('an order recorded late has the origin of its own time', () => {
    const life = newLife();
    life.on('2024-01-01', order('o1'));
    expect(life.cycles('2024-12-31').map(inShort)).toEqual(['L1 NEW LOST in AFTER_SALES']);
    life.on('2024-12-01', order('o2'));
    expect(life.state().cycles.map(inShort)).toEqual(['L1 NEW LOST in AFTER_SALES', 'L1 RECURRENT AFTER_SALES']);
  });

  it('an order at the very end of a window of another line is no repurchase within it', () => {
    for (const [placed, outcome] of [['2024-12-26', 'LOST in AFTER_SALES'], ['2024-12-25', 'RECURRENT']] as const) {
      const life = newLife();
      life.on(placed, order('o2', { lineId: 'L2' }));
      life.on('2024-01-01', order('o1'));
      expect(life.cycles('2024-12-26').map(inShort)).toEqual([`L1 NEW ${outcome}`, 'L2 NEW AFTER_SALES']);
    }
  });

  it('an order placed before a lead came does not take its cycle, one placed after it does', () => {
    const life = newLife();
    life.on('2025-02-01', lead('l'));
    life.on('2025-01-15', order('o1'));
    expect(life.cycles('2025-02-02').map(inShort)).toEqual(['L1 NEW AFTER_SALES', 'L1 NEW TRACTION']);
    life.on('2025-02-03', order('o2'));
    expect(life.cycles('2025-02-04').map(inShort)).toEqual(['L1 NEW RECURRENT', 'L1 NEW AFTER_SALES']);
    expect(life.state().leads).toMatchObject([{ id: 'l', state: 'QUALIFIED' }]);
  });

  it('a sale entered a day late is in time while the timer has not fired', () => {
    const life = newLife();
    life.on('2025-01-01', order('o1'));
    const end = date(life.state().cycles[0]?.windowEndsAt ?? null) ?? '';
    expect(end).toBe('2025-12-27');
    life.on('2025-12-26', order('o2'));
    expect(life.cycles('2025-12-28').map(inShort)).toEqual(['L1 NEW RECURRENT', 'L1 RECURRENT AFTER_SALES']);
  });

  it('a timer due at the moment of an order fires before it', () => {
    const life = newLife();
    life.on('2025-01-01', order('o1'));
    life.on('2025-12-27', order('o2'));
    expect(life.state().cycles.map(inShort)).toEqual(['L1 NEW LOST in AFTER_SALES', 'L1 WIN_BACK AFTER_SALES']);
    expect(life.world.record('A').map(({ type }) => type)).toEqual(['orderPlaced', 'windowEnded', 'orderPlaced']);
  });

  it('two timers fire by end, then id', () => {
    const life = newLife();
    life.on('2025-01-02', order('o1', { lineId: 'L2' }));
    life.on('2025-01-01', order('o2', { lineId: 'L3' }));
    life.on('2025-01-01', order('o3', { lineId: 'L4' }));
    expect(dueTimers(life.state(), at('2027-01-01')).map(({ cycleId }) => cycleId)).toEqual(['A-0002', 'A-0003', 'A-0001']);
    expect(dueTimers(life.state(), at('2025-02-01'))).toEqual([]);
  });

  it('a lead beside the one that leads can open a cycle of its own', () => {
    const life = newLife();
    life.on('2025-01-01', lead('l1'));
    life.on('2025-01-02', lead('l2'));
    expect(life.on('2025-01-03', { type: 'leadRecycled', leadId: 'l1', until: at('2025-03-01') })).toBe('OTHER_LEAD_LIVE');
    expect(life.state().cycles[0]).toMatchObject({ phase: 'TRACTION', nurtureUntil: null });
    expect(life.on('2025-01-03', { type: 'leadDisqualified', leadId: 'l1', reason: 'SPAM' })).toBe('OTHER_LEAD_LIVE');
    life.on('2025-01-04', lead('l3'));
    life.on('2025-01-05', qualified('l2', 'p'));
    expect(life.on('2025-01-06', { type: 'leadRecycled', leadId: 'l3', until: at('2025-03-01') })).toBe('LEAD_NOT_LEADING');
    life.on('2025-01-07', qualified('l3', 'p2'));
    expect(life.cycles('2025-01-08').map(inShort)).toEqual(['L1 NEW OPPORTUNITY', 'L1 NEW OPPORTUNITY']);
    expect(life.state().leads.map(({ state, cycleId }) => `${state} ${cycleId}`)).toEqual(['DISQUALIFIED A-0001', 'QUALIFIED A-0001', 'QUALIFIED A-0002']);
  });

  it('cancelling drops the order, or only what was not delivered yet', () => {
    const life = newLife();
    life.on('2025-01-01', order('o1', { tracked: true }));
    expect(life.on('2025-01-02', { type: 'goodsReturned', orderId: 'o1', whole: true })).toBe('NOTHING_DELIVERED');
    life.on('2025-01-03', { type: 'orderCancelled', orderId: 'o1', reason: 'CHANGED_MIND' });
    life.on('2025-01-04', order('o2', { tracked: true }));
    life.on('2025-01-05', delivered('o2', false));
    life.on('2025-01-06', paid('o2'));
    life.on('2025-01-07', { type: 'orderCancelled', orderId: 'o2' });
    expect(life.cycles('2025-01-08').map(inShort)).toEqual(['L1 NEW LOST in DELIVERY', 'L1 NEW AFTER_SALES']);
    expect(life.state().cycles.map(({ closeReason, marks }) => [closeReason, marks])).toEqual([['CHANGED_MIND', []], [null, ['DELIVERY']]]);
    expect(life.on('2025-01-09', { type: 'orderCancelled', orderId: 'o2' })).toBe('USE_RETURN');
    expect(life.on('2025-01-09', { type: 'orderCancelled', orderId: 'o1' })).toBe('ORDER_VOID');
  });

  it('a debt written off breaks at billing, wherever the cycle is lost', () => {
    const life = newLife();
    life.on('2025-01-01', order('o', { tracked: true }));
    life.on('2025-01-02', { type: 'debtWrittenOff', orderId: 'o' });
    life.on('2025-01-03', delivered('o'));
    life.on('2025-01-04', { type: 'debtWrittenOff', orderId: 'o' });
    expect(life.state().cycles[0]).toMatchObject({ outcome: 'LOST', lostInPhase: 'BILLING', leakPhase: 'BILLING', closeReason: 'DEBT_WRITTEN_OFF' });
  });

  it('notice before delivery keeps the date, and gives no grace', () => {
    const life = newLife();
    life.on('2025-01-01', order('o', { tracked: true, contractEndsAt: at('2026-01-01') }));
    life.on('2025-01-02', { type: 'contractTerminated', orderId: 'o', effectiveAt: at('2025-12-01') });
    life.on('2025-01-03', paid('o'));
    life.on('2025-01-04', delivered('o'));
    expect(life.state().cycles[0]).toMatchObject({ phase: 'AFTER_SALES', windowEndsAt: at('2025-12-01') });
    expect(life.on('2026-02-01', { type: 'contractTerminated', orderId: 'o', effectiveAt: at('2026-03-01') })).toBe('ALREADY_PAST');
  });

  it('a referral counts once, for the most advanced cycle with an order, and is told by a direct order too', () => {
    const world = newWorld();
    const [a, b] = [newLife(world, 'A'), newLife(world, 'B')];
    a.on('2025-01-01', order('o1'));
    a.on('2025-01-02', order('o2', { lineId: 'L2', tracked: true }));
    b.on('2025-02-01', order('bo', { referredBy: 'A' }));
    expect(a.state().cycles.map(({ referrals }) => referrals)).toEqual([1, 0]);
    expect(a.state().referrals).toMatchObject([{ customerId: 'B', won: true }]);
    expect(a.on('2025-02-02', { type: 'referralQualified', customerId: 'B' })).toBe('ALREADY_KNOWN');
    expect(a.on('2025-02-02', { type: 'referralQualified', customerId: 'A' })).toBe('NOT_KNOWN');
    b.on('2025-02-03', lead('l', 'C'));
    expect(b.state().referredBy).toBe('A');
  });

  it('nobody recommends himself', () => {
    const life = newLife();
    life.on('2025-01-01', lead('l', 'A'));
    expect(life.state().referredBy).toBeNull();
  });

  it('settings of the line rule its window', () => {
    const lines = { L1: { fallbackRhythmDays: 20, graceDays: 5, minAfterSalesDays: 200 } };
    const state = customerCycles({ customerId: 'A', timeZone: 'Europe/Madrid', lines });
    const spot = advanceCycles(state, { ...order('o'), at: at('2025-01-01') }, () => 'c1');
    expect(date(spot.changed[0]?.windowEndsAt ?? null)).toBe('2025-07-20');
    const contract = advanceCycles(spot.state, { ...order('o2', { contractEndsAt: at('2026-01-01') }), at: at('2025-02-01') }, () => 'c2');
    expect(contract.changed.map(({ windowEndsAt, outcome }) => [date(windowEndsAt), outcome])).toEqual([['2025-07-20', 'RECURRENT'], ['2026-01-06', null]]);
  });
});

describe('what follows from cycles', () => {
  const told = (): ReturnType<typeof newLife> => {
    const life = newLife();
    life.on('2025-01-01', lead('l1'));
    life.on('2025-01-03', worked('l1'));
    life.on('2025-01-07', qualified('l1', 'p1'));
    life.on('2025-01-08', quote('q1', 'p1'));
    life.on('2025-01-10', { type: 'opportunityLost', opportunityId: 'p1', reason: 'PRICE' });
    life.on('2025-02-01', order('o1'));
    life.on('2025-03-01', order('o2'));
    life.on('2025-03-10', lead('l2'));
    life.on('2025-03-12', { type: 'opportunityOpened', opportunityId: 'p2', lineId: 'L2' });
    return life;
  };

  it('a ledger that adds up', () => {
    expect(ledgerOf(told().state().cycles)).toMatchObject({
      started: 5, recurrent: 1, referred: 0, recurrentAndReferred: 0, lost: 1, disqualified: 0, open: 3, closedWithOrder: 1, healthPct: 100,
      lostInPhase: { QUOTATION: 1, OPPORTUNITY: 0 },
    });
    expect(ledgerOf([]).healthPct).toBeNull();
  });

  it('a funnel that converts only who could be', () => {
    const funnel = Object.fromEntries(funnelOf(told().state().cycles).map(({ phase, ...rest }) => [phase, rest]));
    expect(funnel.TRACTION).toEqual({ reached: 5, passing: 2, converted: 1, medianTime: 2 * day });
    expect(funnel.OPPORTUNITY).toEqual({ reached: 4, passing: 2, converted: 1, medianTime: day });
    expect(funnel.QUOTATION).toEqual({ reached: 3, passing: 1, converted: 0, medianTime: 2 * day });
    expect(funnel.DELIVERY).toEqual({ reached: 2, passing: 2, converted: 2, medianTime: 0 });
    expect(funnel.BILLING).toMatchObject({ medianTime: null });
    expect(funnel.AFTER_SALES).toEqual({ reached: 2, passing: 2, converted: null, medianTime: 28 * day });
  });

  it('the facts of the catalogue', () => {
    const life = told();
    const facts = cycleFactsOf(life.state());
    expect(facts).toEqual({
      referredBy: null, referralsMade: 0, referralsWon: 0, openLeads: 1, lastLeadAt: at('2025-03-10'), nurtureUntil: null,
      cyclesStarted: 5, cyclesClosed: 2, openInTraction: 1, openInQualification: 0, openInOpportunity: 1, openInQuotation: 0, openInDelivery: 0,
      openInBilling: 0, openInAfterSales: 1, phaseSince: at('2025-03-12'), windowEndsAt: life.state().cycles[2]?.windowEndsAt,
      lastCycleOutcome: 'RECURRENT', lastLostInPhase: null, lastCycleClosedAt: at('2025-03-01'), openOpportunities: 1,
    });
    const roomTwo = new Set([...factCatalogue.values()].filter(({ room }) => room === '2').map(({ key }) => key));
    expect(Object.keys(facts).filter((key) => !roomTwo.has(key))).toEqual([]);
  });

  it('the same words as the facts', () => {
    expect([...openPhases, 'CLOSED']).toEqual(Object.keys(cyclePhases));
    expect(Object.keys(cycleOutcomes)).toEqual(['RECURRENT', 'REFERRED', 'RECURRENT_AND_REFERRED', 'LOST', 'DISQUALIFIED']);
  });
});
