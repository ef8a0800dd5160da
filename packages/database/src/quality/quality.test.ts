import { fromWhatIsKnown } from '@orbita/domain/enrichment';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Em, newId, rowsOf, transact } from '#connection';
import { addContactPoint, setAddress } from '#contacts';
import { createCustomer, deleteCustomer, listCustomers, type NewCustomer } from '#customers';
import type { Database } from '#database';
import { checkDuplicates } from '#duplicates';
import { checkCustomers } from '#enrichment';
import { mergeCustomers } from '#merging';
import { done, makeCompany, writingAs } from '../reliability/company.fixture.ts';
import { openTestDatabase } from '../testing/index.ts';
import { checkNow, countQualityQueue, failingChecks, listQualityQueue, qualityFigures, qualityGroups } from './index.ts';

let database: Database;
const now = new Date('2026-06-15T10:00:00Z');
const writing = { ...writingAs('administrator'), now };
const { viewer } = writing;
const luis = { ...writingAs('sales'), now };
const page = { size: 50 };
const em = (): Em => database.em.fork();

beforeAll(async () => {
  database = await openTestDatabase();
  await makeCompany(database, writing);
  await rowsOf(em(), sql`insert into app_user (id, name, email, role) values (${luis.viewer.userId}::uuid, 'Luis', 'luis@x.example', 'sales')`);
});
afterAll(() => database.close());

const checkAll = async (at = now, limit = 500) => { while (await checkCustomers(em(), { enrichers: [fromWhatIsKnown], writing: { ...writing, now: at }, limit })); };
const made = (input: NewCustomer, as = writing) => done(transact(em(), (inner) => createCustomer(inner, input, as)) as Promise<string>);
async function judged(id: string): Promise<{ score: number | null; missing: string[] }> {
  const [row] = await rowsOf(em(), sql<{ score: number | null; missing: string[] }>`
    select f.data_quality as score, coalesce(q.missing, '{}') as missing from customer_facts f left join customer_quality q using (customer_id) where f.customer_id = ${id}::uuid`);
  return row!;
}
const acme: NewCustomer = { kind: 'ORGANISATION', name: 'Acme SL', source: 'FAIR', taxId: 'B58378431', language: 'es', contactPoints: [{ kind: 'EMAIL', value: 'info@acme.es' }] };

test('whoever is written waits in his transaction and is judged by the job; what he lacks goes as it is filled in', async () => {
  const id = await made(acme);
  expect(await judged(id)).toEqual({ score: null, missing: [] });
  await checkAll();
  const first = await judged(id);
  expect(first.missing).toEqual(['contactPerson', 'addressWhole', 'owner', 'consentAsked', 'preferredChannel']);
  await done(transact(em(), (inner) => setAddress(inner, { customerId: id, kind: 'BILLING', street: 'Calle Mayor 1', city: 'Haro', postalCode: '26200' }, writing)));
  await checkAll();
  const second = await judged(id);
  expect(second.missing).toEqual(['contactPerson', 'owner', 'consentAsked', 'preferredChannel']);
  expect(second.score).toBeGreaterThan(first.score!);
  expect(await rowsOf(em(), sql`select from quality_check`)).toEqual([]);
});

test('a change that commits while the job stands between reading and writing is judged again', async () => {
  const id = await made({ kind: 'PERSON', givenName: 'Rita', familyName: 'Peral' });
  let changed = false;
  const meanwhile = {
    name: 'slow', reads: [], propose: async () => {
      if (!changed) {
        changed = true;
        await transact(em(), (inner) => addContactPoint(inner, { customerId: id, kind: 'EMAIL', value: 'rita@peral.es' }, writing));
      }
      return [];
    },
  };
  await checkCustomers(em(), { enrichers: [meanwhile], writing });
  expect((await judged(id)).missing).toContain('reachable');
  expect(await checkCustomers(em(), { enrichers: [meanwhile], writing })).toBe(true);
  expect((await judged(id)).missing).not.toContain('reachable');
});

test('whoever mends one has him judged at once; one whom he does not see is not there', async () => {
  const id = await made({ kind: 'PERSON', givenName: 'Eva', familyName: 'Mora' });
  expect(await transact(em(), (inner) => checkNow(inner, id, luis.viewer, now))).toMatchObject({ code: 'NOT_FOUND' });
  expect(await transact(em(), (inner) => checkNow(inner, id, viewer, now))).toBe(id);
  expect((await judged(id)).missing).toContain('reachable');
});

test('possible duplicates count as soon as they are found, and are gone once merged; a deleted one is nobody', async () => {
  const id = await made({ ...acme, name: 'Bodegas Tobelos', taxId: 'A28015865', contactPoints: [{ kind: 'EMAIL', value: 'info@tobelos.es' }, { kind: 'PHONE', value: '941305630' }] });
  const twin = await made({ kind: 'ORGANISATION', name: 'BODEGAS TOBELOS', contactPoints: [{ kind: 'PHONE', value: '941305630' }], evenIfDuplicate: true });
  await checkAll();
  expect((await judged(id)).missing).not.toContain('noDuplicate');
  while (await checkDuplicates(em(), { now }));
  await checkAll();
  expect((await judged(id)).missing).toContain('noDuplicate');
  await done(transact(em(), (inner) => mergeCustomers(inner, { survivorId: id, expectedVersion: 1, others: [{ id: twin, expectedVersion: 1 }], choices: [] }, writing)));
  while (await checkDuplicates(em(), { now }));
  await checkAll();
  expect((await judged(id)).missing).not.toContain('noDuplicate');
  const seen = await countQualityQueue(em(), {}, viewer, now);
  await done(transact(em(), (inner) => deleteCustomer(inner, id, writing)));
  await checkAll();
  expect(await countQualityQueue(em(), {}, viewer, now)).toBe(seen - 1);
});

