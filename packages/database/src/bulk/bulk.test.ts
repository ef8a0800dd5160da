import type { BulkChange } from '@orbita/domain/bulk';
import { isRefused, type Refusal } from '@orbita/domain/refusal';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Em, newId, rowsOf, run, transact } from '#connection';
import { createCustomer, deleteCustomer, type NewCustomer, updateCustomer } from '#customers';
import type { Database } from '#database';
import { createCustomField } from '#field-definitions';
import type { Writing } from '#requests';
import { createSegment } from '#segments';
import { done, makeCompany, writingAs } from '../reliability/company.fixture.ts';
import { openTestDatabase } from '../testing/index.ts';
import {
  bulkChangeById, bulkRows, type BulkTargets, cancelBulkChange, forgetBulkRows, listBulkChanges, type NewBulkChange, previewBulkChange, runBulkChanges,
  startBulkChange, takeStep, undoBulkChange,
} from './index.ts';

let database: Database;
const boss = writingAs('administrator');
const person = (role: Parameters<typeof writingAs>[0]): Writing => ({ ...boss, ...(({ viewer, actor }) => ({ viewer, actor }))(writingAs(role)) });
const seller = person('sales');
const partner = person('partner');
const later = new Date(boss.now.getTime() + 60_000);

beforeAll(async () => {
  database = await openTestDatabase();
  await makeCompany(database, boss);
  for (const { viewer: { userId, role } } of [seller]) {
    await run(database.em.fork(), sql`insert into app_user (id, name, email, role) values (${userId}::uuid, ${role}, ${`${userId}@example.com`}, ${role})`);
  }
  await done(write((em) => createCustomField(em, { entity: 'CUSTOMER', type: 'MONEY', label: { en: 'Budget', es: 'Presupuesto' } }, boss)));
  await done(write((em) => createCustomField(em, { entity: 'CUSTOMER', type: 'NUMBER', decimals: 2, label: { en: 'Rank', es: 'Rango' } }, boss)));
});
afterAll(() => database.close());

function write(effect: (em: Em) => Promise<string | Refusal>): Promise<string | Refusal> { return transact(database.em, effect); }
const rows = <Row>(query: ReturnType<typeof sql<Row>>) => rowsOf(database.em.fork(), query);
const made = (input: Partial<NewCustomer> = {}) => done(write((em) => createCustomer(em, { kind: 'ORGANISATION', name: `Bodegas ${newId()}`, ownerId: null, teamId: null, ...input }, boss)));
const many = async (count: number, input: Partial<NewCustomer> = {}) => {
  const ids: string[] = [];
  for (let one = 0; one < count; one += 1) ids.push(await made(input));
  return ids.toSorted();
};
const start = (change: BulkChange, targets: BulkTargets, by = boss, more: Partial<NewBulkChange> = {}) =>
  write((em) => startBulkChange(em, { subject: 'CUSTOMER', change, targets, scope: 'SELECTION', ...more }, by));
const goOn = () => runBulkChanges(database.em.fork(), { clock: () => later, onProblem: (error) => { throw error; } });
const whole = async (change: BulkChange, targets: BulkTargets, by = boss, more: Partial<NewBulkChange> = {}) => {
  const id = await done(start(change, targets, by, more));
  await goOn();
  return (await bulkChangeById(database.em.fork(), id, boss.viewer))!;
};
const undone = async (id: string, by = boss) => {
  const undo = await done(write((em) => undoBulkChange(em, id, by)));
  await goOn();
  return (await bulkChangeById(database.em.fork(), undo, boss.viewer))!;
};
const outcomes = async (id: string) => (await bulkRows(database.em.fork(), id, { size: 100 }, boss.viewer))
  .map(({ targetId, outcome, refusal }) => [targetId, outcome, refusal?.code ?? null, refusal?.details?.['because'] ?? null]);
/** Every column of the customers but those that every write moves. */
const stateOf = (ids: readonly string[]) => rows<Record<string, unknown>>(sql`
  select to_jsonb(c) - 'version' - 'updated_at' as row, to_jsonb(f) - 'refreshed_at' as facts from customer c join customer_facts f on f.customer_id = c.id
  where c.id = any(${[...ids]}::uuid[]) order by c.id`);
const eventsOf = (id: string) => rows<{ type: string; bulk: string | null; actor: string; channel: string }>(sql`
  select type, payload ->> 'bulkChangeId' as bulk, actor_id as actor, channel from timeline_event where customer_id = ${id}::uuid order by no`);

