import { createPubSub } from '@graphql-yoga/subscription';
import { newId } from '@orbita/database/connection';
import type { Viewer } from '@orbita/domain/access';
import { type ExecutionResult, parse, subscribe } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type House, openTestHouse, testNow } from '../testing/execute.ts';
import { layCustomer } from '../testing/lay-customer.ts';

let house: House;
let sales: Viewer;
let manager: Viewer;
let stranger: Viewer;
let customerId: string;
let pipelineId: string;
beforeAll(async () => {
  house = await openTestHouse();
  sales = await house.person('sales', { name: 'Luis' });
  manager = await house.person('manager', { name: 'Ana' });
  stranger = await house.person('sales');
  customerId = await layCustomer(house, { owner: sales });
  pipelineId = (await house.ask(sales, '{ pipelines { id } }')).data!['pipelines'][0].id;
});
afterAll(() => house.close());

const fields = `id title version stage stageName status customerName amount { amount currency } weightedAmount { amount } ageDays isStale viewerCanUpdate viewerCanOverride`;
const open = async (input: object = {}, key?: string) => (await house.ask(sales,
  `mutation($input: OpenOpportunityInput!, $key: String) { openOpportunity(input: $input, idempotencyKey: $key) { opportunity { ${fields} } refusal { code field message } } }`,
  { input: { customerId, title: 'Prensa', ...input }, key })).data!['openOpportunity'];
const change = async (verb: string, input: object, viewer = sales, extra = '') => {
  const type = `${verb[0]!.toUpperCase()}${verb.slice(1).replace('reopenOpportunity', '')}Input`.replace('ReopenOpportunityInput', 'OpportunityVersionInput');
  const answer = await house.ask(viewer, `mutation($input: ${type}!) { ${verb}(input: $input) { opportunity { ${fields} ${extra} } refusal { code field message details } } }`, { input });
  if (answer.errors) throw new Error(answer.errors[0]!.message);
  return answer.data![verb];
};

test('the pipeline of every company, in the viewer\'s language, with its gates in words', async () => {
  const answer = await house.ask({ ...sales, language: 'es' }, '{ pipelines { name names { en } line { id } viewerCanUpdate stages { key name probability gateText staleAfterDays } } }');
  expect(answer.data!['pipelines'][0]).toMatchObject({
    name: 'Ventas', names: { en: 'Sales' }, line: null, viewerCanUpdate: false,
    stages: [{ key: 'contacted', name: 'Primer contacto', probability: 10, gateText: null, staleAfterDays: 7 }, { key: 'understood', gateText: expect.stringContaining('Oportunidad: importe') }, {}, {}, {}],
  });
});

test('opening twice with one key opens once; what is wrong is told in words', async () => {
  const key = newId();
  const first = await open({ amount: '1250.50' }, key);
  expect(first.opportunity).toMatchObject({
    title: 'Prensa', version: 1, stage: 'contacted', stageName: 'First contact', status: 'OPEN', customerName: 'Bodegas Ríos', amount: { amount: '1250.50', currency: 'EUR' },
    weightedAmount: { amount: '125.05' }, ageDays: 0, isStale: false, viewerCanUpdate: true, viewerCanOverride: false,
  });
  expect((await open({ amount: '1250.50' }, key)).opportunity.id).toBe(first.opportunity.id);
  expect((await open({ amount: '9' }, key)).refusal.code).toBe('IDEMPOTENCY_MISMATCH');
  expect((await open({ amount: '9' }, 'k'.repeat(9000))).refusal).toMatchObject({ code: 'TOO_LONG', field: 'idempotencyKey' });
  expect((await open({ amount: '1.234' })).refusal).toMatchObject({ field: 'amount' });
  expect((await open({ title: ' ' })).refusal).toMatchObject({ code: 'REQUIRED', field: 'title', message: 'Fill this in.' });
});