test('time alone makes data stale, and the job notices', async () => {
  const id = await made({ kind: 'PERSON', givenName: 'Teo', familyName: 'Sanz' });
  await checkAll();
  expect((await judged(id)).missing).not.toContain('fresh');
  await checkAll(new Date(now.getTime() + 366 * 86_400_000));
  expect((await judged(id)).missing).toContain('fresh');
  await checkAll();
});

test('the queue has the worst of the most valuable first, page by page, for those who may mend, and is narrowed', async () => {
  const whole = await made({ ...acme, name: 'Grande SA', source: 'WEB', taxId: null, contactPoints: [] }, luis);
  await rowsOf(em(), sql`update customer_facts set revenue12m = 500000000 where customer_id = ${whole}::uuid`);
  await checkAll();
  const all = await listQualityQueue(em(), {}, page, viewer, now);
  expect(all[0]?.id).toBe(whole);
  expect(all).toHaveLength(await countQualityQueue(em(), {}, viewer, now));
  const paged: string[] = [];
  for (let after: [string, string] | undefined; ;) {
    const rows = await listQualityQueue(em(), {}, { size: 1, after }, viewer, now);
    if (rows[0]) paged.push(rows[0].id);
    if (rows.length < 2) break;
    after = [rows[0]!.sortValue, rows[0]!.id];
  }
  expect(paged).toEqual(all.map(({ id }) => id));
  expect((await listQualityQueue(em(), { check: 'taxIdPresent', source: 'WEB' }, page, viewer, now)).map(({ id }) => id)).toEqual([whole]);
  expect((await listQualityQueue(em(), { ownerId: luis.viewer.userId }, page, viewer, now)).map(({ id }) => id)).toEqual([whole]);
  expect((await listQualityQueue(em(), { rule: { fact: 'source', is: 'eq', value: 'WEB' } }, page, viewer, now)).map(({ id }) => id)).toEqual([whole]);
  const [name] = await rowsOf(em(), sql<{ name: string }>`select name from customer where id = ${whole}::uuid`);
  expect((await listQualityQueue(em(), { search: name!.name.slice(0, 6) }, page, viewer, now)).map(({ id }) => id)).toContain(whole);
  expect(await countQualityQueue(em(), { search: name!.name.slice(0, 6), rule: { fact: 'source', is: 'eq', value: 'FAIR' } }, viewer, now)).toBe(0);
  expect((await listQualityQueue(em(), {}, page, luis.viewer, now)).map(({ id }) => id)).toEqual([whole]);
  expect(await listQualityQueue(em(), {}, page, { ...viewer, role: 'finance' }, now)).toEqual([]);
});

test('figures are of whom the viewer sees, and add up', async () => {
  const figures = await qualityFigures(em(), viewer);
  expect(figures.distribution.reduce((sum, count) => sum + count, 0)).toBe(figures.customers);
  expect(figures.customers - figures.whole).toBe(await countQualityQueue(em(), {}, viewer, now));
  for (const by of ['SOURCE', 'OWNER', 'TEAM'] as const) {
    const groups = await qualityGroups(em(), by, viewer);
    expect(groups.reduce((sum, { customers }) => sum + customers, 0)).toBe(figures.customers);
    const failing = groups.flatMap((group) => group.failing.filter(({ check }) => check === 'reachable')).reduce((sum, { customers }) => sum + customers, 0);
    expect(failing).toBe((await failingChecks(em(), viewer)).find(({ check }) => check === 'reachable')?.customers);
  }
  expect(await qualityFigures(em(), luis.viewer)).toMatchObject({ customers: 1 });
  expect((await qualityGroups(em(), 'OWNER', luis.viewer)).map(({ name }) => name)).toEqual(['Luis']);
});

test('lists are sorted and filtered by the score', async () => {
  const select = { fields: new Set<string>(), facts: new Set(['dataQuality']) };
  const rows = await listCustomers(em(), { rule: { fact: 'dataQuality', is: 'lt', value: 101 } }, { order: { by: 'dataQuality', descending: false }, size: 50 }, select, viewer, now);
  const scores = rows.map(({ facts }) => Number(facts?.['dataQuality']));
  expect(scores.length).toBeGreaterThan(2);
  expect(scores).toEqual(scores.toSorted((a, b) => a - b));
});

test('customers from before the upgrade wait behind those who are written now', async () => {
  const [old, young] = [newId(), newId()];
  await rowsOf(em(), sql`insert into quality_check (customer_id, waiting) values (${old}::uuid, true), (${young}::uuid, false)`);
  await checkAll(now, 1);
  expect(await rowsOf(em(), sql`select from quality_check`)).toEqual([]);
});
