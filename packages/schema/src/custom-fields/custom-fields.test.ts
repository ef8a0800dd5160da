import 'reflect-metadata';
import type { Viewer } from '@orbita/domain/access';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type House, openTestHouse } from '../testing/execute.ts';

let house: House;
let admin: Viewer;
let sales: Viewer;
let customer: { id: string; version: number };

beforeAll(async () => {
  house = await openTestHouse();
  admin = await house.person('administrator');
  sales = await house.person('manager');
});
afterAll(() => house.close());

const fields = `id entity name type label labels { en es } decimals options { value label archived } required readers sortable archivedAt version`;
const values = `customValues { name label type text number money { amount currency } date boolean option options optionLabels customer { id name } user { id name } }`;

async function create(input: object): Promise<Record<string, any>> { // oxlint-disable-line typescript/no-explicit-any -- answers are read by shape
  const { data, errors } = await house.ask(admin, `mutation($input: CreateCustomFieldInput!) { createCustomField(input: $input) { customField { ${fields} } refusal { code field message } } }`, { input });
  expect(errors).toBeUndefined();
  return data?.['createCustomField'];
}
const label = (en: string, es = en) => ({ en, es });
const update = (viewer: Viewer, input: object) => house.ask(viewer, `
  mutation($input: UpdateCustomerInput!) { updateCustomer(input: $input) { customer { id version ${values} } refusal { code field message details } } }`, { input });

