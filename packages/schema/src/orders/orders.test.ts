import type { Viewer } from '@orbita/domain/access';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Answer, type House, openTestHouse, testNow } from '../testing/execute.ts';
import { layCustomer } from '../testing/lay-customer.ts';

let house: House;
let manager: Viewer;
let stranger: Viewer;
let warehouse: Viewer;
let sales: Viewer;
let customerId: string;
beforeAll(async () => {
  house = await openTestHouse();
  manager = await house.person('manager', { name: 'Ana' });
  sales = await house.person('sales', { name: 'Luis' });
  stranger = await house.person('sales');
  warehouse = await house.person('warehouse');
});
afterAll(() => house.close());
beforeEach(async () => { customerId = await layCustomer(house, { owner: sales }); });

const fields = `order { id number source placedAt tracked effective returnedWhole version line { name } customer { id name }
  amount { amount currency } companyAmount { amount currency } returned { amount } cost { amount }
  lines { id no description quantity unitPrice amount { amount } cost { amount } product { code } }
  returns { reference quantity amount { amount } } } refusal { code field message details }`;
const place = `mutation($input: PlaceOrderInput!, $key: String) { placeOrder(input: $input, idempotencyKey: $key) { ${fields} } }`;
const bottles = { description: 'Rioja', quantity: '3', unitPrice: '10.05', discountPercent: '10' };
const glasses = { description: 'Glasses', quantity: '2', unitPrice: '1' };
const placed = async (input: object = {}, viewer = sales, key?: string): Promise<Answer> =>
  house.ask(viewer, place, { input: { customerId, lines: [bottles, glasses], ...input }, key });
const orderOf = async (answer: Promise<Answer>, verb = 'placeOrder') => (await answer).data![verb].order;
const change = async (verb: string, type: string, input: object, viewer = sales) =>
  (await house.ask(viewer, `mutation($input: ${type}!) { ${verb}(input: $input) { ${fields} } }`, { input })).data![verb];
const factsOf = async () => (await house.sql<{ revenue_total: string; orders_count: number }>(
  'select revenue_total::text, orders_count from customer_facts where customer_id = ?', [customerId]))[0];

test('an order is priced to the cent, numbered, told and counted', async () => {
  const order = await orderOf(placed());
  expect(order).toMatchObject({
    source: 'MANUAL', tracked: true, effective: true, version: 1, line: { name: 'Principal' }, customer: { id: customerId },
    amount: { amount: '29.14', currency: 'EUR' }, companyAmount: { amount: '29.14' },
    lines: [{ no: 1, amount: { amount: '27.14' } }, { no: 2, amount: { amount: '2.00' } }],
  });
  expect(order.number).toMatch(/^P\d{6}$/);
  expect(await factsOf()).toEqual({ revenue_total: '2914', orders_count: 1 });
  const events = await house.sql(`select type, payload from timeline_event where customer_id = ? and type like 'order%'`, [customerId]);
  expect(events).toEqual([{ type: 'orderPlaced', payload: { orderId: order.id } }]);
});

test('orders are listed by where they stand, each under one word', async () => {
  const made = [];
  for (let at = 0; at < 5; at++) made.push(await orderOf(placed()));
  const [, delivered, settled, returned, cancelled] = made;
  await change('markOrderDelivered', 'MarkOrderInput', { id: delivered.id, expectedVersion: 1 });
  const paid = await change('markOrderDelivered', 'MarkOrderInput', { id: settled.id, expectedVersion: 1 });
  await change('markOrderSettled', 'MarkOrderInput', { id: settled.id, expectedVersion: paid.order.version });
  const back = await change('markOrderDelivered', 'MarkOrderInput', { id: returned.id, expectedVersion: 1 });
  await change('returnGoods', 'ReturnGoodsInput', { id: returned.id, expectedVersion: back.order.version });
  await change('cancelOrder', 'CancelOrderInput', { id: cancelled.id, expectedVersion: 1, reason: 'Mistake' });
  const list = async (standing: string) => (await house.ask(sales, `query($id: ID!, $standing: OrderStanding) { orders(customerId: $id, standing: $standing) { totalCount edges { node { id } } } }`, { id: customerId, standing })).data?.['orders'];
  const words = ['PLACED', 'DELIVERED', 'SETTLED', 'RETURNED', 'CANCELLED'];
  for (const [at, word] of words.entries()) expect([word, await list(word)]).toEqual([word, { totalCount: 1, edges: [{ node: { id: made[at].id } }] }]);
});