test('what is done to many is told of each, with its author and the change; who is so already is left alone', async () => {
  const ids = await many(5);
  await done(write((em) => updateCustomer(em, { id: ids[0]!, expectedVersion: 1, tags: ['vino'] }, boss)));
  const change = await whole({ verb: 'TAG', addTags: ['Vino'] }, { ids });
  expect(change).toMatchObject({ status: 'DONE', total: 5, done: 4, unchanged: 1, refused: 0, failed: 0, refusals: [] });
  expect((await outcomes(change.id)).map(([, outcome]) => outcome)).toEqual(['UNCHANGED', 'DONE', 'DONE', 'DONE', 'DONE']);
  expect((await eventsOf(ids[1]!)).at(-1)).toEqual({ type: 'customerUpdated', bulk: change.id, actor: boss.viewer.userId, channel: 'JOB' });
  expect((await eventsOf(ids[0]!)).every(({ bulk }) => bulk === null)).toBe(true);
  expect(await rows(sql`select tags from customer_facts where customer_id = any(${ids}::uuid[]) group by tags`)).toEqual([{ tags: ['vino'] }]);
  const company = await rows<{ type: string; payload: unknown }>(sql`select type, payload from timeline_event where type = 'bulkChangeStarted' and payload ->> 'id' = ${change.id}`);
  expect(company).toEqual([{ type: 'bulkChangeStarted', payload: { id: change.id, subject: 'CUSTOMER', verb: 'TAG', scope: 'SELECTION', total: 5 } }]);
});

test('each is decided as one by one: a seller changes his own and is refused the others for the same reason', async () => {
  const mine = await many(2, { ownerId: seller.viewer.userId });
  const others = await many(2);
  const one = await write((em) => updateCustomer(em, { id: others[0]!, tags: ['x'] }, seller));
  const change = await whole({ verb: 'TAG', addTags: ['x'] }, { ids: [...mine, ...others] }, seller);
  expect(change).toMatchObject({ done: 2, refused: 2, refusals: [{ count: 2, refusal: one }] });
  const told = (await bulkRows(database.em.fork(), change.id, { size: 100, outcome: 'REFUSED' }, seller.viewer));
  expect(told.map(({ targetId, name, refusal }) => [targetId, name, refusal])).toEqual(others.map((id) => [id, null, one]));
  // He may not hand away what he then could not change himself: refused one by one, refused in bulk.
  const away = { ownerId: boss.viewer.userId };
  const single = await write((em) => updateCustomer(em, { id: mine[0]!, ...away }, seller));
  expect(single).toMatchObject({ code: 'FORBIDDEN', field: 'ownerId' });
  expect(await whole({ verb: 'ASSIGN', ...away }, { ids: mine }, seller)).toMatchObject({ done: 0, refused: 2, refusals: [{ count: 2, refusal: single }] });
  expect(await start({ verb: 'RESTORE' }, { ids: mine }, partner)).toMatchObject({ code: 'FORBIDDEN' });
  expect(await start({ verb: 'TAG', addTags: ['x'] }, { ids: mine }, partner)).toMatchObject({ code: 'FORBIDDEN' });
});

test('whoever did not start a change does not know of it, unless he answers for all; nor does he take it back', async () => {
  const ids = await many(1);
  const { id } = await whole({ verb: 'TAG', addTags: ['hidden'] }, { ids });
  expect(await bulkChangeById(database.em.fork(), id, seller.viewer)).toBeNull();
  expect(await bulkRows(database.em.fork(), id, { size: 10 }, seller.viewer)).toEqual([]);
  expect((await listBulkChanges(database.em.fork(), { size: 100 }, seller.viewer)).every(({ startedBy }) => startedBy!.id === seller.viewer.userId)).toBe(true);
  expect(await write((em) => undoBulkChange(em, id, seller))).toMatchObject({ code: 'NOT_FOUND' });
  expect(await write((em) => cancelBulkChange(em, id, partner))).toMatchObject({ code: 'NOT_FOUND' });
});

