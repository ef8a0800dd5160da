import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Ask } from './measure/load.ts';

export interface Server { readonly port: number; readonly pid: number }

export const databaseUrl = new URL(`/${process.env['ORBITA_BENCH_DATABASE'] ?? 'orbita_bench'}`, process.env['ORBITA_BENCH_SERVER'] ?? 'postgres://root@127.0.0.1:5432/').href;
export const email = 'bench@orbita.example';
const password = 'only for the benchmark';
const main = join(import.meta.dirname, '../dist/main.js');
const running: ChildProcess[] = [];

/** Starts a program and waits for the line by which it says its port. */
export async function start(args: string[], variables: Record<string, string>, ready: RegExp): Promise<Server> {
  const child = spawn(process.execPath, args, { env: { PATH: process.env['PATH'], ...variables } });
  running.push(child);
  let output = '';
  return new Promise((resolve, reject) => {
    const hear = (part: Buffer) => {
      output += part.toString();
      const port = ready.exec(output)?.[1];
      if (port) resolve({ port: Number(port), pid: child.pid! });
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', () => reject(new Error(output)));
  });
}

/** The product as it is built; what it does in the background is another process's. */
export function startOurs(url: string): Promise<Server> {
  if (!existsSync(main)) throw new Error('Build first: this measures dist/main.js.');
  return start([main, '--role', 'web'], {
    DATABASE_URL: url, PORT: '0', ORBITA_DEMO: 'off', NODE_ENV: 'production', ORBITA_SAFELIST: 'off', ORBITA_ADMIN_EMAIL: email, ORBITA_ADMIN_PASSWORD: password,
  }, /Orbita is ready in [\d.]+ s: http:\/\/[^:]+:(\d+)/);
}

export function stopAll(): void {
  for (const child of running) child.kill('SIGKILL');
}

/** The headers of somebody who has just signed in. */
export async function signIn(port: number, who = email): Promise<Record<string, string>> {
  const origin = `http://localhost:${port}`;
  const answer = await fetch(`${origin}/api/auth/sign-in/email`, {
    method: 'POST', body: JSON.stringify({ email: who, password }), headers: { 'content-type': 'application/json', origin },
  });
  if (answer.status !== 200) throw new Error(`sign-in: ${answer.status} ${await answer.text()}`);
  const cookie = answer.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ');
  return { 'content-type': 'application/json', origin, cookie };
}

export async function asking(port: number, query: string, variables: (id: string) => object = (id) => ({ id })): Promise<Ask> {
  return { port, path: () => '/graphql', headers: await signIn(port), body: (id) => JSON.stringify({ query, variables: variables(id) }) };
}

/** An operation as the web app sends it, once that was built. */
export function webDocument(start: string): string | undefined {
  const kept = join(import.meta.dirname, '../../web/src/gql/persisted-documents.json');
  if (!existsSync(kept)) return undefined;
  return Object.values(JSON.parse(readFileSync(kept, 'utf8')) as Record<string, string>).find((text) => text.includes(start));
}
