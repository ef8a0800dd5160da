import 'reflect-metadata';
import { newId } from '@orbita/database/connection';
import { refreshAllSegments, refreshSegmentMembers } from '@orbita/database/segments';
import type { GraphQLObjectType } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CustomerFactsResolver, CustomerResolver } from '#customers';
import { RuleCatalogueResolver } from '#facts';
import { RefusalResolver } from '#refusals';
import { type House, openTestHouse, testNow } from '../testing/execute.ts';
import {
  SegmentChangeResolver, SegmentConnectionResolver, SegmentMemberConnectionResolver, SegmentBreakdownsResolver, SegmentPreviewResolver, SegmentResolver, WriteSegmentResolver,
} from './index.ts';

let house: House;
const ids: Record<string, string> = {};
const teams: Record<string, string> = {};

async function customer(name: string, facts: Record<string, unknown>): Promise<string> {
  const id = newId();
  const all: Record<string, unknown> = { kind: 'PERSON', ...facts };
  await house.sql(`insert into customer (id, kind, name, name_key, customer_since, team_id, created_at, updated_at) values (?, ?, ?, ?, ?, ?, ?, ?)`,
    [id, all['kind'], name, name, testNow, all['team_id'] ?? null, testNow, testNow]);
  const row: Record<string, unknown> = { customer_id: id, name, customer_since: testNow, refreshed_at: testNow, reviewed_at: testNow, ...all };
  await house.sql(`insert into customer_facts (${Object.keys(row).join()}) values (${Object.keys(row).map(() => '?').join()})`, Object.values(row));
  ids[name] = id;
  return id;
}

beforeAll(async () => {
  house = await openTestHouse([
    RefusalResolver, SegmentResolver, SegmentConnectionResolver, SegmentMemberConnectionResolver, WriteSegmentResolver, SegmentBreakdownsResolver,
    SegmentPreviewResolver,
    SegmentChangeResolver, RuleCatalogueResolver, CustomerResolver, CustomerFactsResolver,
  ]);
  for (const name of ['north', 'south']) teams[name] = await house.group('team', name);
  const north = { team_id: teams['north'] };
  await customer('ana', { ...north, country: 'ES', orders_count: 3, revenue12m: 30000, orders12m: 3, value_tier: 'A', margin12m: 900, rfm_recency: 5, rfm_frequency: 4 });
  await customer('berto', { ...north, country: 'ES', orders_count: 1, revenue12m: 10000, orders12m: 1, value_tier: 'B', margin12m: 100 });
  await customer('carla', { country: 'FR', orders_count: 2, revenue12m: 5000, orders12m: 2, value_tier: 'A', kind: 'ORGANISATION' });
  await customer('dario', { orders_count: 0 });
  await customer('hidden', { country: 'ES', orders_count: 9, hidden: true });
});
afterAll(() => house.close());

const spain = { fact: 'country', is: 'eq', value: 'ES' };
const bought = { fact: 'ordersCount', is: 'ge', value: 1 };
const create = 'mutation ($input: CreateSegmentInput!) { createSegment(input: $input) { segment { id count version kind shared ruleText } refusal { code field } } }';
const made = async (viewer: Parameters<House['ask']>[0], input: object) => {
  const answer = await house.ask(viewer, create, { input });
  expect(answer.errors).toBeUndefined();
  return answer.data?.['createSegment'];
};