test('a gate that does not hold says what is missing, with the thing as it stands and where it could go', async () => {
  const { opportunity } = await open();
  const refused = await change('moveOpportunity', { id: opportunity.id, expectedVersion: 1, to: 'negotiation' }, sales,
    'missingForGate { text } allowedMoves { to direction missing { stage stageName stageNames { en es } rule text } }');
  expect(refused.refusal).toMatchObject({ code: 'GATE_NOT_MET', field: 'to', details: { stage: 'understood' } });
  expect(refused.opportunity.allowedMoves).toEqual([
    { to: 'understood', direction: 'FORWARD', missing: [] },
    { to: 'proposal', direction: 'FORWARD', missing: [{
      stage: 'understood', stageName: 'Need understood', stageNames: { en: 'Need understood', es: 'Necesidad entendida' },
      rule: expect.objectContaining({ fact: 'opportunity.amount' }), text: expect.stringContaining('Opportunity: amount'),
    }] },
    { to: 'negotiation', direction: 'FORWARD', missing: [{ stage: 'understood' }, { stage: 'proposal' }].map((one) => expect.objectContaining(one)) },
    { to: 'closing', direction: 'FORWARD', missing: [expect.anything(), expect.anything()] },
    { to: 'WON', direction: 'WIN', missing: [expect.anything(), expect.anything()] }]);
  const input = { id: opportunity.id, expectedVersion: 1, to: 'negotiation', overrideReason: 'Lo avala dirección' };
  expect((await change('moveOpportunity', input)).refusal.code).toBe('FORBIDDEN');
  const moved = await change('moveOpportunity', input, manager, 'history { stage leftAt overrideReason }');
  expect(moved).toMatchObject({ refusal: null, opportunity: { stage: 'negotiation', version: 2, history: [
    { stage: 'contacted', overrideReason: null }, { stage: 'negotiation', leftAt: null, overrideReason: 'Lo avala dirección' }] } });
  const stale = await change('moveOpportunity', { id: opportunity.id, expectedVersion: 1, to: 'contacted' });
  expect(stale).toMatchObject({ refusal: { code: 'STALE_VERSION', details: { by: 'Ana' } }, opportunity: { version: 2, stage: 'negotiation' } });
  const changed = await change('updateOpportunity', { id: opportunity.id, expectedVersion: 2, amount: '99.90', qualification: { need: { answer: 'YES' } } }, sales, 'qualification { need budget }');
  expect(changed.opportunity).toMatchObject({ version: 3, amount: { amount: '99.90' }, qualification: { need: 'YES', budget: 'UNKNOWN' } });
});

test('won it is an order, lost it can be taken up again', async () => {
  const { opportunity } = await open({ amount: '700', expectedCloseOn: '2026-07-01' });
  const won = await change('winOpportunity', { id: opportunity.id, expectedVersion: 1, reasons: ['PRICE'], order: { lines: [{ description: 'Prensa', quantity: '2', unitPrice: '350' }] } }, sales,
    'winReasons closedAt order { amount { amount } }');
  expect(won).toMatchObject({ refusal: null, opportunity: { status: 'WON', winReasons: ['PRICE'], closedAt: testNow.toISOString(), order: { amount: { amount: '700.00' } } } });
  const other = (await open()).opportunity;
  const lost = await change('loseOpportunity', { id: other.id, expectedVersion: 1, reason: 'COMPETITOR', competitor: 'Otra' }, sales, 'lossReason competitor');
  expect(lost.opportunity).toMatchObject({ status: 'LOST', lossReason: 'COMPETITOR', competitor: 'Otra' });
  const again = await change('reopenOpportunity', { id: other.id, expectedVersion: 2 }, sales, 'reopensId');
  expect(again.opportunity).toMatchObject({ status: 'OPEN', reopensId: other.id });
});

const board = `query($pipelineId: ID!, $search: String, $rule: JSON) { opportunityBoard(pipelineId: $pipelineId, search: $search, rule: $rule, first: 2) {
  pipeline { name } columns { stage count amount { amount } weightedAmount { amount }
    cards { totalCount pageInfo { hasNextPage endCursor } edges { node { id title stage customerName staleAt isStale amount { amount } owner { name } } } } } } }`;

