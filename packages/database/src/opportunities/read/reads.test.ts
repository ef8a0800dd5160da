import type { Viewer } from '@orbita/domain/access';
import {
  committedFrom, committedOnes, defaultPipeline, type ForecastOpportunity, inForecastMonth, inWholeForecast, preparePipeline, weigh, weightedForecast,
} from '@orbita/domain/opportunities';
import { isRefused } from '@orbita/domain/refusal';
import { holds, type Rule } from '@orbita/domain/rules';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId, rowsOf, run } from '#connection';
import type { Database } from '#database';
import { refreshCustomers, theClock } from '#lifecycle';
import { insertRows } from '../../facts/rows.fixture.ts';
import { makeCompany, writingAs } from '../../reliability/company.fixture.ts';
import { countStatements, openTestDatabase } from '../../testing/index.ts';
import {
  boardCards, boardColumns, boardFirstCards, countOpportunities, forecastByMonth, listOpportunities, listPipelines, opportunityById, readByGates,
  rhythmsOf, subjectsOf, sumOpportunities,
} from '../index.ts';

let database: Database;
let pipelineId: string;
const boss = writingAs('administrator');
const { viewer } = boss;
const reading = { now: new Date('2026-06-15T10:00:00Z'), zone: 'Europe/Madrid' };
const statements: string[] = [];
const none = new Set<string>();
const stages = (() => {
  const pipeline = preparePipeline(defaultPipeline);
  if (isRefused(pipeline)) throw new Error(pipeline.code);
  return pipeline.stages;
})();

interface Laid {
  readonly id: string;
  readonly stage: string;
  readonly status: 'OPEN' | 'WON' | 'LOST';
  readonly rank: string;
  readonly company_amount: number | null;
  readonly expected_close_on: string | null;
  readonly closed_at: string | null;
  readonly customer_id: string;
}
const laid: Laid[] = [];

beforeAll(async () => {
  database = await openTestDatabase();
  await makeCompany(database, boss);
  const em = database.em.fork();
  pipelineId = (await listPipelines(em, viewer))[0]!.id;
  const [line] = await rowsOf(em, sql<{ id: string }>`select id from business_line`);
  const dated = { created_at: reading.now, updated_at: reading.now };
  const customers = ['Bodegas Ríos', 'Talleres Núñez', 'Hotel Sol'].map((name, at) => ({
    id: newId(), kind: 'ORGANISATION', name, name_key: name, customer_since: reading.now, tags: at === 0 ? '{vip}' : '{}', ...dated }));
  await insertRows(em, 'customer', customers);
  await refreshCustomers(em, customers.map(({ id }) => id), { now: reading.now, zone: reading.zone, actor: theClock });
  for (let at = 0; at < 120; at += 1) {
    const status = at % 10 === 8 ? 'WON' : at % 10 === 9 ? 'LOST' : 'OPEN';
    laid.push({
      id: newId(), stage: stages[at % 5]!.key, status, rank: `a${String(at * 7 % 120).padStart(4, '0')}`, company_amount: at % 7 === 0 ? null : 1_000_001 * at + 33,
      expected_close_on: at % 6 === 0 ? null : `2026-${String(at % 9 + 4).padStart(2, '0')}-10`, closed_at: status === 'OPEN' ? null : `2026-${at < 60 ? '06' : '05'}-03T10:00:00Z`,
      customer_id: customers[at % 3]!.id,
    });
  }
  await insertRows(em, 'opportunity', laid.map((one) => ({
    ...one, pipeline_id: pipelineId, stage_since: '2026-06-01T10:00:00Z', title: `Título ${one.rank}`, title_key: `titulo ${one.rank}`, line_id: line!.id, currency: 'EUR',
    amount: one.company_amount, opened_at: '2026-05-01T10:00:00Z', ...dated })));
  countStatements(database, statements);
});
afterAll(() => database.close());

