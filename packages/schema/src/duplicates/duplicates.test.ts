import { checkDuplicates } from '@orbita/database/duplicates';
import type { Viewer } from '@orbita/domain/access';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type House, openTestHouse, testNow } from '../testing/execute.ts';

let house: House;
let administrator: Viewer;
let ana: Viewer;
let stranger: Viewer;
let finance: Viewer;
beforeAll(async () => {
  house = await openTestHouse();
  administrator = await house.person('administrator', { name: 'Elena' });
  ana = await house.person('sales', { name: 'Ana' });
  stranger = await house.person('sales', { name: 'Otto' });
  finance = await house.person('finance', { name: 'Flor' });
});
afterAll(() => house.close());

type Row = Record<string, any>; // oxlint-disable-line typescript/no-explicit-any -- read by shape
async function ask(document: string, variables: object = {}, viewer = administrator): Promise<Row> {
  const { data, errors } = await house.ask(viewer, document, variables as Record<string, unknown>);
  if (errors) throw new Error(errors[0]!.message);
  return data!;
}
const create = async (input: object, viewer = administrator): Promise<Row> => (await ask(
  'mutation($input: CreateCustomerInput!) { createCustomer(input: $input) { customer { id } refusal { code message details } } }', { input }, viewer))['createCustomer'];
const marta = { kind: 'PERSON', givenName: 'Marta', familyName: 'Zubizarreta Gil', birthDate: '1980-02-11', contactPoints: [{ kind: 'PHONE', value: '612 345 678' }] };
const typed = { kind: 'PERSON', givenName: 'Martha', familyName: 'Zubizarreta', taxId: '1', contactPoints: [{ kind: 'PHONE', value: '612345678' }, { kind: 'EMAIL', value: 'marta@' }] };
const possible = `query($input: CreateCustomerInput!) { possibleDuplicates(input: $input) { verdict score ownerName customer { id name kind city } reasons { kind points label } } }`;
const pairsOf = `query($state: DuplicateState) { duplicatePairs(state: $state) { totalCount edges { node {
  id state score verdict foundAt decidedByName reasons { kind label } customer { id name contactPoints { value } } other { id name } } } } }`;

test('while somebody is typed, who may be there already is told with reasons in the viewer’s language, in one statement', async () => {
  const { customer } = await create(marta, ana);
  house.statements.length = 0;
  const { possibleDuplicates: [found, ...others] } = await ask(possible, { input: typed }, ana);
  expect(house.statements).toHaveLength(1);
  expect(others).toEqual([]);
  expect(found).toMatchObject({ verdict: 'LIKELY', ownerName: 'Ana', customer: { id: customer.id, name: 'Marta Zubizarreta Gil', kind: 'PERSON' } });
  expect(found.reasons.map(({ kind }: Row) => kind)).toEqual(['SAME_MOBILE', 'NAME_ALIKE']);
  const english = await house.ask({ ...ana, language: 'en' }, possible, { input: typed });
  const spanish = await house.ask({ ...ana, language: 'es' }, possible, { input: typed });
  expect([english, spanish].map(({ data }) => data!['possibleDuplicates'][0].reasons[0].label)).toEqual(['Same mobile', 'Mismo móvil']);
  expect(await ask(possible, { input: { kind: 'PERSON' } }, ana)).toEqual({ possibleDuplicates: [] });
  expect(await ask(possible, { input: typed }, stranger)).toEqual({ possibleDuplicates: [{ verdict: 'LIKELY', score: 0, ownerName: 'Ana', customer: null, reasons: [] }] });
});

