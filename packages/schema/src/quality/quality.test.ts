import { checkCustomers } from '@orbita/database/enrichment';
import type { Viewer } from '@orbita/domain/access';
import { fromWhatIsKnown } from '@orbita/domain/enrichment';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type House, openTestHouse, testNow } from '../testing/execute.ts';

let house: House;
let administrator: Viewer;
let ana: Viewer;
let stranger: Viewer;
let finance: Viewer;
let analyst: Viewer;
let id = '';

type Row = Record<string, any>; // oxlint-disable-line typescript/no-explicit-any -- read by shape
async function ask(document: string, variables: object = {}, viewer = administrator): Promise<Row> {
  const { data, errors } = await house.ask(viewer, document, variables as Record<string, unknown>);
  if (errors) throw new Error(errors[0]!.message);
  return data!;
}
async function checkAll(): Promise<void> {
  const { company } = await ask('{ company { id zone currency country } }') as { company: { id: string; zone: string; currency: string; country: string } };
  const writing = { viewer: administrator, now: testNow, actor: { kind: 'SYSTEM', id: null, channel: 'JOB' } as const, company };
  while (await checkCustomers(house.database.em.fork(), { enrichers: [fromWhatIsKnown], writing }));
}
const create = async (input: object, viewer = administrator): Promise<string> => (await ask(
  'mutation($input: CreateCustomerInput!) { createCustomer(input: $input) { customer { id } refusal { message } } }', { input }, viewer))['createCustomer'].customer.id;

beforeAll(async () => {
  house = await openTestHouse();
  administrator = await house.person('administrator', { name: 'Elena' });
  ana = await house.person('sales', { name: 'Ana' });
  stranger = await house.person('sales', { name: 'Otto' });
  finance = await house.person('finance', { name: 'Flor' });
  analyst = await house.person('analyst', { name: 'Nil' });
  id = await create({ kind: 'ORGANISATION', name: 'Bodegas Tobelos', source: 'FAIR', contactPoints: [{ kind: 'EMAIL', value: 'info@tobelos.es' }] }, ana);
  await create({ kind: 'PERSON', givenName: 'Rita', familyName: 'Peral' });
  await checkAll();
});
afterAll(() => house.close());

const queue = `query($check: String, $source: CustomerSource, $ownerId: ID, $first: Int, $after: String) { qualityQueue(check: $check, source: $source, ownerId: $ownerId, first: $first, after: $after) {
  totalCount pageInfo { hasNextPage endCursor } edges { node { customer { id name quality { score checkedAt missing { key label advice field severity dimension weight } } enrichmentProposals { id field value because confidence provider } } } } } }`;

test('the queue tells of each what is missing and what could be filled in, in the viewer’s language, in few statements', async () => {
  house.statements.length = 0;
  const { qualityQueue } = await ask(queue, { first: 1 });
  expect(house.statements.length).toBeLessThanOrEqual(3);
  expect(qualityQueue).toMatchObject({ totalCount: 2, pageInfo: { hasNextPage: true } });
  const { qualityQueue: next } = await ask(queue, { first: 1, after: qualityQueue.pageInfo.endCursor });
  expect(next.pageInfo.hasNextPage).toBe(false);
  const { qualityQueue: narrowed } = await ask(queue, { check: 'taxIdPresent', source: 'FAIR' }, { ...ana, language: 'es' });
  expect(narrowed.totalCount).toBe(1);
  const [{ node: { customer } }] = narrowed.edges;
  expect(customer.name).toBe('Bodegas Tobelos');
  expect(customer.quality.missing[0]).toMatchObject({ key: 'taxIdPresent', label: 'Número fiscal', field: 'taxId', severity: 'HIGH', dimension: 'COMPLETENESS', weight: 12 });
  expect(customer.enrichmentProposals.find((one: Row) => one['field'] === 'website')).toMatchObject({ value: 'https://tobelos.es', because: 'Correo en tobelos.es', confidence: 'LIKELY', provider: 'known' });
});

test('who may not see or mend him is told nothing of him', async () => {
  expect((await ask(queue, {}, stranger))['qualityQueue']).toMatchObject({ totalCount: 0, edges: [] });
  expect((await house.ask(finance, queue)).errors?.[0]?.message).toContain('not allow');
  const of = 'query($id: ID!) { customer(id: $id) { quality { score missing { key } } enrichmentProposals { id } facts { dataQuality } } }';
  expect((await ask(of, { id }, stranger))['customer']).toBeNull();
  const seen = async (viewer: Viewer) => (await ask(of, { id }, viewer))['customer'];
  expect(await seen(finance)).toMatchObject({ quality: { score: expect.any(Number) }, enrichmentProposals: [] });
  expect(await seen(analyst)).toMatchObject({ quality: null, enrichmentProposals: [], facts: { dataQuality: expect.any(Number) } });
});