const em = () => database.em.fork();
const open = (which: (one: Laid) => boolean = () => true) => laid.filter((one) => one.status === 'OPEN' && which(one)).toSorted((a, b) => (a.rank < b.rank ? -1 : 1));
const probabilityOf = (stage: string) => stages.find(({ key }) => key === stage)!.probability;
const sumsOf = (some: readonly Laid[]) => ({
  count: some.length,
  amount: String(some.reduce((sum, one) => sum + (one.company_amount ?? 0), 0)),
  weightedAmount: String(some.reduce((sum, one) => sum + weigh(one.company_amount ?? 0, probabilityOf(one.stage)), 0)),
});

test('a board counts and sums everything that matches, in two statements, and pages each column to its end', async () => {
  for (const filter of [{ pipelineId }, { pipelineId, search: 'rios' }, { pipelineId, search: 'a000' }, { pipelineId, rule: { fact: 'opportunity.amount', is: 'ge', value: 40_000_000 } as Rule },
    { pipelineId, rule: { and: [{ fact: 'tags', is: 'contains', value: 'vip' }, { fact: 'opportunity.expectedCloseAt', is: 'isSet' }] } as Rule }]) {
    const matches = (one: Laid) => {
      const customerIsVip = one.customer_id === laid[0]!.customer_id;
      if (filter.search === 'rios') return customerIsVip;
      if (filter.search) return one.rank.startsWith('a000');
      if (!filter.rule) return true;
      return 'and' in filter.rule ? customerIsVip && one.expected_close_on !== null : (one.company_amount ?? 0) >= 40_000_000;
    };
    statements.length = 0;
    const columns = await boardColumns(em(), filter, viewer, reading);
    const first = await boardFirstCards(em(), filter, 3, none, viewer, reading);
    expect(statements).toHaveLength(2);
    expect(columns).toEqual(stages.map(({ key: stage }) => ({ stage, ...sumsOf(open((one) => one.stage === stage && matches(one))) })));
    for (const { key: stage } of stages) {
      const expected = open((one) => one.stage === stage && matches(one)).map(({ id }) => id);
      const shown = first.filter((card) => card.stage === stage);
      expect(shown.map(({ id }) => id)).toEqual(expected.slice(0, 4));
      const paged = shown.slice(0, 3);
      while (paged.length < expected.length) {
        const { sortValue, id } = paged.at(-1)!;
        const page = await boardCards(em(), { ...filter, stage }, { size: 3, after: [sortValue!, id] }, none, viewer, reading);
        paged.push(...page.slice(0, 3));
      }
      expect(paged.map(({ id }) => id)).toEqual(expected);
    }
  }
});

test('the forecast by month is that of the domain, to the cent', async () => {
  const from = '2026-06-01';
  const told: ForecastOpportunity[] = laid.filter((one) => one.status !== 'WON' || one.closed_at! >= from).map((one) => ({
    status: one.status, companyAmount: one.company_amount, probability: probabilityOf(one.stage), expectedCloseOn: one.expected_close_on, closedOn: one.closed_at?.slice(0, 10) ?? null,
  }));
  const forecast = weightedForecast(told, committedFrom);
  if (isRefused(forecast)) throw new Error(forecast.code);
  statements.length = 0;
  const rows = await forecastByMonth(em(), { pipelineId }, from, viewer, reading);
  expect(statements).toHaveLength(1);
  expect(rows.map(({ month, count, won, committed, weighted, bestCase }) =>
    ({ month, count, won: Number(won), committed: Number(committed), weighted: Number(weighted), bestCase: Number(bestCase) }))).toEqual(forecast.months);
});

