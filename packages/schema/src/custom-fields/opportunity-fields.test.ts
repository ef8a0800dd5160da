import 'reflect-metadata';
import type { Viewer } from '@orbita/domain/access';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type House, openTestHouse } from '../testing/execute.ts';

let house: House;
let admin: Viewer;
let manager: Viewer;
let customerId = '';
let fieldId = '';

beforeAll(async () => {
  house = await openTestHouse();
  admin = await house.person('administrator');
  manager = await house.person('manager', { name: 'Elena' });
  customerId = (await ask(admin, `mutation { createCustomer(input: { kind: ORGANISATION, name: "Bodegas" }) { customer { id } } }`, 'createCustomer')).customer.id;
  const first = (await house.ask(admin, `{ pipelines { stages { key } } }`)).data?.['pipelines'][0].stages[0].key;
  const create = async (input: object) => (await ask(admin, `mutation($input: CreateCustomFieldInput!) { createCustomField(input: $input) { customField { id name } refusal { code field } } }`, 'createCustomField', { input })).customField.id;
  fieldId = await create({ entity: 'OPPORTUNITY', type: 'TEXT', label: { en: 'Decision maker', es: 'Quien decide' }, requiredAtStages: [first] });
  await create({ entity: 'OPPORTUNITY', type: 'CHOICES', label: { en: 'Rivals', es: 'Rivales' }, options: [{ label: { en: 'Acme', es: 'Acme' } }] });
  await create({ entity: 'CUSTOMER', type: 'TEXT', label: { en: 'Decision maker', es: 'Quien decide' } });
});
afterAll(() => house.close());

type Told = Record<string, any>; // oxlint-disable-line typescript/no-explicit-any -- answers are read by shape
async function ask(viewer: Viewer, document: string, field: string, variables: object = {}): Promise<Told> {
  const { data, errors } = await house.ask(viewer, document, variables as Record<string, unknown>);
  expect(errors).toBeUndefined();
  return data?.[field];
}

const details = `id version stage customValues { name type text options optionLabels } missingForGate { stage text } allowedMoves { to missing { text } }`;
const open = (custom: object[] = [], viewer = admin) =>
  ask(viewer, `mutation($input: OpenOpportunityInput!) { openOpportunity(input: $input) { opportunity { ${details} } refusal { code field } } }`, 'openOpportunity', { input: { customerId, title: 'Press', custom } });
const update = (input: object, viewer = admin) =>
  ask(viewer, `mutation($input: UpdateOpportunityInput!) { updateOpportunity(input: $input) { opportunity { ${details} } refusal { code field } } }`, 'updateOpportunity', { input });
const move = (id: string, expectedVersion: number, to: string, overrideReason?: string) =>
  ask(manager, `mutation($input: MoveOpportunityInput!) { moveOpportunity(input: $input) { opportunity { ${details} } refusal { code message details } } }`, 'moveOpportunity', { input: { id, expectedVersion, to, overrideReason } });

test('a field is needed to leave a stage: what is missing says so by its name, and its value opens the way', async () => {
  const { opportunity } = await open([{ name: 'rivals', options: ['ACME'] }]);
  expect(opportunity.customValues).toEqual([
    { name: 'decisionMaker', type: 'TEXT', text: null, options: null, optionLabels: null },
    { name: 'rivals', type: 'CHOICES', text: null, options: ['ACME'], optionLabels: ['Acme'] },
  ]);
  const needed = 'Opportunity: Decision maker has a value';
  expect(opportunity.missingForGate.map(({ text }: Told) => text)).toContain(needed);
  const { to, missing } = opportunity.allowedMoves[0];
  expect(missing.map(({ text }: Told) => text)).toContain(needed);
  const shut = await move(opportunity.id, opportunity.version, to);
  expect(shut.refusal).toMatchObject({ code: 'GATE_NOT_MET', message: expect.stringContaining('Opportunity: Decision maker has a value') });
  expect(shut.refusal.details.missingEs).toContain('Oportunidad: Quien decide tiene valor');
  const filled = await update({ id: opportunity.id, expectedVersion: opportunity.version, custom: [{ name: 'decisionMaker', text: 'Eva' }] });
  expect(filled.opportunity.missingForGate.map(({ text }: Told) => text)).not.toContain(needed);
  const others = filled.opportunity.missingForGate.length;
  const moved = await move(opportunity.id, filled.opportunity.version, to, others > 0 ? 'others' : undefined);
  expect(moved.opportunity.stage).toBe(to);
});