test('a board is a handful of statements, however many cards; its sums are over everything and its columns page', async () => {
  for (let at = 0; at < 5; at += 1) await open({ title: `Tablero ${at}`, amount: '10.01' });
  house.statements.length = 0;
  const answer = await house.ask(sales, board, { pipelineId, search: 'tablero' });
  expect(house.statements).toHaveLength(3); // the pipeline; counts and sums; the cards; the pipeline of the cards, for when they are stale
  const [first] = answer.data!['opportunityBoard'].columns;
  expect(first).toMatchObject({ stage: 'contacted', count: 5, amount: { amount: '50.05' }, weightedAmount: { amount: '5.00' }, cards: { totalCount: 5, pageInfo: { hasNextPage: true } } });
  expect(first.cards.edges.map(({ node }: { node: { title: string } }) => node.title)).toEqual(['Tablero 4', 'Tablero 3']);
  house.statements.length = 0;
  const more = await house.ask(sales, `query($pipelineId: ID!, $after: String) { boardCards(pipelineId: $pipelineId, stage: "contacted", search: "tablero", first: 2, after: $after) { totalCount edges { node { title } } } }`,
    { pipelineId, after: first.cards.pageInfo.endCursor });
  expect(house.statements).toHaveLength(2);
  expect(more.data!['boardCards']).toEqual({ totalCount: 5, edges: [{ node: { title: 'Tablero 2' } }, { node: { title: 'Tablero 1' } }] });
  const seen = await house.ask(stranger, board, { pipelineId });
  expect(seen.data!['opportunityBoard'].columns.map(({ count }: { count: number }) => count)).toEqual([0, 0, 0, 0, 0]);
  const wrong = await house.ask(sales, board, { pipelineId, rule: { fact: 'nothing', is: 'isSet' } });
  expect(wrong.errors![0]!.message).toContain('cannot be read');
});

test('list, customer and forecast tell of the same opportunities', async () => {
  house.statements.length = 0;
  const rule = { and: [{ fact: 'opportunity.title', is: 'startsWith', value: 'tablero' }, { fact: 'ordersCount', is: 'ge', value: 0 }] };
  const list = await house.ask(sales, `query($rule: JSON) { opportunities(rule: $rule, first: 3, orderBy: { by: title }) { totalCount totals { amount { amount currency } weightedAmount { amount } } edges { node { title } } } }`, { rule });
  expect(house.statements).toHaveLength(3);
  expect(list.data!['opportunities']).toEqual({ totalCount: 5, totals: { amount: { amount: '50.05', currency: 'EUR' }, weightedAmount: { amount: '5.00' } }, edges: ['Tablero 0', 'Tablero 1', 'Tablero 2'].map((title) => ({ node: { title } })) });
  const his = await house.ask(sales, `query($id: ID!) { customer(id: $id) { opportunities(first: 1) { totalCount edges { node { title pipeline { name } customer { name } } } } } }`, { id: customerId });
  expect(his.data!['customer'].opportunities.edges[0].node).toEqual({ title: 'Tablero 4', pipeline: { name: 'Sales' }, customer: { name: 'Bodegas Ríos' } });
  const forecast = await house.ask(sales, `query($rule: JSON) { forecast(rule: $rule) { months { month count weighted { amount } } total { count bestCase { amount } } } }`, { rule });
  expect(forecast.data!['forecast']).toEqual({ months: [{ month: null, count: 5, weighted: { amount: '5.00' } }], total: { count: 5, bestCase: { amount: '50.05' } } });
});

test('who looks at a board hears of what he may see, and of nothing else', async () => {
  const { opportunity } = await open({ title: 'En directo' });
  const pubSub = createPubSub<Record<string, [unknown]>>();
  const document = parse('subscription($id: ID!) { boardChanged(pipelineId: $id) { opportunity { title } } }');
  const listen = async (viewer: Viewer) => await subscribe({
    schema: house.schema, document, variableValues: { id: pipelineId },
    contextValue: { em: house.database.em.fork(), viewer, company: house.company, now: testNow, requestId: newId(), channel: 'WEB', readers: new Map(), pubSub },
  }) as AsyncGenerator<ExecutionResult>;
  const his = await listen(sales);
  const hers = await listen(stranger);
  const managers = await Promise.all(Array.from({ length: 8 }, async (_, at) => listen({ ...manager, userId: at === 0 ? newId() : manager.userId })));
  const heard = his.next();
  const nothing = hers.next();
  const theirs = managers.map((one) => one.next());
  house.statements.length = 0;
  pubSub.publish(`board:${pipelineId}`, { opportunityId: opportunity.id });
  for (const one of [heard, ...theirs]) expect((await one).value.data).toEqual({ boardChanged: { opportunity: { title: 'En directo' } } });
  expect(await Promise.race([nothing, new Promise((resolve) => { setTimeout(() => resolve('silence'), 300); })])).toBe('silence');
  expect(house.statements).toHaveLength(5); // whether it is theirs: his, hers, the managers'; what it is: his, the managers'
  await Promise.all([his, hers, ...managers].map((one) => one.return(undefined)));
  expect(await nothing).toMatchObject({ done: true });
});

