import type { Viewer } from '@orbita/domain/access';
import { accessKeysAtMost } from '@orbita/domain/access-keys';
import { isRefused, type Refusal } from '@orbita/domain/refusal';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Em, newId, rowsOf, transact } from '#connection';
import type { Database } from '#database';
import type { Writing } from '#requests';
import { openTestDatabase } from '#testing';
import { createAccessKey, holderOfKey, listAccessKeys, markKeyUsed, readKey, revokeAccessKey } from './index.ts';

const now = new Date('2026-06-15T10:00:00Z');
const companyId = newId();
let database: Database;
let em: Em;
let ana: Viewer;
let root: Viewer;

beforeAll(async () => {
  database = await openTestDatabase();
  em = database.em.fork();
  await rowsOf(em, sql`insert into company (id, name, country, currency, zone, language, working_hours, updated_at) values (${companyId}::uuid, 'x', 'ES', 'EUR', 'UTC', 'en', '{}', now())`);
  const person = async (role: Viewer['role']): Promise<Viewer> => {
    const userId = newId();
    await rowsOf(em, sql`insert into app_user (id, name, email, role) values (${userId}::uuid, ${role}, ${`${userId}@x.example`}, ${role})`);
    return { userId, role, teamId: null, partnerId: null, language: 'en' };
  };
  [ana, root] = [await person('analyst'), await person('administrator')];
});
afterAll(() => database.close());

const writingOf = (viewer: Viewer): Writing => ({
  viewer, now, actor: { kind: 'USER', id: viewer.userId, channel: 'WEB' }, company: { id: companyId, zone: 'UTC', currency: 'EUR', country: 'ES' },
});
const done = <Done>(viewer: Viewer, write: (em: Em, writing: Writing) => Promise<Done | Refusal>) => transact(em, (inner) => write(inner, writingOf(viewer)));
async function make(viewer: Viewer, name = 'Power BI', days = 30) {
  const made = await done(viewer, (inner, writing) => createAccessKey(inner, { name, days }, writing));
  if (isRefused(made)) throw new Error(made.code);
  return made as { id: string; text: string };
}

test('a key opens for its owner until its end, in whose rights he stands then; only its hash is kept', async () => {
  const { id, text } = await make(ana);
  expect(text).toMatch(/^orb_live_[0-9a-f]{32}_[0-9a-f]{56}$/);
  const key = readKey(text)!;
  expect(key.id).toBe(id);
  expect(await holderOfKey(em, key, now)).toEqual({ userId: ana.userId, role: 'analyst', teamId: null, partnerId: null, language: 'en', lacksSecondFactor: false });
  expect(await holderOfKey(em, key, new Date('2026-07-15T09:59:59Z'))).toBeDefined();
  expect(await holderOfKey(em, key, new Date('2026-07-15T10:00:00Z'))).toBeUndefined();
  expect(await holderOfKey(em, { ...key, secretHash: key.secretHash.replaceAll(/./g, '0') }, now)).toBeUndefined();
  const kept = JSON.stringify(await rowsOf(em, sql`select * from access_key`)) + JSON.stringify(await rowsOf(em, sql`select * from timeline_event`));
  expect([kept.includes(text), kept.includes(text.slice(-56, -8)), kept.includes('accessKeyCreated')]).toEqual([false, false, true]);
  await rowsOf(em, sql`update app_user set active = false where id = ${ana.userId}::uuid`);
  expect(await holderOfKey(em, key, now)).toBeUndefined();
  await rowsOf(em, sql`update app_user set active = true where id = ${ana.userId}::uuid`);
});

test('whose role is asked for a second factor reads by a key once he has one, or comes in by single sign-on', async () => {
  const key = readKey((await make(ana, 'Excel')).text)!;
  const lacks = async () => (await holderOfKey(em, key, now))?.lacksSecondFactor;
  const demanded = (roles: string) => rowsOf(em, sql`update company set two_factor_roles = ${roles}`);
  const enabled = (on: boolean) => rowsOf(em, sql`update app_user set two_factor_enabled = ${on} where id = ${ana.userId}::uuid`);
  const account = (provider: string) => rowsOf(em, sql`
    insert into auth_account (id, account_id, provider_id, user_id, created_at, updated_at) values (${newId()}::uuid, 'a', ${provider}, ${ana.userId}::uuid, now(), now())`);
  await account('credential');
  await demanded('{manager}');
  expect(await lacks()).toBe(false);
  await demanded('{manager,analyst}');
  expect(await lacks()).toBe(true);
  await enabled(true);
  expect(await lacks()).toBe(false);
  await enabled(false);
  await account('oidc');
  expect(await lacks()).toBe(false);
  await demanded('{}');
});

test('a text that is no key, or one mistyped, is told without asking anybody', async () => {
  const { text } = await make(ana);
  const wrong = `${text.slice(0, -1)}${text.endsWith('0') ? '1' : '0'}`;
  for (const other of ['', 'orb_live_', wrong, text.toUpperCase(), `${text} `, text.slice(1)]) expect(readKey(other)).toBeUndefined();
});

test('one sees and takes back one\'s own, an administrator everybody\'s; twice is as once', async () => {
  const { id, text } = await make(ana, 'Tableau');
  const { id: roots } = await make(root, 'Backup');
  expect((await listAccessKeys(em, undefined, ana, now)).map(({ id: one }) => one)).not.toContain(roots);
  expect((await listAccessKeys(em, undefined, root, now)).map(({ id: one }) => one)).toEqual(expect.arrayContaining([id, roots]));
  expect(await done(ana, (inner, writing) => revokeAccessKey(inner, roots, writing))).toMatchObject({ code: 'NOT_FOUND' });
  for (let time = 0; time < 2; time += 1) expect(await done(root, (inner, writing) => revokeAccessKey(inner, id, writing))).toBe(id);
  expect(await holderOfKey(em, readKey(text)!, now)).toBeUndefined();
  const [told] = await rowsOf(em, sql<{ count: number }>`select count(*)::int as count from timeline_event where type = 'accessKeyRevoked'`);
  expect(told!.count).toBe(1);
  expect(await listAccessKeys(em, [id], ana, now)).toMatchObject([{ state: 'REVOKED', name: 'Tableau', ending: text.slice(-4), userName: 'analyst' }]);
});

test('its last use is known to the minute', async () => {
  const { id } = await make(ana);
  const used = async (second: number) => {
    await markKeyUsed(em, id, new Date(now.getTime() + second * 1000));
    return new Date((await listAccessKeys(em, [id], ana, now))[0]!.lastUsedAt!).getTime() - now.getTime();
  };
  expect([await used(0), await used(30), await used(61)]).toEqual([0, 0, 61_000]);
});

test('nobody has too many, also when he asks for them at once', async () => {
  const eve = { ...root, userId: newId() };
  await rowsOf(em, sql`insert into app_user (id, name, email, role) values (${eve.userId}::uuid, 'eve', 'eve@x.example', 'administrator')`);
  const asked = await Promise.all(Array.from({ length: accessKeysAtMost + 3 }, (_, at) =>
    transact(database.em.fork(), (inner) => createAccessKey(inner, { name: `key ${at}`, days: 30 }, writingOf(eve)))));
  expect(asked.filter((one) => isRefused(one))).toHaveLength(3);
  expect(asked.find((one) => isRefused(one))).toMatchObject({ code: 'CONFLICT', details: { because: 'KEYS_AT_MOST', maximum: accessKeysAtMost } });
});
