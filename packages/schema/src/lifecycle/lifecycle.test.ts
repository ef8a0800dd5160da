import 'reflect-metadata';
import { placeOrder } from '@orbita/database/orders';
import { transact } from '@orbita/database/connection';
import type { Viewer } from '@orbita/domain/access';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type House, openTestHouse, testNow } from '../testing/execute.ts';
import { layCustomer } from '../testing/lay-customer.ts';

let house: House;
let manager: Viewer;
let bodega: string;
let lead: string;
beforeAll(async () => {
  house = await openTestHouse();
  manager = await house.person('manager');
  bodega = await layCustomer(house, { name: 'Bodega' });
  lead = await layCustomer(house, { name: 'Lead' });
  await transact(house.database.em.fork(), (em) => placeOrder(em, {
    customerId: bodega, placedAt: new Date('2026-06-10T10:00:00Z'), lines: [{ description: 'x', quantity: '1', unitPrice: '500.00' }],
  }, { viewer: manager, actor: { kind: 'USER', id: manager.userId, channel: 'API' }, now: testNow, company: house.company }));
});
afterAll(() => house.close());

const ask = async (document: string, variables: Record<string, unknown> = {}, viewer = manager) => {
  const answer = await house.ask(viewer, document, variables);
  expect(answer.errors).toBeUndefined();
  return answer.data!;
};
const modelNamed = async (key: string) => (await ask('{ lifecycleModels { id key name version active shipped definition viewerCanUpdate judging { judged total } } }'))['lifecycleModels']
  .find((model: { key: string }) => model.key === key);

const stages = `query ($id: ID!) { customer(id: $id) { stages {
  model { key name } stage { key name place strategy signals { text ruleText } bounds { text measure } } previous { key } since days because { fact text holds value } } } }`;

test('a customer says where he stands, since when, and why, in the viewer\'s language', async () => {
  house.statements.length = 0;
  const { customer } = await ask(stages, { id: bodega });
  expect(house.statements).toHaveLength(3);
  const commercial = customer.stages.find((one: { model: { key: string } }) => one.model.key === 'commercial');
  expect(customer.stages).toHaveLength(5);
  expect(commercial).toMatchObject({
    model: { name: 'Commercial' }, stage: { key: 'CROSS_SELL', name: 'Cross-sell', place: 2 }, previous: { key: 'ACQUISITION' }, days: 0,
    because: [{ fact: 'ordersCount', text: 'Orders ≥ 1', holds: true, value: '1' }],
  });
  const spanish = await ask(stages, { id: bodega }, { ...manager, language: 'es' });
  expect(spanish['customer'].stages[0]).toMatchObject({ model: { name: 'Operativo' }, stage: { name: 'Seguimiento' } });
  expect(spanish['customer'].stages[0].because).toEqual(expect.arrayContaining([expect.objectContaining({ fact: 'lastOrderAt', value: '10 jun 2026' })]));
  const acquired = (await ask(stages, { id: lead }))['customer'].stages[4];
  expect(acquired).toMatchObject({ stage: { key: 'ACQUISITION' }, previous: null, because: [] });
  const history = await ask('query ($id: ID!) { customer(id: $id) { stageHistory(model: "commercial") { stage stageName leftAt days because { text } } } }', { id: bodega });
  expect(history['customer'].stageHistory).toMatchObject([{ stageName: 'Cross-sell', leftAt: null }, { stage: 'ACQUISITION', stageName: 'Acquisition' }]);
});

test('where all of a list stand is read in as many statements as where one stands', async () => {
  house.statements.length = 0;
  const { customers } = await ask('{ customers(first: 50) { edges { node { id stages { model { key } stage { key } since } } } } }');
  expect(customers.edges.length).toBeGreaterThan(1);
  expect(house.statements).toHaveLength(3);
});

