import { describe, expect, it } from 'vitest';
import { day } from '#calendar';
import { factCatalogue, type Facts } from '#facts';
import { customerCatalogue, holds, parseRule } from '#rules';
import { isStageFact, modelFacts, prepareModel, shippedModels, stageOf, stagesAsEvaluated } from '../index.ts';

const now = Date.UTC(2026, 2, 15, 10, 30);
const modelOf = (key: string) => {
  const model = shippedModels.find((one) => one.key === key);
  if (!model) throw new Error(`No model ${key}`);
  return model;
};

/** A customer who buys, keeps the price, holds three products and has done so for a year. */
const mature: Facts = {
  ordersCount: 2, firstOrderAt: now - 365 * day, orders12m: 2, contributionTotal: 1, discountShare12m: 20, productsHeld: 3, alarmAt: now + 1,
};
const loyal: Facts = { ordersCount: 3, referralsMade: 1 };
const detractor: Facts = { lastNpsScore: 6, lastNpsAt: now - 90 * day + 1 };

/** Facts, and the stages whose rules then hold in evaluation order: the first decides. */
const standings: readonly (readonly [model: string, case_: string, facts: Facts, holding: string])[] = [
  ['operational', 'nothing known', {}, 'FIRST_CONTACT'],
  ['operational', 'an opportunity before any order', { ordersCount: 0, openOpportunities: 1 }, 'FIRST_PURCHASE FIRST_CONTACT'],
  ['operational', 'ordered 13 days ago', { ordersCount: 1, lastOrderAt: now - 14 * day + 1 }, 'FOLLOW_UP AFTER_SALES FIRST_CONTACT'],
  ['operational', 'ordered 14 days ago', { ordersCount: 1, lastOrderAt: now - 14 * day }, 'AFTER_SALES FIRST_CONTACT'],
  ['operational', 'something to deliver', { ordersCount: 1, lastOrderAt: now - 14 * day, undeliveredOrders: 1 }, 'FOLLOW_UP AFTER_SALES FIRST_CONTACT'],
  ['operational', 'something to deliver of a cancelled order', { ordersCount: 0, undeliveredOrders: 1, nextOfferAt: now }, 'FIRST_CONTACT'],
  ['operational', 'third order of the year, today', { ordersCount: 3, orders12m: 3, lastOrderAt: now }, 'RENEWAL_AND_GROWTH FOLLOW_UP AFTER_SALES FIRST_CONTACT'],
  ['operational', 'an opportunity after an order', { ordersCount: 1, openOpportunities: 1 }, 'RENEWAL_AND_GROWTH AFTER_SALES FIRST_PURCHASE FIRST_CONTACT'],
  ['operational', 'a contract that ends in 90 days', { ordersCount: 1, contractEndsAt: now + 91 * day - 1 }, 'RENEWAL_AND_GROWTH AFTER_SALES FIRST_CONTACT'],
  ['operational', 'a contract that ends in 91 days', { ordersCount: 1, contractEndsAt: now + 91 * day }, 'AFTER_SALES FIRST_CONTACT'],
  ['operational', 'time to propose', { ordersCount: 1, nextOfferAt: now }, 'RENEWAL_AND_GROWTH AFTER_SALES FIRST_CONTACT'],

  ['digital', 'no cycle', { openInTraction: 0, cyclesClosed: 0 }, 'TRACTION'],
  ['digital', 'being qualified', { openInQualification: 1 }, 'QUALIFICATION TRACTION'],
  ['digital', 'an opportunity beside a lead', { openInOpportunity: 1, openInQualification: 1 }, 'OPPORTUNITY QUALIFICATION TRACTION'],
  ['digital', 'a quote beside an opportunity', { openInQuotation: 1, openInOpportunity: 1 }, 'QUOTATION OPPORTUNITY TRACTION'],
  ['digital', 'a delivery beside a quote', { openInDelivery: 1, openInQuotation: 1 }, 'DELIVERY QUOTATION TRACTION'],
  ['digital', 'a bill beside a delivery', { openInBilling: 2, openInDelivery: 1 }, 'BILLING DELIVERY TRACTION'],
  ['digital', 'after-sales after a closed cycle', { openInAfterSales: 1, openInTraction: 0, cyclesClosed: 1 }, 'AFTER_SALES CLOSED TRACTION'],
  ['digital', 'after-sales beside a quote', { openInAfterSales: 1, openInTraction: 0, openInQuotation: 1 }, 'QUOTATION AFTER_SALES TRACTION'],
  ['digital', 'all closed', { openInAfterSales: 0, openInTraction: 0, cyclesClosed: 1 }, 'CLOSED TRACTION'],
  ['digital', 'a new interest beside after-sales', { openInAfterSales: 1, openInTraction: 1, cyclesClosed: 1 }, 'TRACTION'],

  ['value', 'nothing known', {}, 'INTRODUCTION'],
  ['value', 'two orders', { ordersCount: 2 }, 'GROWTH INTRODUCTION'],
  ['value', 'one that paid off', { ordersCount: 1, contributionTotal: 1 }, 'GROWTH INTRODUCTION'],
  ['value', 'contributes without an order', { ordersCount: 0, contributionTotal: 1, alarmAt: now, leftAt: now }, 'INTRODUCTION'],
  ['value', 'mature', mature, 'MATURITY GROWTH INTRODUCTION'],
  ['value', 'of most value, contribution not known', { ...mature, contributionTotal: null, valueTier: 'B' }, 'MATURITY GROWTH INTRODUCTION'],
  ['value', 'covered by a contract', { ...mature, orders12m: 1, contractEndsAt: now }, 'MATURITY GROWTH INTRODUCTION'],
  ['value', 'at list price with one product', { ...mature, productsHeld: 1, priceIndex12m: 100 }, 'MATURITY GROWTH INTRODUCTION'],
  ['value', 'discounts not known', { ...mature, discountShare12m: null }, 'MATURITY GROWTH INTRODUCTION'],
  ['value', 'a day short of a year', { ...mature, firstOrderAt: now - 365 * day + 1 }, 'GROWTH INTRODUCTION'],
  ['value', 'one order a year and no contract', { ...mature, orders12m: 1, contractEndsAt: now - 1 }, 'GROWTH INTRODUCTION'],
  ['value', 'costs what he brings', { ...mature, contributionTotal: 0, valueTier: 'A' }, 'GROWTH INTRODUCTION'],
  ['value', 'under list price with one product', { ...mature, productsHeld: 1, priceIndex12m: 99 }, 'GROWTH INTRODUCTION'],
  ['value', 'much at a discount', { ...mature, discountShare12m: 21 }, 'GROWTH INTRODUCTION'],
  ['value', 'two products', { ...mature, productsHeld: 2 }, 'GROWTH INTRODUCTION'],
  ['value', 'a detractor', { ...mature, ...detractor }, 'GROWTH INTRODUCTION'],
  ['value', 'mature and silent', { ...mature, alarmAt: now }, 'DECLINE MATURITY GROWTH INTRODUCTION'],
  ['value', 'gave notice', { ...mature, noticeEndsAt: now + 1 }, 'DECLINE MATURITY GROWTH INTRODUCTION'],
  ['value', 'said that he leaves', { ordersCount: 1, leftAt: now }, 'DECLINE INTRODUCTION'],
  ['value', 'half of what he bought', { ...mature, ordersPrev12m: 3, revenueTrendPct: -50 }, 'DECLINE MATURITY GROWTH INTRODUCTION'],
  ['value', 'half of little', { ...mature, ordersPrev12m: 2, revenueTrendPct: -50 }, 'MATURITY GROWTH INTRODUCTION'],
  ['value', 'a little less than half gone', { ...mature, ordersPrev12m: 3, revenueTrendPct: -49 }, 'MATURITY GROWTH INTRODUCTION'],

  ['programme', 'nothing known', {}, 'ACQUIRE'],
  ['programme', 'one order', { ordersCount: 1 }, 'MAINTAIN ACQUIRE'],
  ['programme', 'two orders', { ordersCount: 2, referralsMade: 1 }, 'BUILD_LOYALTY MAINTAIN ACQUIRE'],
  ['programme', 'recommends', loyal, 'MAXIMISE BUILD_LOYALTY MAINTAIN ACQUIRE'],
  ['programme', 'promoter', { ordersCount: 3, lastNpsScore: 9, lastNpsAt: now }, 'MAXIMISE BUILD_LOYALTY MAINTAIN ACQUIRE'],
  ['programme', 'of most value', { ordersCount: 3, valueTier: 'A' }, 'MAXIMISE BUILD_LOYALTY MAINTAIN ACQUIRE'],
  ['programme', 'three orders, of little value', { ordersCount: 3, valueTier: 'C', referralsMade: 0 }, 'BUILD_LOYALTY MAINTAIN ACQUIRE'],
  ['programme', 'recommends, a detractor of long ago', { ...loyal, lastNpsScore: 6, lastNpsAt: now - 90 * day }, 'BUILD_LOYALTY MAINTAIN ACQUIRE'],
  ['programme', 'an open complaint', { ...loyal, openComplaints: 1 }, 'RETAIN MAXIMISE BUILD_LOYALTY MAINTAIN ACQUIRE'],
  ['programme', 'overdue for 30 days', { ...loyal, overdueAmount: 1, overdueSince: now - 30 * day }, 'RETAIN MAXIMISE BUILD_LOYALTY MAINTAIN ACQUIRE'],
  ['programme', 'overdue for 29 days', { ...loyal, overdueAmount: 1, overdueSince: now - 30 * day + 1 }, 'MAXIMISE BUILD_LOYALTY MAINTAIN ACQUIRE'],
  ['programme', 'complains without an order', { ordersCount: 0, openComplaints: 1, overdueAmount: 1, overdueSince: now - 30 * day }, 'ACQUIRE'],

  ['commercial', 'nothing known', {}, 'ACQUISITION'],
  ['commercial', 'one order', { ordersCount: 1, productsHeld: 3 }, 'CROSS_SELL ACQUISITION'],
  ['commercial', 'three products', { ordersCount: 2, productsHeld: 3 }, 'LOYALTY CROSS_SELL ACQUISITION'],
  ['commercial', 'four orders a year', { ordersCount: 4, orders12m: 4 }, 'LOYALTY CROSS_SELL ACQUISITION'],
  ['commercial', 'of most value', { ordersCount: 2, valueTier: 'B' }, 'LOYALTY CROSS_SELL ACQUISITION'],
  ['commercial', 'three orders a year', { ordersCount: 3, orders12m: 3, productsHeld: 2, valueTier: 'C', referralsMade: 0 }, 'CROSS_SELL ACQUISITION'],
  ['commercial', 'loyal and a detractor', { ...loyal, ...detractor }, 'CHURN_PREVENTION LOYALTY CROSS_SELL ACQUISITION'],
  ['commercial', 'overdue is no churn', { ...loyal, overdueAmount: 1, overdueSince: now - 30 * day }, 'LOYALTY CROSS_SELL ACQUISITION'],
  ['commercial', 'lapsed, once loyal', { ...loyal, alarmAt: now - 1, lapsesAt: now }, 'RECOVERY CHURN_PREVENTION LOYALTY CROSS_SELL ACQUISITION'],
  ['commercial', 'bought and left', { ordersCount: 1, leftAt: now }, 'RECOVERY CHURN_PREVENTION CROSS_SELL ACQUISITION'],
  ['commercial', 'never bought and left', { ordersCount: 0, leftAt: now }, 'ACQUISITION'],
];