test('the three counts add up to every customer the viewer sees, with each predicate alone and the funnel, in one statement', async () => {
  const manager = await house.person('manager');
  const preview = 'query ($rule: JSON!) { segmentPreview(rule: $rule) { total holds fails unknown predicates { text alone cumulative } } }';
  const count = async (viewer: Parameters<House['ask']>[0], rule: object) => (await house.ask(viewer, preview, { rule })).data?.['segmentPreview'];
  house.statements.length = 0;
  expect(await count(manager, { and: [bought, spain] })).toMatchObject({
    total: 4, holds: 2, fails: 2, unknown: 0, predicates: [{ alone: 3, cumulative: 3 }, { text: 'Country is Spain', alone: 2, cumulative: 2 }],
  });
  expect(house.statements).toHaveLength(1);
  expect(await count(manager, { not: spain })).toMatchObject({ total: 4, holds: 1, fails: 2, unknown: 1 });
  expect(await count(manager, { or: [spain, { fact: 'valueTier', is: 'eq', value: 'A' }] })).toMatchObject({ holds: 3, fails: 0, unknown: 1 });
  expect(await count(manager, { and: [] })).toMatchObject({ total: 4, holds: 4 });
  const sales = await house.person('sales', { teamId: teams['north']! });
  expect(await count(sales, spain)).toMatchObject({ total: 2, holds: 2, fails: 0, unknown: 0 });
  const margin = { fact: 'margin12m', is: 'ge', value: 500 };
  expect(await count(manager, margin)).toMatchObject({ holds: 1, fails: 1, unknown: 2 });
  expect(await count(sales, margin)).toMatchObject({ holds: 0, fails: 0, unknown: 2 });
  // What a role may read nowhere is no fact to it: neither to count by nor to see.
  const talked = { fact: 'openTasks', is: 'ge', value: 0 };
  expect(await count(manager, talked)).toMatchObject({ holds: 4, unknown: 0 });
  const counted = await house.ask(await house.person('warehouse'), 'query ($rule: JSON!) { customers(rule: $rule) { edges { node { id } } } }', { rule: talked });
  expect(counted.errors).toBeUndefined();
  expect(counted.data?.['customers']).toEqual({ edges: [] });
  expect((await house.ask(manager, '{ customers(offset: -5) { edges { node { id } } } }')).errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
  const wrong = await house.ask(manager, preview, { rule: { fact: 'nonsense', is: 'eq', value: 1 } });
  expect(wrong.errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
});

test('breakdowns divide the members, with amounts for those who may read them only, and a sample comes with them', async () => {
  const manager = await house.person('manager');
  const query = `query ($rule: JSON!) { segmentPreview(rule: $rule) {
    sample { name facts { ordersCount } } breakdowns { facts cells { keys labels count revenue12m { amount currency } } } } }`;
  house.statements.length = 0;
  const { data, errors } = await house.ask(manager, query, { rule: bought });
  expect(errors).toBeUndefined();
  expect(house.statements).toHaveLength(3);
  expect(data?.['segmentPreview'].sample).toHaveLength(3);
  const of = (...facts: string[]) => data?.['segmentPreview'].breakdowns.find((one: { facts: string[] }) => one.facts.join() === facts.join())?.cells;
  expect(of('valueTier')).toEqual([
    { keys: ['A'], labels: ['A · Key'], count: 2, revenue12m: { amount: '350.00', currency: 'EUR' } },
    { keys: ['B'], labels: ['B · Important'], count: 1, revenue12m: { amount: '100.00', currency: 'EUR' } },
  ]);
  expect(of('country').map((cell: { keys: string[]; labels: string[]; count: number }) => [cell.keys[0], cell.labels[0], cell.count])).toEqual([['ES', 'Spain', 2], ['FR', 'France', 1]]);
  expect(of('rfmRecency', 'rfmFrequency').map((cell: { keys: string[] }) => cell.keys)).toContainEqual(['5', '4']);
  expect(of('kind')).toHaveLength(2);
});

test('a segment by rule counts live; its list, members and counts share one statement for many', async () => {
  const marketing = await house.person('marketing');
  const one = await made(marketing, { name: 'Spain', rule: spain });
  expect(one).toMatchObject({ segment: { count: 2, kind: 'RULE', version: 1, ruleText: 'Country is Spain' }, refusal: null });
  await made(marketing, { name: 'Buyers', rule: bought });
  house.statements.length = 0;
  const list = await house.ask(marketing, '{ segments(first: 10) { totalCount edges { node { name count } } } }');
  expect(list.data?.['segments']).toEqual({ totalCount: 2, edges: [{ node: { name: 'Buyers', count: 3 } }, { node: { name: 'Spain', count: 2 } }] });
  expect(house.statements).toHaveLength(3);
  const members = await house.ask(marketing, `{ segment(id: "${one.segment.id}") { members(first: 1, sortBy: "revenue12m", descending: true) { totalCount edges { cursor node { name } } pageInfo { hasNextPage } } } }`);
  expect(members.data?.['segment'].members).toMatchObject({ totalCount: 2, edges: [{ node: { name: 'ana' } }], pageInfo: { hasNextPage: true } });
  expect(await made(marketing, { name: 'Big', rule: { fact: 'revenue12m', is: 'ge', value: 1_000_000 } })).toMatchObject({ segment: { ruleText: 'Revenue, 12 months ≥ €10,000.00' } });
  expect(await made(marketing, { name: 'x', rule: { fact: 'country', is: 'gt', value: 'ES' } })).toMatchObject({ refusal: { code: 'RULE_INVALID' } });
  expect(await made(marketing, { name: 'x' })).toMatchObject({ refusal: { code: 'REQUIRED', field: 'rule' } });
});

test('the list of segments is sorted by name, owner and change, both ways', async () => {
  const [olga, berta] = [await house.person('marketing', { name: 'Olga' }), await house.person('marketing', { name: 'Berta' })];
  for (const [who, name] of [[olga, 'sorted b'], [berta, 'sorted c'], [olga, 'sorted a']] as const) await made(who, { name, rule: bought, shared: true });
  await house.sql(`update segment set updated_at = updated_at + interval '1 day', shared = true where name = 'sorted b'`);
  await house.sql(`update segment set shared = true where name like 'sorted%'`);
  const named = async (orderBy: string, page = 'first: 9') => (await house.ask(olga, `{ segments(${page}, search: "sorted", orderBy: ${orderBy}) { edges { cursor node { name } } } }`)).data?.['segments'].edges;
  const names = async (orderBy: string, page?: string) => (await named(orderBy, page)).map(({ node }: { node: { name: string } }) => node.name.slice(-1)).join('');
  expect(await names('{ by: name, descending: true }')).toBe('cba');
  expect((await names('{ by: owner }'))[0]).toBe('c');
  expect(await names('{ by: updatedAt, descending: true }')).toMatch(/^b/);
  const [first] = await named('{ by: owner }');
  expect(await names('{ by: owner }', `first: 1, after: "${first.cursor}"`)).toBe((await names('{ by: owner }'))[1]);
});

test('own and shared segments are seen; they are changed by version, deleted and restored', async () => {
  const owner = await house.person('marketing', { name: 'Olga' });
  const other = await house.person('service');
  const { segment: { id } } = await made(owner, { name: 'Mine', rule: bought });
  const see = async (viewer: Parameters<House['ask']>[0]) => (await house.ask(viewer, `{ segment(id: "${id}") { name viewerCanDelete } }`)).data?.['segment'];
  expect(await see(other)).toBeNull();
  const change = async (viewer: Parameters<House['ask']>[0], verb: string, input: object) => (await house.ask(viewer,
    `mutation ($input: ${verb[0]?.toUpperCase()}${verb.slice(1)}Input!) { ${verb}(input: $input) { segment { name version shared deletedAt } refusal { code details } } }`,
    { input: { id, ...input } })).data?.[verb];
  expect((await change(other, 'updateSegment', { expectedVersion: 1, name: 'Theirs' })).refusal.code).toBe('NOT_FOUND');
  expect((await change(owner, 'shareSegment', { expectedVersion: 1, shared: true })).segment).toMatchObject({ shared: true, version: 2 });
  expect(await see(other)).toEqual({ name: 'Mine', viewerCanDelete: false });
  expect(await change(other, 'updateSegment', { expectedVersion: 1, name: 'Late' })).toMatchObject({
    segment: { name: 'Mine', version: 2 }, refusal: { code: 'STALE_VERSION', details: { by: 'Olga' } } });
  expect((await change(owner, 'updateSegment', { expectedVersion: 2, rule: spain })).segment).toMatchObject({ name: 'Mine', version: 3 });
  expect((await change(owner, 'deleteSegment', { expectedVersion: 3 })).segment.deletedAt).not.toBeNull();
  const named = async (deleted: boolean) => (await house.ask(owner, `{ segments(deleted: ${deleted}, search: "min") { edges { node { name } } } }`)).data?.['segments'].edges;
  expect([await named(false), await named(true)]).toEqual([[], [{ node: { name: 'Mine' } }]]);
  expect((await change(owner, 'restoreSegment', { expectedVersion: 4 })).segment).toMatchObject({ deletedAt: null, version: 5 });
  const warehouse = await house.person('warehouse');
  expect((await house.ask(warehouse, '{ segments { totalCount } }')).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
});

test('a list takes whom the viewer sees, all or none, and remembers who came and left', async () => {
  const manager = await house.person('manager');
  const sales = await house.person('sales', { teamId: teams['north']! });
  const { segment } = await made(manager, { name: 'List', list: [ids['ana'], ids['carla']], shared: true });
  expect(segment).toMatchObject({ kind: 'LIST', count: 2 });
  expect(await made(sales, { name: 'Not mine', list: [ids['carla']] })).toMatchObject({ segment: null, refusal: { code: 'NOT_FOUND', field: 'list' } });
  const change = async (viewer: Parameters<House['ask']>[0], verb: string, customerIds: (string | undefined)[]) => (await house.ask(viewer,
    `mutation ($input: ${verb[0]?.toUpperCase()}${verb.slice(1)}Input!) { ${verb}(input: $input) { segment { count } refusal { code } } }`,
    { input: { id: segment.id, customerIds } })).data?.[verb];
  const tiers = async (viewer: Parameters<House['ask']>[0]) => (await house.ask(viewer, `{ segment(id: "${segment.id}") { breakdowns { facts cells { keys count } } } }`))
    .data?.['segment'].breakdowns.find(({ facts }: { facts: string[] }) => facts.join() === 'valueTier').cells;
  expect(await tiers(manager)).toEqual([{ keys: ['A'], count: 2 }]);
  expect(await tiers(sales)).toEqual([{ keys: ['A'], count: 1 }]);
  expect(await change(manager, 'addToSegment', [ids['ana'], ids['berto']])).toEqual({ segment: { count: 3 }, refusal: null });
  expect((await change(sales, 'addToSegment', [ids['dario']])).refusal.code).toBe('NOT_FOUND');
  expect((await change(sales, 'removeFromSegment', [ids['ana'], ids['carla']])).segment).toEqual({ count: 1 });
  const later = new Date(testNow.getTime() + 60_000);
  const em = house.database.em.fork();
  expect(await em.transactional((inner) => refreshSegmentMembers(inner as typeof em, segment.id, later))).toEqual({ members: 2, entered: 3, departed: 1 });
  const query = `{ segment(id: "${segment.id}") { count history { members entered departed } changes(since: "2026-06-01T00:00:00Z") { entered { customer { name } } left { customer { name } } } } }`;
  const seen = (await house.ask(manager, query)).data?.['segment'];
  expect(seen.history).toEqual([{ members: 2, entered: 3, departed: 1 }]);
  expect(seen.changes.left).toEqual([{ customer: { name: 'ana' } }]);
  const his = (await house.ask(sales, query)).data?.['segment'];
  expect(his).toMatchObject({ count: 1, history: [{ members: 1 }] });
  expect(his.changes.entered.map((one: { customer: { name: string } }) => one.customer.name).sort()).toEqual(['ana', 'berto']);
});

test('members of a rule follow the customers; who may not read what the rule reads learns nothing from its past', async () => {
  const manager = await house.person('manager');
  const { segment } = await made(manager, { name: 'Margin', rule: { fact: 'margin12m', is: 'ge', value: 500 }, shared: true });
  const em = house.database.em.fork();
  const refresh = (minutes: number) => em.fork().transactional((inner) =>
    refreshSegmentMembers(inner as typeof em, segment.id, new Date(testNow.getTime() + minutes * 60_000)));
  expect(await refresh(0)).toEqual({ members: 1, entered: 1, departed: 0 });
  expect(await refresh(1)).toEqual({ members: 1, entered: 0, departed: 0 });
  await house.sql('update customer_facts set margin12m = 100 where customer_id = ?', [ids['ana']]);
  await house.sql('update customer_facts set margin12m = 700 where customer_id = ?', [ids['berto']]);
  expect(await refresh(2)).toEqual({ members: 1, entered: 1, departed: 1 });
  expect(await refreshAllSegments(em, new Date(testNow.getTime() + 180_000))).toBeGreaterThan(3);
  const query = `{ segment(id: "${segment.id}") { count history { members } changes(since: "2026-06-01T00:00:00Z") { entered { at } } } }`;
  expect((await house.ask(manager, query)).data?.['segment'].history).toEqual([{ members: 1 }]);
  const marketing = await house.person('marketing');
  expect((await house.ask(marketing, query)).data?.['segment']).toEqual({ count: 0, history: [], changes: { entered: [] } });
});

test('a history costs by how far back it goes, two years at most', () => {
  const { complexity } = (house.schema.getType('Segment') as GraphQLObjectType).getFields()['history']!.extensions as { complexity: (of: object) => number };
  expect([1, 30, 90, 730, 5000, -9].map((days) => complexity({ args: { days }, childComplexity: 4 }))).toEqual([4, 120, 360, 2920, 2920, 4]);
});

test('two segments stand side by side in one statement beside the reading of both', async () => {
  const manager = await house.person('manager');
  const a = await made(manager, { name: 'A', rule: spain });
  const b = await made(manager, { name: 'B', rule: { fact: 'valueTier', is: 'eq', value: 'A' } });
  const query = `{ compareSegments(a: "${a.segment.id}", b: "${b.segment.id}") { overlap a { count revenue12m { amount } revenue12mMean { amount } orders12mMean tiers { tier count } } b { count revenue12m { amount } } } }`;
  house.statements.length = 0;
  const { data } = await house.ask(manager, query);
  expect(house.statements).toHaveLength(3);
  expect(data?.['compareSegments']).toMatchObject({
    overlap: 1, a: { count: 2, revenue12m: { amount: '400.00' }, revenue12mMean: { amount: '200.00' }, orders12mMean: '2.00' }, b: { count: 2, revenue12m: { amount: '350.00' } },
  });
  expect(data?.['compareSegments'].a.tiers.slice(0, 2)).toEqual([{ tier: 'A', count: 1 }, { tier: 'B', count: 1 }]);
});

test('a rule explains itself on one customer, in one statement, as the viewer may know him', async () => {
  const manager = await house.person('manager');
  const rule = { and: [bought, { or: [spain, { fact: 'margin12m', is: 'ge', value: 1 }] }] };
  const query = 'query ($rule: JSON!, $customerId: ID!) { explainRule(rule: $rule, customerId: $customerId) { path text truth value deciding } }';
  house.statements.length = 0;
  const { data } = await house.ask(manager, query, { rule, customerId: ids['carla'] });
  expect(house.statements).toHaveLength(1);
  expect(data?.['explainRule']).toMatchObject([
    { path: '', truth: 'UNKNOWN' }, { path: 'and.0', truth: 'HOLDS', value: 2, deciding: false }, { path: 'and.1', truth: 'UNKNOWN' },
    { path: 'and.1.or.0', truth: 'FAILS', value: 'FR', deciding: false }, { path: 'and.1.or.1', truth: 'UNKNOWN', value: null, deciding: true },
  ]);
  const sales = await house.person('sales', { teamId: teams['north']! });
  expect((await house.ask(sales, query, { rule, customerId: ids['carla'] })).data?.['explainRule']).toBeNull();
});

test('the catalogue offers what the viewer may read today, in his language', async () => {
  const query = '{ ruleCatalogue(subject: customer) { facts { key label type unit operators values { value label } nullMeans } relations { name fields { key } } } }';
  const facts = async (role: 'manager' | 'warehouse' | 'analyst', language: 'en' | 'es' = 'en') =>
    (await house.ask({ ...(await house.person(role)), language }, query)).data?.['ruleCatalogue'];
  const all = await facts('manager', 'es');
  expect(all.facts.find((fact: { key: string }) => fact.key === 'valueTier')).toMatchObject({ label: 'Nivel de valor', values: expect.arrayContaining([{ value: 'A', label: 'A · Clave' }]) });
  const keys = (one: typeof all) => one.facts.map((fact: { key: string }) => fact.key);
  expect(keys(all)).toContain('margin12m');
  expect(keys(all)).not.toContain('leadScore');
  expect(keys(await facts('warehouse'))).not.toContain('revenue12m');
  expect((await facts('analyst')).relations.map((relation: { name: string }) => relation.name)).toEqual(['orders', 'activities', 'addresses']);
});

test('segments are narrowed by a rule over themselves; a rule about customers is refused, and nobody sifts what others keep to themselves', async () => {
  const [mine, other] = [await house.person('marketing'), await house.person('marketing')];
  await made(mine, { name: 'Ruled spain', rule: spain, shared: true });
  await made(mine, { name: 'Ruled list', description: 'By hand', list: [ids['ana']] });
  const ask = (viewer: typeof mine, rule: unknown) => house.ask(viewer, 'query ($rule: JSON) { segments(rule: $rule, search: "Ruled") { totalCount edges { node { name } } } }', { rule });
  const found = async (viewer: typeof mine, rule: unknown) => {
    const { totalCount, edges } = (await ask(viewer, rule)).data!['segments'];
    return [totalCount, ...edges.map(({ node }: { node: { name: string } }) => node.name)];
  };
  const his = { fact: 'segment.ownerId', is: 'eq', value: mine.userId };
  expect([await found(mine, his), await found(other, his)]).toEqual([[2, 'Ruled list', 'Ruled spain'], [1, 'Ruled spain']]);
  expect(await found(mine, { and: [his, { not: { fact: 'segment.isShared', is: 'eq', value: true } }, { fact: 'segment.description', is: 'contains', value: 'HAND' }] })).toEqual([1, 'Ruled list']);
  expect(await found(mine, { fact: 'segment.kind', is: 'eq', value: 'RULE' })).toEqual([1, 'Ruled spain']);
  expect((await ask(mine, spain)).errors![0]!.extensions['code']).toBe('BAD_USER_INPUT');
});
