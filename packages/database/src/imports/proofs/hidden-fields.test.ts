import { Readable } from 'node:stream';
import type { Viewer } from '@orbita/domain/access';
import type { ImportPlan } from '@orbita/domain/imports';
import { isRefused } from '@orbita/domain/refusal';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Em, newId, rowsOf, run, transact } from '#connection';
import type { Database } from '#database';
import { createCustomField } from '#field-definitions';
import type { Writing } from '#requests';
import { openTestDatabase } from '../../testing/index.ts';
import { savePlan, sketchImport, startPlannedImport, storeFile } from '../index.ts';
import { makeCompany } from './imports.fixture.ts';

let database: Database;
let writing: Writing;
const now = new Date('2026-01-01T00:00:00Z');
const person = (role: Viewer['role']): Viewer => ({ userId: newId(), role, teamId: null, partnerId: null, language: 'en' });
const [admin, marketing] = [person('administrator'), person('marketing')];

beforeAll(async () => {
  database = await openTestDatabase();
  await makeCompany(database.em.fork());
  const [company] = await rowsOf(database.em.fork(), sql<Writing['company']>`select id, zone, currency, country from company`);
  writing = { viewer: admin, now, actor: { kind: 'USER', id: admin.userId, channel: 'WEB' }, company: company! };
  for (const { userId, role } of [admin, marketing]) await run(database.em.fork(), sql`insert into app_user (id, name, email, role) values (${userId}::uuid, ${role}, ${`${role}@almendra.example`}, ${role})`);
  for (const entity of ['CUSTOMER', 'CONTACT', 'LEAD'] as const) {
    for (const [name, readers] of [['open', null], ['secret', ['finance']]] as const) {
      const id = await transact(database.em.fork(), (em: Em) => createCustomField(em, { entity, name, type: 'TEXT', label: { en: name, es: name }, readers }, writing));
      expect(isRefused(id)).toBe(false);
    }
  }
});
afterAll(() => database.close());

const file = async (text: string, viewer: Viewer) => {
  const stored = await storeFile(database, { name: 'rows.csv', input: Readable.from([Buffer.from(text)]), uploadedBy: viewer.userId, now });
  if (isRefused(stored)) throw new Error(stored.code);
  return stored.id;
};
const plan = (room: ImportPlan['room'], targets: Readonly<Record<string, string>>): ImportPlan => ({
  room, system: 'erp', format: { encoding: 'utf-8', separator: ',', decimal: '.', dates: 'YMD', empty: [] } as never, constants: {}, onExisting: 'fill', onLikely: 'ask',
  columns: Object.entries(targets).map(([column, target]) => ({ column, target })),
});

test.each([
  ['customers', 'customer', { name: 'customer.name' }], ['contacts', 'contact', { name: 'contact.organisation', person: 'contact.givenName' }],
  ['leads', 'lead', { name: 'customer.name', day: 'lead.capturedAt' }],
] as const)('a file of %s fills no field that whoever imports it may not read, and does not say that there is one', async (room, section, targets) => {
  const start = async (viewer: Viewer, own: string) => {
    const fileId = await file(`name,person,day,own\nAcme,Ana,2026-01-01,x\n`, viewer);
    return transact(database.em.fork(), (em) => startPlannedImport(em, { fileId, plan: plan(room, { ...targets, own: `${section}.custom.${own}` }) }, { ...writing, viewer }));
  };
  const refused = await start(marketing, 'secret');
  expect(refused).toMatchObject({ code: 'INVALID', field: `${section}.custom.secret`, details: { known: 'custom.open' } });
  expect(await start(marketing, 'nowhere')).toMatchObject({ code: 'INVALID', field: `${section}.custom.nowhere` });
  for (const [viewer, own] of [[marketing, 'open'], [admin, 'secret']] as const) expect(await start(viewer, own)).toHaveProperty('id');
});

test('a saved mapping that fills such a field is followed without it', async () => {
  await transact(database.em.fork(), (em) => savePlan(em, {
    name: 'ERP', plan: { ...plan('customers', { called: 'customer.name', hush: 'customer.custom.secret' }), constants: { 'customer.custom.secret': 'x', 'customer.custom.open': 'y' } },
  }, { by: admin.userId, now }));
  const sketched = async (viewer: Viewer) => {
    const sketch = await sketchImport(database.em.fork(), { fileId: await file('called,hush\nAcme,x\n', viewer), said: {}, company: writing.company, useSaved: true }, viewer);
    if (!sketch || isRefused(sketch)) throw new Error('There is a sketch.');
    return [sketch.plan.columns.map(({ target }) => target), Object.keys(sketch.plan.constants).toSorted()];
  };
  expect(await sketched(marketing)).toEqual([['customer.name'], ['customer.custom.open']]);
  expect(await sketched(admin)).toEqual([['customer.name', 'customer.custom.secret'], ['customer.custom.open', 'customer.custom.secret']]);
});