test('an administrator defines fields; nobody else', async () => {
  const level = await create({ entity: 'CUSTOMER', type: 'CHOICE', label: label('Level', 'Nivel'), options: [{ label: label('Gold', 'Oro') }, { label: label('Silver', 'Plata') }] });
  expect(level).toMatchObject({ refusal: null, customField: { name: 'level', label: 'Level', sortable: true, readers: null, options: [{ value: 'GOLD', label: 'Gold' }, { value: 'SILVER' }] } });
  await create({ entity: 'CUSTOMER', type: 'NUMBER', label: label('Area'), decimals: 1 });
  await create({ entity: 'CUSTOMER', type: 'MONEY', label: label('Rent') });
  await create({ entity: 'CUSTOMER', type: 'DATE', label: label('Founded') });
  await create({ entity: 'CUSTOMER', type: 'CUSTOMER', label: label('Parent') });
  await create({ entity: 'CUSTOMER', type: 'TEXT', label: label('Secret'), readers: ['finance'] });
  expect(await create({ entity: 'CUSTOMER', type: 'TEXT', label: label('', '') })).toMatchObject({ customField: null, refusal: { code: 'REQUIRED', field: 'label.en' } });
  const refused = await house.ask(sales, `mutation { createCustomField(input: { entity: CUSTOMER, type: TEXT, label: { en: "x", es: "x" } }) { refusal { code } } }`);
  expect(refused.errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
});

test('a customer is made and changed with values, and read back with them in one statement', async () => {
  const { data, errors } = await house.ask(admin, `
    mutation($input: CreateCustomerInput!) { createCustomer(input: $input) { customer { id version ${values} } refusal { code field } } }`, {
    input: {
      kind: 'ORGANISATION', name: 'Bodegas', custom: [
        { name: 'level', option: 'GOLD' }, { name: 'area', number: '12.5' }, { name: 'rent', money: '100' }, { name: 'founded', date: '1999-12-31' }, { name: 'secret', text: 'CANARY' }],
    },
  });
  expect(errors).toBeUndefined();
  ({ customer } = data?.['createCustomer']);
  const nothing = { text: null, number: null, money: null, date: null, boolean: null, option: null, options: null, optionLabels: null, customer: null, user: null };
  expect(data?.['createCustomer'].customer.customValues).toEqual([
    { ...nothing, name: 'level', label: 'Level', type: 'CHOICE', option: 'GOLD', optionLabels: ['Gold'] },
    { ...nothing, name: 'area', label: 'Area', type: 'NUMBER', number: '12.5' },
    { ...nothing, name: 'rent', label: 'Rent', type: 'MONEY', money: { amount: '100.00', currency: 'EUR' } },
    { ...nothing, name: 'founded', label: 'Founded', type: 'DATE', date: '1999-12-31' },
    { ...nothing, name: 'parent', label: 'Parent', type: 'CUSTOMER' },
    { ...nothing, name: 'secret', label: 'Secret', type: 'TEXT', text: 'CANARY' },
  ]);
  const parent = await house.ask(admin, `mutation { createCustomer(input: { kind: ORGANISATION, name: "Holding" }) { customer { id } } }`);
  const changed = await update(admin, { id: customer.id, expectedVersion: customer.version, custom: [{ name: 'parent', customerId: parent.data?.['createCustomer'].customer.id }] });
  customer.version += 1;
  expect(changed.data?.['updateCustomer'].customer.customValues[4]).toMatchObject({ customer: { name: 'Holding' } });
  const wrong = await update(admin, { id: customer.id, expectedVersion: customer.version, custom: [{ name: 'level', option: 'TIN' }] });
  expect(wrong.data?.['updateCustomer']).toMatchObject({ customer: null, refusal: { code: 'INVALID', field: 'custom.level', message: 'This value is not valid: choose one of GOLD, SILVER.' } });
  house.statements.length = 0;
  await house.ask(admin, `query($id: ID!) { customer(id: $id) { name ${values} two: customValues(names: ["level", "rent"]) { name } } }`, { id: customer.id });
  expect(house.statements).toHaveLength(1);
  house.statements.length = 0;
  const list = await house.ask(admin, `{ customers(first: 10) { edges { node { name customValues(names: ["level"]) { name optionLabels } } } } }`);
  expect(house.statements).toHaveLength(1);
  expect(list.data?.['customers'].edges[0].node).toEqual({ name: 'Bodegas', customValues: [{ name: 'level', optionLabels: ['Gold'] }] });
});

test('one who may not read a field neither sees, filters, sorts nor learns it', async () => {
  const id = customer.id;
  const rule = { fact: 'custom.secret', is: 'contains', value: 'canary' };
  const asked = [
    [`{ customFields { name label } }`, {}],
    [`query($id: ID!) { customer(id: $id) { ${values} timeline(first: 20) { edges { node { type payload personal } } } } }`, { id }],
    [`{ ruleCatalogue { facts { key label } } }`, {}],
    [`query($id: ID!, $rule: JSON!) { explainRule(rule: $rule, customerId: $id) { truth value text } }`, { id, rule }],
    [`query($rule: JSON!) { segmentPreview(rule: $rule) { holds predicates { text alone } } }`, { rule: { or: [rule, { and: [rule] }] } }],
  ] as const;
  for (const [document, variables] of asked) {
    const seen = JSON.stringify(await house.ask(admin, document, variables));
    expect(seen).toMatch(/CANARY|Secret|HOLDS/);
    expect(JSON.stringify(await house.ask(sales, document, variables))).not.toMatch(/CANARY|Secret|HOLDS/);
  }
  const count = async (viewer: Viewer, one: object) => (await house.ask(viewer, `query($rule: JSON) { customers(first: 1, rule: $rule) { totalCount } }`, { rule: one })).data?.['customers'].totalCount;
  expect([await count(admin, rule), await count(sales, rule)]).toEqual([1, undefined]);
  const told = async (one: object) => (await house.ask(sales, `query($rule: JSON) { customers(first: 1, rule: $rule) { totalCount } }`, { rule: one })).errors?.[0]?.message;
  expect((await told(rule))?.replace('secret', 'x')).toBe((await told({ ...rule, fact: 'custom.nothere' }))?.replace('nothere', 'x'));
  const sorted = (viewer: Viewer, by: string) => house.ask(viewer, `query($by: String!) { customers(first: 5, orderBy: { by: $by }) { edges { node { name } } } }`, { by });
  expect((await sorted(admin, 'custom.secret')).data?.['customers'].edges.map(({ node }: { node: { name: string } }) => node.name)).toEqual(['Bodegas', 'Holding']);
  const hidden = await sorted(sales, 'custom.secret');
  const missing = await sorted(sales, 'custom.nothere');
  expect(hidden.errors?.[0]?.message.replace('secret', 'x')).toBe(missing.errors?.[0]?.message.replace('nothere', 'x'));
  const written = await update(sales, { id, expectedVersion: customer.version, custom: [{ name: 'secret', text: 'x' }] });
  expect(written.data?.['updateCustomer'].refusal).toMatchObject({ code: 'NOT_FOUND', field: 'custom.secret' });
});

test('a segment by a field counts and lists whom it means, and shows no past to one who may not read it', async () => {
  const made = await house.ask(admin, `mutation($rule: JSON) { createSegment(input: { name: "Golden", shared: true, rule: $rule }) { segment { id count ruleText members(first: 5, sortBy: "custom.level") { edges { node { name } } } } refusal { message } } }`,
    { rule: { and: [{ fact: 'custom.level', is: 'in', values: ['GOLD'] }, { fact: 'custom.secret', is: 'isSet' }] } });
  expect(made.errors).toBeUndefined();
  expect(made.data?.['createSegment'].segment).toMatchObject({ count: 1, ruleText: 'Level is Gold and Secret has a value', members: { edges: [{ node: { name: 'Bodegas' } }] } });
  const seen = await house.ask(sales, `query($id: ID!) { segment(id: $id) { count ruleText members(first: 5) { edges { node { name } } } } }`, { id: made.data?.['createSegment'].segment.id });
  expect(seen.data?.['segment']).toEqual({ count: 0, ruleText: 'Level is Gold and “custom.secret” (not available)', members: { edges: [] } });
});

test('fields are put in order, changed in the version that was seen, put away and brought back', async () => {
  const read = async () => (await house.ask(admin, `{ customFields(entity: CUSTOMER) { ${fields} } }`)).data?.['customFields'] as { id: string; name: string; version: number; archivedAt: string | null }[];
  const before = await read();
  const ids = before.map(({ id }) => id).toReversed();
  const sorted = await house.ask(admin, `mutation($ids: [ID!]!) { sortCustomFields(entity: CUSTOMER, ids: $ids) { customFields { id } refusal { code } } }`, { ids });
  expect(sorted.data?.['sortCustomFields'].customFields.map(({ id }: { id: string }) => id)).toEqual(ids);
  const [first] = await read();
  const change = (expectedVersion: number) => house.ask(admin, `mutation($input: UpdateCustomFieldInput!) { updateCustomField(input: $input) { customField { label version } refusal { code } } }`,
    { input: { id: first!.id, expectedVersion, label: label('Renamed') } });
  expect((await change(first!.version)).data?.['updateCustomField']).toMatchObject({ customField: { label: 'Renamed' }, refusal: null });
  expect((await change(first!.version)).data?.['updateCustomField']).toMatchObject({ customField: { label: 'Renamed' }, refusal: { code: 'STALE_VERSION' } });
  const turn = (verb: string, version: number) => house.ask(admin, `mutation($id: ID!, $version: Int!) { ${verb}(input: { id: $id, expectedVersion: $version }) { customField { archivedAt version } refusal { code } } }`, { id: first!.id, version });
  const archived = await turn('archiveCustomField', first!.version + 1);
  expect(archived.data?.['archiveCustomField'].customField.archivedAt).not.toBeNull();
  expect((await read()).at(-1)).toMatchObject({ id: first!.id });
  expect((await turn('restoreCustomField', first!.version + 2)).data?.['restoreCustomField'].customField.archivedAt).toBeNull();
});
