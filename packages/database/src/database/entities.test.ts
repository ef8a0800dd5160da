import type { EntityName } from '@mikro-orm/core';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId, rowsOf } from '#connection';
import { Customer } from '#customers';
import { Contact, ContactPoint } from '#contacts';
import { type Database, entities } from '#database';
import { appendEvents } from '#timeline';
import { openTestDatabase } from '../testing/index.ts';

let database: Database;
beforeAll(async () => { database = await openTestDatabase(); });
afterAll(() => database.close());

test('every property of every entity is a column of its table, as nullable as it says', async () => {
  const columns = await rowsOf(database.em.fork(), sql<{ table_name: string; column_name: string; is_nullable: string }>`
    select table_name, column_name, is_nullable from information_schema.columns where table_schema = 'public'`);
  const known = new Map(columns.map((column) => [`${column.table_name}.${column.column_name}`, column.is_nullable === 'YES']));
  for (const entity of entities) {
    const meta = database.em.getMetadata().get(entity as EntityName<object>);
    const mapped = meta.props.map((prop) => [`${meta.tableName}.${prop.fieldNames[0]}`, prop.nullable ?? false] as const);
    for (const [name, nullable] of mapped) expect([name, known.get(name)]).toEqual([name, nullable]);
    const inTable = columns.filter((column) => column.table_name === meta.tableName).length;
    expect([meta.tableName, mapped.length]).toEqual([meta.tableName, inTable]);
  }
});

test('the unit of work writes a customer with what is his in one go, and events are numbered without gaps', async () => {
  const em = database.em.fork();
  const now = new Date('2026-01-05T10:00:00Z');
  const id = newId();
  await em.transactional(async (inner) => {
    inner.create(ContactPoint, { id: newId(), customerId: id, kind: 'EMAIL', value: 'A@b.es', normalised: 'a@b.es', createdAt: now });
    inner.create(Contact, { id: newId(), customerId: id, givenName: 'Ana', nameKey: 'ana', createdAt: now, updatedAt: now });
    inner.create(Customer, { id, kind: 'ORGANISATION', name: 'Bodegas', nameKey: 'bodegas', customerSince: now, createdAt: now, updatedAt: now });
    const event = { customerId: id, type: 'customerCreated', occurredAt: now, payload: {}, personal: { email: 'a@b.es' } };
    await appendEvents(inner as typeof em, [event, { ...event, type: 'tagged' }], { kind: 'SYSTEM', id: null, channel: 'JOB' }, now);
    await appendEvents(inner as typeof em, [event], { kind: 'SYSTEM', id: null, channel: 'JOB' }, now);
  });
  const events = await rowsOf(em, sql<{ no: number; type: string }>`select no, type from timeline_event order by no`);
  expect(events).toEqual([{ no: 1, type: 'customerCreated' }, { no: 2, type: 'tagged' }, { no: 3, type: 'customerCreated' }]);
  expect(await rowsOf(em, sql`select event_no from event_personal order by 1`)).toHaveLength(3);
  expect(await rowsOf(em, sql`select position from outbox`)).toHaveLength(3);
});

test('the application cannot change or delete an event', async () => {
  const em = database.em.fork();
  expect(database.guarded).toBe(true);
  await expect(rowsOf(em, sql`update timeline_event set type = 'x'`)).rejects.toThrow(/permission denied/);
  await expect(rowsOf(em, sql`delete from timeline_event`)).rejects.toThrow(/permission denied/);
});