test('a month of the forecast, and all of it, is a list: the same opportunities with the same sums', async () => {
  const rows = await forecastByMonth(em(), { pipelineId }, '2026-06-01', viewer, reading);
  expect(rows.map(({ month }) => month)).toEqual(['2026-04', '2026-05', '2026-06', '2026-07', '2026-08', '2026-09', '2026-10', '2026-11', '2026-12', null]);
  const listed = async (parts: readonly Rule[], status?: 'WON') => {
    const filter = { pipelineId, rule: { and: parts }, status };
    const { amount, weightedAmount } = await sumOpportunities(em(), filter, viewer, reading);
    return { count: await countOpportunities(em(), filter, viewer, reading), amount, weightedAmount };
  };
  for (const { month, count, won, committed, weighted, bestCase } of rows) {
    const parts = inForecastMonth(month, '2026-06-15', reading.zone);
    expect([month, await listed(parts)]).toEqual([month, { count, amount: bestCase, weightedAmount: weighted }]);
    expect((await listed(parts, 'WON')).amount).toBe(won);
    expect((await listed([...parts, committedOnes(stages)])).amount).toBe(committed);
  }
  const sum = (of: 'weighted' | 'bestCase') => String(rows.reduce((total, row) => total + Number(row[of]), 0));
  expect(await listed(inWholeForecast('2026-06-15', reading.zone))).toEqual({
    count: rows.reduce((total, { count }) => total + count, 0), amount: sum('bestCase'), weightedAmount: sum('weighted') });
  expect(await sumOpportunities(em(), {}, { ...viewer, role: 'warehouse' }, reading)).toEqual({ amount: null, weightedAmount: null });
});

test('every order of the list pages through the same rows, without a value last', async () => {
  for (const by of ['openedAt', 'stageSince', 'closedAt', 'expectedCloseOn', 'amount', 'title'] as const) {
    for (const descending of [false, true]) {
      const ids: string[] = [];
      const values: (string | null)[] = [];
      for (let after: readonly [string, string] | undefined; ;) {
        const page = await listOpportunities(em(), { pipelineId }, { by, descending, size: 50, after }, none, viewer, reading);
        const rows = page.slice(0, 50);
        ids.push(...rows.map(({ id }) => id));
        values.push(...rows.map((row) => (by === 'amount' ? row.companyAmount : by === 'expectedCloseOn' ? row.expectedCloseOn : '')));
        const last = rows.at(-1)!;
        if (page.length <= 50) break;
        after = [last.sortValue!, last.id];
      }
      expect([by, new Set(ids).size, ids.length]).toEqual([by, 120, 120]);
      if (values.includes(null)) expect(values.slice(values.indexOf(null)).every((value) => value === null)).toBe(true);
    }
  }
  expect(await countOpportunities(em(), { status: 'WON', customerId: laid[8]!.customer_id }, viewer, reading)).toBe(laid.filter((one) => one.status === 'WON' && one.customer_id === laid[8]!.customer_id).length);
});

test('rules say the same in memory and in the statement', async () => {
  const rules: Rule[] = stages.flatMap(({ gate }) => [gate]);
  rules.push({ fact: 'opportunity.expectedCloseAt', is: 'daysUntil', compare: 'le', days: 60 }, { fact: 'opportunity.forecastAt', is: 'daysSince', compare: 'ge', days: 1 }, { fact: 'opportunity.hasContact', is: 'eq', value: false },
    { fact: 'opportunity.title', is: 'contains', value: 'a001' }, { not: { fact: 'opportunity.need', is: 'eq', value: 'YES' } },
    { assume: true, rule: { fact: 'opportunity.amount', is: 'lt', value: 5_000_000 } }, { fact: 'opportunity.nextActivityAt', is: 'isSet' }, { fact: 'ordersCount', is: 'eq', value: 0 });
  const subjects = await subjectsOf(em(), laid.map(({ id }) => id), readByGates(rules.map((gate) => ({ gate }))), reading);
  for (const rule of rules) {
    const expected = laid.filter(({ id }) => holds(rule, subjects.get(id)!, reading.now.getTime())).length;
    expect([JSON.stringify(rule), await countOpportunities(em(), { rule }, viewer, reading)]).toEqual([JSON.stringify(rule), expected]);
  }
});

test('who may see nothing sees nothing, in no list, count or sum', async () => {
  const as = (role: Viewer['role']): Viewer => ({ ...viewer, userId: newId(), role, teamId: null });
  const stranger = as('sales');
  expect(await opportunityById(em(), laid[0]!.id, none, stranger, reading.now)).toBeNull();
  expect((await boardColumns(em(), { pipelineId }, stranger, reading)).map(({ count }) => count)).toEqual([0, 0, 0, 0, 0]);
  expect(await boardFirstCards(em(), { pipelineId }, 5, none, stranger, reading)).toEqual([]);
  expect(await boardCards(em(), { pipelineId, stage: 'contacted' }, { size: 5 }, none, stranger, reading)).toEqual([]);
  expect(await forecastByMonth(em(), {}, '2026-01-01', stranger, reading)).toEqual([]);
  expect(await countOpportunities(em(), {}, stranger, reading)).toBe(0);
  expect(await listPipelines(em(), as('warehouse'))).toEqual([]);
});