test('what had come true before an order is told before it, at its own instant', async () => {
  await house.sql(`update customer_facts set alarm_at = '2026-06-10T00:00:00Z', reviewed_at = '2026-06-01T00:00:00Z', next_review_at = '2026-06-10T00:00:00Z' where customer_id = ?`, [customerId]);
  await orderOf(placed());
  const events = await house.sql(`select type, occurred_at::text as at, actor_kind from timeline_event where customer_id = ? and type in ('alarmReached', 'orderPlaced') order by no`, [customerId]);
  expect(events).toMatchObject([{ type: 'alarmReached', at: expect.stringContaining('2026-06-10'), actor_kind: 'SYSTEM' }, { type: 'orderPlaced', actor_kind: 'USER' }]);
});

test('a line of the catalogue brings name, price and cost; who may not read margins or amounts gets null', async () => {
  const product = (await house.ask(manager, `mutation { createProduct(input: { code: "RJ", name: "Rioja", listPrice: "8.50", cost: "5" }) { product { id } } }`)).data!['createProduct'].product.id;
  const order = await orderOf(placed({ lines: [{ productId: product, quantity: '2' }] }, manager));
  expect(order).toMatchObject({ amount: { amount: '17.00' }, cost: { amount: '10.00' }, lines: [{ description: 'Rioja', unitPrice: '8.500000', product: { code: 'RJ' } }] });
  const read = (viewer: Viewer) => house.ask(viewer, `query($id: ID!) { order(id: $id) { amount { amount } cost { amount } lines { quantity unitPrice amount { amount } cost { amount } } } }`, { id: order.id });
  expect((await read(sales)).data!['order']).toMatchObject({ amount: { amount: '17.00' }, cost: null, lines: [{ cost: null }] });
  expect((await read(warehouse)).data!['order']).toMatchObject({ amount: null, lines: [{ quantity: '2.0000', unitPrice: null, amount: null, cost: null }] });
  expect((await read(stranger)).data!['order']).toBeNull();
});

test('an order whole is one statement beside its customer', async () => {
  const { id } = await orderOf(placed());
  house.statements.length = 0;
  await house.ask(sales, `query($id: ID!) { order(id: $id) { number amount { amount } lines { amount { amount } } returns { quantity } } }`, { id });
  expect(house.statements).toHaveLength(1);
});

test('a number is taken once in a source, also by two at once and over customers', async () => {
  const other = await layCustomer(house, { owner: sales });
  const [a, b] = await Promise.all([placed({ number: 'X-1' }), placed({ number: 'X-1', customerId: other })]);
  const codes = [a, b].map((answer) => answer.data!['placeOrder'].refusal?.code ?? 'placed').sort();
  expect(codes).toEqual(['ALREADY_EXISTS', 'placed']);
  expect(await orderOf(placed({ number: 'X-1', source: 'SHOP' }))).toMatchObject({ number: 'X-1' });
});

test('two at once without a number get two numbers', async () => {
  const orders = await Promise.all([orderOf(placed()), orderOf(placed())]);
  expect(new Set(orders.map((order) => order.number)).size).toBe(2);
  expect(await factsOf()).toMatchObject({ orders_count: 2 });
});

test('a retry with the same key places nothing twice; another input with it is refused', async () => {
  const [first, again] = await Promise.all([orderOf(placed({}, sales, 'k1')), orderOf(placed({}, sales, 'k1'))]);
  expect(again.id).toBe(first.id);
  expect(await factsOf()).toMatchObject({ orders_count: 1 });
  expect((await placed({ channel: 'PHONE' }, sales, 'k1')).data!['placeOrder'].refusal.code).toBe('IDEMPOTENCY_MISMATCH');
});

