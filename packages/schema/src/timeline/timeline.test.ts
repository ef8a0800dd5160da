import { createPubSub } from '@graphql-yoga/subscription';
import { newId } from '@orbita/database/connection';
import type { Viewer } from '@orbita/domain/access';
import { type ExecutionResult, parse, subscribe } from 'graphql';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type House, openTestHouse, testNow } from '../testing/execute.ts';
import { layCustomer } from '../testing/lay-customer.ts';
import { readablePayload } from './readable-payload.ts';

let house: House;
let sales: Viewer;
let manager: Viewer;
let stranger: Viewer;
let customerId: string;
beforeAll(async () => {
  house = await openTestHouse();
  sales = await house.person('sales', { name: 'Luis' });
  manager = await house.person('manager', { name: 'Ana' });
  stranger = await house.person('sales');
});
afterAll(() => house.close());
beforeEach(async () => {
  customerId = await layCustomer(house, { owner: sales });
  const order = await house.ask(sales, `mutation($id: ID!) { placeOrder(input: { customerId: $id, channel: PHONE, placedAt: "2026-05-31T23:00:00Z", lines: [{ description: "Wine", quantity: "1", unitPrice: "9" }] }) { order { id } } }`, { id: customerId });
  await house.ask(sales, `mutation($id: ID!) { cancelOrder(input: { id: $id, expectedVersion: 1, reason: "Mistake of Eva" }) { order { id } } }`, { id: order.data!['placeOrder'].order.id });
  for (const occurredAt of ['2026-06-01T09:00:00Z', '2026-06-02T09:00:00Z']) {
    await house.ask(sales, `mutation($id: ID!, $at: DateTime!) { logActivity(input: { customerId: $id, kind: CALL, direction: INBOUND, subject: "Asked", occurredAt: $at }) { activity { id } } }`, { id: customerId, at: occurredAt });
  }
});

const timeline = `query($id: ID!, $first: Int, $after: String, $types: [String!]) { customer(id: $id) { timeline(first: $first, after: $after, types: $types) {
  pageInfo { hasNextPage endCursor } edges { node { type occurredAt actor { id name kind } channel origin payload personal
    activity { subject body kind direction dueAt doneAt version } order { number amount { amount } } } } } } }`;
// Cycles and stages that follow from these are told by the rooms that move them.
const asked = ['orderPlaced', 'orderCancelled', 'activityLogged'];
const events = async (variables: object = {}, viewer = sales) => {
  const answer = await house.ask(viewer, timeline, { id: customerId, types: asked, ...variables });
  return answer.data!['customer']?.timeline;
};
const typesOf = (page: { edges: { node: { type: string } }[] }) => page.edges.map(({ node }) => node.type);

test('the timeline tells the latest first, with the activity and the order it is about', async () => {
  const page = await events();
  expect(typesOf(page)).toEqual(['orderCancelled', 'activityLogged', 'activityLogged', 'orderPlaced']);
  expect(page.edges[0].node).toMatchObject({ personal: { reason: 'Mistake of Eva' }, actor: { name: 'Luis', kind: 'USER' }, channel: 'WEB', origin: 'live', order: { amount: { amount: '9.00' } } });
  expect(page.edges[1].node).toMatchObject({ activity: { subject: 'Asked', version: 1 }, order: null });
});

test('it is read page by page and by type, with what the events are about in one statement', async () => {
  const first = await events({ first: 3 });
  const rest = await events({ first: 3, after: first.pageInfo.endCursor });
  expect([...typesOf(first), ...typesOf(rest)]).toEqual(['orderCancelled', 'activityLogged', 'activityLogged', 'orderPlaced']);
  expect(typesOf(await events({ types: ['orderPlaced'] }))).toEqual(['orderPlaced']);
  house.statements.length = 0;
  await events();
  expect(house.statements).toHaveLength(1); // the customer with his events and what they are about
});

test('who may not read it gets nothing of it, nor personal values without the right', async () => {
  expect(await events({}, stranger)).toBeUndefined();
  const analyst = await house.person('analyst');
  expect((await events({ types: ['orderCancelled'] }, analyst)).edges[0].node).toMatchObject({ personal: null });
  const warehouse = await house.person('warehouse');
  expect((await events({}, warehouse)).edges).toEqual([]);
});

