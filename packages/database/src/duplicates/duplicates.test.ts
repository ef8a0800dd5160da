import type { Viewer } from '@orbita/domain/access';
import { blockingKeys, draftProfile } from '@orbita/domain/duplicates';
import { isRefused, type Refusal } from '@orbita/domain/refusal';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Em, newId, rowsOf, transact } from '#connection';
import { addContact, addContactPoint, removeContactPoint, setAddress } from '#contacts';
import { createCustomer, deleteCustomer, type NewCustomer, updateCustomer } from '#customers';
import type { Database } from '#database';
import { profilesOf } from '#identity';
import { captureLead } from '#leads';
import type { Writing } from '#requests';
import { aCustomer, aLine } from '../facts/rows.fixture.ts';
import { countStatements, openTestDatabase } from '../testing/index.ts';
import {
  checkDuplicates, countDuplicatePairs, dismissDuplicate, duplicatePairById, findDuplicates, latestDuplicateScan, listDuplicatePairs, reopenDuplicate,
  startScan,
} from './index.ts';

let database: Database;
const statements: string[] = [];
const now = new Date('2026-03-02T09:00:00Z');
const [team, partner] = [newId(), newId()];
const as = (role: Viewer['role'], more: Partial<Viewer> = {}): Writing => {
  const viewer: Viewer = { userId: newId(), role, teamId: null, partnerId: null, language: 'en', ...more };
  return {
    viewer, now, actor: { kind: 'USER', id: viewer.userId, channel: 'API' },
    company: { id: newId(), zone: 'Europe/Madrid', currency: 'EUR', country: 'ES' },
  };
};
const [admin, ana, other] = [as('administrator'), as('sales', { teamId: team }), as('sales')];
const page = { size: 50 };

beforeAll(async () => {
  database = await openTestDatabase();
  countStatements(database, statements);
  const em = database.em.fork();
  await rowsOf(em, sql`insert into team (id, name) values (${team}::uuid, 'Norte')`);
  await rowsOf(em, sql`insert into partner (id, name) values (${partner}::uuid, 'Iberia')`);
  for (const [{ viewer }, name] of [[admin, 'Elena'], [ana, 'Ana'], [other, 'Luis']] as const) {
    await rowsOf(em, sql`insert into app_user (id, name, email, role) values (${viewer.userId}::uuid, ${name}, ${`${name}@x.example`}, ${viewer.role})`);
  }
  await rowsOf(em, sql`insert into company (id, name, country, currency, zone, language, working_hours, updated_at) values (${newId()}::uuid, 'x', 'ES', 'EUR', 'UTC', 'en', '{}', now())`);
  await aLine(em, { is_default: true });
});
afterAll(() => database.close());
beforeEach(async () => {
  const em = database.em.fork();
  for (const table of ['duplicate_pair', 'duplicate_key', 'duplicate_check', 'duplicate_scan', 'customer_identity']) await rowsOf(em, sql`delete from ${sql.table(table)}`);
  await rowsOf(em, sql`update customer set deleted_at = now()`);
});

const write = (verb: (em: Em) => Promise<string | Refusal>): Promise<string | Refusal> => transact(database.em, verb);
async function done(verb: (em: Em) => Promise<string | Refusal>): Promise<string> {
  const answer = await write(verb);
  if (isRefused(answer)) throw new Error(`${answer.code} ${answer.field} ${JSON.stringify(answer.details)}`);
  return answer;
}
const bodegas: NewCustomer = {
  kind: 'ORGANISATION', name: 'Bodegas Barrena', contactPoints: [{ kind: 'PHONE', value: '941 31 00 00' }], addresses: [{ kind: 'BILLING', city: 'Haro', postalCode: '26200' }],
};
const again: NewCustomer = { kind: 'ORGANISATION', name: 'BODEGAS BARRENA, S.L.' };
const made = (input: NewCustomer, writing = admin) => done((em) => createCustomer(em, input, writing));
const checkAll = async (limit = 200) => { while (await checkDuplicates(database.em, { now, limit })); };
const pairs = (writing = admin, filter = {}) => listDuplicatePairs(database.em.fork(), filter, page, writing.viewer, now);
const possible = async (id: string) => (await rowsOf(database.em.fork(), sql<{ n: number }>`select possible_duplicates as n from customer_facts where customer_id = ${id}::uuid`))[0]?.n;

test('whoever changes again while he waits stands in the queue once more, so that no comparison under way swallows it', async () => {
  const id = await made(bodegas);
  const places = async () => (await rowsOf(database.em.fork(), sql<{ n: number }>`select count(*)::int as n from duplicate_check where customer_id = ${id}::uuid`))[0]?.n;
  expect(await places()).toBe(1);
  await done((em) => addContactPoint(em, { customerId: id, kind: 'PHONE', value: '941 31 00 99' }, admin));
  expect(await places()).toBe(2);
  await checkAll();
  expect(await places()).toBe(0);
});