test('another currency needs a rate of its day, and keeps it', async () => {
  expect((await placed({ currency: 'USD' })).data!['placeOrder'].refusal).toMatchObject({ code: 'INVALID', field: 'currency' });
  await house.sql(`insert into exchange_rate (currency, on_date, rate) values ('USD', '2026-06-14', 0.9), ('USD', '2026-06-16', 0.5)`);
  expect(await orderOf(placed({ currency: 'USD' }))).toMatchObject({ amount: { amount: '29.14', currency: 'USD' }, companyAmount: { amount: '26.23', currency: 'EUR' } });
});

test('who may not see the customer is told that he does not exist; who may only read is forbidden', async () => {
  expect((await placed({}, stranger)).data!['placeOrder'].refusal.code).toBe('NOT_FOUND');
  const service = await house.person('service');
  expect((await placed({}, service)).errors![0]!.extensions['code']).toBe('FORBIDDEN');
  const { id } = await orderOf(placed());
  const refused = await change('cancelOrder', 'CancelOrderInput', { id, expectedVersion: 1, reason: 'x' }, stranger);
  expect(refused).toMatchObject({ order: null, refusal: { code: 'NOT_FOUND' } });
});

test('a bad line is refused with its path, and nothing stays', async () => {
  const answer = await placed({ lines: [bottles, { ...glasses, quantity: '-1' }] });
  expect(answer.data!['placeOrder'].refusal).toMatchObject({ code: 'OUT_OF_RANGE', field: 'lines.1.quantity' });
  expect((await placed({ placedAt: '2026-07-01T00:00:00Z' })).data!['placeOrder'].refusal.field).toBe('placedAt');
  expect(await house.sql('select 1 from sales_order where customer_id = ?', [customerId])).toEqual([]);
});

test('returns credit in proportion and to the cent; all of it back makes the order count no more', async () => {
  const order = await orderOf(placed());
  const [line] = order.lines;
  const part = await change('returnGoods', 'ReturnGoodsInput', { id: order.id, expectedVersion: 1, lines: [{ lineId: line.id, quantity: '1' }] });
  expect(part.order).toMatchObject({ effective: true, returned: { amount: '9.05' }, version: 2, returns: [{ quantity: '1.0000' }] });
  expect(await factsOf()).toEqual({ revenue_total: '2009', orders_count: 1 });
  const tooMuch = await change('returnGoods', 'ReturnGoodsInput', { id: order.id, expectedVersion: 2, lines: [{ lineId: line.id, quantity: '2.5' }] });
  expect(tooMuch.refusal).toMatchObject({ code: 'OUT_OF_RANGE', field: 'lines.0.quantity' });
  const whole = await change('returnGoods', 'ReturnGoodsInput', { id: order.id, expectedVersion: 2, reference: 'AB-7' });
  expect(whole.order).toMatchObject({ effective: false, returnedWhole: true, returned: { amount: '29.14' } });
  expect(whole.order.returns.map((back: { amount: { amount: string } }) => back.amount.amount)).toEqual(['9.05', '18.09', '2.00']);
  expect(await factsOf()).toEqual({ revenue_total: '0', orders_count: 0 });
  const again = await change('returnGoods', 'ReturnGoodsInput', { id: order.id, expectedVersion: 3 });
  expect(again.refusal.code).toBe('CONFLICT');
});

