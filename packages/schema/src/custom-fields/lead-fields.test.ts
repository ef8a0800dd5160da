import 'reflect-metadata';
import type { Viewer } from '@orbita/domain/access';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type House, openTestHouse } from '../testing/execute.ts';

let house: House;
let admin: Viewer;
let manager: Viewer;
let sales: Viewer;
let secretId = '';

type Told = Record<string, any>; // oxlint-disable-line typescript/no-explicit-any -- answers are read by shape
async function ask(viewer: Viewer, document: string, field: string, variables: object = {}): Promise<Told> {
  const { data, errors } = await house.ask(viewer, document, variables as Record<string, unknown>);
  expect(errors).toBeUndefined();
  return data?.[field];
}

beforeAll(async () => {
  house = await openTestHouse();
  admin = await house.person('administrator');
  manager = await house.person('manager', { name: 'Elena' });
  sales = await house.person('sales', { name: 'Luis' });
  const create = async (input: object) => (await ask(admin, `mutation($input: CreateCustomFieldInput!) { createCustomField(input: $input) { customField { id required requiredAtStages } refusal { code field } } }`, 'createCustomField', { input })).customField;
  const vintage = await create({ entity: 'LEAD', type: 'TEXT', label: { en: 'Vintage', es: 'Añada' }, required: true, requiredAtStages: ['contacted'] });
  expect(vintage).toMatchObject({ required: true, requiredAtStages: [] });
  await create({ entity: 'LEAD', type: 'CHOICE', label: { en: 'Region', es: 'Región' }, options: [{ label: { en: 'North', es: 'Norte' } }, { label: { en: 'South', es: 'Sur' } }] });
  await create({ entity: 'LEAD', type: 'NUMBER', label: { en: 'Bottles', es: 'Botellas' } });
  secretId = (await create({ entity: 'LEAD', type: 'TEXT', label: { en: 'Secret', es: 'Secreto' }, readers: ['finance'], required: true })).id;
  await create({ entity: 'CUSTOMER', type: 'TEXT', label: { en: 'Vintage', es: 'Añada' } });
});
afterAll(() => house.close());

const details = 'id version status customer { id } owner { name } customValues { name type text number option optionLabels }';
let people = 0;
const capture = async (input: object = {}, viewer = manager): Promise<Told> =>
  ask(viewer, `mutation($input: CaptureLeadInput!) { captureLead(input: $input) { lead { ${details} } refusal { code field } } }`, 'captureLead', { input: { channel: 'CALL', who: { name: `Ana ${++people}`, email: `ana${people}@lead.example` }, ...input } });
const update = (input: object, viewer = manager) =>
  ask(viewer, `mutation($input: UpdateLeadInput!) { updateLead(input: $input) { lead { ${details} } refusal { code field } } }`, 'updateLead', { input });
const qualify = (input: object, viewer = manager) =>
  ask(viewer, `mutation($input: QualifyLeadInput!) { qualifyLead(input: $input) { lead { ${details} opportunityId } refusal { code field message } } }`, 'qualifyLead', { input: { title: 'Press', qualification: { need: { answer: 'YES' } }, ...input } });
const at = ({ id, version }: Told) => ({ id, expectedVersion: version });

test('capturing keeps what is given and never asks for what is required; what does not fit is refused by its path', async () => {
  const { lead } = await capture({ custom: [{ name: 'region', option: 'NORTH' }, { name: 'bottles', number: '200' }, { name: 'vintage', text: '' }] });
  expect(lead.customValues).toEqual([
    { name: 'vintage', type: 'TEXT', text: null, number: null, option: null, optionLabels: null },
    { name: 'region', type: 'CHOICE', text: null, number: null, option: 'NORTH', optionLabels: ['North'] },
    { name: 'bottles', type: 'NUMBER', text: null, number: '200', option: null, optionLabels: null },
  ]);
  expect((await capture({ custom: [{ name: 'region', option: 'EAST' }] })).refusal).toMatchObject({ code: 'INVALID', field: 'custom.region' });
  expect((await capture({ custom: [{ name: 'secret', text: 'x' }] })).refusal).toMatchObject({ code: 'NOT_FOUND', field: 'custom.secret' });
});

