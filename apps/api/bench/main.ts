import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { statementCounter } from './count-statements.ts';
import { type Ask, load, type Measured, once } from './load.ts';

// P1: the customer-360, signed in over HTTP through the built server, against one statement behind a bare HTTP server.
const url = new URL(`/${process.env['ORBITA_BENCH_DATABASE'] ?? 'orbita_bench'}`, process.env['ORBITA_BENCH_SERVER'] ?? 'postgres://root@127.0.0.1:5432/').href;
const email = 'bench@orbita.example';
const password = 'only for the benchmark';
const here = import.meta.dirname;
const main = join(here, '../dist/main.js');
const turns = 3;
const running: ChildProcess[] = [];

interface Server { readonly port: number; readonly pid: number }

async function start(args: string[], variables: Record<string, string>, ready: RegExp): Promise<Server> {
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

const startOurs = (databaseUrl: string): Promise<Server> => start([main], {
  DATABASE_URL: databaseUrl, PORT: '0', ORBITA_DEMO: 'off', NODE_ENV: 'production', ORBITA_SAFELIST: 'off', ORBITA_ADMIN_EMAIL: email, ORBITA_ADMIN_PASSWORD: password,
}, /Orbita is ready in [\d.]+ s: http:\/\/[^:]+:(\d+)/);

async function asking(port: number, query: string): Promise<Ask> {
  const origin = `http://localhost:${port}`;
  const signedIn = await fetch(`${origin}/api/auth/sign-in/email`, {
    method: 'POST', body: JSON.stringify({ email, password }), headers: { 'content-type': 'application/json', origin },
  });
  if (signedIn.status !== 200) throw new Error(`sign-in: ${signedIn.status} ${await signedIn.text()}`);
  const cookie = signedIn.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ');
  return { port, path: () => '/graphql', headers: { 'content-type': 'application/json', origin, cookie }, body: (id) => JSON.stringify({ query, variables: { id } }) };
}

/** Statements of one request when the session was just read, as it is on a screen that asks often, and the first of a second. */
async function statements(query: string, id: string): Promise<{ warm: number; cold: number }> {
  const counter = await statementCounter(url);
  const { port, pid } = await startOurs(counter.url);
  const ask = await asking(port, query);
  const all: number[] = [];
  for (let turn = 0; turn < 12; turn += 1) {
    if (turn === 6) await new Promise((resolve) => { setTimeout(resolve, 1500); });
    const before = counter.counted();
    await once(ask, id);
    all.push(counter.counted() - before);
  }
  process.kill(pid, 'SIGKILL');
  counter.close();
  return { warm: Math.min(...all), cold: Math.max(all[0]!, all[6]!) };
}

function documents(): Record<string, string> {
  const own = { part: readFileSync(join(here, 'customer-360.graphql'), 'utf8') };
  const kept = join(here, '../../web/src/gql/persisted-documents.json');
  if (!existsSync(kept)) return own;
  const page = Object.values(JSON.parse(readFileSync(kept, 'utf8')) as Record<string, string>).find((text) => text.includes('query CustomerRecord('));
  return page ? { ...own, whole: page } : own;
}

async function measure(which: string, query: string, ids: readonly string[], floor: Server, ours: Server, atOnce: number): Promise<string> {
  const floorAsk: Ask = { port: floor.port, path: (id) => `/${which}/${id}`, headers: {} };
  const oursAsk = await asking(ours.port, query);
  const taken = { floor: [] as Measured[], ours: [] as Measured[] };
  for (let turn = 0; turn <= turns; turn += 1) {
    // A server is compiled where it is hot: it is asked for a while before it is measured.
    const seconds = turn === 0 ? 15 : 5;
    const a = await load(floorAsk, ids, { seconds, atOnce, pid: floor.pid });
    const b = await load(oursAsk, ids, { seconds, atOnce, pid: ours.pid });
    if (turn > 0) {
      taken.floor.push(a);
      taken.ours.push(b);
    }
  }
  const middle = (all: readonly Measured[], of: (one: Measured) => number) => all.map(of).toSorted((a, b) => a - b)[Math.floor(all.length / 2)]!;
  const figure = (all: readonly Measured[]) => `${Math.round(middle(all, (one) => one.perSecond))}/s, p50 ${middle(all, (one) => one.p50).toFixed(1)} ms, p95 ${middle(all, (one) => one.p95).toFixed(0)} ms, ${middle(all, (one) => one.cpuMilliseconds).toFixed(2)} ms CPU, ${(middle(all, (one) => one.bytes) / 1000).toFixed(1)} KB`;
  const speed = middle(taken.ours, (one) => one.perSecond) / middle(taken.floor, (one) => one.perSecond);
  const cpu = middle(taken.ours, (one) => one.cpuMilliseconds) / middle(taken.floor, (one) => one.cpuMilliseconds);
  const { warm, cold } = await statements(query, ids[0]!);
  const name = which === 'part' ? 'P1 customer-360: record, facts, reach, 10 orders, 20 events' : 'P1 the whole page of the web app: 40 orders with lines, 40 events, tasks, touchpoints';
  const met = speed >= 0.25 && cpu <= 8 && warm <= 3;
  return `| **${name}**, ${atOnce} at once | ${figure(taken.floor)} | ${figure(taken.ours)}, ${warm} statements (${cold} with the session) | ${speed.toFixed(2)} × requests/s, ${cpu.toFixed(1)} × CPU | ≥ 0.25 ×, CPU ≤ 8 ×, ≤ 3 statements ${met ? '✓' : '✗'} |`;
}

try {
  if (!existsSync(main)) throw new Error('Build first: this measures dist/main.js.');
  const client = new pg.Client({ connectionString: url });
  await client.connect().catch(() => { throw new Error('There is no database orbita_bench: run the benchmark of packages/database first, which fills it.'); });
  const { rows } = await client.query<{ id: string }>(`select customer_id as id from customer_facts tablesample system (2) repeatable (3) where orders_count > 0 and not hidden limit 2000`);
  const { rows: [server] } = await client.query<{ version: string }>(`select current_setting('server_version') as version`);
  await client.end();
  const ids = rows.map(({ id }) => id);
  const floor = await start(['--conditions=source', join(here, 'floor-server.ts')], { DATABASE_URL: url }, /ready (\d+)/);
  const ours = await startOurs(url);
  const lines = [];
  for (const [which, query] of Object.entries(documents())) lines.push(await measure(which, query, ids, floor, ours, 8));
  process.stdout.write(`\n${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC · PostgreSQL ${server?.version.split(' ')[0]} · Node ${process.versions.node} · ${availableParallelism()} cores, load ${loadavg()[0]!.toFixed(1)}; server, database and load share them\n\n`);
  process.stdout.write(`| scenario | floor | ours | ratio | target |\n| --- | --- | --- | --- | --- |\n${lines.join('\n')}\n| P1 against PostGraphile 5 | not measured: it is not installed here | | | not slower |\n`);
} finally {
  for (const child of running) child.kill('SIGKILL');
}