test('a cancelled order counts no more; its reason is told apart, to be erasable; an old version is refused with who was first', async () => {
  const { id } = await orderOf(placed());
  expect((await change('cancelOrder', 'CancelOrderInput', { id, expectedVersion: 1, reason: ' ' })).refusal).toMatchObject({ code: 'REQUIRED', field: 'reason' });
  const [first, second] = await Promise.all([manager, sales].map((viewer) =>
    change('cancelOrder', 'CancelOrderInput', { id, expectedVersion: 1, reason: 'Ordered twice' }, viewer)));
  const stale = first.refusal ? first : second;
  expect([first, second].filter(({ refusal }) => refusal === null)).toHaveLength(1);
  expect(stale).toMatchObject({ refusal: { code: 'STALE_VERSION' }, order: { id, version: 2, effective: false } });
  expect(stale.refusal.details.by).toBe(stale === first ? 'Luis' : 'Ana');
  expect(await factsOf()).toMatchObject({ orders_count: 0 });
  expect(await house.sql(`select values from event_personal where customer_id = ?`, [customerId])).toEqual([{ values: { reason: 'Ordered twice' } }]);
});

test('delivered and settled are marked once, not before it was placed nor ahead of time', async () => {
  const { id } = await orderOf(placed({ placedAt: '2026-06-01T00:00:00Z' }));
  const mark = (verb: string, expectedVersion: number, at?: string) => change(verb, 'MarkOrderInput', { id, expectedVersion, at }, sales);
  expect((await mark('markOrderDelivered', 1, '2026-05-01T00:00:00Z')).refusal).toMatchObject({ code: 'OUT_OF_RANGE', field: 'at', message: expect.stringMatching(/^Give a value between \d+ \w+ 2026 and \d+ \w+ 2026\.$/) });
  expect((await mark('markOrderDelivered', 1, '2026-06-03T00:00:00Z')).order.version).toBe(2);
  expect((await mark('markOrderDelivered', 2)).refusal.code).toBe('CONFLICT');
  expect((await mark('markOrderSettled', 2)).order.version).toBe(3);
  const cancelled = await change('cancelOrder', 'CancelOrderInput', { id, expectedVersion: 3, reason: 'late' });
  expect(cancelled.refusal).toMatchObject({ code: 'CONFLICT', message: expect.stringContaining('return') });
});

test('lists page by cursor without losing or doubling, count what they name, and show a stranger nothing', async () => {
  for (let day = 1; day <= 5; day++) await placed({ placedAt: `2026-06-0${Math.ceil(day / 2)}T00:00:00Z`, number: `L${customerId}-${day}` });
  const list = `query($id: ID!, $after: String) { customer(id: $id) { orders(first: 2, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { node { number customer { id } } } } } }`;
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const page: Record<string, any> = (await house.ask(sales, list, { id: customerId, after })).data!['customer'].orders; // oxlint-disable-line typescript/no-explicit-any -- read by shape
    expect(page['totalCount']).toBe(5);
    seen.push(...page['edges'].map((edge: { node: { number: string } }) => edge.node.number));
    after = page['pageInfo'].hasNextPage ? page['pageInfo'].endCursor : null;
  } while (after);
  expect(seen).toHaveLength(5);
  expect(new Set(seen).size).toBe(5);
  const all = (viewer: Viewer) => house.ask(viewer, `query($search: String) { orders(search: $search) { totalCount edges { node { number } } } }`, { search: `L${customerId}` });
  expect((await all(sales)).data!['orders'].totalCount).toBe(5);
  expect((await all(stranger)).data!['orders']).toEqual({ totalCount: 0, edges: [] });
});