test('the audit trail is for those who audit, by person and time', async () => {
  const audit = `query($actorId: ID, $from: DateTime, $after: String) { auditTrail(first: 2, actorId: $actorId, from: $from, after: $after) { pageInfo { endCursor } edges { node { type customerName actor { name } } } } }`;
  expect((await house.ask(sales, audit)).errors![0]!.extensions['code']).toBe('FORBIDDEN');
  const first = (await house.ask(manager, audit, { actorId: sales.userId })).data!['auditTrail'];
  expect(first.edges[0].node).toMatchObject({ customerName: 'Bodegas Ríos', actor: { name: 'Luis' } });
  const next = (await house.ask(manager, audit, { actorId: sales.userId, after: first.pageInfo.endCursor })).data!['auditTrail'];
  expect(next.edges).toHaveLength(2);
  expect((await house.ask(manager, audit, { from: '2026-06-15T10:00:01Z' })).data!['auditTrail'].edges).toEqual([]);
});

test('the audit trail is narrowed by a rule and by words: of the customer, of who did it, of the name of a thing of the company', async () => {
  await house.ask(manager, `mutation { createProduct(input: { code: "QZ", name: "Quinta Ñandú" }) { product { id } } }`);
  const audit = (viewer: Viewer, variables: Record<string, unknown>) => house.ask(viewer, `query($rule: JSON, $search: String) { auditTrail(first: 100, rule: $rule, search: $search) { edges { node { type customerName actor { name } channel } } } }`, variables);
  const found = async (variables: Record<string, unknown>): Promise<{ type: string; customerName: string | null; actor: { name: string } }[]> =>
    (await audit(manager, variables)).data!['auditTrail'].edges.map(({ node }: { node: object }) => node);
  const cancelled = { fact: 'audit.type', is: 'in', values: ['orderCancelled'] };
  expect(new Set((await found({ rule: cancelled })).map(({ type }) => type))).toEqual(new Set(['orderCancelled']));
  const ofHim = { and: [cancelled, { fact: 'audit.customerId', is: 'eq', value: customerId }, { fact: 'audit.actorId', is: 'eq', value: sales.userId }] };
  expect(await found({ rule: ofHim })).toHaveLength(1);
  expect(await found({ rule: ofHim, search: 'bodegas' })).toHaveLength(1);
  expect(await found({ rule: ofHim, search: 'nobody at all' })).toEqual([]);
  const products = { fact: 'audit.group', is: 'eq', value: 'products' };
  expect((await found({ rule: products })).map(({ type }) => type)).toEqual(['productCreated']);
  expect([...new Set((await found({ search: 'lui' })).map(({ actor }) => actor.name))]).toEqual(['Luis']);
  expect(await found({ rule: { not: { fact: 'audit.customerId', is: 'isSet' } }, search: 'luis' })).toEqual([]);
  expect((await audit(manager, { rule: { fact: 'ordersCount', is: 'ge', value: 1 } })).errors![0]!.extensions['code']).toBe('BAD_USER_INPUT');
  expect((await audit(sales, { rule: products })).errors![0]!.extensions['code']).toBe('FORBIDDEN');
});

test('the touchpoint map counts contacts and effective orders by channel and month of the company’s zone', async () => {
  await house.ask(sales, `mutation($id: ID!) { placeOrder(input: { customerId: $id, channel: WEB_SHOP, placedAt: "2026-05-31T23:00:00Z", lines: [{ description: "Wine", quantity: "1", unitPrice: "9" }] }) { order { id } } }`, { id: customerId });
  const map = async (viewer: Viewer) => (await house.ask(viewer, `query($id: ID!) { customer(id: $id) { touchpoints { kind channel month count inbound firstAt lastAt } } }`, { id: customerId })).data!['customer'].touchpoints;
  expect(await map(sales)).toEqual([
    { kind: 'CONTACT', channel: 'PHONE', month: '2026-06', count: 2, inbound: 2, firstAt: '2026-06-01T09:00:00.000Z', lastAt: '2026-06-02T09:00:00.000Z' },
    { kind: 'ORDER', channel: 'WEB_SHOP', month: '2026-06', count: 1, inbound: 1, firstAt: '2026-05-31T23:00:00.000Z', lastAt: '2026-05-31T23:00:00.000Z' },
  ]);
  expect((await map(await house.person('warehouse'))).map((row: { kind: string }) => row.kind)).toEqual(['ORDER']);
});

