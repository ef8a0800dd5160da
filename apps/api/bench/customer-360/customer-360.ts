import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { statementCounter } from '../measure/count-statements.ts';
import { type Ask, load, type Measured, once } from '../measure/load.ts';
import { median, type Row } from '@orbita/database/bench';
import { asking, databaseUrl, type Server, start, startOurs, webDocument } from '../servers.ts';

const here = import.meta.dirname;
const turns = 3;
const atOnce = 8;

/** P1: the customer-360, signed in over HTTP, against one statement behind a bare HTTP server. */
export async function customer360(client: pg.Client, ours: Server): Promise<Row[]> {
  const { rows } = await client.query<{ id: string }>(`
    select customer_id as id from customer_facts tablesample system (2) repeatable (3) where orders_count > 0 and not hidden limit 2000`);
  const ids = rows.map(({ id }) => id);
  const floor = await start(['--conditions=source', join(here, 'floor-server.ts')], { DATABASE_URL: databaseUrl }, /ready (\d+)/);
  const lines: Row[] = [];
  for (const [which, query] of Object.entries(documents())) lines.push(await measure(which, query, ids, floor, ours));
  return [...lines, await againstPostGraphile(ids, ours)];
}

/**
 * The same record by PostGraphile 5, which reads the tables as they are: no session, no rights, no masks. What no foreign
 * key leads it to, an event's author by name, its activity and its order, is asked of neither.
 */
async function againstPostGraphile(ids: readonly string[], ours: Server): Promise<Row> {
  const scenario = '**P1 the record by PostGraphile 5**, without session and rights';
  const folder = process.env['ORBITA_BENCH_POSTGRAPHILE'];
  if (!folder) return { scenario, floor: 'not measured: ORBITA_BENCH_POSTGRAPHILE names no folder where it is installed', ours: '', ratio: '', target: 'not slower', met: undefined };
  const theirs = await start([join(here, 'postgraphile-server.mjs')], { DATABASE_URL: databaseUrl, POSTGRAPHILE: folder, NODE_ENV: 'production' }, /ready (\d+)/);
  const query = readFileSync(join(here, 'postgraphile.graphql'), 'utf8');
  const theirsAsk: Ask = { port: theirs.port, path: () => '/graphql', headers: { 'content-type': 'application/json' }, body: (id) => JSON.stringify({ query, variables: { id } }) };
  const taken = await inTurns({ floor: { ask: theirsAsk, pid: theirs.pid }, ours: { ask: await asking(ours.port, readFileSync(join(here, 'as-postgraphile.graphql'), 'utf8')), pid: ours.pid } }, ids);
  const speed = middle(taken.ours, ({ perSecond }) => perSecond) / middle(taken.floor, ({ perSecond }) => perSecond);
  return { scenario, floor: figure(taken.floor), ours: figure(taken.ours), ratio: `${speed.toFixed(2)} × requests/s`, target: 'not slower', met: speed >= 1 };
}

interface Asked { readonly ask: Ask; readonly pid: number }

/** Both asked for as long, one after the other, three times. */
async function inTurns(both: { readonly floor: Asked; readonly ours: Asked }, ids: readonly string[]): Promise<{ floor: Measured[]; ours: Measured[] }> {
  const taken = { floor: [] as Measured[], ours: [] as Measured[] };
  for (let turn = 0; turn <= turns; turn += 1) {
    // A server is compiled where it is hot: it is asked for a while before it is measured.
    const seconds = turn === 0 ? 15 : 5;
    const a = await load(both.floor.ask, ids, { seconds, atOnce, pid: both.floor.pid });
    const b = await load(both.ours.ask, ids, { seconds, atOnce, pid: both.ours.pid });
    if (turn === 0) continue;
    taken.floor.push(a);
    taken.ours.push(b);
  }
  return taken;
}

const middle = (all: readonly Measured[], of: (one: Measured) => number): number => median(all.map(of));

const figure = (all: readonly Measured[]): string => `${Math.round(middle(all, (one) => one.perSecond))}/s, p50 ${middle(all, (one) => one.p50).toFixed(1)} ms, p95 ${middle(all, (one) => one.p95).toFixed(0)} ms, ${middle(all, (one) => one.cpuMilliseconds).toFixed(2)} ms CPU, ${(middle(all, (one) => one.bytes) / 1000).toFixed(1)} KB`;

/** Statements of one request when the session was just read, as it is on a screen that asks often, and the first of a second. */
async function statements(query: string, id: string): Promise<{ warm: number; cold: number }> {
  const counter = await statementCounter(databaseUrl);
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
  const page = webDocument('query CustomerRecord(');
  return { part: readFileSync(join(here, 'customer-360.graphql'), 'utf8'), ...(page ? { whole: page } : {}) };
}

async function measure(which: string, query: string, ids: readonly string[], floor: Server, ours: Server): Promise<Row> {
  const floorAsk: Ask = { port: floor.port, path: (id) => `/${which}/${id}`, headers: {} };
  const oursAsk = await asking(ours.port, query);
  const taken = await inTurns({ floor: { ask: floorAsk, pid: floor.pid }, ours: { ask: oursAsk, pid: ours.pid } }, ids);
  const speed = middle(taken.ours, (one) => one.perSecond) / middle(taken.floor, (one) => one.perSecond);
  const cpu = middle(taken.ours, (one) => one.cpuMilliseconds) / middle(taken.floor, (one) => one.cpuMilliseconds);
  const { warm, cold } = await statements(query, ids[0]!);
  const name = which === 'part' ? 'P1 customer-360: record, facts, reach, 10 orders, 20 events' : 'P1 the whole page of the web app: 40 orders with lines, 40 events, tasks, touchpoints';
  return {
    scenario: `**${name}**, ${atOnce} at once`, floor: figure(taken.floor), ours: `${figure(taken.ours)}, ${warm} statements (${cold} with the session)`,
    ratio: `${speed.toFixed(2)} × requests/s, ${cpu.toFixed(1)} × CPU`, target: '≥ 0.25 ×, CPU ≤ 8 ×, ≤ 3 statements', met: speed >= 0.25 && cpu <= 8 && warm <= 3,
  };
}
