import { isRefused } from '@orbita/domain/refusal';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Em, rowsOf, transact } from '#connection';
import { countCustomers, createCustomer, customerById, restoreCustomer, updateCustomer } from '#customers';
import { cohortTotals } from '#cycles';
import type { Database } from '#database';
import { countOrders } from '#orders';
import { searchCustomers } from '#search';
import { timelineOf } from '#timeline';
import { makeCompany, writingAs } from '../reliability/company.fixture.ts';
import { openTestDatabase } from '../testing/index.ts';
import { eraseCustomer } from './index.ts';
import { everything, rowsOfOthers } from './everything.fixture.ts';
import { canary, numbers, tellsOf, type WholePerson, wholePerson } from './whole-person.fixture.ts';

const writing = { ...writingAs('administrator'), now: new Date('2026-06-15T10:00:00Z') };
const { viewer, now } = writing;
const select = { fields: new Set(['contactPoints', 'addresses', 'contacts', 'consents']), facts: new Set(['revenueTotal', 'ordersCount']) };
let database: Database;
let em: Em;
let person: WholePerson;
let before: Awaited<ReturnType<typeof sums>>;
let others: Record<string, unknown[]>;

const sums = async () => ({
  orders: await countOrders(em, {}, viewer, now),
  amounts: await rowsOf(em, sql`select sum(company_amount)::text as amount, sum(company_returned)::text as returned, count(*)::int as count from sales_order`),
  lines: await rowsOf(em, sql`select sum(amount)::text as amount, sum(quantity)::text as quantity from order_line`),
  ledger: (await cohortTotals(em, {}, viewer)).ledger,
  opportunities: await rowsOf(em, sql`select count(*)::int as count, sum(company_amount)::text as amount from opportunity`),
});
const erase = (customerId: string, more = {}) => transact(em, (inner) => eraseCustomer(inner, { customerId, reason: 'REQUEST', endOpen: true, ...more }, writing));

beforeAll(async () => {
  database = await openTestDatabase();
  em = database.em.fork();
  await makeCompany(database, writing);
  person = await wholePerson(database, writing);
  before = await sums();
  others = await rowsOfOthers(em, [person.id, person.merged]);
});
afterAll(() => database.close());

test('before, he is told of in every place of the catalogue that can hold him', async () => {
  const places = (await everything(em)).filter(({ text }) => tellsOf(text)).map(({ place }) => place.replace(/_[0-9a-f]{32}/, ''));
  expect([...new Set(places)].sort()).toMatchSnapshot();
  expect((await searchCustomers(em, canary('family'), viewer, 5)).map(({ id }) => id)).toEqual([person.id]);
});

test('what is open must be known to whoever erases, and the reason is a code', async () => {
  expect(await erase(person.id, { endOpen: false })).toMatchObject({ code: 'CONFLICT', details: { because: 'STILL_OPEN', leads: 1, tasks: 1 } });
  expect(await erase(person.id, { reason: 'his name is Eva' })).toMatchObject({ code: 'INVALID', field: 'reason' });
});

test('erased by the id of one who was merged into him, nothing of his own is left anywhere', async () => {
  const done = await erase(person.merged);
  expect(isRefused(done), JSON.stringify(done)).toBe(false);
  expect((await everything(em)).filter(({ text }) => tellsOf(text))).toEqual([]);
});

test('what he bought and went through still counts, and nothing of anybody else changed', async () => {
  const after = await sums();
  expect(after).toEqual({ ...before, ledger: { ...after.ledger, started: before.ledger.started } });
  const { started, open, recurrent, referred, recurrentAndReferred, lost, disqualified } = after.ledger;
  expect(recurrent + referred + recurrentAndReferred + lost + disqualified + open).toBe(started);
  expect(open).toBe(0);
  expect(await rowsOf(em, sql`select row_no as no, line ->> 'name' as name from import_problem where line is not null`)).toEqual([{ no: 5, name: 'Bad Two' }]);
  expect(await rowsOfOthers(em, [person.id, person.merged])).toEqual(others);
});

test('he is found by nothing and is on no list; what is shown of him is a mark', async () => {
  for (const text of [canary('family'), `${canary('mail')}@person.example`, numbers.phone, 'N-1', 'Erased']) {
    expect([text, await searchCustomers(em, text, viewer, 5)]).toEqual([text, []]);
  }
  expect(await countCustomers(em, {}, viewer, now)).toBe(2);
  const shown = await customerById(em, person.id, select, viewer, now);
  expect(shown).toMatchObject({ name: `Erased person ${person.id.slice(-6).toUpperCase()}`, givenName: null, taxId: null, tags: [], erasedAt: expect.anything(), contactPoints: [], contacts: [], addresses: [], doNotContact: true });
  const events = await timelineOf(em, person.id, { size: 100 }, viewer);
  expect(events.filter(({ type, personal }) => type === 'customerErased' || personal !== null).map(({ type, payload, personal }) => ({ type, payload, personal }))).toEqual([
    { type: 'customerErased', payload: { erasureId: expect.any(String), reason: 'REQUEST', merged: 1 }, personal: null },
  ]);
  expect(events.length).toBeGreaterThan(20);
});

test('he is not changed, brought back or erased again, and his keys are free', async () => {
  const version = (await rowsOf(em, sql<{ version: number }>`select version from customer where id = ${person.id}::uuid`))[0]!.version;
  expect(await transact(em, (inner) => updateCustomer(inner, { id: person.id, expectedVersion: version, name: 'Again' }, writing))).toMatchObject({ code: 'NOT_FOUND' });
  expect(await transact(em, (inner) => restoreCustomer(inner, person.id, writing))).toMatchObject({ code: 'NOT_FOUND' });
  expect(await erase(person.id)).toMatchObject({ code: 'CONFLICT', details: { because: 'ERASED_ALREADY' } });
  const again = await transact(em, (inner) => createCustomer(inner, { kind: 'PERSON', name: 'New', taxId: numbers.taxId, externalIds: [{ system: 'erp', id: canary('ext') }] }, writing));
  expect(isRefused(again)).toBe(false);
});
