import type { Viewer } from '@orbita/domain/access';
import { isRefused } from '@orbita/domain/refusal';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Em, newId, rowsOf, transact } from '#connection';
import { addContactPoint, recordConsent, setAddress } from '#contacts';
import type { Database } from '#database';
import type { Writing } from '#requests';
import { searchCustomers } from '#search';
import { createSegment, refreshAllSegments, removeFromSegment } from '#segments';
import { aLine, anOrder } from '../facts/rows.fixture.ts';
import { countStatements, openTestDatabase } from '../testing/index.ts';
import {
  countCustomers, createCustomer, customerById, type CustomerOrder, deleteCustomer, listCustomers, type NewCustomer, restoreCustomer,
  updateCustomer,
} from './index.ts';

let database: Database;
const statements: string[] = [];
const now = new Date('2026-03-02T09:00:00Z');
const team = newId();
const partner = newId();
const everything = { fields: new Set(['contactPoints', 'consents', 'addresses', 'contacts']), facts: new Set(['country', 'ordersCount', 'hasEmail', 'consentEmail']) };
const nothing = { fields: new Set<string>(), facts: new Set<string>() };

const as = (role: Viewer['role'], more: Partial<Viewer> = {}): Writing => {
  const viewer: Viewer = { userId: newId(), role, teamId: null, partnerId: null, language: 'en', ...more };
  return {
    viewer, now, actor: { kind: 'USER', id: viewer.userId, channel: 'API' },
    company: { id: newId(), zone: 'Europe/Madrid', currency: 'EUR', country: 'ES' },
  };
};
const admin = as('administrator');

beforeAll(async () => {
  database = await openTestDatabase();
  countStatements(database, statements);
  await rowsOf(database.em.fork(), sql`insert into team (id, name) values (${team}, 'Norte')`);
  await rowsOf(database.em.fork(), sql`insert into partner (id, name) values (${partner}, 'Iberia')`);
});
afterAll(() => database.close());

const write = <Done>(verb: (em: Em) => Promise<Done>): Promise<Done> => transact(database.em, verb as never) as Promise<Done>;
async function made(input: NewCustomer, writing = admin): Promise<string> {
  const id = await write((em) => createCustomer(em, input, writing));
  if (isRefused(id)) throw new Error(`${id.code} ${id.field}`);
  return id;
}
const read = (id: string, writing = admin) => customerById(database.em.fork(), id, everything, writing.viewer, now);

describe('making', () => {
  test('a customer is stored in one form with all that reaches him, and read back in one statement', async () => {
    const id = await made({
      kind: 'ORGANISATION', name: '  Bodegas  Alameda, S.L. ', taxId: 'b-58378431', tags: ['Vino'],
      contactPoints: [{ kind: 'EMAIL', value: 'Compras@Alameda.es' }, { kind: 'PHONE', value: '612 34 56 78' }],
      addresses: [{ kind: 'BILLING', street: 'c/ Mayor 3', city: 'Logroño', postalCode: '26001', country: 'España' }],
    });
    statements.length = 0;
    const row = await read(id);
    expect(statements).toHaveLength(1);
    expect(row).toMatchObject({ name: 'Bodegas Alameda, S.L.', taxId: 'B58378431', tags: ['vino'], facts: { country: 'ES', hasEmail: true, ordersCount: 0 } });
    expect(row!.contactPoints!.map((point) => point['normalised'])).toEqual(['compras@alameda.es', '+34612345678']);
    expect(row!.addresses).toMatchObject([{ city: 'Logroño', country: 'ES', isCurrent: true }]);
  });

  test('the same e-mail or tax number is refused with the customer there is, and nothing half-done stays', async () => {
    const input: NewCustomer = { kind: 'PERSON', givenName: 'Ana', familyName: 'Ruiz', contactPoints: [{ kind: 'EMAIL', value: 'ana@example.com' }] };
    const id = await made(input);
    const before = await countCustomers(database.em.fork(), {}, admin.viewer, now);
    const again = await write((em) => createCustomer(em, { ...input, givenName: 'Anna' }, admin));
    expect(again).toMatchObject({ code: 'ALREADY_EXISTS', field: 'contactPoints', details: { customerId: id, customerName: 'Ana Ruiz' } });
    expect(await countCustomers(database.em.fork(), {}, admin.viewer, now)).toBe(before);
    const stranger = await write((em) => createCustomer(em, input, as('partner', { partnerId: partner })));
    expect(stranger).toMatchObject({ code: 'ALREADY_EXISTS', details: { value: 'ana@example.com' } });
    expect((stranger as { details: object }).details).not.toHaveProperty('customerId');
  });

  test('two at once with one e-mail make one customer', async () => {
    const input = (name: string): NewCustomer => ({ kind: 'PERSON', givenName: name, contactPoints: [{ kind: 'EMAIL', value: 'twice@example.com' }] });
    const answers = await Promise.all([1, 2, 3, 4].map((one) => write((em) => createCustomer(em, input(`N${one}`), admin))));
    expect(answers.filter((answer) => !isRefused(answer))).toHaveLength(1);
  });
});