test('qualifying asks for what is required, of the fields that one may read, and takes it in the same breath', async () => {
  const { lead } = await capture();
  expect((await qualify(at(lead))).refusal).toMatchObject({ code: 'REQUIRED', field: 'custom.vintage' });
  expect((await qualify({ ...at(lead), custom: [{ name: 'bottles', number: '1.5' }, { name: 'vintage', text: '2020' }] })).refusal).toMatchObject({ code: 'INVALID_FORMAT', field: 'custom.bottles' });
  const passed = await qualify({ ...at(lead), custom: [{ name: 'vintage', text: '2020' }] });
  expect(passed).toMatchObject({ refusal: null, lead: { status: 'QUALIFIED' } });
  expect(passed.lead.opportunityId).not.toBeNull();
  expect(passed.lead.customValues[0]).toMatchObject({ name: 'vintage', text: '2020' });
  const { timeline } = await ask(admin, `query($id: ID!) { customer(id: $id) { timeline(first: 20, types: ["leadUpdated", "leadQualified"]) { edges { node { type payload personal } } } } }`, 'customer', { id: lead.customer.id });
  expect(timeline.edges.map(({ node }: Told) => [node.type, node.payload.changed, node.personal])).toContainEqual(['leadUpdated', ['custom.vintage'], { 'custom.vintage': { before: null, after: '2020' } }]);
  expect((await update({ ...at(passed.lead), custom: [{ name: 'vintage', text: '2021' }] })).refusal).toMatchObject({ code: 'LEAD_CLOSED' });
});

test('an open lead is changed in the version that was seen; where it stands does not move, and nothing changed writes nothing', async () => {
  const { lead } = await capture({ custom: [{ name: 'vintage', text: '2019' }] });
  const changed = await update({ ...at(lead), custom: [{ name: 'vintage', text: '2020' }, { name: 'region', option: 'SOUTH' }] });
  expect(changed).toMatchObject({ refusal: null, lead: { status: 'NEW', version: lead.version + 1 } });
  expect((await update({ ...at(changed.lead), custom: [{ name: 'vintage', text: '2020' }] })).lead.version).toBe(changed.lead.version);
  expect((await update({ ...at(lead), custom: [{ name: 'vintage', text: 'x' }] })).refusal).toMatchObject({ code: 'STALE_VERSION' });
  expect((await update({ ...at(changed.lead), custom: [{ name: 'vintage', text: null }] })).lead.customValues[0].text).toBeNull();
});

test('rules about leads read them beside those of their customers: in lists, in routing at once, and not what is not for the viewer', async () => {
  await house.sql(`update lead set custom = '{}', custom_compared = '{}'`);
  await house.sql('delete from custom_order');
  const made = await ask(admin, `mutation($input: CreateRoutingRuleInput!) { createRoutingRule(input: $input) { refusal { code } } }`, 'createRoutingRule', {
    input: { name: 'Many', rule: { fact: 'lead.custom.bottles', is: 'ge', value: 100 }, assignTo: 'USERS', userIds: [sales.userId] },
  });
  expect(made.refusal).toBeNull();
  const { lead } = await capture({ custom: [{ name: 'bottles', number: '250' }, { name: 'vintage', text: 'Ámbar viejo' }] }, admin);
  expect(lead.owner).toEqual({ name: 'Luis' });
  const few = await capture({ custom: [{ name: 'bottles', number: '5' }] }, admin);
  expect(few.lead.owner?.name).not.toBe('Luis');
  const count = async (rule: object, viewer = admin) => (await ask(viewer, `query($rule: JSON) { leads(first: 5, rule: $rule) { totalCount } }`, 'leads', { rule })).totalCount;
  expect(await count({ fact: 'lead.custom.vintage', is: 'contains', value: 'AMBAR' })).toBe(1);
  expect(await count({ fact: 'lead.custom.bottles', is: 'lt', value: 100 })).toBe(1);
  expect(await count({ fact: 'custom.vintage', is: 'isSet' })).toBe(0);
  const wrong = await house.ask(manager, `query($rule: JSON) { leads(first: 1, rule: $rule) { totalCount } }`, { rule: { fact: 'lead.custom.secret', is: 'isSet' } });
  expect(wrong.errors?.[0]?.message).toContain('there is no fact');
  const told = (viewer: Viewer) => ask(viewer, `{ ruleCatalogue(subject: lead) { facts { key } } }`, 'ruleCatalogue').then(({ facts }) => facts.map(({ key }: Told) => key).filter((key: string) => key.includes('custom.')));
  expect(await told(manager)).toEqual(expect.arrayContaining(['lead.custom.vintage', 'lead.custom.bottles', 'custom.vintage']));
  expect(await told(manager)).not.toContain('lead.custom.secret');
  const strange = await house.ask(admin, `query($rule: JSON) { customers(first: 1, rule: $rule) { totalCount } }`, { rule: { fact: 'lead.custom.vintage', is: 'isSet' } });
  expect(strange.errors?.[0]?.message).toContain('there is no fact');
});

