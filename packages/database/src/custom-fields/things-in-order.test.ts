import type { Viewer } from '@orbita/domain/access';
import type { CustomFieldInput, CustomValueInput } from '@orbita/domain/custom-fields';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Em, newId, rowsOf, run } from '#connection';
import { updateCompany } from '#company';
import { addContact, updateContact } from '#contacts';
import { createCustomer } from '#customers';
import type { Database } from '#database';
import { archiveCustomField, createCustomField, restoreCustomField, updateCustomField } from '#field-definitions';
import { captureLead, listLeads, qualifyLead, updateLead } from '#leads';
import { listOpportunities, loseOpportunity, openOpportunity, reopenOpportunity, updateOpportunity } from '#opportunities';
import { insertRows } from '../facts/rows.fixture.ts';
import { keysOfThings } from '../migrations/038-order-of-own-fields.ts';
import { byVerbs, openCompany } from '../imports/proofs/by-verbs.fixture.ts';
import { outOfStep } from './out-of-step.fixture.ts';
import { listCustomFields, refreshCustomOrder, type SortedField, sortedFieldOf } from './index.ts';

const now = new Date('2026-06-15T10:00:00Z');
const admin: Viewer = { userId: newId(), role: 'administrator', teamId: null, partnerId: null, language: 'en' };
const label = (en: string) => ({ en, es: en });
const many = 1_500;

let database: Database;
let em: Em;
beforeAll(async () => {
  database = await openCompany();
  em = database.em.fork();
});
afterAll(() => database.close());

type Write = Awaited<ReturnType<typeof byVerbs>>['write'];
const write = async (verb: Parameters<Write>[1]) => (await byVerbs(database)).write('2026-06-15T10:00', verb);
const field = (input: CustomFieldInput) => write((inner, writing) => createCustomField(inner, input, writing));

interface Page {
  readonly after?: readonly [string | null, string];
  readonly backwards?: boolean;
  readonly offset?: number;
  readonly size: number;
}
const list = {
  LEAD: (by: SortedField, descending: boolean, page: Page, on = em) => listLeads(on, {}, { order: 'CAPTURED', field: by, descending, ...page }, new Set(), admin, now),
  OPPORTUNITY: (by: SortedField, descending: boolean, page: Page, on = em) =>
    listOpportunities(on, {}, { by: 'openedAt', field: by, descending, ...page }, new Set(), admin, { now, zone: 'Europe/Madrid' }),
};
const entities = ['LEAD', 'OPPORTUNITY'] as const;
const names = ['level', 'note', 'area', 'vip'] as const;
const steps = ['LOW', 'MID', 'HIGH'];

/** What thing `n` holds: with ties, and without a value now and then. */
const valuesOf = (n: number) => ({
  ...(n % 5 === 0 ? {} : { level: steps[(n * 7) % 3]! }), ...(n % 4 === 0 ? {} : { note: `note ${String((n * 37) % 50).padStart(2, '0')}` }),
  ...(n % 3 === 0 ? {} : { area: ((n * 31) % 90) - 40 }), ...(n % 2 === 0 ? {} : { vip: n % 4 === 1 }),
});
const held: Record<(typeof entities)[number], { id: string; values: Record<string, string | number | boolean> }[]> = { LEAD: [], OPPORTUNITY: [] };

beforeAll(async () => {
  for (const entity of entities) {
    await field({ entity, type: 'CHOICE', label: label('Level'), options: ['Low', 'Mid', 'High'].map((en) => ({ label: label(en) })) });
    await field({ entity, type: 'TEXT', label: label('Note') });
    await field({ entity, type: 'NUMBER', label: label('Area') });
    await field({ entity, type: 'BOOLEAN', label: label('Vip') });
    await field({ entity, type: 'CHOICES', label: label('Wines'), options: [{ label: label('Red') }] });
  }
  const customerId = await write((inner, writing) => createCustomer(inner, { kind: 'ORGANISATION', name: 'Bodegas Ríos' }, writing));
  const [line] = await rowsOf(em, sql<{ id: string }>`select id from business_line limit 1`);
  const [pipeline] = await rowsOf(em, sql<{ id: string }>`select id from pipeline limit 1`);
  const dated = { created_at: now, updated_at: now };
  for (const entity of entities) {
    const rows = Array.from({ length: many }, (_, n) => {
      const values = valuesOf(n);
      const id = newId();
      held[entity].push({ id, values });
      const own = { id, customer_id: customerId, line_id: line!.id, source: 'WEB', custom: JSON.stringify(values), custom_compared: JSON.stringify(values), ...dated };
      return entity === 'LEAD' ? { ...own, status: 'NEW', channel: 'WEB_FORM', captured_at: now } : {
        ...own, pipeline_id: pipeline!.id, stage: 'contacted', stage_since: now, status: 'OPEN', title: 'x', title_key: 'x', currency: 'EUR', rate: '1', rank: String(n), opened_at: now,
      };
    });
    await insertRows(em, entity.toLowerCase(), rows);
  }
  await refreshCustomOrder(em, [customerId]);
}, 120_000);