test('a list is narrowed by a rule over the order and its customer, and put in any order, page by page', async () => {
  const made = [{ number: `R${customerId}-1`, channel: 'PHONE' }, { number: `R${customerId}-2`, lines: [glasses] }, { number: `R${customerId}-3`, channel: 'FAIR', contractEndsAt: '2026-09-01T00:00:00Z' }];
  for (const one of made) await placed(one);
  const mine = { fact: 'ownerId', is: 'in', values: [sales.userId] };
  const ask = async (viewer: Viewer, rule: unknown, more: Record<string, unknown> = {}) => (await house.ask(viewer, `query($rule: JSON, $first: Int, $after: String, $orderBy: OrderOrder, $search: String) {
    orders(rule: $rule, first: $first, after: $after, orderBy: $orderBy, search: $search) { totalCount pageInfo { endCursor hasNextPage } edges { node { number } } } }`, { rule, search: `R${customerId}`, ...more }));
  const told = async (...asked: Parameters<typeof ask>) => {
    const { totalCount, edges } = (await ask(...asked)).data!['orders'];
    return [totalCount, ...edges.map(({ node }: { node: { number: string } }) => Number(node.number.at(-1)))];
  };
  expect(await told(sales, { and: [mine, { fact: 'order.channel', is: 'in', values: ['PHONE', 'FAIR'] }] }, { orderBy: { by: 'number' } })).toEqual([2, 1, 3]);
  expect(await told(sales, undefined, { orderBy: { by: 'amount' } })).toEqual([3, 2, expect.any(Number), expect.any(Number)]);
  expect(await told(sales, undefined, { orderBy: { by: 'contractEndsAt', descending: true } })).toEqual([3, 3, expect.any(Number), expect.any(Number)]);
  const first = (await ask(sales, mine, { first: 2, orderBy: { by: 'number', descending: true } })).data!['orders'];
  expect(await told(sales, mine, { first: 2, after: first.pageInfo.endCursor, orderBy: { by: 'number', descending: true } })).toEqual([3, 1]);
  expect(await told(stranger, mine)).toEqual([0]);
  // Who may not read amounts is told nothing of them, whichever way he asks.
  for (const rule of [{ fact: 'order.amount', is: 'ge', value: 0 }, { not: { fact: 'order.amount', is: 'ge', value: 0 } }]) expect(await told(warehouse, rule)).toEqual([0]);
  const offered = async (viewer: Viewer) => (await house.ask(viewer, `{ ruleCatalogue(subject: order) { facts { key } } }`)).data!['ruleCatalogue'].facts.map(({ key }: { key: string }) => key);
  expect((await offered(sales)).filter((key: string) => key.startsWith('order.'))).toContain('order.amount');
  expect(await offered(warehouse)).toEqual(expect.arrayContaining(['order.standing', 'country']));
  expect(await offered(warehouse)).not.toContain('order.amount');
  expect((await ask(sales, { fact: 'opportunity.title', is: 'isSet' })).errors![0]!.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
  expect((await ask(sales, undefined, { after: 'nonsense', orderBy: { by: 'amount' } })).errors![0]!.extensions['code']).toBe('BAD_USER_INPUT');
});

test('revenue so far equals the sums of the orders that one sees, and is unknown to who may not read amounts', async () => {
  const read = async (viewer: Viewer) => (await house.ask(viewer, `{ revenue { thisMonth { amount currency } lastMonth { amount } lastMonthSoFar { amount } yearToDate { amount } } }`)).data!['revenue'];
  const amounts = async (viewer: Viewer) => Object.values(await read(viewer) as Record<string, { amount: string }>).map(({ amount }) => Math.round(Number(amount) * 100));
  const before = await amounts(sales);
  const theirs = await amounts(stranger);
  const now = testNow;
  const first = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 1, 12));
  const whole = await orderOf(placed());
  await orderOf(placed({ placedAt: new Date(first.getTime() - 36 * 3_600_000).toISOString() }));
  await change('cancelOrder', 'CancelOrderInput', { id: (await orderOf(placed())).id, expectedVersion: 1, reason: 'twice' });
  const after = await amounts(sales);
  expect(after[0]! - before[0]!).toBe(2914);
  expect(after[1]! - before[1]!).toBe(2914);
  expect(after[3]! - before[3]!).toBe(first.getUTCMonth() === 0 ? 2914 : 2 * 2914);
  expect(await amounts(stranger)).toEqual(theirs);
  await change('returnGoods', 'ReturnGoodsInput', { id: whole.id, expectedVersion: whole.version, lines: [{ lineId: whole.lines[1].id, quantity: '1' }] });
  expect((await amounts(sales))[0]! - before[0]!).toBe(2814);
  expect(await read(warehouse)).toBeNull();
});
