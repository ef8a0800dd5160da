import type { Role, Viewer } from '@orbita/domain/access';
import type { CustomFieldInput, CustomValueInput } from '@orbita/domain/custom-fields';
import { isRefused, type Refusal } from '@orbita/domain/refusal';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Em, newId, rowsOf, transact } from '#connection';
import { updateCompany } from '#company';
import { listCustomFields } from '#custom-fields';
import type { Database } from '#database';
import { factsOf } from '#facts';
import { archiveCustomField, createCustomField, restoreCustomField, sortCustomFields, updateCustomField } from '#field-definitions';
import { judgeAnew } from '#lifecycle';
import type { Writing } from '#requests';
import { createSegment, followEvents } from '#segments';
import { openTestDatabase } from '#testing';
import { countCustomers, createCustomer, type CustomerOrder, listCustomers, updateCustomer } from './index.ts';
import { pickPage } from './customer-list.queries.ts';

const now = new Date('2026-06-15T10:00:00Z');
const [userId, companyId] = [newId(), newId()];
const viewerOf = (role: Role): Viewer => ({ userId, role, teamId: null, partnerId: null, language: 'en' });
const admin = viewerOf('administrator');
const writingOf = (viewer: Viewer): Writing => ({
  viewer, now, actor: { kind: 'USER', id: userId, channel: 'WEB' }, company: { id: companyId, zone: 'Europe/Madrid', currency: 'EUR', country: 'ES' },
});
let database: Database;
let em: Em;

beforeAll(async () => {
  database = await openTestDatabase();
  em = database.em.fork();
  await rowsOf(em, sql`insert into company (id, name, country, currency, zone, language, working_hours, updated_at) values (${companyId}::uuid, 'x', 'ES', 'EUR', 'Europe/Madrid', 'en', '{}', now())`);
  await rowsOf(em, sql`insert into business_line (id, name, is_default) values (${newId()}::uuid, 'x', true)`);
  await rowsOf(em, sql`insert into app_user (id, name, email, role) values (${userId}::uuid, 'Ana', 'x@x.example', 'administrator')`);
});
afterAll(() => database.close());

const write = <Done>(verb: (em: Em) => Promise<Done | Refusal>) => transact(database.em.fork(), verb);
async function done(verb: (em: Em) => Promise<string | Refusal>): Promise<string> {
  const answer = await write(verb);
  if (isRefused(answer)) throw new Error(`${answer.code} ${answer.field}`);
  return answer as string;
}
const label = (en: string) => ({ en, es: en });
const field = (input: Omit<CustomFieldInput, 'entity'>) => done((inner) => createCustomField(inner, { entity: 'CUSTOMER', ...input }, writingOf(admin)));
const make = (name: string, custom: CustomValueInput[] = [], viewer = admin) =>
  write((inner) => createCustomer(inner, { kind: 'ORGANISATION', name, custom }, writingOf(viewer)));
const made = async (name: string, custom: CustomValueInput[] = []) => await make(name, custom) as string;
const versionOf = async (id: string) => (await rowsOf(em, sql<{ version: number }>`select version from customer where id = ${id}::uuid`))[0]!.version;
const update = async (id: string, custom: CustomValueInput[], viewer = admin, seen?: number) => {
  const expectedVersion = seen ?? await versionOf(id);
  return write((inner) => updateCustomer(inner, { id, expectedVersion, custom }, writingOf(viewer)));
};

