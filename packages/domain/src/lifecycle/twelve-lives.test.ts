import { describe, expect, it } from 'vitest';
import { day } from '#calendar';
import type { Facts } from '#facts';
import { nextModelReview, shippedModels, stageFlips } from './index.ts';
import { at, cycles, factsOn, stagesOn, type StoryOrder } from './story.fixture.ts';

type Check = readonly [date: string, said: Facts, stages: string, more?: Facts];
interface Life {
  readonly name: string;
  readonly orders: readonly StoryOrder[];
  readonly checks: readonly Check[];
}

const prospect = (phase: string): string => `FIRST_CONTACT / ${phase} / INTRODUCTION / ACQUIRE / ACQUISITION`;
const deciding = (phase: string): string => `FIRST_PURCHASE / ${phase} / INTRODUCTION / ACQUIRE / ACQUISITION`;
const recovery = (phase: string): string => `RENEWAL_AND_GROWTH / ${phase} / DECLINE / RETAIN / RECOVERY`;
const once = 'INTRODUCTION / MAINTAIN / CROSS_SELL';
const detractor = { lastNpsScore: 3, lastNpsAt: at('2025-03-25') };
const served = cycles(['AFTER_SALES']);

/** LIFECYCLE §5: order facts follow from the orders, everything else is typed from the story. */
const lives: readonly Life[] = [
  { name: '1 first purchase', orders: [{ on: '2025-02-01' }], checks: [
    ['2025-01-11', cycles(['TRACTION']), prospect('TRACTION')],
    ['2025-01-13', cycles(['QUALIFICATION']), prospect('QUALIFICATION')],
    ['2025-01-21', cycles(['QUOTATION']), deciding('QUOTATION')],
    ['2025-02-05', { ...cycles(['DELIVERY']), undeliveredOrders: 1 }, `FOLLOW_UP / DELIVERY / ${once}`],
    ['2025-02-12', cycles(['BILLING']), `FOLLOW_UP / BILLING / ${once}`],
    ['2025-03-01', served, `AFTER_SALES / AFTER_SALES / ${once}`],
    ['2025-05-02', served, `RENEWAL_AND_GROWTH / AFTER_SALES / ${once}`],
  ] },
  { name: '2 disqualified', orders: [], checks: [
    ['2025-03-04', cycles(['QUALIFICATION']), prospect('QUALIFICATION')],
    ['2025-03-06', cycles([], 1), prospect('CLOSED')],
  ] },
  { name: '3 recycled', orders: [], checks: [
    ['2025-01-21', { ...cycles(['TRACTION']), nurtureUntil: at('2025-04-10') }, prospect('TRACTION')],
    ['2025-04-11', cycles(['QUALIFICATION']), prospect('QUALIFICATION')],
    ['2025-04-16', cycles(['OPPORTUNITY']), deciding('OPPORTUNITY')],
  ] },
  { name: '4 lost opportunity', orders: [], checks: [
    ['2025-02-15', cycles(['QUOTATION']), deciding('QUOTATION')],
    ['2025-02-21', cycles(['OPPORTUNITY']), deciding('OPPORTUNITY')],
    ['2025-03-02', cycles([], 1), prospect('CLOSED')],
    ['2025-09-02', cycles(['TRACTION'], 1), prospect('TRACTION')],
  ] },
  { name: '5 recurrent', orders: ['2025-01-01', '2025-01-31', '2025-03-02', '2025-04-01'].map((on) => ({ on })), checks: [
    ['2025-01-20', served, `AFTER_SALES / AFTER_SALES / ${once}`, { rhythmDays: 120, rhythmBasis: 'FALLBACK' }],
    ['2025-02-05', cycles(['AFTER_SALES'], 1), 'FOLLOW_UP / AFTER_SALES / GROWTH / BUILD_LOYALTY / CROSS_SELL', { rhythmDays: 90, rhythmBasis: 'BLENDED' }],
    ['2025-04-02', cycles(['AFTER_SALES'], 3), 'RENEWAL_AND_GROWTH / AFTER_SALES / GROWTH / BUILD_LOYALTY / LOYALTY',
      { rhythmDays: 30, rhythmBasis: 'OWN', alarmAt: at('2025-05-31'), lapsesAt: at('2025-06-30') }],
    ['2025-05-31', cycles(['AFTER_SALES'], 3), 'RENEWAL_AND_GROWTH / AFTER_SALES / DECLINE / RETAIN / CHURN_PREVENTION'],
    ['2025-06-30', cycles([], 4), recovery('CLOSED')],
  ] },
  { name: '6 referral, who is referred', orders: [], checks: [
    ['2025-03-02', cycles(['TRACTION']), prospect('TRACTION')],
    ['2025-03-06', cycles(['OPPORTUNITY']), deciding('OPPORTUNITY')],
  ] },
  { name: '6 referral, who refers', orders: [{ on: '2025-01-01' }], checks: [
    ['2025-03-06', { ...served, referralsMade: 1 }, `AFTER_SALES / AFTER_SALES / ${once}`],
    ['2025-12-27', { ...cycles([], 1), referralsMade: 1 }, recovery('CLOSED')],
  ] },
  { name: '6 referral, who refers and buys', orders: [{ on: '2025-01-01' }, { on: '2025-06-01' }], checks: [
    ['2025-06-02', { ...cycles(['AFTER_SALES'], 1), referralsMade: 1 }, 'FOLLOW_UP / AFTER_SALES / GROWTH / BUILD_LOYALTY / LOYALTY'],
  ] },
  { name: '7 churn and win-back', orders: [{ on: '2024-01-01' }, { on: '2025-02-20' }], checks: [
    ['2024-08-28', served, 'RENEWAL_AND_GROWTH / AFTER_SALES / DECLINE / RETAIN / CHURN_PREVENTION'],
    ['2024-12-26', cycles([], 1), recovery('CLOSED')],
    ['2025-02-02', cycles(['TRACTION'], 1), recovery('TRACTION')],
    ['2025-02-21', cycles(['AFTER_SALES'], 1), 'FOLLOW_UP / AFTER_SALES / GROWTH / BUILD_LOYALTY / CROSS_SELL', { rhythmDays: 219, rhythmBasis: 'BLENDED' }],
  ] },
  { name: '8 complaint and detractor', orders: [{ on: '2025-03-01' }], checks: [
    ['2025-03-26', { ...served, ...detractor, openComplaints: 1 }, 'AFTER_SALES / AFTER_SALES / INTRODUCTION / RETAIN / CHURN_PREVENTION'],
    ['2025-04-06', { ...served, ...detractor }, 'AFTER_SALES / AFTER_SALES / INTRODUCTION / RETAIN / CHURN_PREVENTION'],
    ['2025-06-23', { ...served, ...detractor }, `RENEWAL_AND_GROWTH / AFTER_SALES / ${once}`],
    ['2026-02-24', { ...cycles([], 1), ...detractor }, recovery('CLOSED')],
  ] },
  { name: '9 partial delivery, late payment', orders: [{ on: '2025-02-01' }], checks: [
    ['2025-02-12', { ...cycles(['DELIVERY']), undeliveredOrders: 1 }, `FOLLOW_UP / DELIVERY / ${once}`],
    ['2025-04-20', { ...cycles(['BILLING']), overdueAmount: 50_000, overdueSince: at('2025-03-22') }, `AFTER_SALES / BILLING / ${once}`],
    ['2025-04-21', { ...cycles(['BILLING']), overdueAmount: 50_000, overdueSince: at('2025-03-22') }, 'AFTER_SALES / BILLING / INTRODUCTION / RETAIN / CROSS_SELL'],
    ['2025-05-06', served, `RENEWAL_AND_GROWTH / AFTER_SALES / ${once}`],
    ['2026-01-27', cycles([], 1), recovery('CLOSED')],
  ] },
  { name: '10 contract', orders: [
    { on: '2024-06-01', contractTo: '2025-06-01' }, { on: '2025-05-20', contractTo: '2026-06-01', noticeOn: '2026-02-01' },
  ], checks: [
    ['2025-01-01', served, `AFTER_SALES / AFTER_SALES / ${once}`],
    ['2025-03-03', served, `RENEWAL_AND_GROWTH / AFTER_SALES / ${once}`],
    ['2025-04-16', cycles(['AFTER_SALES', 'OPPORTUNITY']), `RENEWAL_AND_GROWTH / OPPORTUNITY / ${once}`],
    ['2025-05-21', cycles(['AFTER_SALES'], 1), 'FOLLOW_UP / AFTER_SALES / GROWTH / BUILD_LOYALTY / CROSS_SELL'],
    ['2026-02-02', cycles(['AFTER_SALES'], 1), 'AFTER_SALES / AFTER_SALES / DECLINE / RETAIN / CHURN_PREVENTION'],
    ['2026-06-01', cycles([], 2), recovery('CLOSED')],
  ] },
  { name: '11 return', orders: [{ on: '2025-01-10', returnedOn: '2025-02-10' }, { on: '2025-05-01' }], checks: [
    ['2025-02-02', served, `AFTER_SALES / AFTER_SALES / ${once}`],
    ['2025-02-11', cycles([], 1), prospect('CLOSED'), { ordersCount: 0 }],
    ['2025-05-02', cycles(['AFTER_SALES'], 1), `FOLLOW_UP / AFTER_SALES / ${once}`],
  ] },
  { name: '12 two lines', orders: [
    { on: '2025-01-15' }, ...['2025-02-15', '2025-03-15', '2025-04-15'].map((on) => ({ on, product: 'x' })),
  ], checks: [
    ['2025-05-02', cycles(['AFTER_SALES', 'AFTER_SALES', 'OPPORTUNITY'], 2), 'RENEWAL_AND_GROWTH / OPPORTUNITY / GROWTH / BUILD_LOYALTY / LOYALTY',
      { rhythmDays: 31, rhythmBasis: 'OWN' }],
    ['2025-06-02', cycles(['AFTER_SALES', 'AFTER_SALES'], 3), 'RENEWAL_AND_GROWTH / AFTER_SALES / GROWTH / BUILD_LOYALTY / LOYALTY'],
    ['2025-06-16', cycles(['AFTER_SALES', 'AFTER_SALES'], 3), 'RENEWAL_AND_GROWTH / AFTER_SALES / DECLINE / RETAIN / CHURN_PREVENTION'],
    ['2025-07-17', cycles(['AFTER_SALES'], 4), recovery('AFTER_SALES')],
    ['2026-01-10', cycles([], 5), recovery('CLOSED')],
  ] },
];

