import type { CustomFieldInput } from '@orbita/domain/custom-fields';
import { isRefused } from '@orbita/domain/refusal';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Em, newId, rowsOf, transact } from '#connection';
import { countCustomers } from '#customers';
import type { Database } from '#database';
import { createCustomField } from '#field-definitions';
import { openTestDatabase } from '../../testing/index.ts';
import { checksum, makeCompany } from './imports.fixture.ts';
import { loadText } from './load-text.fixture.ts';

let database: Database;
const viewer = { userId: newId(), role: 'administrator', teamId: null, partnerId: null, language: 'en' } as const;
const label = (en: string, es = en) => ({ en, es });

beforeAll(async () => {
  database = await openTestDatabase();
  await makeCompany(database.em.fork());
  const [company] = await rowsOf(database.em.fork(), sql<{ id: string }>`select id from company`);
  const writing = {
    viewer, now: new Date('2026-01-01T00:00:00Z'), actor: { kind: 'SYSTEM', id: null, channel: 'JOB' },
    company: { id: company!.id, zone: 'Europe/Madrid', currency: 'EUR', country: 'ES' },
  } as const;
  const field = async (input: CustomFieldInput) => {
    const id = await transact(database.em.fork(), (em: Em) => createCustomField(em, input, writing));
    if (isRefused(id)) throw new Error(id.code);
  };
  // One of the customers is called the same, and holds something else.
  await field({ entity: 'CUSTOMER', type: 'TEXT', label: label('Level') });
  await field({ entity: 'CONTACT', type: 'CHOICE', label: label('Level', 'Nivel'), required: true, options: [{ label: label('Gold', 'Oro') }, { label: label('Silver', 'Plata') }] });
  await field({ entity: 'CONTACT', type: 'MONEY', label: label('Limit') });
  await field({ entity: 'CONTACT', type: 'DATE', label: label('Joined') });
  await field({ entity: 'CONTACT', type: 'TEXT', label: label('Note') });
  await field({ entity: 'CONTACT', type: 'USER', label: label('Buddy') });
  await field({ entity: 'CONTACT', type: 'CUSTOMER', label: label('Before') });
  await rowsOf(database.em.fork(), sql`insert into app_user (id, name, email, role) values (${viewer.userId}::uuid, 'Luz Ferro', 'luz@almendra.example', 'sales')`);
});
afterAll(() => database.close());

const mapping = (onExisting = 'fill') => ({
  room: 'contacts', system: 'crm', files: { rows: { decimal: ',', dates: 'DMY', separator: ';' } }, onExisting,
  contact: {
    organisation: 'company', name: 'person', jobTitle: 'title', 'custom.level': 'level', 'custom.limit': 'limit', 'custom.joined': 'joined', 'custom.note': 'note',
  },
});
const head = 'company;person;title;level;limit;joined;note\n';
const first = `${head}Bodegas Ría;Ana Paz;Gerente;oro;1.234,50;01/03/2026;Ámbar\nBodegas Ría;Leo Sol;;;;;\nBodegas Ría;Mal Valor;;cobre;;;\nNova SL;Eva Mar;;plata;;;\n`;
const person = async (name: string) => (await rowsOf(database.em.fork(), sql`
  select k.job_title as title, k.custom, k.custom_compared as compared, k.version from contact k where k.given_name = ${name}`))[0];