describe('the five models', () => {
  it.each(standings)('%s: %s', (key, _case, given, holding) => {
    const model = modelOf(key);
    const { stage } = stageOf(model, given, now);
    const facts = { ...given, npsClass: npsClassOf(given) };
    expect(stagesAsEvaluated(model).filter(({ rule }) => holds(rule, { facts }, now)).map((one) => one.key).join(' ')).toBe(holding);
    expect(stage).toBe(holding.split(' ')[0]);
  });

  it('are met in every stage by the cases above', () => {
    const met = new Set(standings.map(([model, , , holding]) => `${model} ${holding.split(' ')[0]}`));
    const all = shippedModels.flatMap(({ key, stages }) => stages.map((stage) => `${key} ${stage.key}`));
    expect(all.filter((one) => !met.has(one))).toEqual([]);
    expect(all).toHaveLength(27);
  });

  it.each(shippedModels.map((model) => [model.key, model] as const))('%s can be published as it is', (_key, model) =>
    expect(prepareModel(JSON.parse(JSON.stringify(model)), customerCatalogue())).toEqual(model));

  it('have the stage facts that the catalogue declares', () =>
    expect(modelFacts(shippedModels)).toEqual(factCatalogue.filter(({ key }) => isStageFact(key))));

  it.each([
    ['operational', '5 3 4 2 1', '0/1/20 10/4/15 20/4/8 30/8/8 30/4/12'],
    ['digital', '6 5 4 3 2 7 8 1', '–/1/15 –/2/20 10/4/20 10/4/15 20/4/8 20/8/8 30/8/8 –/8/10'],
    ['value', '4 3 2 1', '10/2/20 20/4/12 40/2/15 0/2/20'],
    ['programme', '5 4 3 2 1', '–/1/20 20/4/8 30/4/10 50/2/15 -10/1/20'],
    ['commercial', '5 4 3 2 1', '–/1/20 20/4/12 40/2/12 -10/1/20 –/4/15'],
  ])('%s is evaluated %s and bounded as specified', (key, order, bounds) => {
    const { stages, evaluationOrder } = modelOf(key);
    expect(evaluationOrder.map((one) => stages.findIndex((stage) => stage.key === one) + 1).join(' ')).toBe(order);
    expect(stages.map(({ npsBound, slaHours, talkMinutes }) => `${npsBound ?? '–'}/${slaHours}/${talkMinutes}`).join(' ')).toBe(bounds);
  });

  it('say every bound with the number that it has', () => {
    for (const { text, bound } of shippedModels.flatMap(({ stages }) => stages.flatMap(({ kpiBounds }) => kpiBounds))) {
      if (bound && bound.value !== 1) expect([text.en.includes(String(bound.value)), text.es.includes(String(bound.value).replace('.', ','))]).toEqual([true, true]);
    }
  });
});

