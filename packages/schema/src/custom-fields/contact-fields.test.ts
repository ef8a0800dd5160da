import 'reflect-metadata';
import type { Viewer } from '@orbita/domain/access';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type House, openTestHouse } from '../testing/execute.ts';

let house: House;
let admin: Viewer;
let manager: Viewer;
let id: string;

const label = (en: string, es = en) => ({ en, es });
const values = `customValues { name label type text number money { amount currency } date boolean option options optionLabels customer { name } user { name } }`;
const field = (input: object) => house.ask(admin, `mutation($input: CreateCustomFieldInput!) { createCustomField(input: $input) { customField { name required } refusal { code } } }`, { input: { entity: 'CONTACT', ...input } });
const write = async (verb: 'addContact' | 'updateContact', input: object, viewer = admin) => (await house.ask(viewer, `
  mutation($input: ${verb === 'addContact' ? 'Add' : 'Update'}ContactInput!) { ${verb}(input: $input) { customer { contacts { id givenName version ${values} } } refusal { code field message } } }`,
{ input: { customerId: id, ...input } })).data?.[verb];

beforeAll(async () => {
  house = await openTestHouse();
  admin = await house.person('administrator');
  manager = await house.person('manager');
  id = (await house.ask(admin, `mutation { createCustomer(input: { kind: ORGANISATION, name: "Bodegas" }) { customer { id } } }`)).data?.['createCustomer'].customer.id;
});
afterAll(() => house.close());

test('fields of contacts are defined, filled in with the contact, and read with the customer in one statement', async () => {
  expect((await field({ type: 'CHOICE', label: label('Seat', 'Sitio'), required: true, options: [{ label: label('Window', 'Ventana') }, { label: label('Door', 'Puerta') }] })).data?.['createCustomField'])
    .toEqual({ customField: { name: 'seat', required: true }, refusal: null });
  await field({ type: 'MONEY', label: label('Limit') });
  await field({ type: 'TEXT', label: label('Secret'), readers: ['finance'] });
  expect(await write('addContact', { givenName: 'Eva' })).toMatchObject({ customer: null, refusal: { code: 'REQUIRED', field: 'custom.seat' } });
  const added = await write('addContact', { givenName: 'Eva', custom: [{ name: 'seat', option: 'WINDOW' }, { name: 'limit', money: '12.5' }, { name: 'secret', text: 'CANARY' }] });
  const nothing = { text: null, number: null, money: null, date: null, boolean: null, option: null, options: null, optionLabels: null, customer: null, user: null };
  expect(added.customer.contacts[0].customValues).toEqual([
    { ...nothing, name: 'seat', label: 'Seat', type: 'CHOICE', option: 'WINDOW', optionLabels: ['Window'] },
    { ...nothing, name: 'limit', label: 'Limit', type: 'MONEY', money: { amount: '12.50', currency: 'EUR' } },
    { ...nothing, name: 'secret', label: 'Secret', type: 'TEXT', text: 'CANARY' },
  ]);
  const [{ id: contact, version }] = added.customer.contacts;
  const wrong = await write('updateContact', { id: contact, expectedVersion: version, custom: [{ name: 'seat', option: 'ROOF' }] });
  expect(wrong).toMatchObject({ customer: null, refusal: { code: 'INVALID', field: 'custom.seat', message: 'This value is not valid: choose one of WINDOW, DOOR.' } });
  const emptied = await write('updateContact', { id: contact, expectedVersion: version, custom: [{ name: 'seat', option: null }] });
  expect(emptied).toMatchObject({ refusal: { code: 'REQUIRED', field: 'custom.seat' } });
  const changed = await write('updateContact', { id: contact, expectedVersion: version, custom: [{ name: 'seat', option: 'DOOR' }] });
  expect(changed.customer.contacts[0].customValues[0]).toMatchObject({ option: 'DOOR' });
  house.statements.length = 0;
  const read = await house.ask(admin, `query($id: ID!) { customer(id: $id) { contacts { ${values} one: customValues(names: ["limit"]) { name } } } }`, { id });
  expect(house.statements).toHaveLength(1);
  expect(read.data?.['customer'].contacts[0].one).toEqual([{ name: 'limit' }]);
  house.statements.length = 0;
  const list = await house.ask(admin, `{ customers(first: 5) { edges { node { contacts { givenName ${values} } } } } }`);
  expect(house.statements).toHaveLength(1);
  expect(list.data?.['customers'].edges[0].node.contacts[0].customValues[1]).toMatchObject({ money: { amount: '12.50' } });
  house.statements.length = 0;
  await house.ask(admin, `query($id: ID!) { customer(id: $id) { contacts { givenName } } }`, { id });
  expect(house.statements.join()).not.toContain('custom_field');
});

