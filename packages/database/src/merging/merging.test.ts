import { isRefused } from '@orbita/domain/refusal';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listActivities } from '#activities';
import { type Em, newId, rowsOf, transact } from '#connection';
import { countCustomers, customerById, listCustomers } from '#customers';
import { countCycles, listCycles, referralTree } from '#cycles';
import type { Database } from '#database';
import { listNotifications } from '#inbox';
import { countLeads, listLeads } from '#leads';
import { boardFirstCards, listOpportunities } from '#opportunities';
import { countOrders, listOrders } from '#orders';
import { searchCustomers } from '#search';
import { countMembers, followEvents } from '#segments';
import { timelineOf } from '#timeline';
import { makeCompany, writingAs } from '../reliability/company.fixture.ts';
import { openTestDatabase } from '../testing/index.ts';
import { boughtTwice, dumpOf, ownFieldsOf, tablesOfCustomers, wholeCustomer, writer } from './two-customers.fixture.ts';
import { mergeCustomers, mergePreview, unmergeCustomers } from './index.ts';

const writing = { ...writingAs('administrator'), now: new Date('2026-06-15T10:00:00Z') };
const { viewer, now } = writing;
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const page = { size: 50 };
const select = { fields: new Set(['contactPoints', 'addresses', 'contacts', 'consents']), facts: new Set(['revenueTotal', 'ordersCount', 'openLeads', 'openOpportunities', 'referralsMade', 'openTasks', 'acquisitionCost']) };
let database: Database;
let em: Em;
let acme: Awaited<ReturnType<typeof wholeCustomer>>;
let nova: Awaited<ReturnType<typeof wholeCustomer>>;
let twice: string;
let before: Record<string, unknown[]>;
let standing: { count: number; cycles: number; leads: number };
const everybody = () => [acme, nova].flatMap(({ id, referrer, recommended }) => [id, referrer, recommended]);

beforeAll(async () => {
  database = await openTestDatabase();
  em = database.em.fork();
  await makeCompany(database, writing);
  const write = writer(database, writing);
  await ownFieldsOf(write);
  acme = await wholeCustomer(database, write, writing, 'Acme', { taxId: 'B58378431', phone: '+34 982 111 111' });
  nova = await wholeCustomer(database, write, writing, 'Nova', { taxId: 'A28015865', phone: '+34 982 222 222' });
  twice = await boughtTwice(em, now);
  await follow(now);
  before = await dumpOf(em, everybody());
  const [cycles] = await rowsOf(em, sql<{ count: number }>`select count(*)::int as count from cycle where customer_id in (${acme.id}::uuid, ${nova.id}::uuid)`);
  standing = { count: await countCustomers(em, {}, viewer, now), cycles: cycles!.count, leads: await countLeads(em, {}, viewer, now) };
});
afterAll(() => database.close());

const follow = (at: Date) => followEvents(em.fork(), everybody().map((customerId) => ({ customerId, eventNo: 1, type: 'tagged', payload: {} }) as never), at);
const versionOf = async (id: string) => (await rowsOf(em, sql<{ version: number }>`select version from customer where id = ${id}::uuid`))[0]!.version;
const merge = async (survivorId: string, otherIds: readonly string[], at: Date, choices: { field: string; from: string }[] = []) => {
  const expectedVersion = await versionOf(survivorId);
  const others = await Promise.all(otherIds.map(async (id) => ({ id, expectedVersion: await versionOf(id) })));
  return transact(em, (inner) => mergeCustomers(inner, { survivorId, expectedVersion, others, choices }, { ...writing, now: at }));
};
const unmerge = async (id: string, mergedIds: readonly string[], at: Date) => {
  const expectedVersion = await versionOf(id);
  return transact(em, (inner) => unmergeCustomers(inner, { id, mergedIds, expectedVersion }, { ...writing, now: at }));
};