describe('at the door', () => {
  test('who may be there already is asked about, in one statement, and made all the same when somebody has looked', async () => {
    const first = await made({ ...bodegas, ownerId: ana.viewer.userId });
    statements.length = 0;
    const [found] = await findDuplicates(database.em.fork(), draftProfile(again, admin.company)!, admin.viewer);
    expect(statements).toHaveLength(1);
    expect(found).toMatchObject({ verdict: 'LIKELY', score: 20, reasons: [{ kind: 'SAME_NAME' }], ownerName: 'Ana', customer: { id: first, name: 'Bodegas Barrena', city: 'Haro' } });
    const asked = await write((em) => createCustomer(em, again, admin));
    expect(asked).toMatchObject({ code: 'POSSIBLE_DUPLICATE', details: { count: 1, customerId: first, customerName: 'Bodegas Barrena', score: 20, reasons: 'SAME_NAME', reasonsEs: 'Mismo nombre' } });
    const second = await made({ ...again, evenIfDuplicate: true });
    await checkAll();
    expect(await pairs()).toMatchObject([{ state: 'OPEN', score: 20, customerId: [first, second].toSorted()[0] }]);
    expect([await possible(first), await possible(second)]).toEqual([1, 1]);
    // Found by what one of the two is called, or by what is true of one of them.
    const found2 = async (filter: object) => (await pairs(admin, filter)).length;
    expect(await Promise.all([{ search: 'barrena' }, { search: 'barrenas del' }, { search: '   ' }, { rule: { fact: 'ownerId', is: 'eq', value: ana.viewer.userId } }, { rule: { fact: 'kind', is: 'eq', value: 'PERSON' } }].map(found2))).toEqual([1, 0, 1, 1, 0]);
  });

  test('one who may not see him learns that there is one and who looks after him; a partner’s people nothing', async () => {
    const first = await made({ ...bodegas, ownerId: ana.viewer.userId, teamId: team });
    const asked = await write((em) => createCustomer(em, again, other));
    expect(asked).toMatchObject({ code: 'POSSIBLE_DUPLICATE', details: { count: 1, verdict: 'LIKELY', ownerName: 'Ana' } });
    expect(JSON.stringify(asked)).not.toMatch(/Barrena|SAME_NAME/);
    expect(JSON.stringify(asked)).not.toContain(first);
    const strangers = as('partner', { partnerId: partner });
    await rowsOf(database.em.fork(), sql`insert into app_user (id, name, email, role, partner_id) values (${strangers.viewer.userId}::uuid, 'Rui', 'rui@x.example', 'partner', ${partner}::uuid)`);
    expect(await findDuplicates(database.em.fork(), draftProfile(again, admin.company)!, strangers.viewer)).toEqual([]);
    await made(again, strangers);
    await checkAll();
    expect([await countDuplicatePairs(database.em.fork(), {}, admin.viewer, now), await countDuplicatePairs(database.em.fork(), {}, ana.viewer, now)]).toEqual([1, 0]);
  });

  test('an exact key is refused as taken, an e-mail under another name is a question', async () => {
    const vera = (givenName: string): NewCustomer => ({ kind: 'PERSON', givenName, familyName: 'Vera', contactPoints: [{ kind: 'EMAIL', value: 'familia@vera.es' }] });
    const first = await made(vera('Ana'));
    expect(await write((em) => createCustomer(em, { ...vera('Ana'), evenIfDuplicate: true }, admin))).toMatchObject({ code: 'ALREADY_EXISTS', details: { customerId: first } });
    expect(await write((em) => createCustomer(em, vera('Luis'), admin))).toMatchObject({ code: 'POSSIBLE_DUPLICATE', details: { customerId: first } });
    const second = await made({ ...vera('Luis'), evenIfDuplicate: true });
    expect(await rowsOf(database.em.fork(), sql`select customer_id from customer_identity where value = 'familia@vera.es'`)).toEqual([{ customer_id: first }]);
    const lead = (name: string) => done((em) => captureLead(em, { channel: 'WEB_FORM', who: { name, email: 'familia@vera.es' }, message: 'x' } as never, admin));
    const whose = async (id: string) => (await rowsOf(database.em.fork(), sql<{ id: string }>`select customer_id as id from lead where id = ${id}::uuid`))[0]!.id;
    expect([await whose(await lead('Ana Vera')), await whose(await lead('Luis Vera'))]).toEqual([first, second]);
    const third = await whose(await lead('Marta Vera'));
    expect([first, second]).not.toContain(third);
    await checkAll();
    expect(await pairs()).toHaveLength(3);
  });

  test('two who are entered at once by two people are found as a pair', async () => {
    await Promise.all([1, 2].map(() => write((em) => createCustomer(em, { ...bodegas, evenIfDuplicate: true }, admin))));
    await checkAll(1);
    expect(await pairs()).toHaveLength(1);
  });
});