test('an edit is previewed and published; whom it moved stands elsewhere at once, with the reason', async () => {
  const model = await modelNamed('commercial');
  const definition = structuredClone(model.definition);
  definition.stages[2].rule = { fact: 'revenueTotal', is: 'ge', value: 40000 };
  definition.stages[2].name = { en: 'Regulars', es: 'Habituales' };
  const preview = 'query ($id: ID!, $model: JSON!) { lifecyclePreview(id: $id, model: $model) { refusal { code field } customers moving moves { from to customers } sample { id name from to } } }';
  const { lifecyclePreview } = await ask(preview, { id: model.id, model: definition });
  expect(lifecyclePreview).toMatchObject({ refusal: null, customers: 2, moving: 1, sample: [{ name: 'Bodega', from: 'CROSS_SELL', to: 'LOYALTY' }] });
  const bad = await ask(preview, { id: model.id, model: { ...definition, evaluationOrder: ['LOYALTY'] } });
  expect(bad['lifecyclePreview'].refusal).toMatchObject({ code: 'INVALID', field: 'evaluationOrder' });

  const update = 'mutation ($input: UpdateLifecycleModelInput!) { updateLifecycleModel(input: $input) { lifecycleModel { version judging { total } } refusal { code field } } }';
  const { updateLifecycleModel } = await ask(update, { input: { id: model.id, expectedVersion: model.version, model: definition } });
  expect(updateLifecycleModel).toEqual({ lifecycleModel: { version: model.version + 1, judging: null }, refusal: null });
  const { customer } = await ask(stages, { id: bodega });
  expect(customer.stages[4]).toMatchObject({ stage: { name: 'Regulars' }, because: [{ fact: 'revenueTotal', value: '€500.00' }] });
  const catalogue = await ask('{ ruleCatalogue { facts { key values { value label } } } }');
  expect(catalogue['ruleCatalogue'].facts.find((fact: { key: string }) => fact.key === 'stage.commercial').values).toContainEqual({ value: 'LOYALTY', label: 'Regulars' });
  const listed = await ask('query ($rule: JSON) { customers(rule: $rule) { totalCount edges { node { name } } } }', { rule: { fact: 'stage.commercial', is: 'eq', value: 'LOYALTY' } });
  expect(listed['customers']).toEqual({ totalCount: 1, edges: [{ node: { name: 'Bodega' } }] });

  const stale = await ask(update, { input: { id: model.id, expectedVersion: model.version, model: definition } });
  expect(stale['updateLifecycleModel']).toMatchObject({ lifecycleModel: { version: model.version + 1 }, refusal: { code: 'STALE_VERSION' } });
  const sales = await house.person('sales');
  expect((await house.ask(sales, update, { input: { id: model.id, expectedVersion: 2, model: definition } })).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
});

test('what a viewer may not read is no reason he is told the value of, in stages and in events', async () => {
  const partnerId = await house.group('partner', 'P');
  await house.sql('update customer set partner_id = ? where id = ?', [partnerId, bodega]);
  await house.sql('update customer_facts set partner_id = ? where customer_id = ?', [partnerId, bodega]);
  const warehouse = await house.person('warehouse');
  const { customer } = await ask(stages, { id: bodega }, warehouse);
  expect(customer.stages[4]).toMatchObject({ because: [{ fact: 'revenueTotal', value: null }] });
  const events = 'query ($id: ID!) { customer(id: $id) { timeline(types: ["stageChanged"]) { edges { node { payload } } } } }';
  const told = async (viewer: Viewer) => JSON.stringify((await house.ask(viewer, events, { id: bodega })).data);
  expect(await told(manager)).toContain('"value":50000');
  expect(await told(warehouse)).not.toContain('"value":50000');
});

test('the stages of a model in figures, with their bounds where they are measured', async () => {
  const { id } = await modelNamed('commercial');
  const overview = await ask(`{ lifecycleOverview(id: "${id}") { customers model { name } stages { stage { key } customers share medianDays entered bounds { text measured met } } } }`);
  expect(overview['lifecycleOverview']).toMatchObject({ customers: 2, model: { name: 'Commercial' } });
  expect(overview['lifecycleOverview'].stages[2]).toMatchObject({ stage: { key: 'LOYALTY' }, customers: 1, share: 50 });
  expect(overview['lifecycleOverview'].stages[2].bounds.every((bound: { met: boolean | null }) => bound.met === null)).toBe(true);
  const partner = await house.person('partner', { partnerId: await house.group('partner', 'Q') });
  const nothing = await ask(`{ lifecycleOverview(id: "${id}") { customers } }`, {}, partner);
  expect(nothing['lifecycleOverview'].customers).toBe(0);
});

test('a model of one\'s own is begun as a copy, switched on, and off again', async () => {
  const { id: copyOf } = await modelNamed('value');
  const made = await ask('mutation ($input: CreateLifecycleModelInput!) { createLifecycleModel(input: $input) { lifecycleModel { id key name active version } refusal { code } } }',
    { input: { name: { en: 'By worth', es: 'Por valor' }, copyOf } });
  const { id, version } = made['createLifecycleModel'].lifecycleModel;
  expect(made['createLifecycleModel'].lifecycleModel).toMatchObject({ key: 'byWorth', name: 'By worth', active: false });
  const turn = async (verb: string, expectedVersion: number) => (await ask(
    `mutation ($input: ${verb[0]!.toUpperCase()}${verb.slice(1)}Input!) { ${verb}(input: $input) { lifecycleModel { active version } refusal { code } } }`,
    { input: { id, expectedVersion } }))[verb];
  expect(await turn('activateLifecycleModel', version)).toMatchObject({ lifecycleModel: { active: true }, refusal: null });
  expect((await ask(stages, { id: bodega }))['customer'].stages).toHaveLength(6);
  expect(await turn('deactivateLifecycleModel', version + 1)).toMatchObject({ lifecycleModel: { active: false }, refusal: null });
  expect((await ask(stages, { id: bodega }))['customer'].stages).toHaveLength(5);
});
