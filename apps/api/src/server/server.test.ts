import { mkdtempSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPglite } from '@orbita/database/connection';
import { afterEach, expect, test } from 'vitest';
import { sendCommand } from '#commands';
import { type Environment, readEnvironment } from '#environment';
import { bombs, password, serverProcess, signIn, startTestServer, throwBomb } from '../testing/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'orbita-server-'));
const administrator = { ORBITA_ADMIN_EMAIL: 'admin@example.com', ORBITA_ADMIN_PASSWORD: password };
const variables = { ORBITA_DATA_DIR: folder, ...administrator };
const started: Awaited<ReturnType<typeof serverProcess>>[] = [];
const start = async (more: Record<string, string> = {}) => {
  const server = await serverProcess({ ...variables, ...more });
  started.push(server);
  return server;
};
// One that outlives its test would hold the folder of the next.
afterEach(async () => {
  for (const server of started.splice(0)) {
    server.signal('SIGKILL');
    await server.exited;
  }
});

test('in production: limits hold, one process a folder, commands, and a stop that finishes what runs', { timeout: 120_000 }, async () => {
  const server = await start({ NODE_ENV: 'production', ORBITA_SAFELIST: 'off' });
  expect(server.url, server.output()).not.toBe('');
  const admin = await signIn(server.url);
  for (const [name, bomb] of Object.entries(bombs)) {
    const { status, milliseconds, allowed } = await throwBomb(server.url, admin.cookie, bomb);
    expect([name, status >= 400 && status < 500, milliseconds < allowed]).toEqual([name, true, true]);
  }

  const second = await start();
  expect([second.url, await second.exited]).toEqual(['', 1]);
  expect(second.output()).toContain('in use by another Orbita');

  const environment = readEnvironment(variables, folder) as Environment;
  const told: unknown[] = [];
  const person = { email: 'ana@example.com', name: 'Ana', role: 'sales', password };
  expect(await sendCommand(environment, 'user-create', person, (line) => told.push(line))).toBe(true);
  expect(await sendCommand(environment, 'user-create', person, (line) => told.push(line))).toBe(false);
  expect(told).toEqual([{ done: 'ana@example.com can sign in now, as sales.' }, { refused: expect.stringContaining('already taken') }]);
  await signIn(server.url, person);

  const answer = slowRequest(server.url, admin.cookie, () => server.signal('SIGTERM'));
  expect(await answer).toMatch(/^HTTP\/1\.1 200 OK/);
  expect(await server.exited).toBe(0);
  expect(server.output()).not.toContain('ana@example.com');
  expect(await sendCommand(environment, 'user-create', person, (line) => told.push(line))).toBe(false);
});

/** Sends half of a request, does something, and sends the rest. */
function slowRequest(url: string, cookie: string, between: () => void): Promise<string> {
  const body = JSON.stringify({ query: '{ me { userId } }' });
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(Number(port), hostname, () => {
      socket.write(`POST /graphql HTTP/1.1\r\nhost: ${hostname}\r\ncookie: ${cookie}\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body.slice(0, 5)}`);
      setTimeout(between, 300);
      setTimeout(() => socket.write(body.slice(5)), 1000);
    });
    socket.on('data', (part) => { answer += part.toString(); });
    socket.on('end', () => resolve(answer));
    socket.on('error', reject);
  });
}

test('a database made by a newer version is refused, and said so', { timeout: 60_000 }, async () => {
  const pglite = await openPglite(join(folder, 'database'));
  await pglite.exec(`reset role; insert into mikro_orm_migrations (name) values ('Future999')`);
  await pglite.close();
  const server = await start();
  expect([server.url, await server.exited]).toEqual(['', 1]);
  expect(server.output()).toContain('made by a newer Orbita (it has Future999)');
});

test('wrong variables are all named, and nothing is started', { timeout: 60_000 }, async () => {
  const server = await start({ PORT: 'x', DATABASE_URL: 'mysql://x' });
  expect(await server.exited).toBe(1);
  expect(server.output()).toMatch(/DATABASE_URL[\s\S]*PORT/);
});

test('a port in use is said', { timeout: 60_000 }, async () => {
  const holder = await startTestServer();
  const server = await start({ PORT: new URL(holder.url).port });
  expect(await server.exited).toBe(1);
  expect(server.output()).toContain('is in use');
  await holder.close();
});

test('without its database the server lives but is not ready', async () => {
  const server = await startTestServer();
  expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
  await server.database.close();
  const answer = await fetch(`${server.url}/readyz`);
  expect([answer.status, await answer.json()]).toEqual([503, { status: 'not ready', missing: 'The database does not answer.' }]);
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  await server.running.close();
});
