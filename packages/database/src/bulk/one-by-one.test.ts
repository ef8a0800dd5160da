import type { BulkChange } from '@orbita/domain/bulk';
import { disqualificationReasons } from '@orbita/domain/leads';
import type { Refusal } from '@orbita/domain/refusal';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Em, rowsOf, run, transact } from '#connection';
import { createCustomer } from '#customers';
import type { Database } from '#database';
import { captureLead } from '#leads';
import { moveOpportunity, openOpportunity, updateOpportunity } from '#opportunities';
import type { Writing } from '#requests';
import { done, makeCompany, writingAs } from '../reliability/company.fixture.ts';
import { openTestDatabase } from '../testing/index.ts';
import { bulkChangeById, type BulkTargets, type NewBulkChange, previewBulkChange, runBulkChanges, startBulkChange, undoBulkChange } from './index.ts';

let database: Database;
const boss = writingAs('administrator');
const seller: Writing = { ...boss, ...(({ viewer, actor }) => ({ viewer, actor }))(writingAs('sales')) };
beforeAll(async () => {
  database = await openTestDatabase();
  await makeCompany(database, boss);
  const { userId } = seller.viewer;
  await run(database.em.fork(), sql`insert into app_user (id, name, email, role) values (${userId}::uuid, 'Sol', ${`${userId}@example.com`}, 'sales')`);
});
afterAll(() => database.close());

function write(effect: (em: Em) => Promise<string | Refusal>): Promise<string | Refusal> { return transact(database.em, effect); }
const rows = <Row>(query: ReturnType<typeof sql<Row>>) => rowsOf(database.em.fork(), query);
const mine = () => done(write((em) => createCustomer(em, { kind: 'ORGANISATION', name: 'Bodegas', ownerId: seller.viewer.userId, evenIfDuplicate: true }, boss)));
const goOn = () => runBulkChanges(database.em.fork(), { clock: () => boss.now, onProblem: (error) => { throw error; } });
const standing = async (id: string) => (await bulkChangeById(database.em.fork(), id, boss.viewer))!;
const whole = async (change: BulkChange, targets: BulkTargets, by: Writing, more: Partial<NewBulkChange>) => {
  const id = await done(write((em) => startBulkChange(em, { subject: 'CUSTOMER', change, targets, scope: 'SELECTION', ...more }, by)));
  await goOn();
  return standing(id);
};
const undone = async (id: string, by: Writing) => {
  const undo = await done(write((em) => undoBulkChange(em, id, by)));
  await goOn();
  return standing(undo);
};
const lastEvent = async (customerId: string) => (await rows(sql`
  select type, payload ->> 'bulkChangeId' as bulk from timeline_event where customer_id = ${customerId}::uuid order by no desc limit 1`))[0];

test('opportunities pass their gates in bulk as one by one, are handed over and lost, and go back where that is possible', async () => {
  const customerId = await mine();
  const open = (title: string, amount?: number) => done(write((em) => openOpportunity(em, { customerId, title, amount }, seller)));
  const [bare, full] = [await open('Bare'), await open('Full', 90_000)];
  await done(write((em) => updateOpportunity(em, { id: full, expectedVersion: 1, expectedCloseOn: '2026-12-24' }, seller)));
  await done(write((em) => moveOpportunity(em, { id: bare, expectedVersion: 1, to: 'understood' }, seller)));
  const one = await write((em) => moveOpportunity(em, { id: bare, expectedVersion: 2, to: 'negotiation' }, seller));
  const asked = { subject: 'OPPORTUNITY' as const };
  const ids = [bare, full].toSorted();
  expect(await previewBulkChange(database.em.fork(), { ...asked, change: { verb: 'MOVE', stage: 'negotiation' }, targets: { ids } }, seller))
    .toMatchObject({ changing: 1, refused: 1, refusals: [{ refusal: one }] });
  const moved = await whole({ verb: 'MOVE', stage: 'negotiation' }, { ids }, seller, asked);
  expect(moved).toMatchObject({ done: 1, refused: 1, refusals: [{ refusal: one, count: 1 }] });
  expect(await rows(sql`select stage from opportunity where id = ${full}::uuid`)).toEqual([{ stage: 'negotiation' }]);
  expect(await lastEvent(customerId)).toEqual({ type: 'opportunityMoved', bulk: moved.id });
  expect(await undone(moved.id, seller)).toMatchObject({ done: 1 });
  expect(await rows(sql`select stage from opportunity where id = ${full}::uuid`)).toEqual([{ stage: 'contacted' }]);
  expect(await undone((await whole({ verb: 'ASSIGN', ownerId: boss.viewer.userId }, { ids }, seller, asked)).id, seller)).toMatchObject({ done: 2 });
  expect(await whole({ verb: 'LOSE', lossReason: 'OTHER' }, { ids }, seller, asked)).toMatchObject({ done: 0, refused: 2, refusals: [{ refusal: { code: 'REQUIRED', field: 'note' } }] });
  const lost = await whole({ verb: 'LOSE', lossReason: 'PRICE' }, { filter: { customerId, status: 'OPEN' } }, seller, { ...asked, scope: 'FILTER' });
  expect(lost).toMatchObject({ total: 2, done: 2 });
  expect(await write((em) => undoBulkChange(em, lost.id, seller))).toMatchObject({ code: 'CONFLICT', details: { because: 'NOT_UNDONE' } });
});

test('leads are handed over and ended in bulk, by the verbs of one', async () => {
  const customerId = await mine();
  const ids: string[] = [];
  for (const message of ['a', 'b']) ids.push(await done(write((em) => captureLead(em, { customerId, channel: 'CALL', message } as never, boss))));
  const asked = { subject: 'LEAD' as const };
  const owners = () => rows(sql`select distinct owner_id as owner from lead where id = any(${ids}::uuid[])`);
  const before = await owners();
  const handed = await whole({ verb: 'ASSIGN', ownerId: boss.viewer.userId }, { ids }, boss, asked);
  expect(handed).toMatchObject({ done: 2, refused: 0 });
  expect(await owners()).toEqual([{ owner: boss.viewer.userId }]);
  expect(await undone(handed.id, boss)).toMatchObject({ done: 2, refused: 0 });
  expect(await owners()).toEqual(before);
  const end: BulkChange = { verb: 'DISQUALIFY', disqualificationReason: disqualificationReasons[0] };
  const ended = await whole(end, { ids }, boss, asked);
  expect(ended).toMatchObject({ done: 2, failed: 0 });
  expect(await rows(sql`select distinct status from lead where id = any(${ids}::uuid[])`)).toEqual([{ status: 'DISQUALIFIED' }]);
  // Once ended it cannot be ended again, one by one or in bulk.
  expect(await whole(end, { ids }, boss, asked)).toMatchObject({ done: 0, refused: 2, refusals: [{ count: 2, refusal: { code: 'LEAD_CLOSED' } }] });
});