test('one who may not read a field neither sees, filters nor learns it', async () => {
  await write('updateContact', { ...(await eva()), custom: [{ name: 'secret', text: 'CANARY again' }] });
  const some = (where: object) => ({ some: 'contacts', where });
  const rule = some({ fact: 'custom.secret', is: 'contains', value: 'canary' });
  const asked = [
    [`query($id: ID!) { customer(id: $id) { contacts { ${values} } timeline(first: 20) { edges { node { type payload personal } } } } }`, { id }],
    [`{ ruleCatalogue { relations { name fields { key label } } } }`, {}],
    [`query($id: ID!, $rule: JSON!) { explainRule(rule: $rule, customerId: $id) { truth value } }`, { id, rule }],
  ] as const;
  for (const [document, variables] of asked) {
    expect(JSON.stringify(await house.ask(admin, document, variables))).toMatch(/CANARY|secret|HOLDS/i);
    expect(JSON.stringify(await house.ask(manager, document, variables))).not.toMatch(/CANARY|secret|HOLDS/i);
  }
  const count = async (viewer: Viewer, one: object) => house.ask(viewer, `query($rule: JSON) { customers(first: 1, rule: $rule) { totalCount } }`, { rule: one });
  expect((await count(admin, rule)).data?.['customers'].totalCount).toBe(1);
  const told = async (fact: string) => (await count(manager, some({ fact, is: 'contains', value: 'canary' }))).errors?.[0]?.message.replaceAll(/secret|nothere/g, 'x');
  expect(await told('custom.secret')).toBe(await told('custom.nothere'));
  expect(await write('updateContact', { ...(await eva()), custom: [{ name: 'secret', text: 'x' }] }, manager)).toMatchObject({ refusal: { code: 'NOT_FOUND', field: 'custom.secret' } });
});

