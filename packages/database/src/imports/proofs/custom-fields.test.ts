import type { CustomFieldInput } from '@orbita/domain/custom-fields';
import { isRefused } from '@orbita/domain/refusal';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Em, newId, rowsOf, transact } from '#connection';
import type { Database } from '#database';
import { archiveCustomField, createCustomField } from '#field-definitions';
import { openTestDatabase } from '../../testing/index.ts';
import { checksum, makeCompany } from './imports.fixture.ts';
import { loadText } from './load-text.fixture.ts';

let database: Database;
let noteId = '';
const label = (en: string, es = en) => ({ en, es });

beforeAll(async () => {
  database = await openTestDatabase();
  await makeCompany(database.em.fork());
  const [company] = await rowsOf(database.em.fork(), sql<{ id: string }>`select id from company`);
  const writing = {
    viewer: { userId: newId(), role: 'administrator', teamId: null, partnerId: null, language: 'en' }, now: new Date('2026-01-01T00:00:00Z'),
    actor: { kind: 'SYSTEM', id: null, channel: 'JOB' }, company: { id: company!.id, zone: 'Europe/Madrid', currency: 'EUR', country: 'ES' },
  } as const;
  const field = async (input: Omit<CustomFieldInput, 'entity'>) => {
    const id = await transact(database.em.fork(), (em: Em) => createCustomField(em, { entity: 'CUSTOMER', ...input }, writing));
    if (isRefused(id)) throw new Error(id.code);
    return id;
  };
  await field({ type: 'CHOICE', label: label('Level', 'Nivel'), required: true, options: [{ label: label('Gold', 'Oro') }, { label: label('Silver', 'Plata') }] });
  await field({ type: 'CHOICES', label: label('Wines'), options: [{ label: label('Red', 'Tinto') }, { label: label('White', 'Blanco') }] });
  await field({ type: 'NUMBER', label: label('Area'), decimals: 1 });
  await field({ type: 'MONEY', label: label('Rent') });
  await field({ type: 'DATE', label: label('Founded') });
  await field({ type: 'BOOLEAN', label: label('Vip') });
  noteId = await field({ type: 'TEXT', label: label('Note') });
  archive = () => transact(database.em.fork(), (em: Em) => archiveCustomField(em, { id: noteId, expectedVersion: 1 }, writing));
});
let archive: () => Promise<unknown>;
afterAll(() => database.close());

const mapping = (more: object = {}, onExisting = 'fill') => ({
  room: 'customers', system: 'crm', files: { rows: { decimal: ',', dates: 'DMY', separator: ';' } }, onExisting,
  customer: {
    externalId: 'id', name: 'name', kind: { constant: 'ORGANISATION' }, 'custom.level': 'level', 'custom.wines': 'wines', 'custom.area': 'area', 'custom.rent': 'rent',
    'custom.founded': 'founded', 'custom.vip': 'vip', 'custom.note': 'note', ...more,
  },
});
const head = 'id;name;level;wines;area;rent;founded;vip;note\n';
const first = `${head}1;Ría;oro;"tinto, Blanco";12,5;1.234,50;01/03/2026;sí;Ámbar\n2;Otra;;;;;;;\n3;Mal;cobre;;;;;;\n4;Peor;;rosado;;;;;\n5;Larga;;;1,25;;;;\n`;
const ria = async () => (await rowsOf(database.em.fork(), sql<{ custom: unknown; facts: unknown; sorted: number }>`
  select c.custom, f.custom as facts, (select count(*)::int from custom_order o where o.customer_id = c.id) as sorted
  from customer c join customer_facts f on f.customer_id = c.id where c.name = 'Ría'`))[0];

test('a file fills the fields of the company in the signs that it writes with, options by what people call them', async () => {
  const { state, problems } = await loadText(database, mapping(), first);
  expect(state.rows).toMatchObject({ created: 2, refused: 3 });
  expect(problems).toEqual([{ row: 4, column: 'level', code: 'INVALID' }, { row: 5, column: 'wines', code: 'INVALID' }, { row: 6, column: 'area', code: 'INVALID_FORMAT' }]);
  expect(await ria()).toEqual({
    custom: { level: 'GOLD', wines: ['RED', 'WHITE'], area: 125, rent: 123_450, founded: '2026-03-01', vip: true, note: 'Ámbar' },
    facts: { level: 'GOLD', wines: ['RED', 'WHITE'], area: 125, rent: 123_450, founded: Date.parse('2026-02-28T23:00:00Z'), vip: true, note: 'ambar' }, sorted: 6,
  });
  const before = await checksum(database.em.fork());
  expect((await loadText(database, mapping(), first)).state.rows).toMatchObject({ unchanged: 2, updated: 0, refused: 3 });
  expect(await checksum(database.em.fork())).toEqual(before);
});

test('what was there is kept and told, or written over as the mapping says, with what it was in the history', async () => {
  const later = `${head}1;Ría;plata;;;;;no;\n2;Otra;oro;;;;;;\n`;
  const filled = await loadText(database, mapping(), later);
  expect([filled.state.rows.updated, filled.problems]).toEqual([1, [{ row: 2, column: 'level, vip', code: 'KEPT' }]]);
  expect((await ria())?.custom).toMatchObject({ level: 'GOLD', vip: true });
  const written = await loadText(database, mapping({}, 'update'), later);
  expect([written.state.rows.updated, written.problems]).toEqual([1, []]);
  expect(await ria()).toMatchObject({ custom: { level: 'SILVER', vip: false, area: 125 }, facts: { level: 'SILVER', vip: false } });
  const events = await rowsOf(database.em.fork(), sql`
    select e.payload -> 'changed' as changed, p.values from timeline_event e join event_personal p on p.customer_id = e.customer_id and p.event_no = e.no
    join customer c on c.id = e.customer_id where c.name = 'Ría' and e.type = 'customerUpdated'`);
  expect(events).toEqual([{
    changed: ['custom.level', 'custom.vip'], values: { 'custom.level': { before: 'GOLD', after: 'SILVER' }, 'custom.vip': { before: true, after: false } },
  }]);
});

test('a mapping that fills a field which is not there is refused before any row', async () => {
  await expect(loadText(database, mapping({ 'custom.nothing': 'note' }), first)).rejects.toThrow(/custom\.nothing/);
  await archive();
  await expect(loadText(database, mapping(), first)).rejects.toThrow(/custom\.note/);
});
