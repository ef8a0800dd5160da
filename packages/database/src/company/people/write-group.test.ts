import { isRefused, type Refusal } from '@orbita/domain/refusal';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createGroup, deleteGroup } from '#company';
import { type Em, newId, rowsOf, run, transact } from '#connection';
import { createCustomer, deleteCustomer, updateCustomer } from '#customers';
import type { Database } from '#database';
import { assignLead, captureLead, createRoutingRule, deleteRoutingRule, disqualifyLead, type NewLead } from '#leads';
import { mergeCustomers } from '#merging';
import { done, makeCompany, writingAs } from '../../reliability/company.fixture.ts';
import { openTestDatabase } from '../../testing/index.ts';

let database: Database;
const writing = writingAs('administrator');
beforeAll(async () => {
  database = await openTestDatabase();
  await makeCompany(database, writing);
});
afterAll(() => database.close());

const write = (effect: (em: Em) => Promise<string | Refusal>) => transact(database.em, effect);
const rows = <Row>(query: ReturnType<typeof sql<Row>>) => rowsOf(database.em.fork(), query);
const group = (kind: 'team' | 'partner' = 'team') => done(write((em) => createGroup(em, kind, newId(), writing)));
const remove = async (id: string, kind: 'team' | 'partner' = 'team') => {
  const answer = await write((em) => deleteGroup(em, kind, { id, expectedVersion: 1 }, writing));
  return isRefused(answer) ? answer : 'gone';
};
const customer = (input: object = {}) => done(write((em) => createCustomer(em, { kind: 'ORGANISATION', name: newId(), ownerId: null, ...input }, writing)));
const capture = (input: Partial<NewLead> & { customerId: string }) => done(write((em) => captureLead(em, { channel: 'FAIR', ...input }, { ...writing, viewer: { ...writing.viewer, userId: newId() } })));
const handTo = (teamId: string) => done(write((em) => createRoutingRule(em, {
  name: 'Ferias', rule: { fact: 'lead.channel', is: 'eq', value: 'FAIR' }, assign: { to: 'TEAM', teamId, strategy: 'LEAST_LOADED' },
}, writing)));
const forget = (id: string) => done(write((em) => deleteRoutingRule(em, { id, expectedVersion: 1 }, writing)));
const leadAt = async (id: string) => (await rows<{ customerId: string; teamId: string | null; version: number; how: string }>(sql`
  select customer_id as "customerId", team_id as "teamId", version, routed_by->>'how' as how from lead where id = ${id}::uuid`))[0]!;
/** A lead in the team's queue, of a customer who is of no team any more. */
const queued = async (teamId: string) => {
  const rule = await handTo(teamId);
  const id = await capture({ customerId: await customer() });
  await forget(rule);
  const lead = await leadAt(id);
  expect(lead).toMatchObject({ teamId, how: 'TEAM_QUEUE' });
  await done(write((em) => updateCustomer(em, { id: lead.customerId, teamId: null }, writing)));
  return { id, expectedVersion: lead.version, customerId: lead.customerId };
};

test('a team to which a rule hands leads stays, and whoever asks is told which rule; no other rule keeps it', async () => {
  const [team, other] = [await group(), await group()];
  const rule = await handTo(team);
  const refusal = { code: 'CONFLICT', field: 'id', details: { because: 'ROUTED_TO', rule: 'Ferias' } };
  expect(await remove(team)).toMatchObject(refusal);
  await run(database.em.fork(), sql`update routing_rule set active = false where id = ${rule}::uuid`);
  expect(await remove(team)).toMatchObject(refusal);
  expect(await remove(other)).toBe('gone');
  await forget(rule);
  expect(await remove(team)).toBe('gone');
});

test('a rule whose team is gone hands to nobody, and the lead is taken all the same', async () => {
  const team = await group();
  const rule = await handTo(team);
  await run(database.em.fork(), sql`delete from team where id = ${team}::uuid`);
  expect(await leadAt(await capture({ customerId: await customer() }))).toMatchObject({ teamId: null, how: 'NOBODY' });
  await forget(rule);
});

test('open leads in its queue are given to somebody before a team goes; those that somebody has, or that are over, keep nothing', async () => {
  const team = await group();
  const [given, over] = [await queued(team), await queued(team)];
  expect(await remove(team)).toMatchObject({ code: 'CONFLICT', field: 'id', details: { because: 'LEADS_WAITING', leads: 2 } });
  await done(write((em) => assignLead(em, { id: given.id, expectedVersion: given.expectedVersion, ownerId: writing.viewer.userId }, writing)));
  await done(write((em) => disqualifyLead(em, { id: over.id, expectedVersion: over.expectedVersion, reason: 'NO_BUDGET' }, writing)));
  expect(await remove(team)).toBe('gone');
  expect([await leadAt(given.id), await leadAt(over.id)]).toMatchObject([{ teamId: null }, { teamId: null }]);
});

test.each(['team', 'partner'] as const)('customers keep a %s, but for those who were deleted or merged', async (kind) => {
  const id = await group(kind);
  const [deleted, survivor, merged] = [await customer(), await customer(), await customer()];
  const belong = (one: string) => run(database.em.fork(), sql`update customer set ${sql.ref(`${kind}_id`)} = ${id}::uuid where id = ${one}::uuid`);
  await belong(deleted);
  expect(await remove(id, kind)).toMatchObject({ code: 'CONFLICT', field: 'id', details: { because: 'STILL_BELONGS' } });
  await done(write((em) => deleteCustomer(em, deleted, writing)));
  await done(write((em) => mergeCustomers(em, { survivorId: survivor, expectedVersion: 1, others: [{ id: merged, expectedVersion: 1 }] }, writing)));
  await belong(merged);
  expect(await remove(id, kind)).toBe('gone');
  expect(await rows(sql`select ${sql.ref(`${kind}_id`)} as of from customer where id in (${deleted}::uuid, ${merged}::uuid)`)).toEqual([{ of: null }, { of: null }]);
});

test.each([['team', ['app_user', 'customer', 'invitation', 'lead']], ['partner', ['app_user', 'customer', 'invitation']]] as const)(
  'whatever table points at a %s was thought of when it goes', async (kind, known) => {
    const pointing = await rows<{ name: string }>(sql`
      select conrelid::regclass::text as name from pg_constraint where contype = 'f' and confrelid = ${kind}::regclass order by 1`);
    expect(pointing.map(({ name }) => name)).toEqual(known);
  });
