import type { Viewer } from '@orbita/domain/access';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type House, openTestHouse } from '../testing/execute.ts';
import { layCustomer } from '../testing/lay-customer.ts';

let house: House;
let manager: Viewer;
let warehouse: Viewer;
let ids: string[];
const people = 4;

beforeAll(async () => {
  house = await openTestHouse();
  manager = await house.person('manager');
  warehouse = await house.person('warehouse');
  ids = await Promise.all(Array.from({ length: people }, (_, index) => layCustomer(house, { owner: manager, name: `Bodega ${index}` })));
  for (const [index, customerId] of ids.entries()) {
    for (let order = 0; order <= index; order += 1) {
      const placed = await house.ask(manager, `mutation($input: PlaceOrderInput!) { placeOrder(input: $input, idempotencyKey: "${index}-${order}") { refusal { message } } }`, {
        input: { customerId, placedAt: `2026-0${order + 1}-10T10:00:00Z`, lines: [{ description: 'Rioja', quantity: '1', unitPrice: '10' }] },
      });
      expect([placed.errors, placed.data?.['placeOrder'].refusal]).toEqual([undefined, null]);
    }
    const task = { customerId, subject: `Visit ${index}`, dueAt: '2026-06-16T08:00:00Z' };
    const made = await house.ask(manager, `mutation($input: CreateTaskInput!) { createTask(input: $input, idempotencyKey: "t${index}") { refusal { message } } }`, { input: task });
    expect([made.errors, made.data?.['createTask'].refusal]).toEqual([undefined, null]);
  }
});
afterAll(() => house.close());

async function counted(viewer: Viewer, document: string, variables: Record<string, unknown> = {}) {
  house.statements.length = 0;
  const { data, errors } = await house.ask(viewer, document, variables);
  expect(errors).toBeUndefined();
  return { data: data!, statements: house.statements.length };
}

const nested = `
  newest: orders(first: 1) { totalCount edges { node { placedAt lines { description } } } pageInfo { hasNextPage endCursor } }
  orders(first: 10) { edges { node { placedAt amount { amount } } } }
  activities(kinds: [TASK]) { totalCount edges { node { subject author { name } } } }
  timeline(first: 10, types: ["orderPlaced"]) { edges { node { type order { placedAt } activity { subject } } } }
  touchpoints { month count }`;

test('a list of customers with all that is nested in them is one statement, and each has his own', async () => {
  const { data, statements } = await counted(manager, `{ customers(orderBy: { by: "name" }) { edges { node { name ${nested} } } } }`);
  expect(statements).toBe(1);
  const nodes = data['customers'].edges.map(({ node }: { node: unknown }) => node);
  expect(nodes).toHaveLength(people);
  for (const [index, node] of nodes.entries()) {
    expect(node).toMatchObject({ name: `Bodega ${index}`, newest: { totalCount: index + 1, pageInfo: { hasNextPage: index > 0 } }, activities: { totalCount: 1 } });
    const placed = Array.from({ length: index + 1 }, (_, at) => `2026-0${index + 1 - at}-10T10:00:00.000Z`);
    expect(node.orders.edges.map((edge: { node: { placedAt: string } }) => edge.node.placedAt)).toEqual(placed);
    expect(node.newest.edges[0].node).toEqual({ placedAt: placed[0], lines: [{ description: 'Rioja' }] });
    expect(node.activities.edges[0].node.subject).toBe(`Visit ${index}`);
    const told = node.timeline.edges.map((edge: { node: { type: string } }) => edge.node);
    expect(told.filter(({ type }: { type: string }) => type === 'orderPlaced').map(({ order }: { order: { placedAt: string } }) => order.placedAt).sort()).toEqual(placed.toSorted());
    expect(node.touchpoints).toHaveLength(index + 1);
  }
});

test('of what refers to customers each kind is one statement, whatever is nested in them', async () => {
  const { data, statements } = await counted(manager, `{ orders(first: 50) { edges { node { customer { name orders(first: 1) { totalCount } timeline { edges { node { type } } } } } } } }`);
  expect(statements).toBe(2);
  const last = data['orders'].edges.filter(({ node }: { node: { customer: { name: string } } }) => node.customer.name === 'Bodega 3');
  expect(last.map((edge: { node: { customer: { orders: { totalCount: number } } } }) => edge.node.customer.orders.totalCount)).toEqual([4, 4, 4, 4]);
});

test('one who may read no timeline nor amounts finds none in a nested list either', async () => {
  const { data } = await counted(warehouse, `{ customers { edges { node { ${nested} } } } }`);
  const nodes = data['customers'].edges.map(({ node }: { node: unknown }) => node);
  expect(nodes).toHaveLength(people);
  expect(nodes.flatMap((node: { timeline: { edges: unknown[] } }) => node.timeline.edges)).toEqual([]);
  expect(nodes.flatMap((node: { orders: { edges: { node: { amount: unknown } }[] } }) => node.orders.edges.map((edge) => edge.node.amount)).every((amount: unknown) => amount === null)).toBe(true);
});

test('nested pages are read there and back by the cursors of either end', async () => {
  const page = async (field: string, args: string) => (await counted(manager, `query($id: ID!) { customer(id: $id) {
    ${field}(${args}) { edges { node { id } } pageInfo { startCursor endCursor hasNextPage hasPreviousPage } } } }`, { id: ids[3] })).data['customer'][field];
  const idsOf = (list: { edges: { node: { id: string } }[] }) => list.edges.map(({ node }) => node.id);
  for (const field of ['orders', 'timeline']) {
    const whole = idsOf(await page(field, 'first: 100'));
    const first = await page(field, 'first: 2');
    const next = await page(field, `first: 2, after: "${first.pageInfo.endCursor}"`);
    const end = await page(field, 'last: 2');
    expect([...idsOf(first), ...idsOf(next)]).toEqual(whole.slice(0, 4));
    expect(idsOf(await page(field, `last: 1, before: "${next.pageInfo.endCursor}"`))).toEqual(idsOf(next).slice(0, 1));
    expect(idsOf(end)).toEqual(whole.slice(-2));
    expect([end.pageInfo.hasNextPage, end.pageInfo.hasPreviousPage]).toEqual([false, true]);
    expect(idsOf(await page(field, 'first: 1, offset: 1'))).toEqual(whole.slice(1, 2));
  }
});

test('a record asked for again and again in one operation is each time of whom it is asked, as he is by then, and for whom', async () => {
  const record = `query($id: ID!) { customer(id: $id) { id name facts { silencePct ordersCount revenueTotal { amount } } ${nested} } }`;
  const alone = (id: string) => record.replace('query($id: ID!)', '').replace('$id', `"${id}"`);
  const at = (day: number) => ({ now: new Date(Date.UTC(2026, 6, day)) });
  for (const viewer of [manager, warehouse, manager]) {
    for (const [index, id] of [...ids, ...ids].entries()) {
      const kept = await house.ask(viewer, record, { id }, at(index + 1));
      const fresh = await house.ask(viewer, alone(id), {}, at(index + 1));
      expect(kept.errors).toEqual(fresh.errors);
      expect(kept.data).toEqual(fresh.data);
      expect(kept.data?.['customer']).toMatchObject({ id });
    }
  }
});