describe('changing', () => {
  test('of two who edit one version the second is refused and told so; the event keeps names apart', async () => {
    const id = await made({ kind: 'PERSON', givenName: 'Luis', familyName: 'Gil' });
    const patch = (familyName: string) => write((em) => updateCustomer(em, { id, expectedVersion: 1, familyName }, admin));
    const answers = await Promise.all([patch('Gila'), patch('Gilo')]);
    expect(answers.filter(isRefused).map(({ code }) => code)).toEqual(['STALE_VERSION']);
    const [event] = await rowsOf(database.em.fork(), sql<{ payload: object; values: object }>`
      select payload, values from timeline_event join event_personal p using (customer_id)
      where p.event_no = no and customer_id = ${id} and type = 'customerUpdated'`);
    expect(event!.payload).toEqual({ changed: ['name', 'familyName'], values: {} });
    expect(event!.values).toHaveProperty('familyName');
  });

  test('saving what is already there changes nothing', async () => {
    const id = await made({ kind: 'PERSON', givenName: 'Eva' });
    expect(await write((em) => updateCustomer(em, { id, expectedVersion: 1, givenName: 'Eva' }, admin))).toBe(id);
    expect((await read(id))!.version).toBe(1);
  });

  test('handing over is told with both owners, and is a fact at once: the new owner sees him, the old does not', async () => {
    const [ana, luis] = [as('sales'), as('sales')];
    for (const { viewer } of [ana, luis]) {
      await rowsOf(database.em.fork(), sql`insert into app_user (id, name, email, role) values (${viewer.userId}, 'S', ${viewer.userId}, 'sales')`);
    }
    const id = await made({ kind: 'PERSON', givenName: 'Pau', ownerId: ana.viewer.userId, teamId: null });
    await write((em) => updateCustomer(em, { id, expectedVersion: 1, ownerId: luis.viewer.userId }, admin));
    expect([await read(id, ana), (await read(id, luis))?.version]).toEqual([null, 2]);
    const [event] = await rowsOf(database.em.fork(), sql<{ payload: object }>`
      select payload from timeline_event where customer_id = ${id} and type = 'customerUpdated'`);
    expect(event!.payload).toEqual({ changed: ['ownerId'], values: { ownerId: { before: ana.viewer.userId, after: luis.viewer.userId } } });
  });

  test('saving what is there later changes neither version nor time', async () => {
    const id = await made({ kind: 'PERSON', givenName: 'Iris' });
    const later = { ...admin, now: new Date(now.getTime() + 60_000) };
    await write((em) => updateCustomer(em, { id, expectedVersion: 1, givenName: 'Iris' }, later));
    expect((await read(id))!.version).toBe(1);
  });

  test('contact points, consents and addresses are facts at once', async () => {
    const id = await made({ kind: 'PERSON', givenName: 'Rosa' });
    await write((em) => addContactPoint(em, { customerId: id, kind: 'EMAIL', value: 'rosa@example.com' }, admin));
    await write((em) => recordConsent(em, { customerId: id, channel: 'EMAIL', state: 'GRANTED' }, admin));
    await write((em) => setAddress(em, { customerId: id, kind: 'HOME', city: 'Porto', country: 'PT' }, admin));
    await write((em) => setAddress(em, { customerId: id, kind: 'HOME', city: 'Braga', country: 'PT' }, admin));
    const row = await read(id);
    expect(row!.facts).toMatchObject({ hasEmail: true, consentEmail: 'GRANTED', country: 'PT' });
    expect(row!.addresses!.map((address) => [address['city'], address['isCurrent']])).toEqual([['Braga', true], ['Porto', false]]);
  });

  test('the deleted one is gone from list, count and search, and comes back whole', async () => {
    const id = await made({ kind: 'ORGANISATION', name: 'Quesería Efímera' });
    const counted = () => countCustomers(database.em.fork(), { search: 'efimera' }, admin.viewer, now);
    expect(await counted()).toBe(1);
    await write((em) => deleteCustomer(em, id, admin));
    expect([await counted(), await read(id, as('sales', { teamId: team }))]).toEqual([0, null]);
    expect(await countCustomers(database.em.fork(), { deleted: true }, admin.viewer, now)).toBeGreaterThan(0);
    await write((em) => restoreCustomer(em, id, admin));
    expect(await counted()).toBe(1);
  });

  test('restored, he stands on his lists again, also when they were counted meanwhile; who was taken off before stays off', async () => {
    const [id, off] = [await made({ kind: 'PERSON', name: 'Lina Vip' }), await made({ kind: 'PERSON', name: 'Otra Vip' })];
    await rowsOf(database.em.fork(), sql`insert into app_user (id, name, email, role) values (${admin.viewer.userId}::uuid, 'Ada', 'ada@vip.example', 'administrator') on conflict do nothing`);
    const list = await write((em) => createSegment(em, { name: 'VIP', list: [id, off] }, admin)) as string;
    const at = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
    await write((em) => removeFromSegment(em, { id: list, customerIds: [off] }, { ...admin, now: at(1) }));
    for (const one of [id, off]) await write((em) => deleteCustomer(em, one, { ...admin, now: at(2) }));
    await refreshAllSegments(database.em.fork(), at(15));
    const standing = async () => (await rowsOf<{ id: string }>(database.em.fork(), sql`select customer_id as id from segment_member where segment_id = ${list}::uuid and left_at is null`)).map((row) => row.id);
    expect(await standing()).toEqual([]);
    for (const one of [id, off]) await write((em) => restoreCustomer(em, one, { ...admin, now: at(20) }));
    await refreshAllSegments(database.em.fork(), at(30));
    expect(await standing()).toEqual([id]);
  });
});