test('rights are those of the moment: whoever lost them while it ran is refused the rest, and who left does nothing more', async () => {
  const leaving = person('manager');
  await run(database.em.fork(), sql`insert into app_user (id, name, email, role) values (${leaving.viewer.userId}::uuid, 'L', ${`${leaving.viewer.userId}@example.com`}, 'manager')`);
  const ids = await many(4);
  const id = await done(start({ verb: 'TAG', addTags: ['leaving'] }, { ids }, leaving));
  const step = () => takeStep(database.em.fork(), id, later, 1);
  await step();
  await run(database.em.fork(), sql`update app_user set role = 'sales' where id = ${leaving.viewer.userId}::uuid`);
  await step();
  await run(database.em.fork(), sql`update app_user set active = false where id = ${leaving.viewer.userId}::uuid`);
  expect(await step()).toBe('ENDED');
  expect((await outcomes(id)).map(([, outcome, code]) => [outcome, code])).toEqual([['DONE', null], ['REFUSED', 'NOT_FOUND'], [null, null], [null, null]]);
  expect(await bulkChangeById(database.em.fork(), id, boss.viewer)).toMatchObject({ status: 'CANCELLED', done: 1, refused: 1 });
});

test('broken off in the middle of a step, none of it happened; the next run goes on and does no row twice', async () => {
  const ids = await many(6);
  const id = await done(start({ verb: 'TAG', addTags: ['killed'] }, { ids }));
  await takeStep(database.em.fork(), id, later, 2);
  const em = database.em.fork();
  await expect(em.transactional(async (inner) => {
    // As when the process dies before its transaction ends.
    await takeStep({ fork: () => ({ transactional: (work: (one: Em) => unknown) => work(inner as Em) }) } as never, id, later, 2);
    throw new Error('killed');
  })).rejects.toThrow('killed');
  expect((await outcomes(id)).map(([, outcome]) => outcome)).toEqual(['DONE', 'DONE', null, null, null, null]);
  await goOn();
  expect(await bulkChangeById(database.em.fork(), id, boss.viewer)).toMatchObject({ status: 'DONE', done: 6 });
  for (const one of ids) expect((await eventsOf(one)).filter(({ bulk }) => bulk === id)).toHaveLength(1);
});

test('two changes of the same customers at once both come through, and no event is lost', async () => {
  const ids = await many(12);
  const [one, other] = [await done(start({ verb: 'TAG', addTags: ['one'] }, { ids })), await done(start({ verb: 'TAG', addTags: ['other'] }, { ids }))];
  const through = async (id: string) => { while (await takeStep(database.em.fork(), id, later, 3) === 'MORE'); };
  await Promise.all([through(one), through(other)]);
  expect(await rows(sql`select tags, count(*)::int as count from customer where id = any(${ids}::uuid[]) group by tags`)).toEqual([{ tags: ['one', 'other'], count: 12 }]);
  for (const id of [one, other]) expect(await bulkChangeById(database.em.fork(), id, boss.viewer)).toMatchObject({ status: 'DONE', done: 12, failed: 0 });
});

test('one step of a change is taken by one process alone', async () => {
  const ids = await many(4);
  const id = await done(start({ verb: 'TAG', addTags: ['alone'] }, { ids }));
  await Promise.all([0, 1, 2].map(async () => { while (await takeStep(database.em.fork(), id, later, 1) !== 'ENDED' && (await bulkChangeById(database.em.fork(), id, boss.viewer))!.status !== 'DONE'); }));
  for (const one of ids) expect((await eventsOf(one)).filter(({ bulk }) => bulk === id)).toHaveLength(1);
});

test('undoing gives back every column of those whom it changed, row for row', async () => {
  const owned = await many(2, { ownerId: seller.viewer.userId, tags: ['old'], source: 'FAIR', language: 'es', custom: [{ name: 'budget', money: '12.50' }, { name: 'rank', number: '1.25' }] });
  const free = await many(2, { doNotContact: true });
  const ids = [...owned, ...free].toSorted();
  const before = await stateOf(ids);
  const team = newId();
  await run(database.em.fork(), sql`insert into team (id, name) values (${team}::uuid, ${team})`);
  const changes: BulkChange[] = [
    { verb: 'ASSIGN', ownerId: boss.viewer.userId, teamId: team }, { verb: 'TAG', addTags: ['new'], removeTags: ['old'] }, { verb: 'DELETE' },
    { verb: 'EDIT', source: 'WEB', preferredChannel: 'PHONE', doNotContact: false, language: 'en', custom: [{ name: 'budget', money: '99' }, { name: 'rank', number: '7' }] },
  ];
  for (const change of changes) {
    const targets = change.verb === 'EDIT' ? free : ids;
    const did = await whole(change, { ids: targets });
    expect([change.verb, did.done]).toEqual([change.verb, targets.length]);
    expect(await stateOf(ids)).not.toEqual(before);
    const back = await undone(did.id);
    expect([change.verb, back]).toMatchObject([change.verb, { status: 'DONE', done: targets.length, refused: 0, undoes: did.id }]);
    expect(await stateOf(ids)).toEqual(before);
  }
  expect((await eventsOf(owned[0]!)).slice(-2).map(({ type }) => type)).toEqual(['customerDeleted', 'customerRestored']);
});