test('a likely duplicate is refused until somebody says that he has looked; then the pair waits in the queue', async () => {
  const input = { kind: 'PERSON', givenName: 'Marta', familyName: 'Zubizarreta', contactPoints: [{ kind: 'PHONE', value: '612345678' }] };
  const { customer, refusal } = await create(input);
  expect(customer).toBeNull();
  expect(refusal).toMatchObject({ code: 'POSSIBLE_DUPLICATE', details: { count: 1, customerName: 'Marta Zubizarreta Gil', reasons: 'SAME_MOBILE,NAME_ALIKE' } });
  expect(refusal.message).toContain('Marta Zubizarreta Gil');
  expect((await create({ ...input, evenIfDuplicate: true })).refusal).toBeNull();
  while (await checkDuplicates(house.database.em, { now: testNow }));
  house.statements.length = 0;
  const { duplicatePairs } = await ask(pairsOf);
  expect(house.statements.length).toBeLessThanOrEqual(4);
  expect(duplicatePairs).toMatchObject({ totalCount: 1, edges: [{ node: { state: 'OPEN', verdict: 'LIKELY' } }] });
  const [{ node: pair }] = duplicatePairs.edges;
  expect([pair.customer.name, pair.other.name].toSorted()).toEqual(['Marta Zubizarreta', 'Marta Zubizarreta Gil']);
  expect((await ask(pairsOf, {}, stranger))['duplicatePairs']).toEqual({ totalCount: 0, edges: [] });
  const decide = async (verb: string, viewer = administrator) => (await ask(`mutation($id: ID!) { ${verb}(id: $id) { pair { state decidedByName } refusal { code } } }`, { id: pair.id }, viewer))[verb];
  expect(await decide('dismissDuplicate', stranger)).toEqual({ pair: null, refusal: { code: 'NOT_FOUND' } });
  expect(await decide('dismissDuplicate')).toEqual({ pair: { state: 'DISMISSED', decidedByName: 'Elena' }, refusal: null });
  expect((await ask(pairsOf, { state: 'DISMISSED' }))['duplicatePairs'].totalCount).toBe(1);
  expect(await decide('reopenDuplicate')).toEqual({ pair: { state: 'OPEN', decidedByName: null }, refusal: null });
});

test('whoever hangs together with the two of a pair is told with it, each side of which may be merged at once, in as many statements for many', async () => {
  const phone = { contactPoints: [{ kind: 'PHONE', value: '613 999 111' }] };
  const input = { kind: 'PERSON', givenName: 'Olga', familyName: 'Barrachina', evenIfDuplicate: true };
  const names = await Promise.all([{ ...input, ...phone }, { ...input, ...phone, birthDate: '1980-02-11' }, { ...input, contactPoints: [], birthDate: '1980-02-11', addresses: [{ kind: 'HOME', city: 'Haro', postalCode: '26200' }] }]
    .map(async (one) => (await create(one)).customer.id as string));
  while (await checkDuplicates(house.database.em, { now: testNow }));
  const document = '{ duplicatePairs(search: "barrachina") { edges { node { customer { id } other { id } others { id name facts { ordersCount } } } } } }';
  house.statements.length = 0;
  const { duplicatePairs } = await ask(document);
  expect(house.statements.length).toBeLessThanOrEqual(6);
  expect(duplicatePairs.edges.length).toBeGreaterThan(1);
  for (const { node } of duplicatePairs.edges) {
    expect([node.customer.id, node.other.id, ...node.others.map(({ id }: Row) => id)].toSorted()).toEqual(names.toSorted());
    expect(node.others).toMatchObject([{ name: 'Olga Barrachina', facts: { ordersCount: 0 } }]);
  }
});

test('only an administrator has everybody compared; who may change customers sees how far it came', async () => {
  const start = 'mutation { startDuplicateScan { scan { id checked total doneAt startedByName } refusal { code } } }';
  expect((await house.ask(ana, start)).errors?.[0]?.message).toContain('not allow');
  const { startDuplicateScan: { scan } } = await ask(start);
  expect(scan).toMatchObject({ checked: 0, total: 5, doneAt: null, startedByName: 'Elena' });
  expect((await ask(start))['startDuplicateScan'].scan.id).toBe(scan.id);
  const { auditTrail } = await ask('{ auditTrail(first: 50) { edges { node { type actor { name } } } } }');
  expect(auditTrail.edges.filter(({ node }: Row) => node.type === 'duplicateScanStarted')).toEqual([{ node: { type: 'duplicateScanStarted', actor: { name: 'Elena' } } }]);
  while (await checkDuplicates(house.database.em, { now: testNow }));
  expect((await ask('{ duplicateScan { id checked doneAt } }', {}, ana))['duplicateScan']).toMatchObject({ id: scan.id, checked: 5, doneAt: expect.anything() });
  expect((await house.ask(finance, '{ duplicateScan { id } }')).errors?.[0]?.message).toContain('not allow');
});