test('the two of these tests have a row in every table in which a customer can have one', async () => {
  const without = await Promise.all((await tablesOfCustomers(em)).filter((table) => !['customer_merge', 'duplicate_pair', 'erasure', 'quality_check'].includes(table)).map(async (table) => {
    const [row] = await rowsOf(em, sql<{ count: number }>`select count(distinct customer_id)::int as count from ${sql.table(table)} where customer_id in (${acme.id}::uuid, ${nova.id}::uuid)`);
    return row?.count === 2 ? [] : [table];
  }));
  // Nobody bought twice yet: the lists alone know the two. Nobody waits to be judged: that was done.
  expect(without.flat()).toEqual([]);
});

test('the preview shows both sides, what is proposed and how much hangs from each, and writes nothing', async () => {
  const preview = await mergePreview(em.fork(), [acme.id, nova.id], viewer, now);
  expect(preview?.refusal).toBeNull();
  const field = (name: string) => preview?.fields.find((one) => one.field === name);
  expect(field('taxId')).toMatchObject({ values: ['B58378431', 'A28015865'], differs: true });
  expect(field('address.BILLING')).toMatchObject({ values: ['Acme street 1, 27001, Lugo, ES', 'Nova street 1, 27001, Lugo, ES'] });
  expect(field('preferred.EMAIL')).toMatchObject({ values: ['info@acme.example', 'info@nova.example'] });
  expect(field('primary.CONTACT')).toMatchObject({ values: ['Eva Acme', 'Eva Nova'] });
  expect(preview?.hanging[0]).toEqual({ contacts: 1, contactPoints: 4, addresses: 1, leads: 1, opportunities: 1, orders: 1, cycles: 2, activities: 2, lists: 1 });
  expect(await dumpOf(em, everybody())).toEqual(before);
  const sales = { ...viewer, userId: newId(), role: 'sales' as const };
  expect(await mergePreview(em.fork(), [acme.id, nova.id], sales, now)).toBeNull();
});

test('merged, they are one in every read, and nothing of either is lost', async () => {
  expect(await merge(acme.id, [nova.id], later(1), [
    { field: 'name', from: acme.id }, { field: 'taxId', from: nova.id }, { field: 'address.BILLING', from: nova.id }, { field: 'preferred.EMAIL', from: acme.id }, { field: 'primary.CONTACT', from: acme.id },
  ])).toBe(acme.id);
  await follow(later(1));
  const at = later(1);
  const one = await customerById(em, acme.id, select, viewer, at);
  expect(await customerById(em, nova.id, select, viewer, at)).toEqual(one);
  expect(one).toMatchObject({ name: 'Acme', taxId: 'A28015865', tags: ['acme', 'both', 'nova'] });
  expect(one?.facts).toMatchObject({ ordersCount: 2, openLeads: 2, openTasks: 2, openOpportunities: 2, acquisitionCost: 2000 });
  const [sum] = await rowsOf(em, sql<{ sum: number }>`select sum(company_amount - company_returned)::int as sum from sales_order where customer_id in (${acme.id}::uuid, ${nova.id}::uuid)`);
  expect(Number(one?.facts?.['revenueTotal'])).toBe(sum!.sum);
  expect(one?.contactPoints?.map(({ value, preferred }) => `${String(value)}${preferred === true ? ' *' : ''}`).toSorted()).toEqual([
    '+34 982 111 111', '+34 982 222 222', 'eva@acme.example', 'eva@nova.example', 'https://same.example', 'info@acme.example *', 'info@nova.example',
  ]);
  expect(one?.addresses?.map(({ street, isCurrent }) => [street, isCurrent])).toEqual([['Nova street 1', true], ['Acme street 1', false]]);
  expect(one?.contacts?.map(({ givenName, isPrimary }) => [givenName, isPrimary])).toEqual([['Eva Acme', true], ['Eva Nova', false]]);
  const [facts] = await rowsOf(em, sql<Record<string, unknown>>`select consent_email, referrals_made, stages <> '{}' as judged from customer_facts where customer_id = ${acme.id}::uuid`);
  expect(facts).toMatchObject({ consent_email: 'DENIED', judged: true });

  expect(await countCustomers(em, {}, viewer, at)).toBe(standing.count - 1);
  const listed = async (search: string) => (await listCustomers(em, { search }, { order: { by: 'name', descending: false }, size: 9 }, { fields: new Set(), facts: new Set() }, viewer, at)).map(({ id }) => id);
  const found = async (text: string) => (await searchCustomers(em, text, viewer, 9)).map(({ id }) => id);
  for (const text of ['Nova-77', 'info@nova.example', 'B58378431', 'A28015865', '982222222', 'Nova-1', 'Acme-1']) {
    expect([text, await found(text)]).toEqual([text, [acme.id]]);
    expect((await listed(text)).filter((id) => id === acme.id || id === nova.id)).toEqual([acme.id]);
  }
  expect(await found('Nova')).toContain(acme.id);
  expect(await found('Nova')).not.toContain(nova.id);
});