test('a source that was there is refused in bulk as one by one', async () => {
  const [known, unknown] = [await made({ source: 'FAIR' }), await made()];
  const one = await write((em) => updateCustomer(em, { id: known, source: 'WEB' }, boss));
  expect(await whole({ verb: 'EDIT', source: 'WEB' }, { ids: [known, unknown] })).toMatchObject({ done: 1, refused: 1, refusals: [{ refusal: one, count: 1 }] });
});

test('what was changed since is left as it is when the rest is taken back, and told; it is taken back once', async () => {
  const ids = await many(3);
  const did = await whole({ verb: 'ASSIGN', ownerId: seller.viewer.userId }, { ids });
  await done(write((em) => updateCustomer(em, { id: ids[1]!, ownerId: null }, boss)));
  const back = await undone(did.id);
  expect(await outcomes(back.id)).toEqual([[ids[0], 'DONE', null, null], [ids[1], 'REFUSED', 'CONFLICT', 'CHANGED_SINCE'], [ids[2], 'DONE', null, null]]);
  expect(await write((em) => undoBulkChange(em, did.id, boss))).toMatchObject({ code: 'CONFLICT', details: { because: 'UNDONE_ALREADY' } });
  expect(await write((em) => undoBulkChange(em, back.id, boss))).toMatchObject({ code: 'CONFLICT', details: { because: 'NOT_UNDONE' } });
  const deleted = await whole({ verb: 'DELETE' }, { ids });
  await whole({ verb: 'RESTORE' }, { ids: [ids[0]!] });
  await done(write((em) => deleteCustomer(em, ids[0]!, { ...boss, now: new Date(later.getTime() + 5) })));
  expect((await outcomes((await undone(deleted.id)).id)).map(([, outcome]) => outcome)).toEqual(['REFUSED', 'DONE', 'DONE']);
});

test('stopped, it leaves the rest alone; what was done can be taken back', async () => {
  const ids = await many(4);
  const id = await done(start({ verb: 'TAG', addTags: ['stopped'] }, { ids }));
  await takeStep(database.em.fork(), id, later, 2);
  expect(await write((em) => undoBulkChange(em, id, boss))).toMatchObject({ code: 'CONFLICT', details: { because: 'NOT_ENDED' } });
  await done(write((em) => cancelBulkChange(em, id, boss)));
  await goOn();
  expect((await outcomes(id)).map(([, outcome]) => outcome)).toEqual(['DONE', 'DONE', null, null]);
  expect(await undone(id)).toMatchObject({ total: 2, done: 2 });
  expect(await rows(sql`select 1 from customer where id = any(${ids}::uuid[]) and 'stopped' = any(tags)`)).toEqual([]);
});

test('whom a segment holds is settled when it starts: who enters later is left alone, who left meanwhile is changed', async () => {
  const ids = await many(3, { tags: ['frozen'] });
  const rule = { fact: 'tags', is: 'contains', value: 'frozen' } as const;
  // A segment by a rule is meant by its rule, a list by its members.
  const segmentId = await done(write((em) => createSegment(em, { name: 'Frozen', list: ids } as never, boss)));
  expect(await previewBulkChange(database.em.fork(), { subject: 'CUSTOMER', change: { verb: 'DELETE' }, targets: { filter: { segmentId } } }, boss)).toMatchObject({ matching: 3 });
  const filter = { rule };
  const id = await done(start({ verb: 'TAG', addTags: ['seen'], removeTags: ['frozen'] }, { filter }, boss, { scope: 'SEGMENT' }));
  const late = await made({ tags: ['frozen'] });
  await done(write((em) => updateCustomer(em, { id: ids[0]!, tags: [] }, boss)));
  await goOn();
  expect(await bulkChangeById(database.em.fork(), id, boss.viewer)).toMatchObject({ total: 3, done: 3, scope: 'SEGMENT' });
  expect(await rows(sql`select id from customer where 'seen' = any(tags) order by id`)).toEqual(ids.map((one) => ({ id: one })));
  expect(await rows(sql`select tags from customer where id = ${late}::uuid`)).toEqual([{ tags: ['frozen'] }]);
  // A filter names only whom its asker sees.
  const mine = await many(1, { tags: ['sight'], ownerId: seller.viewer.userId });
  await many(2, { tags: ['sight'] });
  const sight = await whole({ verb: 'TAG', addTags: ['s2'] }, { filter: { rule: { fact: 'tags', is: 'contains', value: 'sight' } as never } }, seller, { scope: 'FILTER' });
  expect(sight).toMatchObject({ total: 1, done: 1 });
  expect((await outcomes(sight.id)).map(([one]) => one)).toEqual(mine);
});