let levelId = '';
let anchor = '';
test('fields of every type are defined, filled in, and become facts', async () => {
  levelId = await field({ type: 'CHOICE', label: label('Level'), options: ['Low', 'Mid', 'High'].map((en) => ({ label: label(en) })) });
  await field({ type: 'CHOICES', label: label('Wines'), options: ['Red', 'White'].map((en) => ({ label: label(en) })) });
  await field({ type: 'TEXT', label: label('Note') });
  await field({ type: 'NUMBER', label: label('Area'), decimals: 1 });
  await field({ type: 'MONEY', label: label('Rent') });
  await field({ type: 'DATE', label: label('Founded') });
  await field({ type: 'BOOLEAN', label: label('Vip') });
  await field({ type: 'USER', label: label('Buddy') });
  await field({ type: 'CUSTOMER', label: label('Parent') });
  const parent = await made('Parent');
  anchor = await made('Anchor', [
    { name: 'level', option: 'MID' }, { name: 'wines', options: ['RED'] }, { name: 'note', text: 'Ámbar' }, { name: 'area', number: '12.5' },
    { name: 'rent', money: '10' }, { name: 'founded', date: '2026-03-01' }, { name: 'vip', boolean: true }, { name: 'buddy', userId }, { name: 'parent', customerId: parent },
  ]);
  const facts = (await factsOf(em, [anchor], admin)).get(anchor)!;
  expect(Object.fromEntries(Object.entries(facts).filter(([key]) => key.startsWith('custom.')))).toEqual({
    'custom.level': 'MID', 'custom.wines': ['RED'], 'custom.note': 'ambar', 'custom.area': 125, 'custom.rent': 1000,
    'custom.founded': Date.parse('2026-02-28T23:00:00Z'), 'custom.vip': true, 'custom.buddy': userId, 'custom.parent': parent,
  });
  expect((await factsOf(em, [parent], admin)).get(parent)).toMatchObject({ 'custom.level': null, 'custom.vip': null });
});

test('a change of values is told, and what they were lies with what erasure deletes', async () => {
  await update(anchor, [{ name: 'note', text: 'Canary' }, { name: 'vip', boolean: null }]);
  const [event] = await rowsOf(em, sql<{ payload: unknown; values: unknown }>`
    select e.payload, p.values from timeline_event e join event_personal p on p.customer_id = e.customer_id and p.event_no = e.no
    where e.customer_id = ${anchor}::uuid and e.type = 'customerUpdated'`);
  expect(event?.payload).toEqual({ changed: ['custom.note', 'custom.vip'], values: {} });
  expect(event?.values).toEqual({ 'custom.note': { before: 'Ámbar', after: 'Canary' }, 'custom.vip': { before: true, after: null } });
  const version = await versionOf(anchor);
  expect(await update(anchor, [{ name: 'note', text: 'Canary' }])).toBe(anchor);
  expect(await versionOf(anchor)).toBe(version);
});

test('of two who change one version, the second is told who was first', async () => {
  const version = await versionOf(anchor);
  expect(await update(anchor, [{ name: 'area', number: '3' }], admin, version)).toBe(anchor);
  expect(await update(anchor, [{ name: 'area', number: '4' }], admin, version)).toMatchObject({ code: 'STALE_VERSION', details: { by: 'Ana' } });
});

test('a required field is asked of who makes a customer and may read it', async () => {
  const id = await field({ type: 'TEXT', label: label('Code'), required: true, readers: ['manager'] });
  expect(await make('Without')).toMatchObject({ code: 'REQUIRED', field: 'custom.code' });
  expect(typeof await make('By sales', [], viewerOf('sales'))).toBe('string');
  expect(await make('By sales, with it', [{ name: 'code', text: 'x' }], viewerOf('sales'))).toMatchObject({ code: 'NOT_FOUND', field: 'custom.code' });
  expect(await write((inner) => archiveCustomField(inner, { id, expectedVersion: 1 }, writingOf(admin)))).toBe(id);
});

test('a link is only to whom one sees and who is there', async () => {
  expect(await make('x', [{ name: 'parent', customerId: newId() }])).toMatchObject({ code: 'NOT_FOUND', field: 'custom.parent' });
  expect(await make('x', [{ name: 'buddy', userId: newId() }])).toMatchObject({ code: 'NOT_FOUND', field: 'custom.buddy' });
});

const orderBy = async (name: string, descending = false): Promise<CustomerOrder> => {
  const one = (await listCustomFields(em, 'CUSTOMER', admin)).find((each) => each.name === name)!;
  const kind = ['NUMBER', 'MONEY', 'DATE', 'BOOLEAN'].includes(one.type) ? 'NUMBER' : 'TEXT';
  return { by: `custom.${name}`, descending, field: { id: one.id, name, kind, steps: one.type === 'CHOICE' ? one.options.map(({ value }) => value) : undefined } };
};
const select = { fields: new Set<string>(), facts: new Set<string>() };