test('a date that nobody means is refused, and one that stands there already fails no board', async () => {
  const asked = await house.ask(sales, 'mutation($input: OpenOpportunityInput!) { openOpportunity(input: $input) { refusal { code } } }',
    { input: { customerId, title: 'Nunca', expectedCloseOn: '9999-12-31' } });
  expect(asked.errors?.[0]?.message).toContain('1900-01-01');
  const { opportunity } = await open({ title: 'Nunca jamás' });
  await house.sql("update opportunity set expected_close_on = '9999-12-31' where id = ?", [opportunity.id]);
  const answer = await house.ask(sales, `query($pipelineId: ID!) { opportunityBoard(pipelineId: $pipelineId, search: "nunca") { columns {
    cards { edges { node { expectedCloseOn allowedMoves { to } } } } } } }`, { pipelineId });
  expect(answer.errors).toBeUndefined();
  expect(answer.data!['opportunityBoard'].columns[0].cards.edges[0].node).toMatchObject({ expectedCloseOn: '9999-12-31', allowedMoves: expect.arrayContaining([{ to: 'WON' }]) });
});

test('what people wrote of it is read by whoever may read the personal, on every path', async () => {
  const { opportunity: { id } } = await open({ title: 'Escrito' });
  await change('moveOpportunity', { id, expectedVersion: 1, to: 'negotiation', overrideReason: 'Lo avala Marta' }, manager);
  await change('loseOpportunity', { id, expectedVersion: 2, reason: 'COMPETITOR', competitor: 'Otra', note: 'Lo dijo Pepe' });
  const written = 'id closeNote competitor history { stage overrideReason }';
  const told = async (viewer: Viewer) => {
    const one = await house.ask(viewer, `query($id: ID!) { opportunity(id: $id) { ${written} } }`, { id });
    const list = await house.ask(viewer, `{ opportunities(search: "escrito") { edges { node { ${written} } } } }`);
    const pubSub = createPubSub<Record<string, [unknown]>>();
    const live = await subscribe({
      schema: house.schema, document: parse(`subscription($id: ID!) { boardChanged(pipelineId: $id) { opportunity { ${written} } } }`), variableValues: { id: pipelineId },
      contextValue: house.contextOf(viewer, { pubSub: pubSub as never }),
    }) as AsyncGenerator<ExecutionResult<{ boardChanged: { opportunity: object } }>>;
    const heard = live.next();
    pubSub.publish(`board:${pipelineId}`, { opportunityId: id });
    const { value } = await heard as IteratorYieldResult<ExecutionResult<{ boardChanged: { opportunity: object } }>>;
    await live.return(undefined);
    return [one.data!['opportunity'], list.data!['opportunities'].edges[0].node, value.data!.boardChanged.opportunity];
  };
  const words = (closeNote: string | null, competitor: string | null, overrideReason: string | null) => Array.from({ length: 3 }, () => (
    { id, closeNote, competitor, history: [{ stage: 'contacted', overrideReason: null }, { stage: 'negotiation', overrideReason }] }));
  expect(await told(sales)).toEqual(words('Lo dijo Pepe', 'Otra', 'Lo avala Marta'));
  expect(await told(await house.person('analyst'))).toEqual(words(null, null, null));
});

test('winning is among the moves of whoever may place its order, and of nobody else', async () => {
  const { opportunity: { id } } = await open({ amount: '10', expectedCloseOn: '2026-07-01' });
  const service = await house.person('service');
  const moves = async (viewer: Viewer) => (await house.ask(viewer, 'query($id: ID!) { opportunity(id: $id) { viewerCanUpdate allowedMoves { to } } }', { id })).data!['opportunity'];
  expect(await moves(sales)).toEqual({ viewerCanUpdate: true, allowedMoves: ['understood', 'proposal', 'negotiation', 'closing', 'WON'].map((to) => ({ to })) });
  expect(await moves(service)).toEqual({ viewerCanUpdate: true, allowedMoves: ['understood', 'proposal', 'negotiation', 'closing'].map((to) => ({ to })) });
  expect((await change('winOpportunity', { id, expectedVersion: 1 }, service)).refusal.code).toBe('FORBIDDEN');
});