test('the list is sorted by a field, page after page, those without a value last; by no field that one may not read', async () => {
  await house.sql(`update lead set custom = '{}', custom_compared = '{}'`);
  await house.sql('delete from custom_order');
  for (const bottles of ['9', '100']) await capture({ custom: [{ name: 'bottles', number: bottles }] });
  const walk = async (descending: boolean) => {
    const seen: (string | null)[] = [];
    const document = `query($by: LeadCustomOrder, $after: String) { leads(first: 1, after: $after, orderByCustom: $by) { edges { node { customValues(names: ["bottles"]) { number } } } pageInfo { hasNextPage endCursor } } }`;
    for (let after: string | undefined; ;) {
      const { edges, pageInfo } = await ask(admin, document, 'leads', { by: { name: 'bottles', descending }, after });
      seen.push(edges[0].node.customValues[0].number);
      if (!pageInfo.hasNextPage) return seen;
      after = pageInfo.endCursor;
    }
  };
  const empty = (await ask(admin, '{ leads(first: 1) { totalCount } }', 'leads')).totalCount - 2;
  expect(await walk(false)).toEqual(['9', '100', ...Array.from({ length: empty }, () => null)]);
  expect(await walk(true)).toEqual(['100', '9', ...Array.from({ length: empty }, () => null)]);
  for (const name of ['secret', 'nothere']) {
    const { errors } = await house.ask(manager, `query($by: LeadCustomOrder) { leads(first: 1, orderByCustom: $by) { totalCount } }`, { by: { name } });
    expect(errors?.[0]).toMatchObject({ message: `There is no order by the field "${name}".`, extensions: { code: 'BAD_USER_INPUT' } });
  }
});

test('a list of leads with their own fields is one statement, and a field for some roles is told to nobody else', async () => {
  await ask(admin, `mutation($id: ID!) { updateCustomField(input: { id: $id, expectedVersion: 1, readers: null }) { refusal { code } } }`, 'updateCustomField', { id: secretId });
  const { lead } = await capture({ custom: [{ name: 'secret', text: 'CANARY' }] });
  await update({ ...at(lead), custom: [{ name: 'secret', text: 'CANARY two' }] });
  await ask(admin, `mutation($id: ID!) { updateCustomField(input: { id: $id, expectedVersion: 2, readers: [finance] }) { refusal { code } } }`, 'updateCustomField', { id: secretId });
  house.statements.length = 0;
  await ask(manager, `{ leads(first: 10) { edges { node { status customValues { name text } } } } }`, 'leads');
  expect(house.statements).toHaveLength(1);
  const seen = (viewer: Viewer) => house.ask(viewer, `query($id: ID!, $customer: ID!) { lead(id: $id) { customValues { name text } } customer(id: $customer) { timeline(first: 50) { edges { node { payload personal } } } } }`, { id: lead.id, customer: lead.customer.id });
  expect(JSON.stringify(await seen(admin))).toMatch(/CANARY two/);
  expect(JSON.stringify(await seen(manager))).not.toMatch(/CANARY|secret/);
});
