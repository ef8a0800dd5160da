import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Em, rowsOf } from '@orbita/database/connection';
import { sql } from 'kysely';
import { password, signIn, startTestServer, type TestServer } from '../testing/index.ts';
import { createUser } from './create-user.ts';
import { openSessions } from './open-sessions.ts';
import { hashPassword, verifyPassword } from './password.ts';

let server: TestServer;
beforeAll(async () => { server = await startTestServer(); });
afterAll(() => server.close());

const attempt = (email: string, secret: string) => fetch(`${server.url}/api/auth/sign-in/email`, {
  method: 'POST', headers: { 'content-type': 'application/json', origin: server.url }, body: JSON.stringify({ email, password: secret }),
});
const person = (email: string) =>
  createUser(server.database.em, { name: 'Ana', email, password, role: 'sales' }, 'COMMAND_LINE', new Date());

test('the first administrator signs in, is known to the API, and is not after signing out', async () => {
  const admin = await signIn(server.url);
  expect((await admin.ask('{ me { role } }')).body.data).toEqual({ me: { role: 'administrator' } });
  expect((await admin.post('/api/auth/sign-out')).status).toBe(200);
  await new Promise((resolve) => { setTimeout(resolve, 1000); });
  expect((await admin.ask('{ me { role } }')).status).toBe(401);
});

test('the cookie is out of reach of scripts and other sites', async () => {
  const response = await attempt('admin@example.com', password);
  expect(response.headers.getSetCookie()[0]).toMatch(/^orbita\.session_token=.*; Path=\/; HttpOnly; SameSite=Lax$/);
});

test('behind TLS the cookie is Secure and tied to the very host, and is read back', async () => {
  const sessions = await openSessions(server.database, { publicUrl: new URL('https://crm.example.com'), trustedOrigins: [], onProblem: () => undefined });
  const http = createServer((request, response) => void sessions.handle(request, response)).listen(0);
  await once(http, 'listening');
  const response = await fetch(`http://127.0.0.1:${(http.address() as AddressInfo).port}/api/auth/sign-in/email`, {
    method: 'POST', headers: { 'content-type': 'application/json', origin: 'https://crm.example.com' },
    body: JSON.stringify({ email: 'admin@example.com', password }),
  });
  const [cookie = ''] = response.headers.getSetCookie();
  expect(cookie).toMatch(/^__Host-orbita\.session_token=.*; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  const viewer = await sessions.viewerOf(new Headers({ cookie: cookie.split(';')[0]! }));
  expect(viewer?.role).toBe('administrator');
  await sessions.close();
  http.close();
});

test('a session revoked in the database is refused within a second', async () => {
  await person('revoked@example.com');
  const revoked = await signIn(server.url, { email: 'revoked@example.com', password });
  expect((await revoked.ask('{ me { role } }')).status).toBe(200);
  await rowsOf(server.database.em.fork(), sql`delete from auth_session where user_id in (select id from app_user where email = 'revoked@example.com')`);
  await new Promise((resolve) => { setTimeout(resolve, 1000); });
  expect((await revoked.ask('{ me { role } }')).status).toBe(401);
});

test('changing the password ends the other sessions and the old password', async () => {
  await person('changer@example.com');
  const who = { email: 'changer@example.com', password };
  const other = await signIn(server.url, who);
  const here = await signIn(server.url, who);
  const changed = await here.post('/api/auth/change-password', { currentPassword: password, newPassword: 'another long one', revokeOtherSessions: true });
  expect(changed.status).toBe(200);
  await new Promise((resolve) => { setTimeout(resolve, 1000); });
  expect((await other.ask('{ me { role } }')).status).toBe(401);
  expect((await attempt(who.email, password)).status).toBe(401);
  expect((await attempt(who.email, 'another long one')).status).toBe(200);
});

test('a session in use is prolonged, in the browser as well', async () => {
  await person('daily@example.com');
  const daily = await signIn(server.url, { email: 'daily@example.com', password });
  await rowsOf(server.database.em.fork(), sql`
    update auth_session set expires_at = now() + interval '3 days' where user_id in (select id from app_user where email = 'daily@example.com')`);
  const response = await daily.post('/graphql', { query: '{ me { role } }' });
  expect(response.headers.getSetCookie()[0]).toMatch(/^orbita\.session_token=.*Max-Age=604800/);
  const again = await signIn(server.url, { email: 'daily@example.com', password });
  expect((await again.post('/graphql', { query: '{ me { role } }' })).headers.getSetCookie()).toEqual([]);
});

test('the inactive do not come in', async () => {
  await person('gone@example.com');
  await rowsOf(server.database.em.fork(), sql`update app_user set active = false where email = 'gone@example.com'`);
  expect((await attempt('gone@example.com', password)).status).toBe(403);
});

test('nobody signs himself up or gives himself a role', async () => {
  const admin = await signIn(server.url);
  const signUp = await admin.post('/api/auth/sign-up/email', { name: 'Eve', email: 'eve@example.com', password, role: 'administrator' });
  expect(signUp.status).toBeGreaterThanOrEqual(400);
  expect((await admin.post('/api/auth/update-user', { role: 'manager' })).status).toBe(404);
});

test('sign-in from a page of another site is refused', async () => {
  const response = await fetch(`${server.url}/api/auth/sign-in/email`, {
    method: 'POST', headers: { 'content-type': 'application/json', origin: 'https://evil.example', cookie: 'a=b' },
    body: JSON.stringify({ email: 'admin@example.com', password }),
  });
  expect(response.status).toBe(403);
});

test('ten wrong passwords and the account waits, known or not, and both take the same time', async () => {
  await person('guessed@example.com');
  const times: Record<string, number[]> = { 'guessed@example.com': [], 'unknown@example.com': [] };
  for (let round = 0; round < 10; round += 1) {
    for (const [email, measured] of Object.entries(times)) {
      const began = performance.now();
      expect((await attempt(email, `wrong password ${round}`)).status).toBe(401);
      measured.push(performance.now() - began);
    }
    // The address has a limit of its own, which is not what is looked at here.
    await rowsOf(server.database.em.fork(), sql`delete from auth_rate_limit where key not like 'account:%'`);
  }
  for (const email of Object.keys(times)) {
    const refused = await attempt(email, password);
    expect([refused.status, Number(refused.headers.get('retry-after')) > 0]).toEqual([429, true]);
  }
  const [known = 0, unknown = 0] = Object.values(times).map((measured) => measured.sort((a, b) => a - b)[5]);
  expect(Math.abs(known - unknown)).toBeLessThan(Math.max(known, unknown) * 0.6);
});

test('a password is kept as Argon2id and read back', async () => {
  const hash = await hashPassword('contraseña larga');
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await verifyPassword({ hash, password: 'contraseña larga'.normalize('NFD') })).toBe(true);
  expect(await verifyPassword({ hash, password: 'contrasena larga' })).toBe(false);
});