describe('who sees whom', () => {
  test('team and partner see their own on every path, and are told that the others do not exist', async () => {
    const ours = as('sales', { teamId: team });
    const theirs = as('partner', { partnerId: partner });
    const teamId = await made({ kind: 'ORGANISATION', name: 'Cantera Norte', teamId: team, ownerId: null });
    const lone = await made({ kind: 'ORGANISATION', name: 'Cantera Sur', ownerId: null, teamId: null });
    for (const writing of [ours, theirs]) {
      const seen = writing === ours ? [teamId] : [];
      const { viewer } = writing;
      const em = database.em.fork();
      const page = { order: { by: 'name', descending: false }, size: 50 };
      const filter = { search: 'cantera' };
      expect((await listCustomers(em, filter, page, nothing, viewer, now)).map((row) => row.id)).toEqual(seen);
      expect(await countCustomers(em, filter, viewer, now)).toBe(seen.length);
      expect((await searchCustomers(em, 'cantera', viewer, 10)).map((hit) => hit.id)).toEqual(seen);
      expect(await read(lone, writing)).toBeNull();
      expect(await write((inner) => updateCustomer(inner, { id: lone, expectedVersion: 1, language: 'en' }, writing))).toMatchObject({ code: 'NOT_FOUND' });
    }
  });

  test('is given to people who work here and see him then, and to teams that there are', async () => {
    const em = database.em.fork();
    const [rui, gone] = [newId(), newId()];
    const user = (id: string, more: string) => em.execute(`insert into app_user (id, name, email, email_verified, role, language, version, created_at, updated_at, active, partner_id)
      values (?, 'Rui', ?, true, ${more})`, [id, `${id}@example.org`]);
    await user(rui, `'partner', 'en', 1, now(), now(), true, '${partner}'`);
    await user(gone, `'sales', 'en', 1, now(), now(), false, null`);
    const wrong = [
      [{ ownerId: newId() }, { code: 'NOT_FOUND', field: 'ownerId' }], [{ ownerId: gone }, { code: 'NOT_FOUND', field: 'ownerId' }],
      [{ teamId: newId() }, { code: 'NOT_FOUND', field: 'teamId' }], [{ ownerId: rui }, { code: 'INVALID', field: 'ownerId', details: { because: 'CANNOT_SEE', name: 'Rui' } }],
    ] as const;
    const id = await made({ kind: 'ORGANISATION', name: 'Given away', ownerId: null, teamId: null });
    for (const [given, refusal] of wrong) {
      expect(await write((inner) => createCustomer(inner, { kind: 'ORGANISATION', name: 'Nobody of ours', ...given }, admin))).toMatchObject(refusal);
      expect(await write((inner) => updateCustomer(inner, { id, expectedVersion: 1, ...given }, admin))).toMatchObject(refusal);
    }
  });

  test('an analyst reads no personal values and cannot search by them', async () => {
    const id = await made({ kind: 'PERSON', givenName: 'Olga', taxId: '12345678Z', contactPoints: [{ kind: 'EMAIL', value: 'secreta@example.org' }] });
    const analyst = as('analyst');
    expect(await read(id, analyst)).toMatchObject({ taxId: null, contactPoints: [], addresses: [] });
    for (const text of ['secreta', '345678', '5678']) expect(await searchCustomers(database.em.fork(), text, analyst.viewer, 5)).toEqual([]);
    expect(await countCustomers(database.em.fork(), { search: '345678' }, analyst.viewer, now)).toBe(0);
    expect(await searchCustomers(database.em.fork(), 'secreta', admin.viewer, 5)).toHaveLength(1);
  });
});

