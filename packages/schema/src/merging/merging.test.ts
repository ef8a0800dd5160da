import type { Viewer } from '@orbita/domain/access';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type House, openTestHouse } from '../testing/execute.ts';

let house: House;
let manager: Viewer;
let seller: Viewer;
beforeAll(async () => {
  house = await openTestHouse();
  manager = await house.person('manager');
  seller = await house.person('sales');
});
afterAll(() => house.close());

async function ask(viewer: Viewer, document: string, variables: Record<string, unknown> = {}) {
  house.statements.length = 0;
  const { data, errors } = await house.ask(viewer, document, variables);
  expect(errors).toBeUndefined();
  return data!;
}

async function make(name: string, more: Record<string, unknown> = {}): Promise<{ id: string; version: number }> {
  const { createCustomer } = await ask(manager, `mutation($input: CreateCustomerInput!) { createCustomer(input: $input) { customer { id version } refusal { code } } }`, {
    input: { kind: 'ORGANISATION', name, contactPoints: [{ kind: 'EMAIL', value: `info@${name.toLowerCase()}.example` }], ...more },
  });
  return createCustomer.customer;
}

const mergeDocument = `mutation($input: MergeCustomersInput!, $key: String) { mergeCustomers(input: $input, idempotencyKey: $key) {
  customer { id name taxId version mergedFrom { id name mergedAt by { name } } contactPoints { value } } refusal { code field message details } } }`;
const unmergeDocument = `mutation($input: UnmergeCustomersInput!) { unmergeCustomers(input: $input) { customer { id mergedFrom { id } } refusal { code message details } } }`;

test('shows two side by side, with what is proposed and what hangs from each, in seven statements', async () => {
  const [a, b] = [await make('Alba', { taxId: 'B58378431' }), await make('Boreal', { language: 'es' })];
  const document = `query($ids: [ID!]!) { mergePreview(ids: $ids) {
    survivorId customers { id name viewerCanMerge facts { ordersCount } } fields { field values from differs } hanging { contactPoints orders lists } refusal { code } } }`;
  const { mergePreview } = await ask(manager, document, { ids: [a.id, b.id] });
  expect(house.statements.length).toBe(7);
  expect(mergePreview).toMatchObject({
    survivorId: a.id, customers: [{ id: a.id, name: 'Alba', viewerCanMerge: true }, { id: b.id, facts: { ordersCount: 0 } }],
    hanging: [{ contactPoints: 1, orders: 0, lists: 0 }, { contactPoints: 1 }], refusal: null,
  });
  const fields = new Map(mergePreview.fields.map((one: { field: string }) => [one.field, one]));
  expect(fields.get('name')).toEqual({ field: 'name', values: ['Alba', 'Boreal'], from: a.id, differs: true });
  expect(fields.get('taxId')).toEqual({ field: 'taxId', values: ['B58378431', null], from: a.id, differs: true });
  expect(fields.get('language')).toEqual({ field: 'language', values: [null, 'es'], from: b.id, differs: true });
  expect((await ask(manager, document, { ids: [a.id, a.id] })).mergePreview.refusal).toEqual({ code: 'INVALID' });
  expect((await ask(seller, document, { ids: [a.id, b.id] })).mergePreview).toBeNull();
});

test('every list of a customer is whole by the old id and by the new', async () => {
  const [a, b] = [await make('Encina'), await make('Fresno')];
  const write = async (verb: string, input: object) => {
    const answer = (await ask(manager, `mutation($input: ${verb[0]!.toUpperCase()}${verb.slice(1)}Input!) { ${verb}(input: $input) { refusal { code field message } } }`, { input }))[verb];
    expect([verb, answer.refusal]).toEqual([verb, null]);
  };
  for (const [at, { id: customerId }] of [a, b].entries()) {
    await write('addContact', { customerId, givenName: ['Eva', 'Ivo'][at] });
    await write('placeOrder', { customerId, lines: [{ description: 'x', quantity: '1', unitPrice: '1' }] });
    await write('openOpportunity', { customerId, title: 'x' });
    await write('logActivity', { customerId, kind: 'NOTE', subject: 'x' });
    await write('captureLead', { customerId, channel: 'CALL', message: 'x' });
  }
  const now = await ask(manager, 'query($a: ID!, $b: ID!) { a: customer(id: $a) { version } b: customer(id: $b) { version } }', { a: a.id, b: b.id });
  const { mergeCustomers } = await ask(manager, mergeDocument, { input: { survivorId: a.id, expectedVersion: now.a.version, others: [{ id: b.id, expectedVersion: now.b.version }], choices: [] } });
  expect(mergeCustomers.refusal).toBeNull();
  for (const id of [a.id, b.id]) {
    const { customer, ...lists } = await ask(manager, `query($id: ID!) { customer(id: $id) { id }
      ${['contacts', 'orders', 'opportunities', 'activities', 'leads'].map((list) => `${list}(customerId: $id, first: 100) { totalCount edges { node { id } } }`).join(' ')} }`, { id });
    expect(customer.id).toBe(a.id);
    for (const [name, list] of Object.entries(lists)) expect([name, list.totalCount, list.edges.length]).toEqual([name, 2, 2]);
  }
});