/** The ids in the order of a field, as the list should have them: those without a value last, the latest first where it falls. */
function inMemory(entity: (typeof entities)[number], name: string, descending: boolean): string[] {
  const rank = (value: string | number | boolean) => (name === 'level' ? steps.indexOf(String(value)) : typeof value === 'string' ? value : Number(value));
  const turn = descending ? -1 : 1;
  const compare = (a: string | number, b: string | number) => (a < b ? -1 : Number(a > b));
  return held[entity].toSorted((a, b) => {
    const [x, y] = [a.values[name], b.values[name]];
    if ((x === undefined) !== (y === undefined)) return x === undefined ? 1 : -1;
    return turn * ((x === undefined || y === undefined ? 0 : compare(rank(x), rank(y))) || compare(a.id, b.id));
  }).map(({ id }) => id);
}

describe.each(entities)('a list of every %s', (entity) => {
  const ways = names.flatMap((name) => [false, true].map((descending) => ({ name, descending })));

  test.each(ways)('by $name (descending $descending) is that of memory, page by page, backwards and from afar', { timeout: 60_000 }, async ({ name, descending }) => {
    const by = (await sortedFieldOf(em, entity, name, admin))!;
    const wanted = inMemory(entity, name, descending);
    const seen: string[] = [];
    let after: readonly [string | null, string] | undefined;
    for (const size = 397; ;) {
      const rows = await list[entity](by, descending, { size, ...(after ? { after } : {}) });
      const page = rows.slice(0, size);
      seen.push(...page.map(({ id }) => id));
      if (rows.length <= size) break;
      after = [page.at(-1)!.sortValue ?? null, page.at(-1)!.id];
    }
    expect(seen).toEqual(wanted);
    const back = await list[entity](by, descending, { size: 50, backwards: true, after: after! });
    const place = wanted.indexOf(after![1]);
    expect(back.map(({ id }) => id)).toEqual(wanted.slice(place - 51, place).toReversed());
    const far = await list[entity](by, descending, { size: 5, offset: 700 });
    expect(far.map(({ id }) => id)).toEqual(wanted.slice(700, 706));
  });

  test.each(ways)('by $name (descending $descending) is a scan of the index that holds the values of every field, from its place on', async ({ name, descending }) => {
    const by = (await sortedFieldOf(em, entity, name, admin))!;
    const place = inMemory(entity, name, descending)[500]!;
    const value = held[entity].find(({ id }) => id === place)!.values[name]!;
    await em.fork().transactional(async (inner) => {
      // In a small table any plan is as good: what is dear is forbidden, and only an index can then give the order.
      for (const way of ['seqscan', 'sort', 'incremental_sort', 'bitmapscan', 'hashjoin', 'mergejoin']) await inner.execute(`set local enable_${way} = off`);
      for (const after of [undefined, [typeof value === 'boolean' ? String(Number(value)) : String(value), place] as const]) {
        const plan = await planOf(list[entity](by, descending, { size: 50, ...(after ? { after } : {}) }, explaining(inner as Em)));
        expect(plan).toMatch(/using custom_order_(number|text)/);
        // Only the rows of the page are put back into its order.
        expect(plan.match(/Sort Key: .*/g)).toEqual([expect.stringMatching(/page\.place|row_number/)]);
        if (after) expect(plan).toMatch(/Index Cond: .*(?: = .*thing_id [<>]|ROW\(.*thing_id\) [<>] ROW)/);
      }
    });
  });
});

/** The same, but every query answers how the database would go about it. */
const explaining = (on: Em) => new Proxy(on, {
  get: (target, key) => (key === 'getKysely' ? () => target.getKysely().withPlugin({
    transformQuery: ({ node }) => (node.kind === 'RawNode' ? { ...node, sqlFragments: [`explain ${node.sqlFragments[0]}`, ...node.sqlFragments.slice(1)] } : node),
    transformResult: ({ result }) => Promise.resolve(result),
  }) : Reflect.get(target, key) as unknown),
});
const planOf = async (listed: Promise<readonly unknown[]>) => (await listed).map((line) => (line as { 'QUERY PLAN': string })['QUERY PLAN']).join('\n');

