import { runBulkChanges } from '@orbita/database/bulk';
import type { Viewer } from '@orbita/domain/access';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type House, openTestHouse, testNow } from '../testing/execute.ts';

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

async function make(name: string, more: Record<string, unknown> = {}): Promise<string> {
  const { createCustomer } = await ask(manager, `mutation($input: CreateCustomerInput!) { createCustomer(input: $input) { customer { id } refusal { code } } }`, {
    input: { kind: 'ORGANISATION', name, ...more },
  });
  return createCustomer.customer.id;
}
const goOn = () => runBulkChanges(house.database.em.fork(), { clock: () => testNow });
const bulk = `id verb subject scope status total done unchanged refused failed viewerCanUndo viewerCanCancel undoesId undoneById owner { name } startedBy { name } addTags fields`;
const startDocument = `mutation($input: BulkInput!, $key: String) { startBulkChange(input: $input, idempotencyKey: $key) { bulkChange { ${bulk} } refusal { code field message } } }`;
const readDocument = `query($id: ID!, $outcome: BulkOutcome) { bulkChange(id: $id) { ${bulk} refusals { count refusal { code message } }
  rows(first: 2, outcome: $outcome) { pageInfo { hasNextPage endCursor } edges { node { targetId name outcome refusal { code message } } } } } }`;

test('previews, starts once for a key, tells how far it came and what became of each, and takes it back', async () => {
  const [a, b, c] = [await make('Alba', { tags: ['feria'] }), await make('Boreal'), await make('Cima')];
  const input = { subject: 'CUSTOMER', targets: { ids: [a, b, c] }, change: { verb: 'TAG', addTags: ['Feria'] } };
  const preview = await ask(manager, `query($input: BulkInput!) { previewBulkChange(input: $input) {
    matching examined isExact changing unchanged refused refusals { count } sample { targetId name outcome } refusal { code } } }`, { input });
  expect(preview.previewBulkChange).toMatchObject({ matching: 3, examined: 3, isExact: true, changing: 2, unchanged: 1, refused: 0, refusals: [], refusal: null });
  expect(preview.previewBulkChange.sample).toContainEqual({ targetId: a, name: 'Alba', outcome: 'UNCHANGED' });

  const { startBulkChange } = await ask(manager, startDocument, { input, key: 'once' });
  expect(startBulkChange.bulkChange).toMatchObject({ status: 'WAITING', total: 3, done: 0, verb: 'TAG', addTags: ['feria'], viewerCanCancel: true, viewerCanUndo: false });
  const { id } = startBulkChange.bulkChange;
  expect((await ask(manager, startDocument, { input, key: 'once' })).startBulkChange.bulkChange.id).toBe(id);
  const other = { ...input, change: { verb: 'DELETE' } };
  expect((await ask(manager, startDocument, { input: other, key: 'once' })).startBulkChange.refusal.code).toBe('IDEMPOTENCY_MISMATCH');
  await goOn();
  const { bulkChange } = await ask(manager, readDocument, { id });
  expect(house.statements.length).toBe(3);
  expect(bulkChange).toMatchObject({ status: 'DONE', done: 2, unchanged: 1, viewerCanUndo: true, viewerCanCancel: false, startedBy: { name: expect.any(String) } });
  expect(bulkChange.rows).toMatchObject({ pageInfo: { hasNextPage: true }, edges: [{ node: { targetId: a, name: 'Alba', outcome: 'UNCHANGED', refusal: null } }, { node: { targetId: b } }] });
  const { rows } = (await ask(manager, `query($id: ID!, $after: String) { bulkChange(id: $id) { rows(first: 2, after: $after) { edges { node { name } } } } }`, { id, after: bulkChange.rows.pageInfo.endCursor })).bulkChange;
  expect(rows.edges).toEqual([{ node: { name: 'Cima' } }]);
  expect((await ask(manager, readDocument, { id, outcome: 'DONE' })).bulkChange.rows.edges.map(({ node }: { node: { name: string } }) => node.name)).toEqual(['Boreal', 'Cima']);

  const undo = `mutation($id: ID!) { undoBulkChange(id: $id) { bulkChange { ${bulk} } refusal { code message } } }`;
  const { undoBulkChange } = await ask(manager, undo, { id });
  expect(undoBulkChange).toMatchObject({ refusal: null, bulkChange: { undoesId: id, total: 2 } });
  await goOn();
  expect((await ask(manager, readDocument, { id })).bulkChange).toMatchObject({ undoneById: undoBulkChange.bulkChange.id, viewerCanUndo: false });
  expect((await ask(manager, `query($id: ID!) { customer(id: $id) { tags } }`, { id: b })).customer.tags).toEqual([]);
  expect((await ask(manager, undo, { id })).undoBulkChange.refusal).toMatchObject({ code: 'CONFLICT', message: expect.stringContaining('taken back') });
});

