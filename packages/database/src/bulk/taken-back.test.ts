import type { BulkChange } from '@orbita/domain/bulk';
import type { Refusal } from '@orbita/domain/refusal';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Em, rowsOf, run, transact } from '#connection';
import { createCustomer, deleteCustomer, updateCustomer } from '#customers';
import type { Database } from '#database';
import { captureLead } from '#leads';
import { mergeCustomers } from '#merging';
import { done, makeCompany, writingAs } from '../reliability/company.fixture.ts';
import { openTestDatabase } from '../testing/index.ts';
import { bulkChangeById, bulkRows, forgetBulkRows, runBulkChanges, startBulkChange, takeStep, undoBulkChange } from './index.ts';

let database: Database;
const boss = writingAs('administrator');
const day = (days: number) => new Date(boss.now.getTime() + days * 86_400_000);
beforeAll(async () => {
  database = await openTestDatabase();
  await makeCompany(database, boss);
});
afterAll(() => database.close());

function write(effect: (em: Em) => Promise<string | Refusal>): Promise<string> { return done(transact(database.em.fork(), effect)); }
const rows = <Row>(query: ReturnType<typeof sql<Row>>) => rowsOf(database.em.fork(), query);
const made = (name: string) => write((em) => createCustomer(em, { kind: 'ORGANISATION', name, ownerId: null, evenIfDuplicate: true }, boss));
const several = async (...names: string[]) => {
  const ids: string[] = [];
  for (const name of names) ids.push(await made(name));
  return ids.toSorted();
};
const goOn = () => runBulkChanges(database.em.fork(), { clock: () => boss.now, onProblem: (error) => { throw error; } });
const whole = async (change: BulkChange, ids: readonly string[], subject: 'CUSTOMER' | 'LEAD' = 'CUSTOMER') => {
  const id = await write((em) => startBulkChange(em, { subject, change, targets: { ids }, scope: 'SELECTION' }, boss));
  await goOn();
  return id;
};
const undo = (id: string) => write((em) => undoBulkChange(em, id, boss));
const undone = async (id: string) => {
  const back = await undo(id);
  await goOn();
  return outcomes(back);
};
const outcomes = async (id: string) => Object.fromEntries((await bulkRows(database.em.fork(), id, { size: 100 }, boss.viewer))
  .map(({ targetId, outcome, refusal }) => [targetId, refusal?.details?.['because'] ?? outcome]));
const versionOf = async (id: string) => (await rows<{ version: number }>(sql`select version from customer where id = ${id}::uuid`))[0]!.version;
const merged = async (survivorId: string, otherId: string) => {
  const [expectedVersion, version] = [await versionOf(survivorId), await versionOf(otherId)];
  return write((em) => mergeCustomers(em, { survivorId, expectedVersion, others: [{ id: otherId, expectedVersion: version }] }, { ...boss, now: day(1) }));
};

test('who was brought back and worked on since is not deleted again', async () => {
  const ids = await several('Acebo', 'Boj', 'Cedro', 'Drago');
  const [left, changed, root, part] = ids as [string, string, string, string];
  for (const id of ids) await write((em) => deleteCustomer(em, id, boss));
  const did = await whole({ verb: 'RESTORE' }, ids);
  expect(new Set(Object.values(await outcomes(did)))).toEqual(new Set(['DONE']));
  await write((em) => updateCustomer(em, { id: changed, tags: ['worked'] }, boss));
  await merged(root, part);
  expect(await undone(did)).toEqual({ [left]: 'DONE', [changed]: 'CHANGED_SINCE', [root]: 'CHANGED_SINCE', [part]: 'CHANGED_SINCE' });
  expect(await rows(sql`select id from customer where id = any(${ids}::uuid[]) and deleted_at is not null`)).toEqual([{ id: left }]);
});

test('what was written of one who is part of another by now is not taken back from the other', async () => {
  const ids = await several('Enebro', 'Fresno');
  const [root, part] = ids as [string, string];
  const did = await whole({ verb: 'EDIT', language: 'es' }, [part]);
  await write((em) => updateCustomer(em, { id: root, language: 'es' }, boss));
  await merged(root, part);
  expect(await undone(did)).toEqual({ [part]: 'CHANGED_SINCE' });
  expect(await rows(sql`select language from customer where id = any(${ids}::uuid[])`)).toEqual([{ language: 'es' }, { language: 'es' }]);
});

test('what is being taken back is not forgotten meanwhile, and is once that has ended', async () => {
  const customerId = await made('Granado');
  const ids: string[] = [];
  for (const message of ['a', 'b']) ids.push(await write((em) => captureLead(em, { customerId, channel: 'CALL', message } as never, boss)));
  const owners = () => rows(sql`select owner_id as owner from lead where id = any(${ids}::uuid[]) order by id`);
  await whole({ verb: 'ASSIGN', ownerId: boss.viewer.userId }, ids, 'LEAD');
  const mine = await owners();
  const did = await whole({ verb: 'ASSIGN', ownerId: null }, ids, 'LEAD');
  const back = await undo(did);
  await takeStep(database.em.fork(), back, boss.now, 1);
  await forgetBulkRows(database.em.fork(), day(31));
  await goOn();
  expect(Object.values(await outcomes(back))).toEqual(['DONE', 'DONE']);
  expect(await owners()).toEqual(mine);
  await forgetBulkRows(database.em.fork(), day(32));
  expect(await bulkChangeById(database.em.fork(), did, boss.viewer)).toMatchObject({ forgottenAt: expect.anything() });
  expect(await rows(sql`select 1 from bulk_row where bulk_id = ${did}::uuid and changed is not null`)).toEqual([]);
});

test('where what was there before is not known any more, nothing is taken back, and it is told', async () => {
  const customerId = await made('Haya');
  const id = await write((em) => captureLead(em, { customerId, channel: 'CALL', message: 'a' } as never, boss));
  await whole({ verb: 'ASSIGN', ownerId: boss.viewer.userId }, [id], 'LEAD');
  const did = await whole({ verb: 'ASSIGN', ownerId: null }, [id], 'LEAD');
  const back = await undo(did);
  await run(database.em.fork(), sql`update bulk_row set changed = null where bulk_id = ${did}::uuid`);
  await goOn();
  expect(await outcomes(back)).toEqual({ [id]: 'TOO_OLD' });
  expect(await rows(sql`select owner_id as owner from lead where id = ${id}::uuid`)).toEqual([{ owner: null }]);
});