/** Every page of two, forwards and back again, as the ids and values that one reads. */
async function walk(order: CustomerOrder, viewer = admin) {
  const pages: { id: string; sortValue: string | number | null }[][] = [];
  for (let after: readonly [string | number | null, string] | undefined; ;) {
    const rows = await listCustomers(em, {}, { order, size: 2, after }, select, viewer, now);
    const page = rows.slice(0, 2).map(({ id, sortValue }) => ({ id, sortValue }));
    pages.push(page);
    if (rows.length <= 2) break;
    after = [page.at(-1)!.sortValue, page.at(-1)!.id];
  }
  const all = pages.flat();
  const last = all.at(-1)!;
  const back = await listCustomers(em, {}, { order, size: 50, after: [last.sortValue, last.id], backwards: true }, select, viewer, now);
  expect(back.map(({ id }) => id)).toEqual(all.slice(0, -1).map(({ id }) => id).toReversed());
  expect(new Set(all.map(({ id }) => id)).size).toBe(await countCustomers(em, {}, viewer, now));
  return all.map(({ sortValue }) => sortValue);
}

test('a list is sorted by a field in pages that follow on each other, without a value last', async () => {
  await made('One', [{ name: 'level', option: 'HIGH' }, { name: 'area', number: '-7' }, { name: 'note', text: 'zinc' }]);
  await made('Two', [{ name: 'level', option: 'LOW' }, { name: 'area', number: '100' }]);
  await made('Three', [{ name: 'level', option: 'LOW' }, { name: 'note', text: 'Árbol' }]);
  const none = (values: unknown[]) => values.filter((value) => value !== null);
  const byLevel = await walk(await orderBy('level'));
  expect(none(byLevel)).toEqual(['LOW', 'LOW', 'MID', 'HIGH']);
  expect(byLevel.slice(0, 4)).toEqual(none(byLevel));
  expect(none(await walk(await orderBy('level', true)))).toEqual(['HIGH', 'MID', 'LOW', 'LOW']);
  expect(none(await walk(await orderBy('area')))).toEqual(['-70', '30', '1000']);
  expect(none(await walk(await orderBy('area', true)))).toEqual(['1000', '30', '-70']);
  expect(none(await walk(await orderBy('note')))).toEqual(['arbol', 'canary', 'zinc']);
  await write((inner) => updateCustomField(inner, { id: levelId, expectedVersion: 1, options: ['HIGH', 'LOW', 'MID'].map((value) => ({ value, label: label(value) })) }, writingOf(admin)));
  expect(none(await walk(await orderBy('level')))).toEqual(['HIGH', 'LOW', 'LOW', 'MID']);
});

test('page after page is a scan of the index that holds the values of every field', async () => {
  const orders = Object.fromEntries(await Promise.all(['area', 'note', 'level'].map(async (name) => [name, await orderBy(name)] as const)));
  const inner = database.em.fork();
  await inner.transactional(async (one) => {
    for (const way of ['seqscan', 'sort', 'incremental_sort', 'bitmapscan', 'hashjoin', 'mergejoin']) await one.execute(`set local enable_${way} = off`);
    for (const [name, value] of [['area', '30'], ['note', 'canary'], ['level', 'LOW']] as const) {
      const page = pickPage({}, { order: orders[name]!, size: 20, after: [value, newId()] }, viewerOf('manager'), now);
      const plan = (await rowsOf(one as Em, sql<{ 'QUERY PLAN': string }>`explain ${page}`)).map((line) => line['QUERY PLAN']).join('\n');
      expect(plan).toMatch(/using custom_order_(number|text)/);
      expect(plan.split('empty')[0]).not.toContain('Sort Key');
    }
  });
});