test('a preview says what will be done, by the same decisions, and writes nothing', async () => {
  const [mine] = await many(1, { ownerId: seller.viewer.userId });
  const [tagged] = await many(1, { ownerId: seller.viewer.userId, tags: ['p'] });
  const [other] = await many(1);
  const ids = [mine!, tagged!, other!];
  const before = await stateOf(ids);
  const preview = (change: BulkChange, by = seller) => previewBulkChange(database.em.fork(), { subject: 'CUSTOMER', change, targets: { ids } }, by);
  expect(await preview({ verb: 'TAG', addTags: ['p'] })).toMatchObject({
    matching: 3, examined: 3, changing: 1, unchanged: 1, refused: 1, refusals: [{ count: 1, refusal: { code: 'NOT_FOUND' } }],
    sample: [{ targetId: mine, outcome: 'DONE' }, { targetId: other, outcome: 'REFUSED', name: null }, { targetId: tagged, outcome: 'UNCHANGED' }],
  });
  expect(await preview({ verb: 'DELETE' })).toMatchObject({ changing: 2, refused: 1 });
  expect(await preview({ verb: 'RESTORE' }, boss)).toMatchObject({ changing: 0, refused: 3 });
  expect(await preview({ verb: 'ASSIGN', ownerId: newId() }, boss)).toMatchObject({ code: 'NOT_FOUND', field: 'ownerId' });
  expect(await stateOf(ids)).toEqual(before);
});

test('what was there before is forgotten after a month, and then it cannot be taken back', async () => {
  const ids = await many(1);
  const { id } = await whole({ verb: 'TAG', addTags: ['month'] }, { ids });
  await forgetBulkRows(database.em.fork(), new Date(later.getTime() + 20 * 86_400_000));
  expect(await bulkChangeById(database.em.fork(), id, boss.viewer)).toMatchObject({ forgottenAt: null });
  await forgetBulkRows(database.em.fork(), new Date(later.getTime() + 31 * 86_400_000));
  expect(await rows(sql`select 1 from bulk_row where bulk_id = ${id}::uuid and changed is not null`)).toEqual([]);
  expect(await write((em) => undoBulkChange(em, id, boss))).toMatchObject({ code: 'CONFLICT', details: { because: 'TOO_OLD' } });
});

test('a row that cannot be done for a fault of ours is passed over and told, and the others are done', async () => {
  const ids = await many(3);
  const problems: unknown[] = [];
  const id = await done(start({ verb: 'ASSIGN', ownerId: seller.viewer.userId }, { ids }));
  // What no write leaves behind, and no verb knows what to do with.
  await run(database.em.fork(), sql`update customer set tags = array[null]::text[] where id = ${ids[1]!}::uuid`);
  await runBulkChanges(database.em.fork(), { clock: () => later, onProblem: (error) => problems.push(error) });
  expect((await outcomes(id)).map(([, outcome]) => outcome)).toEqual(['DONE', 'FAILED', 'DONE']);
  expect(await bulkChangeById(database.em.fork(), id, boss.viewer)).toMatchObject({ status: 'DONE', done: 2, failed: 1 });
  expect(problems).toHaveLength(1);
});

test('more names than a request takes, and none at all, are refused', async () => {
  expect(await start({ verb: 'DELETE' }, { ids: [] })).toMatchObject({ code: 'REQUIRED', field: 'targets.ids' });
  expect(await start({ verb: 'DELETE' }, { ids: Array.from({ length: 10_001 }, newId) })).toMatchObject({ code: 'OUT_OF_RANGE' });
  expect(isRefused(await start({ verb: 'ASSIGN', teamId: newId() }, { ids: [newId()] }))).toBe(true);
});