describe('keys', () => {
  test('are those of the customer as he is, whatever wrote him', async () => {
    const id = await made(bodegas);
    await done((em) => updateCustomer(em, { id, expectedVersion: 1, name: 'Bodegas Etxebarria' }, admin));
    await done((em) => addContactPoint(em, { customerId: id, kind: 'EMAIL', value: 'ventas@etxebarria.es' }, admin));
    await done((em) => setAddress(em, { customerId: id, kind: 'BILLING', street: 'Gran Vía 1', city: 'Bilbao', postalCode: '48001' } as never, admin));
    await done((em) => addContact(em, { customerId: id, givenName: 'Eva' }, admin));
    const [phone] = await rowsOf(database.em.fork(), sql<{ id: string }>`select id from contact_point where customer_id = ${id}::uuid and kind = 'PHONE'`);
    await done((em) => removeContactPoint(em, id, phone!.id, admin));
    await done((em) => captureLead(em, { channel: 'CALL', who: { organisation: 'Talleres Nalda', name: 'Pau Gil', phone: '612345678' }, message: 'x' } as never, admin));
    const em = database.em.fork();
    const kept = await rowsOf(em, sql<{ id: string; keys: number[] }>`select customer_id as id, array_agg(key order by key) as keys from duplicate_key group by 1`);
    const profiles = await profilesOf(em, kept.map((one) => one.id));
    expect(kept).toHaveLength(2);
    for (const profile of profiles) expect(kept.find((one) => one.id === profile.id)!.keys).toEqual(blockingKeys(profile));
  });

  test('of one who was deleted find nobody', async () => {
    const id = await made(bodegas);
    await done((em) => deleteCustomer(em, id, admin));
    expect(await findDuplicates(database.em.fork(), draftProfile(again, admin.company)!, admin.viewer)).toEqual([]);
    await made(again);
    await checkAll();
    expect(await pairs()).toEqual([]);
  });
});

describe('the queue', () => {
  const twice = async (): Promise<[string, string]> => {
    const ids: [string, string] = [await made(bodegas), await made({ ...again, evenIfDuplicate: true })];
    await checkAll();
    return ids;
  };

  test('what somebody dismissed stays so until he reopens it, whatever scan comes; both timelines tell of it', async () => {
    const [first, second] = await twice();
    const [pair] = await pairs();
    expect(await done((em) => dismissDuplicate(em, pair!.id, admin))).toBe(pair!.id);
    expect([await possible(first), await possible(second)]).toEqual([0, 0]);
    await startScan(database.em.fork(), { now, startedBy: null });
    await checkAll();
    expect(await pairs(admin, { state: 'OPEN' })).toEqual([]);
    expect(await pairs(admin, { state: 'DISMISSED' })).toMatchObject([{ id: pair!.id, decidedByName: 'Elena' }]);
    await done((em) => reopenDuplicate(em, pair!.id, admin));
    expect(await duplicatePairById(database.em.fork(), pair!.id, admin.viewer)).toMatchObject({ state: 'OPEN', decidedByName: null });
    expect(await possible(first)).toBe(1);
    const told = await rowsOf(database.em.fork(), sql`select type from timeline_event where type like 'duplicate%' order by recorded_at, customer_id`);
    expect(told).toHaveLength(4);
  });

  test('is not asked again of one who became part of somebody else since', async () => {
    const [father, son] = await twice();
    const [pair] = await pairs();
    await done((em) => dismissDuplicate(em, pair!.id, admin));
    const whole = await made({ kind: 'ORGANISATION', name: 'Viñedos Ugarte' });
    await rowsOf(database.em.fork(), sql`update customer set merged_into = ${whole}::uuid where id = ${son}::uuid`);
    await startScan(database.em.fork(), { now, startedBy: null });
    await checkAll();
    expect(await pairs(admin, { state: 'OPEN' })).toEqual([]);
    expect([await possible(father), await possible(whole)]).toEqual([0, 0]);
  });

  test('tells nobody of whom two became one of his that he may not see any more, by no filter either', async () => {
    const [first, second] = [await made({ ...bodegas, ownerId: ana.viewer.userId }), await made({ ...again, evenIfDuplicate: true, ownerId: ana.viewer.userId })];
    await checkAll();
    expect(await pairs(ana)).toHaveLength(1);
    const whole = await made({ kind: 'ORGANISATION', name: 'Viñedos Ugarte', ownerId: other.viewer.userId });
    await rowsOf(database.em.fork(), sql`update customer set merged_into = ${whole}::uuid where id in (${first}::uuid, ${second}::uuid)`);
    for (const filter of [{}, { state: 'MERGED' }, { customerId: first }, { rule: { fact: 'ordersCount', is: 'ge', value: 0 } }, { search: 'ugarte' }]) {
      expect(await pairs(ana, filter)).toEqual([]);
      expect(await countDuplicatePairs(database.em.fork(), filter as never, ana.viewer, now)).toBe(0);
    }
    expect(await pairs(other, { state: 'MERGED' })).toHaveLength(1);
  });

  test('is for those who may change both customers', async () => {
    await twice();
    const [pair] = await pairs();
    for (const writing of [ana, as('finance'), as('partner', { partnerId: partner })]) {
      expect(await pairs(writing)).toEqual([]);
      expect(await write((em) => dismissDuplicate(em, pair!.id, writing))).toMatchObject({ code: 'NOT_FOUND' });
    }
    expect(await pairs(as('service'))).toHaveLength(1);
  });

  test('a pair that was merged says so, is open again when that is undone, and goes when the two are alike no more', async () => {
    const [first, second] = await twice();
    const [pair] = await pairs();
    const merge = (into: string | null) => rowsOf(database.em.fork(), sql`update customer set merged_into = ${into}::uuid where id = ${second}::uuid`);
    await merge(first);
    expect(await pairs(admin, { state: 'MERGED' })).toMatchObject([{ id: pair!.id, state: 'MERGED' }]);
    expect(await pairs(admin, { state: 'OPEN' })).toEqual([]);
    expect(await write((em) => dismissDuplicate(em, pair!.id, admin))).toMatchObject({ code: 'CONFLICT', details: { because: 'PAIR_MERGED' } });
    const compared = async () => { await startScan(database.em.fork(), { now, startedBy: null }); await checkAll(); return possible(first); };
    expect(await compared()).toBe(0);
    await merge(null);
    expect(await pairs(admin, { state: 'OPEN' })).toHaveLength(1);
    expect(await compared()).toBe(1);
    await done((em) => updateCustomer(em, { id: second, expectedVersion: 1, name: 'Talleres Nalda' }, admin));
    await checkAll();
    expect(await pairs()).toEqual([]);
    expect(await possible(first)).toBe(0);
  });
});