test('nobody sorts by a field that he may not read, that is put away, or that holds several values', async () => {
  const { id, version } = (await listCustomFields(em, 'LEAD', admin)).find(({ name }) => name === 'note')!;
  await write((inner, writing) => updateCustomField(inner, { id, expectedVersion: version, readers: ['finance'] }, writing));
  expect(await sortedFieldOf(em, 'LEAD', 'note', { ...admin, role: 'sales' })).toBeUndefined();
  expect((await sortedFieldOf(em, 'LEAD', 'note', { ...admin, role: 'finance' }))?.id).toBe(id);
  await write((inner, writing) => archiveCustomField(inner, { id, expectedVersion: version + 1 }, writing));
  expect(await sortedFieldOf(em, 'LEAD', 'note', admin)).toBeUndefined();
  await write((inner, writing) => restoreCustomField(inner, { id, expectedVersion: version + 2 }, writing));
  const by = (await sortedFieldOf(em, 'LEAD', 'note', admin))!;
  expect((await list.LEAD(by, false, { size: 9 })).map(({ id: one }) => one)).toEqual(inMemory('LEAD', 'note', false).slice(0, 10));
  expect(await sortedFieldOf(em, 'LEAD', 'wines', admin)).toBeUndefined();
});

test('every verb that writes a value keeps its key', { timeout: 60_000 }, async () => {
  const { of } = await byVerbs(database);
  const own = (...values: CustomValueInput[]) => ({ custom: values });
  await field({ entity: 'CONTACT', type: 'TEXT', label: label('Seat') });
  await field({ entity: 'LEAD', type: 'DATE', label: label('Day') });
  const customerId = await write((inner, writing) => createCustomer(inner, { kind: 'ORGANISATION', name: 'Molinos' }, writing));
  const keys = async () => {
    expect(await outOfStep(em)).toEqual([]);
    return (await rowsOf(em, sql<{ key: string }>`
      select d.entity || ' ' || d.name || ' ' || coalesce(text, number::text) as key from custom_order o join custom_field d on d.id = o.field_id where o.customer_id = ${customerId}::uuid order by 1`)).map(({ key }) => key);
  };
  const lead = await write((inner, writing) => captureLead(inner, { customerId, channel: 'WEB_FORM', source: 'OTHER', ...own({ name: 'note', text: 'first' }, { name: 'day', date: '2026-07-01' }) } as never, writing));
  const day = `LEAD day ${Date.parse('2026-06-30T22:00:00Z')}`;
  expect(await keys()).toEqual([day, 'LEAD note first']);
  await write(async (inner, writing) => updateLead(inner, { ...await of(inner, 'lead', lead), ...own({ name: 'note' }, { name: 'area', number: '4' }) }, writing));
  expect(await keys()).toEqual(['LEAD area 4', day]);
  await write(async (inner, writing) => qualifyLead(inner, { ...await of(inner, 'lead', lead), title: 'Press', qualification: { need: { answer: 'YES' } }, ...own({ name: 'vip', boolean: false }) }, writing));
  expect(await keys()).toEqual(['LEAD area 4', day, 'LEAD vip 0']);
  const opportunity = await write((inner, writing) => openOpportunity(inner, { customerId, title: 'Mill', ...own({ name: 'level', option: 'LOW' }) }, writing));
  await write(async (inner, writing) => updateOpportunity(inner, { ...await of(inner, 'opportunity', opportunity), ...own({ name: 'level', option: 'HIGH' }) }, writing));
  await write(async (inner, writing) => loseOpportunity(inner, { ...await of(inner, 'opportunity', opportunity), reason: 'PRICE' }, writing));
  await write(async (inner, writing) => reopenOpportunity(inner, await of(inner, 'opportunity', opportunity), writing));
  expect((await keys()).filter((key) => key.startsWith('OPP'))).toEqual(['OPPORTUNITY level HIGH', 'OPPORTUNITY level HIGH']);
  await write((inner, writing) => addContact(inner, { customerId, givenName: 'Eva', ...own({ name: 'seat', text: 'left' }) }, writing));
  const [eva] = await rowsOf(em, sql<{ id: string; version: number }>`select id, version from contact where given_name = 'Eva'`);
  await write((inner, writing) => updateContact(inner, { id: eva!.id, customerId, expectedVersion: eva!.version, ...own({ name: 'seat', text: 'right' }) }, writing));
  expect((await keys())[0]).toBe('CONTACT seat right');
  const [company] = await rowsOf(em, sql<{ version: number }>`select version from company`);
  await write((inner, writing) => updateCompany(inner, { expectedVersion: company!.version, zone: 'America/New_York', workingHours: {}, holidays: [] } as never, writing));
  expect(await keys()).toContain(`LEAD day ${Date.parse('2026-07-01T04:00:00Z')}`);
});

test('what was entered before there were keys gets them', async () => {
  await run(em, sql`delete from custom_order`);
  for (const [entity, table] of [['CONTACT', 'contact'], ['LEAD', 'lead'], ['OPPORTUNITY', 'opportunity']] as const) await run(em, sql.raw(keysOfThings(entity, table)));
  expect(await outOfStep(em)).toEqual([]);
});