test('whose they are is found as customers are: a slip of the finger finds, and signs that are no words find nothing', async () => {
  const count = (search: string) => countOpportunities(em(), { pipelineId, search }, viewer, reading);
  const his = await count('rios');
  expect(his).toBeGreaterThan(0);
  expect([await count('bodegs'), await count('🦄'), await count('  ')]).toEqual([his, 0, await countOpportunities(em(), { pipelineId }, viewer, reading)]);
});

test('whose they are is asked once, where customers and opportunities are seen alike', async () => {
  statements.length = 0;
  await boardFirstCards(em(), { pipelineId }, 5, none, { ...viewer, role: 'sales', teamId: newId() }, reading);
  expect(statements[0]!.match(/"f"\."owner_id" =/g)).toHaveLength(1);
});

test('what is counted is what is listed: nothing of a deleted customer, and everything of one who was merged into another', async () => {
  const [line] = await rowsOf(em(), sql<{ id: string }>`select id from business_line`);
  const dated = { created_at: reading.now, updated_at: reading.now };
  const whose = { kept: { deleted: false }, deleted: { deleted: true }, merged: { into: 'kept', deleted: false }, gone: { into: 'deleted', deleted: false }, both: { into: 'kept', deleted: true } } as const;
  const ids = new Map(Object.keys(whose).map((name) => [name, newId()]));
  await insertRows(em(), 'customer', Object.entries(whose).map(([name, one]) => ({
    id: ids.get(name), kind: 'ORGANISATION', name, name_key: name, customer_since: reading.now, deleted_at: one.deleted ? reading.now : null,
    merged_into: 'into' in one ? ids.get(one.into) : null, ...dated })));
  await refreshCustomers(em(), [...ids.values()], { now: reading.now, zone: reading.zone, actor: theClock });
  await insertRows(em(), 'opportunity', [...ids].map(([name, customerId], at) => ({
    id: newId(), customer_id: customerId, stage: 'closing', rank: `b${at}`, pipeline_id: pipelineId, stage_since: reading.now, title: name, title_key: name,
    line_id: line!.id, currency: 'EUR', amount: 1, company_amount: 1, opened_at: '2026-06-14T10:00:00Z', ...dated })));
  const mine: Rule = { fact: 'opportunity.openedAt', is: 'daysSince', compare: 'le', days: 2 };
  const rule: Rule = { and: [mine, { fact: 'ordersCount', is: 'eq', value: 0 }] };
  for (const filter of [{ pipelineId, rule: mine }, { pipelineId, rule }]) {
    const listed = await listOpportunities(em(), filter, { by: 'title', descending: false, size: 10 }, none, viewer, reading);
    expect(listed.map(({ title }) => title)).toEqual(['both', 'kept', 'merged']);
    expect(await countOpportunities(em(), filter, viewer, reading)).toBe(3);
    expect((await boardColumns(em(), filter, viewer, reading)).at(-1)).toMatchObject({ stage: 'closing', count: 3, amount: '3' });
    expect(await forecastByMonth(em(), filter, '2026-06-01', viewer, reading)).toMatchObject([{ count: 3, bestCase: '3' }]);
  }
});

test('the rhythm of a stage is the median of the won ones', async () => {
  const [won] = laid.filter(({ status }) => status === 'WON');
  for (const [no, days] of [2, 4, 9].entries()) {
    await run(em(), sql`insert into opportunity_visit (customer_id, opportunity_id, no, stage, entered_at, left_at)
      values (${won!.customer_id}::uuid, ${won!.id}::uuid, ${no}, 'contacted', '2026-01-01', '2026-01-01'::timestamptz + ${`${days} days`}::interval)`);
  }
  expect(await rhythmsOf(em(), [pipelineId])).toEqual([{ id: pipelineId, rhythm: { contacted: 4 } }]);
});