test('a file of contacts fills their fields, those of new organisations too; without a required one nobody is refused', async () => {
  const { state, problems } = await loadText(database, mapping(), first);
  expect(state.rows).toMatchObject({ created: 2, updated: 1, refused: 1 });
  expect(problems).toEqual([{ row: 4, column: 'level', code: 'INVALID' }]);
  expect(await person('Ana')).toMatchObject({
    custom: { level: 'GOLD', limit: 123_450, joined: '2026-03-01', note: 'Ámbar' },
    compared: { level: 'GOLD', limit: 123_450, joined: Date.parse('2026-02-28T23:00:00Z'), note: 'ambar' },
  });
  expect(await person('Leo')).toMatchObject({ custom: {} });
  expect(await person('Eva')).toMatchObject({ custom: { level: 'SILVER' } });
  expect(await rowsOf(database.em.fork(), sql`select custom from customer where custom <> '{}'`)).toEqual([]);
  const rule = { some: 'contacts', where: { fact: 'custom.level', is: 'in', values: ['GOLD'] } } as const;
  expect(await countCustomers(database.em.fork(), { rule }, viewer, new Date())).toBe(1);
  const before = await checksum(database.em.fork());
  expect((await loadText(database, mapping(), first)).state.rows).toMatchObject({ created: 0, updated: 0, unchanged: 3, refused: 1 });
  expect(await checksum(database.em.fork())).toEqual(before);
});

const later = `${head}Bodegas Ría;Ana Paz;Directora;plata;;;\nBodegas Ría;Leo Sol;;oro;10;;\n`;

test('what was there is kept and told by its column, and what was empty filled', async () => {
  const { state, problems } = await loadText(database, mapping(), later);
  expect([state.rows.updated, state.rows.unchanged, problems]).toEqual([1, 1, [{ row: 2, column: 'title, level', code: 'KEPT' }]]);
  expect(await person('Ana')).toMatchObject({ title: 'Gerente', custom: { level: 'GOLD' } });
  expect(await person('Leo')).toMatchObject({ custom: { level: 'GOLD', limit: 1000 } });
});

test('or left alone, or written over, as the mapping says, with what it was in the history', async () => {
  const before = await checksum(database.em.fork());
  expect((await loadText(database, mapping('skip'), later)).state.rows).toMatchObject({ skipped: 2 });
  expect(await checksum(database.em.fork())).toEqual(before);
  const { state, problems } = await loadText(database, mapping('update'), later);
  expect([state.rows.updated, problems]).toEqual([1, []]);
  expect(await person('Ana')).toMatchObject({ title: 'Directora', custom: { level: 'SILVER', limit: 123_450 }, version: 2 });
  const events = await rowsOf(database.em.fork(), sql`
    select e.payload -> 'changed' as changed, e.payload -> 'values' as "values", p.values as personal from timeline_event e
    join event_personal p on p.customer_id = e.customer_id and p.event_no = e.no where e.type = 'contactUpdated' order by e.no desc limit 1`);
  expect(events).toEqual([{
    changed: ['jobTitle', 'custom.level'], values: {},
    personal: { givenName: 'Ana', familyName: 'Paz', changes: { jobTitle: { before: 'Gerente', after: 'Directora' } }, 'custom.level': { before: 'GOLD', after: 'SILVER' } },
  }]);
});

test('a link of a contact is found by what the file calls whom it means', async () => {
  const links = { ...mapping(), contact: { organisation: 'company', organisationId: 'id', name: 'person', 'custom.buddy': 'buddy', 'custom.before': 'before' } };
  const { state, problems } = await loadText(database, links, 'company;id;person;buddy;before\nMolinos;M1;Sol Gil;luz ferro;\nRibera;R1;Mar Paz;;M1\nRibera;R1;Nadie;Nobody Here;\n');
  expect([state.rows.refused, problems]).toEqual([1, [{ row: 4, column: 'buddy', code: 'NOT_FOUND' }]]);
  expect(await person('Sol')).toMatchObject({ custom: { buddy: viewer.userId }, compared: { buddy: viewer.userId } });
  const [molinos] = await rowsOf(database.em.fork(), sql<{ id: string }>`select id from customer where name = 'Molinos'`);
  expect(await person('Mar')).toMatchObject({ custom: { before: molinos!.id } });
  expect(await person('Nadie')).toBeUndefined();
});

test('a field of customers is none of contacts', async () => {
  const wrong = { ...mapping(), contact: { organisation: 'company', name: 'person', 'custom.nothere': 'note' } };
  await expect(loadText(database, wrong, first)).rejects.toThrow(/custom\.nothere/);
});