test('a filter means what the list shows its asker, and the reason of a refusal is in his language', async () => {
  await make('Duna', { tags: ['mine'], ownerId: seller.userId });
  await make('Eco', { tags: ['mine'] });
  const targets = { rule: { fact: 'tags', is: 'contains', value: 'mine' }, search: 'duna eco'.slice(0, 4) };
  const input = { subject: 'CUSTOMER', targets, change: { verb: 'ASSIGN', ownerId: null } };
  const { startBulkChange } = await ask(seller, startDocument, { input });
  expect(startBulkChange.bulkChange).toMatchObject({ total: 1, scope: 'FILTER', owner: null });
  await goOn();
  const spanish = { ...seller, language: 'es' as const };
  const { bulkChange } = await ask(spanish, readDocument, { id: startBulkChange.bulkChange.id });
  expect(bulkChange.refusals).toEqual([{ count: 1, refusal: { code: 'FORBIDDEN', message: 'Tu rol no lo permite. Pídeselo a un administrador.' } }]);
  const mistaken = await house.ask(seller, startDocument, { input: { ...input, targets: { rule: { fact: 'nothing', is: 'eq', value: 1 } } } });
  expect(mistaken.errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
  expect((await ask(seller, startDocument, { input: { ...input, change: { verb: 'TAG', language: 'es' } } })).startBulkChange.refusal).toMatchObject({ code: 'INVALID', field: 'language' });
});

test('targets by which the list of a subject is not asked are refused, and mean nobody', async () => {
  const id = await make('Garza');
  const [DELETE, ASSIGN] = [{ verb: 'DELETE' }, { verb: 'ASSIGN', ownerId: null }];
  const rule = { fact: 'tags', is: 'contains', value: 'mine' };
  const wrong = [
    ['CUSTOMER', DELETE, { customerId: id }, 'customerId'], ['CUSTOMER', DELETE, { search: 'Garza', status: 'OPEN' }, 'status'],
    ['CUSTOMER', DELETE, { ids: [id], rule }, 'rule'], ['CUSTOMER', DELETE, { ids: [], deleted: true }, 'deleted'],
    ['OPPORTUNITY', ASSIGN, { segmentId: id }, 'segmentId'], ['OPPORTUNITY', ASSIGN, { mine: true }, 'mine'],
    ['LEAD', ASSIGN, { status: 'OPEN' }, 'status'], ['LEAD', ASSIGN, { segmentId: id }, 'segmentId'], ['LEAD', ASSIGN, { statuses: [] }, 'statuses', 'REQUIRED'],
  ] as const;
  for (const [subject, change, targets, named, code = 'INVALID'] of wrong) {
    const input = { subject, targets, change };
    expect([input, (await ask(manager, startDocument, { input })).startBulkChange]).toMatchObject([input, { bulkChange: null, refusal: { code, field: `targets.${named}` } }]);
    const { previewBulkChange } = await ask(manager, `query($input: BulkInput!) { previewBulkChange(input: $input) { matching refusal { code field } } }`, { input });
    expect(previewBulkChange).toEqual({ matching: null, refusal: { code, field: `targets.${named}` } });
  }
  const nothingSaid = { ids: [id], rule: null, search: null, statuses: null };
  expect((await ask(manager, startDocument, { input: { subject: 'CUSTOMER', targets: nothingSaid, change: DELETE } })).startBulkChange.bulkChange.total).toBe(1);
  const asTheListOfLeads = { search: 'Garza', statuses: ['NEW'], mine: true, unowned: null };
  expect((await ask(manager, startDocument, { input: { subject: 'LEAD', targets: asTheListOfLeads, change: ASSIGN } })).startBulkChange.refusal).toBeNull();
});

test('others do not know of it, and a partner may do nothing in bulk', async () => {
  const id = await make('Faro');
  const input = { subject: 'CUSTOMER', targets: { ids: [id] }, change: { verb: 'DELETE' } };
  const { startBulkChange } = await ask(manager, startDocument, { input });
  expect((await ask(seller, readDocument, { id: startBulkChange.bulkChange.id })).bulkChange).toBeNull();
  expect((await ask(seller, `{ bulkChanges(first: 100) { edges { node { startedBy { name } } } } }`)).bulkChanges.edges.length).toBe(1);
  expect((await ask(seller, `mutation($id: ID!) { cancelBulkChange(id: $id) { refusal { code } } }`, { id: startBulkChange.bulkChange.id })).cancelBulkChange.refusal.code).toBe('NOT_FOUND');
  expect((await ask(manager, `mutation($id: ID!) { cancelBulkChange(id: $id) { bulkChange { status } refusal { code } } }`, { id: startBulkChange.bulkChange.id })).cancelBulkChange)
    .toEqual({ bulkChange: { status: 'CANCELLED' }, refusal: null });
  const partnerId = await house.group('partner', 'Iberia');
  const partner = await house.person('partner', { partnerId });
  for (const document of [startDocument, `query($input: BulkInput!) { previewBulkChange(input: $input) { matching } }`, `{ bulkChanges { edges { node { id } } } }`]) {
    expect((await house.ask(partner, document, { input })).errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
  }
});