test('what a rule finds by a field, and what it finds for one who may not read it', async () => {
  const found = async (rule: object, viewer = admin) => countCustomers(em, { rule: rule as never }, viewer, now);
  expect(await found({ fact: 'custom.level', is: 'in', values: ['LOW'] })).toBe(2);
  expect(await found({ fact: 'custom.note', is: 'contains', value: 'anar' })).toBe(1);
  expect(await found({ fact: 'custom.wines', is: 'contains', value: 'RED' })).toBe(1);
  expect(await found({ fact: 'custom.founded', is: 'daysSince', compare: 'ge', days: 100 })).toBe(1);
  expect(await found({ not: { fact: 'custom.level', is: 'isSet' } })).toBeGreaterThan(0);
  const sales = viewerOf('manager');
  expect(await found({ fact: 'custom.level', is: 'in', values: ['LOW'] }, sales)).toBe(2);
  await write((inner) => updateCustomField(inner, { id: levelId, expectedVersion: 2, readers: ['finance'] }, writingOf(admin)));
  expect(await found({ fact: 'custom.level', is: 'in', values: ['LOW'] }, sales)).toBe(0);
  expect(await found({ not: { fact: 'custom.level', is: 'in', values: ['LOW'] } }, sales)).toBe(0);
  expect(await found({ not: { fact: 'custom.level', is: 'isSet' } }, sales)).toBe(0);
  expect(await found({ fact: 'custom.level', is: 'in', values: ['LOW'] })).toBe(2);
  expect(Object.keys((await factsOf(em, [anchor], sales)).get(anchor)!)).not.toContain('custom.level');
  expect((await listCustomFields(em, 'CUSTOMER', sales)).map(({ name }) => name)).not.toContain('level');
});

test('a segment that waits for a date is reviewed when it comes, and forgets whom it meant when the field is put away', async () => {
  const rule = { fact: 'custom.founded', is: 'reached' } as const;
  const segment = await done((inner) => createSegment(inner, { name: 'Founded', shared: true, rule } as never, writingOf(admin)));
  await update(anchor, [{ name: 'founded', date: '2026-07-01' }]);
  const [review] = await rowsOf(em, sql<{ at: string }>`select next_review_at as at from customer_facts where customer_id = ${anchor}::uuid`);
  expect(new Date(review!.at).toISOString()).toBe('2026-06-30T22:00:00.000Z');
  const other = await made('Founded long ago', [{ name: 'founded', date: '1990-01-01' }]);
  const members = async (type: string, payload: object) => {
    await write((inner) => followEvents(inner, [{ type, customerId: companyId, payload } as never], now) as Promise<never>);
    return (await rowsOf(em, sql<{ id: string }>`select customer_id as id from segment_member where segment_id = ${segment}::uuid and left_at is null`)).map(({ id }) => id);
  };
  expect(await members('segmentCreated', { id: segment })).toEqual([other]);
  const { id, version } = (await listCustomFields(em, 'CUSTOMER', admin)).find(({ name }) => name === 'founded')!;
  await write((inner) => archiveCustomField(inner, { id, expectedVersion: version }, writingOf(admin)));
  expect(await members('customFieldArchived', { name: 'founded' })).toEqual([]);
  await write((inner) => restoreCustomField(inner, { id, expectedVersion: version + 1 }, writingOf(admin)));
  expect(await members('customFieldRestored', { name: 'founded' })).toEqual([other]);
});

test('whoever stands in a lifecycle model by a field is judged anew when the field is put away and comes back', async () => {
  const stages = [
    { key: 'LOW', name: label('Low'), rule: { fact: 'custom.level', is: 'in', values: ['LOW'] } }, { key: 'REST', name: label('Rest'), rule: { and: [] } },
  ].map((stage) => ({ ...stage, strategy: label('x'), signals: [], kpiBounds: [], npsBound: null, slaHours: 8, talkMinutes: 10 }));
  await rowsOf(em, sql`
    insert into lifecycle_model (id, key, name, stages, evaluation_order, position, shipped, active, rules_version, version, updated_at)
    values (${newId()}::uuid, 'levels', '{"en": "Levels", "es": "Niveles"}', ${JSON.stringify(stages)}::jsonb, '{LOW,REST}', 90, false, true, 1, 1, ${now.toISOString()}::timestamptz)`);
  const customer = await made('Judged', [{ name: 'level', option: 'LOW' }]);
  const stage = async () => {
    while (await judgeAnew(database.em.fork(), { now })) continue;
    return (await rowsOf(em, sql<{ stage: string }>`select stages -> 'levels' ->> 'stage' as stage from customer_facts where customer_id = ${customer}::uuid`))[0]?.stage;
  };
  const turn = async (verb: typeof archiveCustomField) => {
    const { version } = (await listCustomFields(em, 'CUSTOMER', admin)).find(({ id }) => id === levelId)!;
    return write((inner) => verb(inner, { id: levelId, expectedVersion: version }, writingOf(admin)));
  };
  expect(await stage()).toBe('LOW');
  await turn(archiveCustomField);
  expect(await stage()).toBe('REST');
  await turn(restoreCustomField);
  expect(await stage()).toBe('LOW');
  const [told] = await rowsOf(em, sql<{ payload: unknown }>`select payload from timeline_event where customer_id = ${customer}::uuid and type = 'stageChanged' order by no limit 1`);
  expect(JSON.stringify(told?.payload)).not.toContain('"value":');
});