test('whoever forgot his password chooses a new one by letter, once, and is signed out everywhere; nobody learns who has an account', async () => {
  const letters: { to: string; subject: string; text: string }[] = [];
  const origin = 'http://localhost:1';
  const sessions = await openSessions(server.database, {
    publicUrl: new URL(origin), trustedOrigins: [], onProblem: () => undefined, sendLetter: async (letter) => { letters.push(letter); },
  });
  const door = createServer((request, response) => void sessions.handle(request, response)).listen(0);
  const { port } = door.address() as AddressInfo;
  const post = async (path: string, body: object) => {
    const answer = await fetch(`http://localhost:${port}/api/auth/${path}`, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json', origin } });
    return { status: answer.status, body: await answer.json() as Record<string, unknown>, cookies: answer.headers.getSetCookie() };
  };
  await createUser(server.database.em, { name: 'Eva', email: 'eva@orbita.example', password, role: 'sales', language: 'es' }, 'COMMAND_LINE', new Date());
  const before = await post('sign-in/email', { email: 'eva@orbita.example', password });
  expect(before.status).toBe(200);
  const [known, unknown] = [await post('request-password-reset', { email: 'eva@orbita.example' }), await post('request-password-reset', { email: 'nobody@orbita.example' })];
  expect([known.status, unknown.status, known.body]).toEqual([200, 200, unknown.body]);
  expect(letters).toMatchObject([{ to: 'eva@orbita.example', subject: 'Elige una contraseña nueva para Orbita' }]);
  const token = /reset-password\?token=(\S+)/.exec(letters[0]!.text)![1]!;
  const kept = await rowsOf(server.database.em.fork() as Em, sql<{ identifier: string }>`select identifier from auth_verification`);
  expect(kept.filter(({ identifier }) => identifier.includes(token))).toEqual([]);
  expect((await post('reset-password', { newPassword: 'short', token })).status).toBe(400);
  expect((await post('reset-password', { newPassword: 'another long one', token: 'x' })).status).toBe(400);
  expect((await post('reset-password', { newPassword: 'another long one', token })).status).toBe(200);
  expect((await post('reset-password', { newPassword: 'a third long one', token })).status).toBe(400);
  expect((await post('sign-in/email', { email: 'eva@orbita.example', password })).status).toBe(401);
  expect((await post('sign-in/email', { email: 'eva@orbita.example', password: 'another long one' })).status).toBe(200);
  expect(await sessions.viewerOf(new Headers({ cookie: before.cookies.map((line) => line.split(';')[0]).join('; ') }))).toBeNull();
  const events = await rowsOf(server.database.em.fork() as Em, sql<{ payload: object }>`select payload from timeline_event where type = 'userUpdated' and actor_kind = 'SYSTEM'`);
  expect(events).toMatchObject([{ payload: { fields: ['password'] } }]);
  for (let at = 0; at < 12; at += 1) await post('request-password-reset', { email: 'eva@orbita.example' });
  expect((await post('request-password-reset', { email: 'eva@orbita.example' })).status).toBe(429);
  await sessions.close();
  door.close();
});
