import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Em, rowsOf } from '@orbita/database/connection';
import { sql } from 'kysely';
import { password, startTestServer, type TestServer } from '../../testing/index.ts';
import { createUser } from '../create-user.ts';
import { openAuthDatabase, type AuthTables } from '../auth-database.ts';
import { takeAttempt } from './attempts.ts';

let server: TestServer;
let tables: AuthTables;
const run = (query: ReturnType<typeof sql>) => rowsOf(server.database.em.fork() as Em, query as never);

beforeAll(async () => {
  server = await startTestServer();
  tables = openAuthDatabase(server.database);
  for (const email of ['ana@x.example', 'eva@x.example']) {
    await createUser(server.database.em, { name: 'Ana', email, password, role: 'sales' }, 'COMMAND_LINE', new Date());
  }
});
afterAll(async () => {
  if (server.database.kind === 'PostgreSQL') await tables.destroy();
  await server.close();
});
beforeEach(async () => {
  await run(sql`delete from auth_attempt`);
  await run(sql`delete from auth_rate_limit`);
});

/** The server trusts a proxy on its own machine to say from where somebody comes. */
const attempt = (email: string, secret: string, address: string, at: TestServer = server) => fetch(`${at.url}/api/auth/sign-in/email`, {
  method: 'POST', headers: { 'content-type': 'application/json', origin: at.url, 'x-forwarded-for': address }, body: JSON.stringify({ email, password: secret }),
});
const guess = async (times: number, email: string, address: (at: number) => string) => {
  const statuses: number[] = [];
  for (let at = 0; at < times; at += 1) {
    statuses.push((await attempt(email, 'a wrong one', address(at))).status);
    if (at % 20 === 19) await run(sql`delete from auth_rate_limit`);
  }
  return statuses;
};
const throttled = () => run(sql`select payload ->> 'scope' as scope from timeline_event where type = 'signInThrottled' order by no`) as Promise<{ scope: string }[]>;

test('whoever guesses from one address waits, and the owner comes in from his', async () => {
  const statuses = await guess(11, 'ana@x.example', () => '203.0.113.7');
  expect(statuses).toEqual([...Array.from({ length: 10 }, () => 401), 429]);
  const right = await attempt('ana@x.example', password, '203.0.113.7');
  expect([right.status, Number(right.headers.get('retry-after')) > 800]).toEqual([429, true]);
  expect((await attempt('ana@x.example', password, '198.51.100.1')).status).toBe(200);
  await expect.poll(throttled).toEqual([{ scope: 'ACCOUNT_FROM_ADDRESS' }]);
  const [kept] = await run(sql`select values from event_personal p join timeline_event e on e.customer_id = p.customer_id and e.no = p.event_no where e.type = 'signInThrottled'`) as { values: object }[];
  expect(kept).toEqual({ values: { address: '203.0.113.7' } });
});

test('guessed from everywhere at once, an account takes one guess in two seconds, its owner any time from where he was lately', async () => {
  expect((await attempt('eva@x.example', password, '198.51.100.2')).status).toBe(200);
  expect(await guess(3, 'eva@x.example', (at) => `203.0.113.${at}`)).toEqual([401, 401, 401]);
  await run(sql`update auth_attempt set count = 30, last = now() where key like 'account:%' and count = 3`);
  const stranger = await attempt('eva@x.example', password, '203.0.113.200');
  expect([stranger.status, Number(stranger.headers.get('retry-after')) <= 2]).toEqual([429, true]);
  expect((await attempt('eva@x.example', password, '198.51.100.2')).status).toBe(200);
  await new Promise((resolve) => { setTimeout(resolve, 2100); });
  expect((await attempt('eva@x.example', password, '203.0.113.201')).status).toBe(200);
});

test('the wait grows with the guesses, and never beyond a minute', async () => {
  const bound = { key: 'account:x', most: 30, windowSeconds: 3600, gently: true };
  for (const [count, wait] of [[30, 2], [45, 4], [60, 16], [500, 60], [100_000, 60]] as const) {
    await run(sql`insert into auth_attempt (key, count, since, last) values ('account:x', ${count}, now(), now()) on conflict (key) do update set count = ${count}, last = now()`);
    expect(await takeAttempt(tables, bound)).toBe(wait);
  }
});

test('guesses at the same instant, in two processes, are counted one by one', async () => {
  const other = server.database.kind === 'PostgreSQL' ? await startTestServer({}, { beside: server }) : server;
  const answers = await Promise.all(Array.from({ length: 24 }, (_, at) => attempt('ana@x.example', 'a wrong one', '203.0.113.9', at % 2 ? server : other)));
  expect(answers.filter(({ status }) => status === 401)).toHaveLength(10);
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(14);
  if (other !== server) await other.running.close();
});

test('one address that tries many accounts waits as well, told as such', async () => {
  await run(sql`insert into auth_attempt (key, count, since, last) select key, 100, now(), now() from auth_attempt`);
  await guess(1, 'nobody-0@x.example', () => '203.0.113.77');
  await run(sql`update auth_attempt set count = 100 where key like 'account-address:%'`);
  expect(await guess(1, 'nobody-1@x.example', () => '203.0.113.77')).toEqual([429]);
  expect(await guess(1, 'nobody-1@x.example', () => '203.0.113.78')).toEqual([401]);
  await expect.poll(async () => (await throttled()).at(-1)).toEqual({ scope: 'ADDRESS' });
});