describe('a scan', () => {
  test('finds who is there already, goes on where it was broken off, and is one at a time', async () => {
    const em = database.em.fork();
    const ids: string[] = [];
    for (const name of ['Bodegas Barrena', 'Talleres Nalda', 'Bodegas Barrena SL', 'Transportes Ubis', 'TALLERES NALDA']) {
      const id = await aCustomer(em, { kind: 'ORGANISATION', name, name_key: name.toLowerCase() });
      ids.push(id);
      await rowsOf(em, sql`insert into customer_facts (customer_id, customer_since, refreshed_at, reviewed_at, kind, name) values (${id}::uuid, now(), now(), now(), 'ORGANISATION', ${name})`);
    }
    const scan = await startScan(em, { now, startedBy: admin.viewer.userId });
    expect(await startScan(em, { now, startedBy: null })).toBe(scan);
    // Dies when the keys of the batch are written and its pairs are not.
    let told = 0;
    const dying = Object.assign(new Date(now), { toISOString: () => { told += 1; if (told > 1) throw new Error('killed'); return now.toISOString(); } });
    await expect(checkDuplicates(database.em, { now: dying, limit: 2 })).rejects.toThrow('killed');
    expect(await rowsOf(em, sql`select * from duplicate_key`)).toEqual([]);
    expect(await latestDuplicateScan(em, admin.viewer)).toMatchObject({ checked: 0 });
    await checkDuplicates(database.em, { now, limit: 2 });
    const progress = await latestDuplicateScan(em, admin.viewer);
    expect(progress).toMatchObject({ id: scan, startedByName: 'Elena', doneAt: null });
    expect(progress!.checked).toBe(2);
    await checkAll(2);
    expect((await latestDuplicateScan(em, admin.viewer))!.doneAt).not.toBeNull();
    expect((await pairs()).map(({ customerId, otherId }) => [customerId, otherId].toSorted())).toEqual(
      expect.arrayContaining([[ids[0], ids[2]].toSorted(), [ids[1], ids[4]].toSorted()]));
    expect(await pairs()).toHaveLength(2);
    const before = await rowsOf(em, sql`select * from duplicate_pair order by id`);
    expect(await startScan(em, { now: new Date(now.getTime() + 1000), startedBy: null, unlessSince: new Date(now.getTime() - 1000) })).toBeNull();
    expect(await startScan(em, { now: new Date(now.getTime() + 1000), startedBy: null })).not.toBe(scan);
    await checkAll(3);
    expect(await rowsOf(em, sql`select * from duplicate_pair order by id`)).toEqual(before);
    expect(await latestDuplicateScan(em, as('partner', { partnerId: partner }).viewer)).toBeNull();
  });
});