test('the list is filtered by its own fields and by those of its customer, each under its name', async () => {
  await ask(admin, `mutation($id: ID!) { updateCustomer(input: { id: $id, expectedVersion: 1, custom: [{ name: "decisionMaker", text: "Luis" }] }) { refusal { code } } }`, 'updateCustomer', { id: customerId });
  await open([{ name: 'decisionMaker', text: 'Berta' }]);
  const count = async (rule: object, viewer = admin) => (await ask(viewer, `query($rule: JSON) { opportunities(first: 5, rule: $rule) { totalCount } }`, 'opportunities', { rule })).totalCount;
  expect(await count({ fact: 'opportunity.custom.decisionMaker', is: 'contains', value: 'ber' })).toBe(1);
  expect(await count({ fact: 'custom.decisionMaker', is: 'contains', value: 'luis' })).toBe(2);
  expect(await count({ fact: 'opportunity.custom.rivals', is: 'contains', value: 'ACME' })).toBe(1);
  expect(await count({ not: { fact: 'opportunity.custom.rivals', is: 'isSet' } })).toBe(1);
  const wrong = await house.ask(admin, `query($rule: JSON) { customers(first: 1, rule: $rule) { totalCount } }`, { rule: { fact: 'opportunity.custom.rivals', is: 'isSet' } });
  expect(wrong.errors?.[0]?.message).toContain('there is no fact');
});

test('the list is sorted by a field, page after page, those without a value last; by no field that one may not read', async () => {
  const sorted = async (custom: string, descending: boolean, page = '') => {
    const document = `query($order: OpportunityOrder!, $after: String) { opportunities(first: 1, after: $after, orderBy: $order) { edges { cursor node { customValues(names: ["decisionMaker"]) { text } } } pageInfo { hasNextPage endCursor } } }`;
    return ask(admin, document, 'opportunities', { order: { custom, descending }, after: page || undefined });
  };
  const walk = async (custom: string, descending: boolean) => {
    const seen: (string | null)[] = [];
    for (let after = ''; ;) {
      const { edges, pageInfo } = await sorted(custom, descending, after);
      seen.push(edges[0].node.customValues[0].text);
      if (!pageInfo.hasNextPage) return seen;
      after = pageInfo.endCursor;
    }
  };
  await open();
  expect(await walk('decisionMaker', false)).toEqual(['Berta', 'Eva', null]);
  expect(await walk('decisionMaker', true)).toEqual(['Eva', 'Berta', null]);
  const wrong = await house.ask(admin, `{ opportunities(first: 1, orderBy: { custom: "rivals" }) { totalCount } }`);
  expect(wrong.errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
});

test('of what is changed the timeline tells the names, and the values apart; one who may not read a field learns neither', async () => {
  const { opportunity } = await open([{ name: 'decisionMaker', text: 'CANARY' }]);
  await update({ id: opportunity.id, expectedVersion: opportunity.version, custom: [{ name: 'decisionMaker', text: 'CANARY two' }] });
  const timeline = (viewer: Viewer) => house.ask(viewer, `query($id: ID!) { customer(id: $id) { timeline(first: 50, types: ["opportunityUpdated"]) { edges { node { payload personal } } } } }`, { id: customerId });
  const [event] = (await timeline(admin)).data?.['customer'].timeline.edges;
  expect(event.node).toMatchObject({ payload: { changed: ['custom.decisionMaker'] }, personal: { 'custom.decisionMaker': { before: 'CANARY', after: 'CANARY two' } } });
  expect(JSON.stringify(event.node.payload)).not.toContain('CANARY');
  await ask(admin, `mutation($id: ID!) { updateCustomField(input: { id: $id, expectedVersion: 1, readers: [finance] }) { refusal { code } } }`, 'updateCustomField', { id: fieldId });
  expect(JSON.stringify(await timeline(manager))).not.toMatch(/CANARY|decisionMaker/);
  const seen = await ask(manager, `query($id: ID!) { opportunity(id: $id) { customValues { name text } } }`, 'opportunity', { id: opportunity.id });
  expect(seen.customValues).toEqual([{ name: 'rivals', text: null }]);
});

test('one that is taken up again keeps its values', async () => {
  const { opportunity } = await open([{ name: 'rivals', options: ['ACME'] }]);
  await ask(admin, `mutation($input: LoseOpportunityInput!) { loseOpportunity(input: $input) { refusal { code } } }`, 'loseOpportunity', { input: { id: opportunity.id, expectedVersion: opportunity.version, reason: 'PRICE' } });
  const again = await ask(admin, `mutation($input: OpportunityVersionInput!) { reopenOpportunity(input: $input) { opportunity { customValues { name options } } refusal { code } } }`, 'reopenOpportunity', { input: { id: opportunity.id, expectedVersion: opportunity.version + 1 } });
  expect(again.opportunity.customValues).toContainEqual({ name: 'rivals', options: ['ACME'] });
});