describe('finding', () => {
  test('tells nobody by what is found instead that others are there whom he does not see', async () => {
    const strangers = as('partner', { partnerId: newId() });
    await rowsOf(database.em.fork(), sql`insert into partner (id, name) values (${strangers.viewer.partnerId}::uuid, 'Strangers')`);
    await rowsOf(database.em.fork(), sql`insert into app_user (id, name, email, role, partner_id) values (${strangers.viewer.userId}::uuid, 'Rita', 'rita@x.example', 'partner', ${strangers.viewer.partnerId}::uuid)`);
    const decoy = await made({ kind: 'ORGANISATION', name: 'annaquin@rival.example' }, strangers);
    const em = database.em.fork();
    const asked = async (text: string) => [
      (await listCustomers(em, { search: text }, { order: { by: 'name', descending: false }, size: 5 }, nothing, strangers.viewer, now)).map(({ id }) => id),
      await countCustomers(em, { search: text }, strangers.viewer, now), (await searchCustomers(em, text, strangers.viewer, 5)).map(({ id }) => id),
    ];
    const before = await asked('anaquin@rival.example');
    expect(before).toEqual([[decoy], 1, [decoy]]);
    await made({ kind: 'PERSON', givenName: 'Rival', contactPoints: [{ kind: 'EMAIL', value: 'anaquin@rival.example' }] });
    // Spelled as near as the decoy, and nearer, and many: they push it out of nothing.
    for (const letter of 'bcdfghij') await made({ kind: 'ORGANISATION', name: `anaquin${letter}@rival.example` });
    expect(await asked('anaquin@rival.example')).toEqual(before);
  });

  test('tells nobody by the order of what is found who bought more, unless he may read it', async () => {
    const em = database.em.fork();
    const [least, most] = [await made({ kind: 'ORGANISATION', name: 'Turnover Alpha' }), await made({ kind: 'ORGANISATION', name: 'Turnover Beta' })];
    await rowsOf(em, sql`update customer_facts set revenue_total = 100000 where customer_id = ${most}::uuid`);
    const order = async (role: Viewer['role']) => (await searchCustomers(em, 'turnover', as(role).viewer, 5)).map(({ id }) => id);
    expect([await order('administrator'), await order('warehouse')]).toEqual([[most, least], [least, most]]);
  });

  test.each([['logro', 0], ['alam', 1], ['álam BODE', 1], ['bodgas alameda', 1], ['612345678', 1], ['5678', 1], ['345 678', 1], ['678', 0], ['compras@alam', 1], ['B58378', 1], ['zzzz', 0]])(
    '%s finds %i', async (text, count) => {
      const hits = await searchCustomers(database.em.fork(), text, admin.viewer, 10);
      expect(hits.filter((hit) => hit.name.startsWith('Bodegas'))).toHaveLength(count === 0 && text === 'logro' ? hits.length : count);
      // The list finds as the palette does, in its one statement.
      statements.length = 0;
      expect(await countCustomers(database.em.fork(), { search: text }, admin.viewer, now)).toBe(hits.length);
      expect(statements).toHaveLength(1);
    });

  test('by the number of an order too, and by signs that are no words, or by words without end, nobody', async () => {
    const em = database.em.fork();
    const [first] = await listCustomers(em, {}, { order: { by: 'name', descending: false }, size: 1 }, nothing, admin.viewer, now);
    await anOrder(em, { customerId: first!.id, lineId: await aLine(em), placedAt: now, number: 'ZX-77' });
    const found = (search: string, by = admin) => listCustomers(em, { search }, { order: { by: 'name', descending: false }, size: 5 }, nothing, by.viewer, now);
    for (const part of ['ZX-7', 'zx-77']) expect((await found(part)).map(({ id }) => id)).toEqual([first!.id]);
    await anOrder(em, { customerId: first!.id, lineId: await aLine(em), placedAt: now, number: 'P015068' });
    expect((await found('15068')).map(({ id }) => id)).toEqual([first!.id]);
    expect((await searchCustomers(em, '5068', admin.viewer, 5)).map(({ id }) => id)).toEqual([first!.id]);
    for (const part of ['068', '1506']) expect(await found(part)).toEqual([]);
    for (const strange of ['🦄', 'a'.repeat(3000), '1 '.repeat(3000)]) expect(await found(strange)).toEqual([]);
  });

  test.each<CustomerOrder>([
    { by: 'name', descending: false }, { by: 'name', descending: true }, { by: 'lastOrderAt', descending: true },
    { by: 'revenue12m', descending: true }, { by: 'country', descending: false }, { by: 'country', descending: true },
  ])('paging by $by ($descending) shows every customer once, there and back', async (order) => {
    const em = database.em.fork();
    const whole = await listCustomers(em, {}, { order, size: 100 }, nothing, admin.viewer, now);
    const seen: string[] = [];
    let after: [string | null, string] | undefined;
    for (let rows = whole; rows.length > 0;) {
      rows = await listCustomers(em, {}, { order, size: 3, after }, nothing, admin.viewer, now);
      const page = rows.slice(0, 3);
      seen.push(...page.map((row) => row.id));
      const last = page.at(-1);
      if (rows.length <= 3 || !last) break;
      after = [last.sortValue as string | null, last.id];
    }
    expect(seen).toEqual(whole.map((row) => row.id));
    const end = whole.at(-1)!;
    const back = await listCustomers(em, {}, { order, size: 4, backwards: true, after: [end.sortValue as string | null, end.id] }, nothing, admin.viewer, now);
    expect(back.map((row) => row.id).slice(0, 4)).toEqual(whole.slice(0, -1).map((row) => row.id).reverse().slice(0, 4));
  });
});