test('a list of contacts with their own fields and their customers is one statement, page after page, and asks nothing that is not for the viewer', async () => {
  await write('addContact', { givenName: 'Ana', role: 'PAYS', custom: [{ name: 'seat', option: 'DOOR' }] });
  const list = (viewer: Viewer, variables: Record<string, unknown>) => house.ask(viewer, `query($first: Int, $after: String, $rule: JSON, $search: String, $orderBy: ContactOrder) {
    contacts(first: $first, after: $after, rule: $rule, search: $search, orderBy: $orderBy) {
      totalCount pageInfo { hasNextPage endCursor } edges { node { givenName role customerName createdAt owner { name } contactPoints { value } ${values} } } } }`, variables);
  house.statements.length = 0;
  await house.ask(admin, `{ contacts(first: 5) { edges { node { givenName customerName owner { name } contactPoints { value } ${values} } } } }`);
  expect(house.statements).toHaveLength(1);
  const first = (await list(admin, { first: 1 })).data?.['contacts'];
  expect(first).toMatchObject({ totalCount: 2, pageInfo: { hasNextPage: true }, edges: [{ node: { givenName: 'Ana', role: 'PAYS', customerName: 'Bodegas', contactPoints: [] } }] });
  const next = (await list(admin, { first: 1, after: first.pageInfo.endCursor })).data?.['contacts'];
  expect(next).toMatchObject({ pageInfo: { hasNextPage: false }, edges: [{ node: { givenName: 'Eva' } }] });
  const names = async (variables: Record<string, unknown>) => (await list(admin, variables)).data?.['contacts'].edges.map(({ node }: { node: { givenName: string } }) => node.givenName);
  expect(await names({ orderBy: { by: 'createdAt', descending: true } })).toEqual(['Ana', 'Eva']);
  expect(await names({ rule: { fact: 'contacts.custom.secret', is: 'contains', value: 'canary' } })).toEqual(['Eva']);
  expect(await names({ search: 'canary' })).toEqual([]);
  // Ana's limit is not known, and those of whom nothing is known stand last either way.
  expect(await names({ orderBy: { by: 'name', custom: 'limit' } })).toEqual(['Eva', 'Ana']);
  expect(await names({ orderBy: { by: 'name', custom: 'limit', descending: true } })).toEqual(['Eva', 'Ana']);
  const byLimit = (await list(admin, { first: 1, orderBy: { by: 'name', custom: 'limit' } })).data?.['contacts'];
  expect(await names({ first: 1, after: byLimit.pageInfo.endCursor, orderBy: { by: 'name', custom: 'limit' } })).toEqual(['Ana']);
  const noOrder = async (custom: string) => (await list(manager, { orderBy: { by: 'name', custom } })).errors?.[0]?.message.replace(custom, 'x');
  expect(await noOrder('secret')).toBe(await noOrder('nothere'));
  expect(JSON.stringify(await list(manager, {}))).not.toMatch(/CANARY|secret/i);
  const told = async (fact: string) => (await list(manager, { rule: { fact, is: 'contains', value: 'canary' } })).errors?.[0]?.message.replaceAll(/secret|nothere/g, 'x');
  expect(await told('contacts.custom.secret')).toBe(await told('contacts.custom.nothere'));
  const offered = async (viewer: Viewer) => JSON.stringify((await house.ask(viewer, `{ ruleCatalogue(subject: contact) { facts { key } } }`)).data);
  expect([await offered(admin), await offered(manager)].map((text) => [text.includes('contacts.custom.seat'), text.includes('contacts.custom.secret')])).toEqual([[true, true], [true, false]]);
  const nested = (await house.ask(admin, `{ contacts(first: 1) { edges { node { customer { name contacts { givenName customerName } } } } } }`)).data?.['contacts'];
  expect(nested.edges[0].node.customer).toEqual({ name: 'Bodegas', contacts: [{ givenName: 'Ana', customerName: 'Bodegas' }, { givenName: 'Eva', customerName: 'Bodegas' }] });
  expect((await list(await house.person('analyst'), {})).errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
});

async function eva() {
  const [{ id: contact, version }] = (await house.ask(admin, `query($id: ID!) { customer(id: $id) { contacts { id version } } }`, { id })).data?.['customer'].contacts;
  return { id: contact, expectedVersion: version };
}

test('a segment by a field of contacts counts whom it means, says it in words, and shows no past to one who may not read it', async () => {
  const made = async (name: string, fact: object) => (await house.ask(admin, `mutation($name: String!, $rule: JSON) { createSegment(input: { name: $name, shared: true, rule: $rule }) { segment { id count ruleText members(first: 5) { edges { node { name } } } } refusal { message } } }`,
    { name, rule: { some: 'contacts', where: fact } })).data?.['createSegment'].segment;
  expect(await made('By the door', { fact: 'custom.seat', is: 'in', values: ['DOOR'] })).toMatchObject({ count: 1, ruleText: 'at least one of Contacts: (Seat is Door)', members: { edges: [{ node: { name: 'Bodegas' } }] } });
  const { id: hidden, count } = await made('Secret', { fact: 'custom.secret', is: 'isSet' });
  expect(count).toBe(1);
  const seen = await house.ask(manager, `query($id: ID!) { segment(id: $id) { count members(first: 5) { edges { node { name } } } } }`, { id: hidden });
  expect(seen.data?.['segment']).toEqual({ count: 0, members: { edges: [] } });
});
