import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AuthTables, openAuthDatabase } from '../sessions/auth-database.ts';
import { takeAttempt } from '../sessions/throttle/attempts.ts';
import { startTestServer, type TestServer } from '../testing/index.ts';
import { rateLimit } from './rate-limit.ts';

let server: TestServer;
let tables: AuthTables;
beforeAll(async () => {
  server = await startTestServer();
  tables = openAuthDatabase(server.database);
});
afterAll(async () => {
  if (server.database.kind === 'PostgreSQL') await tables.destroy();
  await server.close();
});

test('what one address sends is counted over all processes; who was refused is not asked about again until his time has come', async () => {
  let asked = 0;
  const process = () => rateLimit({ takeAttempt: (bound) => { asked += 1; return takeAttempt(tables, bound); } }, { door: 'form', most: 3, windowSeconds: 600 });
  const [one, other] = [process(), process()];
  const now = Date.now();
  expect([await one.waits('203.0.113.7', now), await other.waits('203.0.113.7', now), await one.waits('203.0.113.7', now)]).toEqual([0, 0, 0]);
  const wait = await other.waits('203.0.113.7', now);
  expect([wait > 590, wait <= 600, asked]).toEqual([true, true, 4]);
  expect([await other.waits('203.0.113.7', now + 1000), asked]).toEqual([wait - 1, 4]);
  expect([await one.waits('203.0.113.8', now), await one.waits('203.0.113.7', now) > 0]).toEqual([0, true]);
  // The networks of one line of IPv6 are one address.
  const lines = await Promise.all(Array.from({ length: 5 }, (_, at) => one.waits(`2001:db8:1:2::${at}`, now)));
  expect(lines.filter((seconds) => seconds === 0)).toHaveLength(3);
  await other.waits('203.0.113.7', now + 601_000);
  expect(asked).toBe(12);
});