async function listen(viewer: Viewer | undefined, text: string, pubSub = createPubSub<Record<string, [payload: unknown]>>()) {
  const contextValue = { em: house.database.em.fork(), viewer, company: house.company, now: testNow, requestId: newId(), channel: 'WEB', readers: new Map(), pubSub };
  const heard = await subscribe({ schema: house.schema, document: parse(text), contextValue, variableValues: { id: customerId } });
  return { heard, pubSub };
}

test('a change is heard by those who see the customer, asked anew at each event', async () => {
  const text = 'subscription($id: ID!) { customerChanged(id: $id) { name version } }';
  for (const viewer of [stranger, undefined]) expect((await listen(viewer, text)).heard).toHaveProperty('errors');
  const { heard, pubSub } = await listen(sales, text);
  const changes = heard as AsyncGenerator<ExecutionResult<Record<string, unknown>>>;
  const heardAfter = (topic: string) => {
    const next = changes.next();
    setImmediate(() => pubSub.publish(topic, {}));
    return next;
  };
  expect((await heardAfter(`customer:${customerId}`)).value.data).toEqual({ customerChanged: { name: 'Bodegas Ríos', version: 1 } });
  await house.sql('update customer_facts set owner_id = null where customer_id = ?', [customerId]);
  await house.sql('update customer set owner_id = null where id = ?', [customerId]);
  expect((await heardAfter(`customer:${customerId}`)).value).toMatchObject({ data: null, errors: [{ extensions: { code: 'NOT_FOUND' } }] });
  await changes.return(undefined);
});

test('the inbox says when something came in, to its owner only', async () => {
  const { heard, pubSub } = await listen(sales, 'subscription { inboxChanged { unreadCount } }');
  const changes = heard as AsyncGenerator<ExecutionResult<Record<string, unknown>>>;
  const next = changes.next();
  pubSub.publish(`inbox:${stranger.userId}`, {});
  await house.ask(manager, `mutation($id: ID!, $to: ID!) { createTask(input: { customerId: $id, subject: "Visit", dueAt: "2026-06-20T08:00:00Z", assigneeId: $to }) { refusal { code } } }`, { id: customerId, to: sales.userId });
  pubSub.publish(`inbox:${sales.userId}`, {});
  expect((await next).value.data).toEqual({ inboxChanged: { unreadCount: 1 } });
  await changes.return(undefined);
});

test('an opportunity is told with its stages and amounts, as far as the viewer may read them', async () => {
  const did = async (text: string, variables: object) => (await house.ask(sales, text, { id: customerId, ...variables })).data!;
  const opened = await did('mutation($id: ID!) { openOpportunity(input: { customerId: $id, title: "Press", amount: "10" }) { opportunity { id } } }', {});
  const its = { opportunity: opened['openOpportunity'].opportunity.id };
  await did('mutation($opportunity: ID!) { updateOpportunity(input: { id: $opportunity, expectedVersion: 1, amount: "12.50" }) { refusal { code } } }', its);
  const text = `query($id: ID!) { customer(id: $id) { timeline(types: ["opportunityOpened", "opportunityUpdated"]) { edges { node {
    type payload opportunity { id title amount { amount } pipeline { stages { key names { en } } } } } } } } }`;
  const told = async (viewer: Viewer) => (await house.ask(viewer, text, { id: customerId })).data!['customer'].timeline.edges.map((edge: { node: object }) => edge.node);
  house.statements.length = 0;
  const [updated, first] = await told(sales);
  expect(house.statements).toHaveLength(2); // the customer with his events and what they are about; the pipelines of these
  expect(updated).toMatchObject({ payload: { currency: 'EUR', values: { amount: { before: 1000, after: 1250 } } }, opportunity: { title: 'Press', amount: { amount: '12.50' } } });
  expect(first.opportunity.pipeline.stages).toContainEqual({ key: first.payload.stage, names: { en: 'First contact' } });
  const event = { type: 'opportunityUpdated', payload: updated.payload };
  expect(readablePayload(event, await house.person('warehouse'))).toEqual({ ...updated.payload, values: {} });
  expect(readablePayload(event, await house.person('analyst'))).toEqual(updated.payload);
});