test('lists of leads, opportunities, orders, activities, cycles and news show the one, and the board too', async () => {
  const at = later(1);
  const leads = await listLeads(em, { customerId: acme.id }, { ...page, order: 'CAPTURED' }, new Set(), viewer, at);
  expect(leads).toHaveLength(2);
  expect(await countLeads(em, {}, viewer, at)).toBe(standing.leads);
  const reading = { now: at, zone: 'UTC' };
  for (const id of [acme.id, nova.id]) {
    const opportunities = await listOpportunities(em, { customerId: id }, { ...page, by: 'openedAt', descending: true }, new Set(['customer']) as never, viewer, reading);
    expect(opportunities.map(({ customerId }) => customerId)).toEqual([acme.id, acme.id]);
  }
  const [pipeline] = await rowsOf(em, sql<{ id: string }>`select id from pipeline limit 1`);
  const cards = await boardFirstCards(em, { pipelineId: pipeline!.id }, 20, new Set(['customer']) as never, viewer, reading);
  expect(cards.map(({ customerId }) => customerId)).toEqual([acme.id, acme.id]);
  expect(await countOrders(em, { customerId: acme.id }, viewer, now)).toBe(2);
  expect((await listOrders(em, { customerId: acme.id }, page, new Set(), viewer, now)).map(({ customerId }) => customerId)).toEqual([acme.id, acme.id]);
  expect((await listActivities(em, { customerId: acme.id }, page, viewer, new Date())).map(({ customerId }) => customerId)).toEqual([acme.id, acme.id, acme.id, acme.id]);
  expect(await countCycles(em, { customerId: acme.id }, viewer)).toBe(standing.cycles);
  expect((await listCycles(em, { customerId: acme.id }, page, viewer)).every((cycle) => (cycle as unknown as { customerId: string }).customerId === acme.id)).toBe(true);
  const news = await listNotifications(em, {}, page, viewer);
  expect(new Set(news.map((one) => (one as unknown as { customerId: string }).customerId))).toEqual(new Set([acme.id]));
  const timeline = await timelineOf(em, acme.id, { size: 100 }, viewer);
  expect(new Set(timeline.map(({ customerId }) => customerId))).toEqual(new Set([acme.id, nova.id]));
  const paged: string[] = [];
  for (let after: readonly [string, string] | undefined; ;) {
    const [event, next] = await timelineOf(em, acme.id, { size: 1, after }, viewer);
    if (event) paged.push(event.id);
    if (!event || !next) break;
    after = [event.occurredAt, event.id];
  }
  expect(paged).toEqual(timeline.map(({ id }) => id));
  expect(timeline.find(({ type }) => type === 'customersMerged')).toMatchObject({ customerId: acme.id, payload: { mergedId: nova.id }, personal: { name: 'Nova' } });
});