describe.each(lives)('life $name', ({ orders, checks }) => {
  it.each(checks.map(([date, said, stages, more = {}]) => ({ date, said, stages, more })))('$date', ({ date, said, stages, more }) => {
    const facts = factsOn(date, orders, said);
    expect(facts).toMatchObject(more);
    expect(stagesOn(date, facts)).toBe(stages);
  });
});

describe('a late look', () => {
  const facts = factsOn('2025-04-02', lives.find(({ name }) => name.startsWith('5'))?.orders ?? [], cycles(['AFTER_SALES'], 3));
  const flipsOf = (until: string) => shippedModels.flatMap((model) => stageFlips(model, facts, at('2025-04-02'), at(until)))
    .map(({ model, from, to, at: instant }) => [model, from, to, new Date(instant).toISOString()]);

  it('finds every move at its own instant', () => {
    expect(flipsOf('2026-01-01')).toEqual([
      ['value', 'GROWTH', 'DECLINE', '2025-05-31T10:00:00.000Z'],
      ['programme', 'BUILD_LOYALTY', 'RETAIN', '2025-05-31T10:00:00.000Z'],
      ['commercial', 'LOYALTY', 'CHURN_PREVENTION', '2025-05-31T10:00:00.000Z'],
      ['commercial', 'CHURN_PREVENTION', 'RECOVERY', '2025-06-30T10:00:00.000Z'],
    ]);
    expect(flipsOf('2025-05-31')).toHaveLength(3);
    expect(flipsOf('2025-05-30')).toEqual([]);
  });

  it('looks again when the first predicate of any model may turn', () => {
    const ordered = at('2025-04-01');
    expect(nextModelReview(shippedModels, facts, at('2025-04-02'))).toBe(ordered + 14 * day);
    expect(nextModelReview(shippedModels.slice(4), facts, at('2025-04-02'))).toBe(at('2025-05-31'));
    expect(nextModelReview([], facts, at('2025-04-02'))).toBeNull();
    expect(nextModelReview(shippedModels, {}, at('2025-04-02'))).toBeNull();
  });
});
