import { describe, expect, it } from 'vitest';
import { date, delivered, inShort, lead, newLife, newWorld, order, paid, qualified, quote, worked } from './life.fixture.ts';

type Life = ReturnType<typeof newLife>;

const expectOn = (life: Life, day: string, ...cycles: string[]): void => expect(life.cycles(day).map(inShort)).toEqual(cycles.map((cycle) => (/^L\d /.test(cycle) ? cycle : `L1 ${cycle}`)));

describe('the twelve lives', () => {
  it('1 first purchase', () => {
    const life = newLife();
    life.on('2025-01-10', lead('l'));
    expectOn(life, '2025-01-11', 'NEW TRACTION');
    life.on('2025-01-12', worked('l'));
    expectOn(life, '2025-01-13', 'NEW QUALIFICATION');
    life.on('2025-01-15', qualified('l', 'p'));
    expectOn(life, '2025-01-16', 'NEW OPPORTUNITY');
    life.on('2025-01-20', quote('q', 'p'));
    expectOn(life, '2025-01-21', 'NEW QUOTATION');
    life.on('2025-02-01', order('o', { opportunityId: 'p', tracked: true }));
    expectOn(life, '2025-02-05', 'NEW DELIVERY');
    life.on('2025-02-10', delivered('o'));
    expectOn(life, '2025-02-12', 'NEW BILLING');
    life.on('2025-02-25', paid('o'));
    expectOn(life, '2025-03-01', 'NEW AFTER_SALES');
    const [cycle] = life.cycles('2025-05-02');
    expect(cycle).toMatchObject({ entryPhase: 'TRACTION', phase: 'AFTER_SALES', opportunityId: 'p', orderId: 'o', previousCycleId: null });
    expect(date(cycle?.windowEndsAt ?? null)).toBe('2026-01-27');
    expect(cycle?.visits.map(({ phase, enteredAt }) => `${phase} ${date(enteredAt)}`)).toEqual([
      'TRACTION 2025-01-10', 'QUALIFICATION 2025-01-12', 'OPPORTUNITY 2025-01-15', 'QUOTATION 2025-01-20', 'DELIVERY 2025-02-01',
      'BILLING 2025-02-10', 'AFTER_SALES 2025-02-25',
    ]);
  });

  it('2 disqualified', () => {
    const life = newLife();
    life.on('2025-03-01', lead('l'));
    life.on('2025-03-03', worked('l'));
    expectOn(life, '2025-03-04', 'NEW QUALIFICATION');
    life.on('2025-03-05', { type: 'leadDisqualified', leadId: 'l', reason: 'NO_BUDGET' });
    expectOn(life, '2025-03-06', 'NEW DISQUALIFIED');
    expect(life.state().cycles[0]).toMatchObject({ phase: 'CLOSED', lostInPhase: null, leakPhase: null, closeReason: 'NO_BUDGET' });
  });

  it('3 recycled', () => {
    const life = newLife();
    life.on('2025-01-10', lead('l'));
    life.on('2025-01-12', worked('l'));
    life.on('2025-01-20', { type: 'leadRecycled', leadId: 'l', until: Date.parse('2025-04-10T10:00:00Z') });
    expectOn(life, '2025-01-21', 'NEW TRACTION');
    expect(date(life.state().cycles[0]?.nurtureUntil ?? null)).toBe('2025-04-10');
    life.on('2025-04-10', worked('l'));
    expectOn(life, '2025-04-11', 'NEW QUALIFICATION');
    life.on('2025-04-15', qualified('l', 'p'));
    expectOn(life, '2025-04-16', 'NEW OPPORTUNITY');
    expect(life.state().cycles[0]?.nurtureUntil).toBeNull();
  });

  it('4 lost opportunity', () => {
    const life = newLife();
    life.on('2025-02-01', lead('l'));
    life.on('2025-02-05', qualified('l', 'p'));
    life.on('2025-02-10', quote('q1', 'p'));
    expectOn(life, '2025-02-15', 'NEW QUOTATION');
    life.on('2025-02-20', { type: 'quoteClosed', quoteId: 'q1' });
    expectOn(life, '2025-02-21', 'NEW OPPORTUNITY');
    life.on('2025-02-22', quote('q2', 'p'));
    life.on('2025-03-01', { type: 'opportunityLost', opportunityId: 'p', reason: 'PRICE' });
    expectOn(life, '2025-03-02', 'NEW LOST in QUOTATION');
    expect(life.state().cycles[0]).toMatchObject({ leakPhase: 'QUOTATION', closeReason: 'PRICE' });
    life.on('2025-09-01', lead('l2'));
    expectOn(life, '2025-09-02', 'NEW LOST in QUOTATION', 'NEW TRACTION');
    expect(life.state().cycles[1]?.previousCycleId).toBe(life.state().cycles[0]?.id);
  });

  it('5 recurrent', () => {
    const life = newLife();
    life.on('2025-01-01', order('o1'));
    expectOn(life, '2025-01-20', 'NEW AFTER_SALES');
    life.on('2025-01-31', order('o2'));
    expectOn(life, '2025-02-05', 'NEW RECURRENT', 'RECURRENT AFTER_SALES');
    life.on('2025-03-02', order('o3'));
    life.on('2025-04-01', order('o4'));
    const closed = ['NEW RECURRENT', 'RECURRENT RECURRENT', 'RECURRENT RECURRENT'];
    expectOn(life, '2025-04-02', ...closed, 'RECURRENT AFTER_SALES');
    expect(date(life.state().cycles[3]?.windowEndsAt ?? null)).toBe('2025-06-30');
    expectOn(life, '2025-05-31', ...closed, 'RECURRENT AFTER_SALES');
    expectOn(life, '2025-06-30', ...closed, 'RECURRENT LOST in AFTER_SALES');
    expect(life.state().cycles.map(({ closedAt }) => date(closedAt))).toEqual(['2025-01-31', '2025-03-02', '2025-04-01', '2025-06-30']);
  });

  const recommended = (): [Life, Life] => {
    const world = newWorld();
    const [a, b] = [newLife(world, 'A'), newLife(world, 'B')];
    a.on('2025-01-01', order('o'));
    b.on('2025-03-01', lead('l', 'A'));
    expectOn(b, '2025-03-02', 'REFERRED TRACTION');
    expect(a.state().cycles[0]?.referrals).toBe(0);
    b.on('2025-03-05', qualified('l', 'p'));
    expectOn(b, '2025-03-06', 'REFERRED OPPORTUNITY');
    expectOn(a, '2025-03-06', 'NEW AFTER_SALES');
    expect(a.state().cycles[0]?.referrals).toBe(1);
    expect(a.state().referrals).toMatchObject([{ customerId: 'B', won: false, cycleId: a.state().cycles[0]?.id }]);
    return [a, b];
  };

  it('6 referral', () => {
    const [a] = recommended();
    expectOn(a, '2025-12-26', 'NEW AFTER_SALES');
    expectOn(a, '2025-12-27', 'NEW REFERRED');
  });

  it('6 referral, and he orders again', () => {
    const [a, b] = recommended();
    a.on('2025-06-01', order('o2'));
    expectOn(a, '2025-06-02', 'NEW RECURRENT_AND_REFERRED', 'RECURRENT AFTER_SALES');
    b.on('2025-06-10', order('bo', { opportunityId: 'p' }));
    expect(a.state().referrals).toMatchObject([{ customerId: 'B', won: true }]);
    expect(a.state().cycles[1]?.referrals).toBe(0);
  });

  it('7 churn and win-back', () => {
    const life = newLife();
    life.on('2024-01-01', order('o1'));
    expectOn(life, '2024-08-28', 'NEW AFTER_SALES');
    expectOn(life, '2024-12-26', 'NEW LOST in AFTER_SALES');
    life.on('2025-02-01', lead('l'));
    expectOn(life, '2025-02-02', 'NEW LOST in AFTER_SALES', 'WIN_BACK TRACTION');
    life.on('2025-02-05', qualified('l', 'p'));
    life.on('2025-02-20', order('o2', { opportunityId: 'p' }));
    expectOn(life, '2025-02-21', 'NEW LOST in AFTER_SALES', 'WIN_BACK AFTER_SALES');
    expect(life.state().cycles[1]?.windowEndsAt).toBe(Date.parse('2025-02-20T10:00:00Z') + 3 * 219 * 86_400_000);
  });

  it('8 complaint and detractor', () => {
    const life = newLife();
    life.on('2025-03-01', order('o'));
    life.on('2025-03-20', { type: 'complaintMade' });
    life.on('2025-03-25', { type: 'detractorAnswered' });
    for (const day of ['2025-03-26', '2025-04-06', '2025-06-23']) expectOn(life, day, 'NEW AFTER_SALES');
    expectOn(life, '2026-02-24', 'NEW LOST in AFTER_SALES');
    expect(life.state().cycles[0]).toMatchObject({ marks: ['AFTER_SALES'], leakPhase: 'AFTER_SALES', closeReason: 'WINDOW_ENDED' });
  });

  it('9 partial delivery, late payment', () => {
    const life = newLife();
    life.on('2025-02-01', order('o', { tracked: true }));
    life.on('2025-02-10', delivered('o', false, true));
    expectOn(life, '2025-02-12', 'NEW DELIVERY');
    life.on('2025-02-20', delivered('o', true, true));
    life.on('2025-03-22', { type: 'invoiceOverdue' });
    for (const day of ['2025-04-20', '2025-04-21']) expectOn(life, day, 'NEW BILLING');
    life.on('2025-05-05', paid('o'));
    expectOn(life, '2025-05-06', 'NEW AFTER_SALES');
    expectOn(life, '2026-01-27', 'NEW LOST in AFTER_SALES');
    expect(life.state().cycles[0]?.leakPhase).toBe('DELIVERY');
  });

  it('10 contract', () => {
    const life = newLife();
    life.on('2024-06-01', order('o1', { contractEndsAt: Date.parse('2025-06-01T10:00:00Z') }));
    for (const day of ['2025-01-01', '2025-03-03']) expectOn(life, day, 'NEW AFTER_SALES');
    expect(date(life.state().cycles[0]?.windowEndsAt ?? null)).toBe('2025-07-01');
    life.on('2025-04-15', { type: 'opportunityOpened', opportunityId: 'p', lineId: 'L1', renews: 'o1' });
    expectOn(life, '2025-04-16', 'NEW AFTER_SALES', 'RENEWAL OPPORTUNITY');
    life.on('2025-05-20', order('o2', { opportunityId: 'p', contractEndsAt: Date.parse('2026-06-01T10:00:00Z') }));
    expectOn(life, '2025-05-21', 'NEW RECURRENT', 'RENEWAL AFTER_SALES');
    life.on('2026-02-01', { type: 'contractTerminated', orderId: 'o2', effectiveAt: Date.parse('2026-06-01T10:00:00Z') });
    expectOn(life, '2026-02-02', 'NEW RECURRENT', 'RENEWAL AFTER_SALES');
    expectOn(life, '2026-06-01', 'NEW RECURRENT', 'RENEWAL LOST in AFTER_SALES');
  });

  it('11 return', () => {
    const life = newLife();
    life.on('2025-01-10', order('o1', { tracked: true }));
    life.on('2025-01-15', delivered('o1'));
    life.on('2025-01-20', paid('o1'));
    life.on('2025-02-01', { type: 'goodsReturned', orderId: 'o1', whole: false });
    expectOn(life, '2025-02-02', 'NEW AFTER_SALES');
    life.on('2025-02-10', { type: 'goodsReturned', orderId: 'o1', whole: true });
    expectOn(life, '2025-02-11', 'NEW LOST in AFTER_SALES');
    life.on('2025-05-01', order('o2'));
    expectOn(life, '2025-05-02', 'NEW LOST in AFTER_SALES', 'NEW AFTER_SALES');
  });

  it('12 two lines', () => {
    const life = newLife();
    life.on('2025-01-15', order('o1'));
    for (const [index, day] of ['2025-02-15', '2025-03-15', '2025-04-15'].entries()) life.on(day, order(`x${index}`, { lineId: 'L2' }));
    life.on('2025-05-01', { type: 'opportunityOpened', opportunityId: 'p', lineId: 'L1' });
    const two = ['L2 RECURRENT RECURRENT', 'L2 RECURRENT RECURRENT'];
    expectOn(life, '2025-05-02', 'NEW AFTER_SALES', ...two, 'L2 RECURRENT AFTER_SALES', 'RECURRENT OPPORTUNITY');
    life.on('2025-06-01', { type: 'opportunityLost', opportunityId: 'p', reason: 'PRICE' });
    const lost = 'RECURRENT LOST in OPPORTUNITY';
    expectOn(life, '2025-06-02', 'NEW AFTER_SALES', ...two, 'L2 RECURRENT AFTER_SALES', lost);
    expectOn(life, '2025-06-16', 'NEW AFTER_SALES', ...two, 'L2 RECURRENT AFTER_SALES', lost);
    expectOn(life, '2025-07-16', 'NEW AFTER_SALES', ...two, 'L2 RECURRENT AFTER_SALES', lost);
    expectOn(life, '2025-07-17', 'NEW AFTER_SALES', ...two, 'L2 RECURRENT LOST in AFTER_SALES', lost);
    expectOn(life, '2026-01-09', 'NEW AFTER_SALES', ...two, 'L2 RECURRENT LOST in AFTER_SALES', lost);
    expectOn(life, '2026-01-10', 'NEW RECURRENT', ...two, 'L2 RECURRENT LOST in AFTER_SALES', lost);
  });
});