test('one who mends has the customer judged at once', async () => {
  const check = 'mutation($id: ID!) { checkCustomerQuality(id: $id) { customer { quality { missing { key } } } refusal { code } } }';
  const lacks = async () => (await ask(check, { id }, ana))['checkCustomerQuality'].customer.quality.missing.map(({ key }: Row) => key);
  expect(await lacks()).toContain('contactPerson');
  await ask('mutation($input: AddContactInput!) { addContact(input: $input) { refusal { code } } }', { input: { customerId: id, givenName: 'Eva' } }, ana);
  expect(await lacks()).not.toContain('contactPerson');
  expect((await ask(check, { id }, stranger))['checkCustomerQuality']).toEqual({ customer: null, refusal: { code: 'NOT_FOUND' } });
});

test('the overview is of those whom one sees', async () => {
  const overview = `{ qualityOverview { customers whole average distribution checks { check { key } customers }
    groups(by: SOURCE) { key name customers average failing { check { label } customers } } } qualityChecks { key } }`;
  const { qualityOverview: all, qualityChecks } = await ask(overview);
  expect(all).toMatchObject({ customers: 2, whole: 0, average: expect.any(Number) });
  expect(all.groups).toHaveLength(2);
  expect(all.groups.find((group: Row) => group['key'] === 'FAIR')).toMatchObject({ name: 'Trade fair', customers: 1 });
  expect(qualityChecks.length).toBeGreaterThan(15);
  expect((await ask(overview, {}, stranger))['qualityOverview']).toMatchObject({ customers: 0, average: null, checks: [], groups: [] });
});

test('a proposal is accepted by who may change the customer, and the answer shows him as he is now', async () => {
  const { customer } = await ask('query($id: ID!) { customer(id: $id) { enrichmentProposals { id field } } }', { id });
  const of = (field: string): string => customer.enrichmentProposals.find((one: Row) => one['field'] === field).id;
  const decide = async (verb: string, proposal: string, viewer = administrator) => (await ask(
    `mutation($id: ID!) { ${verb}(id: $id) { proposal { state } customer { contactPoints { value } enrichmentProposals { field } } refusal { code message } } }`, { id: proposal }, viewer))[verb];
  expect(await decide('acceptEnrichment', of('website'), stranger)).toMatchObject({ proposal: null, refusal: { code: 'NOT_FOUND' } });
  expect(await decide('acceptEnrichment', of('website'), ana)).toEqual({
    proposal: { state: 'ACCEPTED' }, refusal: null, customer: { contactPoints: [{ value: 'info@tobelos.es' }, { value: 'https://tobelos.es' }], enrichmentProposals: [{ field: 'language' }] },
  });
  expect(await decide('dismissEnrichment', of('language'), ana)).toMatchObject({ proposal: { state: 'DISMISSED' }, customer: { enrichmentProposals: [] } });
  expect(await decide('acceptEnrichment', of('language'), ana)).toMatchObject({ refusal: { code: 'CONFLICT', message: expect.stringContaining('decided about this proposal') } });
});

test('many of a kind are accepted at once; only an administrator has what is certain filled in by itself', async () => {
  await create({ kind: 'ORGANISATION', name: 'Haro Sur', contactPoints: [{ kind: 'EMAIL', value: 'info@harosur.es' }] });
  await checkAll();
  expect((await ask('{ openEnrichments { field confidence proposals } }'))['openEnrichments']).toContainEqual({ field: 'website', confidence: 'LIKELY', proposals: 1 });
  const many = 'mutation { acceptEnrichments(field: website, confidence: LIKELY) { accepted refused } }';
  expect((await ask(many, {}, stranger))['acceptEnrichments']).toEqual({ accepted: 0, refused: 0 });
  expect((await ask(many))['acceptEnrichments']).toEqual({ accepted: 1, refused: 0 });
  const take = 'mutation { takeCertainEnrichment(takes: true) { takes refusal { code } } }';
  expect((await house.ask(ana, take)).errors?.[0]?.message).toContain('not allow');
  expect((await ask(take))['takeCertainEnrichment']).toEqual({ takes: true, refusal: null });
  expect((await ask('{ takesCertainEnrichment }'))['takesCertainEnrichment']).toBe(true);
});