test('lists and rules know the one alone, and whom the other recommended was recommended by him', async () => {
  const meant = [{ kind: 'LIST', id: nova.list }, { kind: 'LIST', id: acme.list }, { kind: 'RULE', rule: { fact: 'ordersCount', is: 'ge', value: 2 } }] as const;
  expect(await countMembers(em, meant as never, viewer, later(1))).toEqual([1, 1, 1]);
  const members = await rowsOf(em, sql<{ segment: string; id: string }>`select segment_id as segment, customer_id as id from segment_member where left_at is null order by 1, 2`);
  expect(members).toEqual([acme.list, nova.list, twice].map((segment) => ({ segment, id: acme.id })).toSorted((a, b) => (a.segment < b.segment ? -1 : 1)));
  expect((await referralTree(em, acme.id, viewer)).nodes.map(({ customerId }) => customerId).toSorted()).toEqual([acme.recommended, nova.recommended].toSorted());
  const [friend] = await rowsOf(em, sql<{ by: string }>`select referred_by as by from customer_facts where customer_id = ${nova.recommended}::uuid`);
  expect(friend?.by).toBe(acme.id);
});

test('undone, both are what they were, row for row', async () => {
  expect(await unmerge(acme.id, [nova.id], later(2))).toBe(acme.id);
  await follow(later(2));
  const after = await dumpOf(em, everybody());
  // That the one belonged to the segment while they were one is history.
  const past = (rows: unknown[] | undefined) => rows?.filter((row) => (row as { segment_id: string }).segment_id !== twice);
  expect({ ...after, segment_member: past(after['segment_member']) }).toEqual({ ...before, segment_member: past(before['segment_member']) });
  expect(await countMembers(em, [{ kind: 'RULE', rule: { fact: 'ordersCount', is: 'ge', value: 2 } }], viewer, later(2))).toEqual([0]);
  const [kept] = await rowsOf(em, sql`select kept, undone_at is not null as undone from customer_merge`);
  expect(kept).toEqual({ kept: {}, undone: true });
  expect(isRefused(await unmerge(acme.id, [nova.id], later(3)))).toBe(true);
});

test('several become one at once, each field from whom it was chosen, and taken apart again they are what they were, row for row', async () => {
  const orion = await wholeCustomer(database, writer(database, writing), writing, 'Orion', { taxId: 'B65410011', phone: '+34 982 333 333' });
  const all = () => [...everybody(), orion.id, orion.referrer, orion.recommended];
  await followEvents(em.fork(), all().map((customerId) => ({ customerId, eventNo: 1, type: 'tagged', payload: {} }) as never), later(4));
  const known = await dumpOf(em, all());
  const from = { name: orion.id, taxId: nova.id, 'address.BILLING': nova.id, 'preferred.EMAIL': orion.id, 'primary.CONTACT': acme.id };
  const chosen = Object.entries(from).map(([field, id]) => ({ field, from: id }));
  expect(await merge(acme.id, [nova.id, orion.id], later(5), chosen)).toBe(acme.id);
  const one = await customerById(em.fork(), orion.id, select, viewer, later(5));
  expect(one).toMatchObject({ id: acme.id, name: 'Orion', taxId: 'A28015865', tags: ['acme', 'both', 'nova', 'orion'] });
  expect(one?.facts).toMatchObject({ ordersCount: 3, openLeads: 3, openOpportunities: 3, acquisitionCost: 3000 });
  expect(one?.addresses?.filter(({ isCurrent }) => isCurrent).map(({ street }) => street)).toEqual(['Nova street 1']);
  expect(one?.contactPoints?.filter(({ preferred }) => preferred).map(({ value }) => value)).toEqual(['info@orion.example']);
  expect(one?.contacts?.filter(({ isPrimary }) => isPrimary).map(({ givenName }) => givenName)).toEqual(['Eva Acme']);
  // One alone, the first of them, cannot leave: what came after rests on it. All together they can, in whatever order they are named.
  expect(await unmerge(acme.id, [nova.id], later(6))).toMatchObject({ details: { because: 'MERGED_SINCE' } });
  expect(await unmerge(acme.id, [nova.id, orion.id], later(6))).toBe(acme.id);
  await followEvents(em.fork(), all().map((customerId) => ({ customerId, eventNo: 1, type: 'tagged', payload: {} }) as never), later(6));
  const past = (rows: unknown[] | undefined) => rows?.filter((row) => (row as { segment_id: string }).segment_id !== twice);
  const after = await dumpOf(em, all());
  expect({ ...after, segment_member: past(after['segment_member']) }).toEqual({ ...known, segment_member: past(known['segment_member']) });
});