describe('the facts of a model of the company', () => {
  const pace = { ...modelOf('value'), key: 'pace', name: { en: 'Pace', es: 'Ritmo' } };
  const rule = { fact: 'stage.pace', is: 'eq', value: 'GROWTH' };

  it('can be read by rules once declared', () => {
    expect(parseRule(rule, customerCatalogue())).toMatchObject({ code: 'RULE_INVALID' });
    expect(parseRule(rule, customerCatalogue(modelFacts([pace])))).toEqual(rule);
    expect(parseRule({ ...rule, value: 'OTHER' }, customerCatalogue(modelFacts([pace])))).toMatchObject({ code: 'RULE_INVALID' });
  });

  it('take the place of the shipped ones when a shipped model is edited', () => {
    const edited = { ...modelOf('value'), stages: modelOf('value').stages.slice(0, 2), evaluationOrder: ['GROWTH', 'INTRODUCTION'] };
    expect(customerCatalogue(modelFacts([edited])).facts.get('stage.value')?.values).toEqual(['INTRODUCTION', 'GROWTH']);
  });
});

function npsClassOf({ lastNpsScore }: Facts): string | null {
  if (typeof lastNpsScore !== 'number') return null;
  return lastNpsScore >= 9 ? 'PROMOTER' : 'DETRACTOR';
}