test('an archived field is unknown to rules, and comes back with its values', async () => {
  const count = () => countCustomers(em, { rule: { not: { fact: 'custom.level', is: 'in', values: ['LOW'] } } }, admin, now);
  const before = await count();
  expect(before).toBeGreaterThan(0);
  await write((inner) => archiveCustomField(inner, { id: levelId, expectedVersion: 5 }, writingOf(admin)));
  expect(await count()).toBe(0);
  expect(Object.keys((await factsOf(em, [anchor], admin)).get(anchor)!)).not.toContain('custom.level');
  expect(await update(anchor, [{ name: 'level', option: 'LOW' }])).toMatchObject({ code: 'NOT_FOUND' });
  await write((inner) => restoreCustomField(inner, { id: levelId, expectedVersion: 6 }, writingOf(admin)));
  expect(await count()).toBe(before);
});

test('fields are defined by administrators alone, so many and no more, in the order they say', async () => {
  expect(await write((inner) => createCustomField(inner, { entity: 'CUSTOMER', type: 'TEXT', label: label('x') }, writingOf(viewerOf('manager'))))).toMatchObject({ code: 'FORBIDDEN' });
  const fields = (await listCustomFields(em, 'CUSTOMER', admin)).filter(({ archivedAt }) => archivedAt === null);
  await write((inner) => sortCustomFields(inner, { entity: 'CUSTOMER', ids: [levelId] }, writingOf(admin)));
  await write((inner) => sortCustomFields(inner, { entity: 'CUSTOMER', ids: fields.map(({ id }) => id).toReversed() }, writingOf(admin)));
  const sorted = (await listCustomFields(em, 'CUSTOMER', admin)).filter(({ archivedAt }) => archivedAt === null);
  expect(sorted.map(({ id }) => id)).toEqual(fields.map(({ id }) => id).toReversed());
  for (let made = fields.length + 1; made < 50; made += 1) await field({ type: 'TEXT', label: label(`More ${made}`) });
  expect(await write((inner) => createCustomField(inner, { entity: 'CUSTOMER', type: 'TEXT', label: label('One too many') }, writingOf(admin)))).toMatchObject({ code: 'CONFLICT', details: { maximum: 50 } });
});

test('of a merged customer the values of his root count', async () => {
  const root = await made('Root', [{ name: 'note', text: 'of the root' }]);
  const other = await made('Other', [{ name: 'note', text: 'of the other' }, { name: 'area', number: '5' }]);
  await rowsOf(em, sql`update customer set merged_into = ${root}::uuid where id = ${other}::uuid`);
  await update(root, [{ name: 'vip', boolean: true }]);
  await rowsOf(em, sql`update customer_facts set hidden = true where customer_id = ${other}::uuid`);
  expect((await factsOf(em, [root], admin)).get(root)).toMatchObject({ 'custom.note': 'of the root', 'custom.area': null, 'custom.vip': true });
});

test('a date begins where the company is: it moves with the company to another zone', async () => {
  const id = await made('Dated', [{ name: 'founded', date: '2026-03-01' }]);
  const [company] = await rowsOf(em, sql<{ version: number }>`select version from company`);
  await write((inner) => updateCompany(inner, { expectedVersion: company!.version, zone: 'America/New_York', workingHours: {}, holidays: [] } as never, writingOf(admin)));
  expect((await factsOf(em, [id], admin)).get(id)?.['custom.founded']).toBe(Date.parse('2026-03-01T05:00:00Z'));
  const [order] = await rowsOf(em, sql<{ number: string }>`select o.number from custom_order o join custom_field d on d.id = o.field_id where o.customer_id = ${id}::uuid and d.name = 'founded'`);
  expect(Number(order?.number)).toBe(Date.parse('2026-03-01T05:00:00Z'));
});