test('merges once for a key, tells who was merged and finds the one by the old id; undoing takes it apart', async () => {
  const [a, b] = [await make('Cima'), await make('Duna', { taxId: 'A28015865' })];
  const input = { survivorId: a.id, expectedVersion: a.version, others: [{ id: b.id, expectedVersion: b.version }], choices: [{ field: 'name', from: b.id }] };
  const { mergeCustomers } = await ask(manager, mergeDocument, { input, key: 'once' });
  const statements = house.statements.length;
  expect(mergeCustomers.refusal).toBeNull();
  expect(mergeCustomers.customer).toMatchObject({
    id: a.id, name: 'Duna', taxId: 'A28015865', mergedFrom: [{ id: b.id, name: 'Duna', mergedAt: '2026-06-15T10:00:00.000Z', by: { name: expect.any(String) } }],
  });
  expect(mergeCustomers.customer.contactPoints.map(({ value }: { value: string }) => value).toSorted()).toEqual(['info@cima.example', 'info@duna.example']);
  expect(statements).toBe(38);
  expect((await ask(manager, mergeDocument, { input, key: 'once' })).mergeCustomers.customer.id).toBe(a.id);
  expect((await ask(manager, mergeDocument, { input, key: 'again' })).mergeCustomers.refusal).toMatchObject({ code: 'CONFLICT', field: 'others', details: { because: 'MERGED_ALREADY' } });
  const { customer } = await ask(manager, `query($id: ID!) { customer(id: $id) { id name mergedFrom { name } viewerCanMerge } }`, { id: b.id });
  expect(customer).toEqual({ id: a.id, name: 'Duna', mergedFrom: [{ name: 'Duna' }], viewerCanMerge: true });
  expect(house.statements.length).toBe(1);
  const stale = await ask(manager, unmergeDocument, { input: { id: a.id, expectedVersion: 1, mergedIds: [b.id] } });
  expect(stale.unmergeCustomers.refusal.code).toBe('STALE_VERSION');
  const { unmergeCustomers } = await ask(manager, unmergeDocument, { input: { id: a.id, expectedVersion: mergeCustomers.customer.version, mergedIds: [b.id] } });
  expect(unmergeCustomers).toEqual({ customer: { id: a.id, mergedFrom: [] }, refusal: null });
  const apart = await ask(manager, `{ a: customer(id: "${a.id}") { id name taxId } b: customer(id: "${b.id}") { id name taxId } }`);
  expect(apart).toEqual({ a: { id: a.id, name: 'Cima', taxId: null }, b: { id: b.id, name: 'Duna', taxId: 'A28015865' } });
  const told = await ask(manager, `{ customer(id: "${a.id}") { timeline { edges { node { type personal } } } } }`);
  const events = told.customer.timeline.edges.map(({ node }: { node: { type: string } }) => node);
  expect(events).toContainEqual({ type: 'customersMerged', personal: expect.objectContaining({ name: 'Duna' }) });
  expect(events).toContainEqual({ type: 'customersUnmerged', personal: { name: 'Duna' } });
});

test('tells one who may not change both that there is none, in his language, and refuses what cannot be one', async () => {
  const [a, b, person] = [await make('Eco'), await make('Faro'), await make('Eva', { kind: 'PERSON' })];
  const input = { survivorId: a.id, expectedVersion: a.version, others: [{ id: b.id, expectedVersion: b.version }] };
  expect((await ask(seller, mergeDocument, { input })).mergeCustomers.refusal).toMatchObject({ code: 'NOT_FOUND', field: 'survivorId' });
  const spanish = { ...manager, language: 'es' as const };
  const { mergeCustomers } = await ask(spanish, mergeDocument, { input: { ...input, others: [{ id: person.id, expectedVersion: person.version }] } });
  expect(mergeCustomers.refusal).toMatchObject({ code: 'CONFLICT', message: expect.stringContaining('uno es una persona y el otro una organización') });
  const analyst = await house.person('analyst');
  const { errors } = await house.ask(analyst, mergeDocument, { input });
  expect(errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
});
