import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, openDatabase } from '@orbita/database/database';
import { openTestDatabase } from '@orbita/database/testing';
import { type Environment, readEnvironment } from '#environment';
import { type Log, silentLog } from '#http';
import { type RunningOrbita, startServer } from '#server';

export const email = 'admin@example.com';
export const password = 'correct horse battery';

export interface TestServer {
  readonly url: string;
  readonly database: Database;
  readonly running: RunningOrbita;
  readonly environment: Environment;
  close(): Promise<void>;
}

/** The real server on a database of its own, or beside another one on the same PostgreSQL. */
export async function startTestServer(changes: Partial<Environment> = {}, { beside, root = join(import.meta.dirname, '../../../..'), log = silentLog, database: given }: { beside?: TestServer; root?: string; log?: Log; database?: Database } = {}): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'orbita-api-'));
  const read = readEnvironment({ PORT: '0', ORBITA_DEMO: 'off', ORBITA_ADMIN_EMAIL: email, ORBITA_ADMIN_PASSWORD: password, ORBITA_DATA_DIR: folder }, folder);
  if ('errors' in read) throw new Error(read.errors.join('\n'));
  const database = given ?? (beside ? await openDatabase({ url: beside.database.url! }) : await openTestDatabase());
  const environment = { ...read, ...changes };
  const running = await startServer({ environment, log, root, database });
  return {
    url: running.url.origin, database, running, environment,
    close: async () => {
      await running.close();
      await database.close();
    },
  };
}

/** A browser of somebody who signed in. */
export interface Person {
  readonly cookie: string;
  ask(query: string, more?: { headers?: Record<string, string>; body?: Record<string, unknown> }): Promise<{ status: number; body: Answer }>;
  post(path: string, body?: unknown): Promise<Response>;
}

export interface Answer {
  data?: Record<string, unknown> | null;
  errors?: { message: string; extensions: { code: string; requestId?: string } }[];
  extensions?: { requestId?: string };
}

export async function signIn(url: string, who: { email: string; password: string } = { email, password }): Promise<Person> {
  const response = await post(url, '/api/auth/sign-in/email', who);
  if (response.status !== 200) throw new Error(`sign-in: ${response.status} ${await response.text()}`);
  const cookie = response.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ');
  return {
    cookie,
    post: (path, body = {}) => post(url, path, body, { cookie }),
    ask: async (query, { headers = {}, body = {} } = {}) => {
      const answer = await post(url, '/graphql', { query, ...body }, { cookie, ...headers });
      return { status: answer.status, body: (await answer.json()) as Answer };
    },
  };
}

const post = (url: string, path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${url}${path}`, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json', origin: url, ...headers } });
