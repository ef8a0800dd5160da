import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type pg from 'pg';
import type { Em } from '@orbita/database/connection';
import { openDatabase } from '@orbita/database/database';
import { refreshCustomers, theClock } from '@orbita/database/lifecycle';
import { type Ask, once } from '../measure/load.ts';
import { median, ms, percentile, type Row } from '@orbita/database/bench';
import { asking, databaseUrl, type Server } from '../servers.ts';
import { moveByHand, stages } from './move-by-hand.ts';

interface Card { readonly id: string; version: number; stage: string }
interface Answer { readonly data: { readonly moveOpportunity: { readonly opportunity: Card; readonly refusal: { readonly code: string } | null } } }

const clients = 8;
const seconds = 10;
const turns = 3;
const atOnce = 50;
const races = 10;
/** More cards than a turn moves. */
const most = 6_000;
const query = `mutation Move($input: MoveOpportunityInput!) {
  moveOpportunity(input: $input) { opportunity { id version stage stageSince } refusal { code field details } }
}`;

/** P4: a card moved through its gates, with event and outbox, over HTTP; against the same statements in pgbench. */
export async function moves(client: pg.Client, ours: Server): Promise<Row[]> {
  await client.query('drop table if exists bench.movable');
  await client.query(`
    create unlogged table bench.movable as select row_number() over () as n, o.id, o.customer_id, o.version, o.stage from (
      select distinct on (o.customer_id) o.* from opportunity o join pipeline p on p.id = o.pipeline_id join customer_facts f on f.customer_id = o.customer_id
      where o.status = 'OPEN' and o.amount is not null and o.expected_close_on is not null and not f.hidden and f.country is not null
        and p.stages -> 0 ->> 'key' = $1 and jsonb_array_length(p.stages) = $2 order by o.customer_id, o.id limit ${most}) o`, [stages[0], stages.length]);
  await client.query('alter table bench.movable add primary key (n)');
  const cards = (await client.query<Card>('select id, version, stage from bench.movable order by n')).rows;
  await reviewed((await client.query<{ id: string }>('select customer_id as id from bench.movable')).rows.map(({ id }) => id));
  const ask = await asking(ours.port, query, (input) => ({ input: JSON.parse(input) as object }));
  const floor: Floor[] = [];
  const taken: number[] = [];
  const perSecond: number[] = [];
  for (let turn = 0; turn <= turns; turn += 1) {
    const byHand = await pgbench(cards.length);
    const latencies = await moveFor(ask, await asTheyAre(client));
    if (turn === 0) continue;
    if (byHand) floor.push(byHand);
    perSecond.push(latencies.length / seconds);
    taken.push(...latencies);
  }
  const winners = await race(ask, await asTheyAre(client));
  await client.query('drop table bench.movable');
  const byHand = { perSecond: median(floor.map((one) => one.perSecond)), p99: median(floor.map((one) => one.p99)) };
  const ratio = floor.length > 0 ? median(perSecond) / byHand.perSecond : undefined;
  const p99 = percentile(taken, 0.99);
  return [{
    scenario: `**P4 move an opportunity**, ${clients} at once`, floor: ratio ? `pgbench ${Math.round(byHand.perSecond)}/s, p99 ${ms(byHand.p99)}` : 'pgbench is not installed here',
    ours: `${Math.round(median(perSecond))}/s, p50 ${ms(median(taken))}, p99 ${ms(p99)}`, ratio: ratio ? `${ratio.toFixed(2)} ×` : '',
    target: '≥ 0.2 ×, p99 ≤ 60 ms', met: ratio === undefined ? undefined : ratio >= 0.2 && p99 <= 60,
  }, {
    scenario: `P4 the same card ${atOnce} × at once, ${races} times`, floor: '', ours: winners.told, ratio: '', target: 'no deadlock, one winner a version', met: winners.met,
  }];
}

/** The clock works in another process, which does not run here: what it would have brought up to date is, before the cards are moved. */
async function reviewed(customerIds: readonly string[]): Promise<void> {
  const database = await openDatabase({ url: databaseUrl });
  const writing = { now: new Date(), zone: 'Europe/Madrid', actor: theClock, search: false };
  for (let at = 0; at < customerIds.length; at += 200) {
    await database.em.fork().transactional((em) => refreshCustomers(em as Em, customerIds.slice(at, at + 200), writing));
  }
  await database.close();
}

interface Floor { readonly perSecond: number; readonly p99: number }

/** Moves per second of the script, and how long all but a hundredth took, in ms; undefined where there is no pgbench. */
async function pgbench(cards: number): Promise<Floor | undefined> {
  const folder = mkdtempSync(join(tmpdir(), 'orbita-bench-'));
  const script = join(folder, 'move.sql');
  writeFileSync(script, moveByHand(cards));
  const { hostname, port, username, password, pathname } = new URL(databaseUrl);
  try {
    const { stdout } = await promisify(execFile)('pgbench', [
      '-n', '-f', script, '-l', '--log-prefix', join(folder, 'taken'), '-M', 'prepared', '-c', String(clients), '-j', '2', '-T', String(seconds),
      '-h', hostname, '-p', port || '5432', ...(username ? ['-U', username] : []), pathname.slice(1),
    ], { env: { ...process.env, PGOPTIONS: '-c jit=off', ...(password ? { PGPASSWORD: password } : {}) } });
    const logs = readdirSync(folder).filter((name) => name.startsWith('taken')).flatMap((name) => readFileSync(join(folder, name), 'utf8').trim().split('\n'));
    return { perSecond: Number(/tps = ([\d.]+)/.exec(stdout)?.[1]), p99: percentile(logs.map((line) => Number(line.split(' ')[2]) / 1000), 0.99) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const asTheyAre = async (client: pg.Client): Promise<Card[]> => (await client.query<Card>(`
  select o.id, o.version, o.stage from bench.movable m join opportunity o on o.id = m.id order by md5(m.id::text)`)).rows;

const after = (stage: string): string => stages[(stages.indexOf(stage as (typeof stages)[number]) + 1) % stages.length]!;

async function move(ask: Ask, { id, version, stage }: Card): Promise<Answer['data']['moveOpportunity']> {
  return (JSON.parse(await once(ask, JSON.stringify({ id, expectedVersion: version, to: after(stage) }))) as Answer).data.moveOpportunity;
}

/** Everybody moves cards of his own, each to the next stage, for some seconds; answers what each move took. */
async function moveFor(ask: Ask, cards: readonly Card[]): Promise<number[]> {
  const taken: number[] = [];
  const until = performance.now() + seconds * 1000;
  await Promise.all(Array.from({ length: clients }, async (_, me) => {
    for (let at = me; performance.now() < until; at = (at + clients) % (cards.length - cards.length % clients)) {
      const card = cards[at]!;
      const from = performance.now();
      const { opportunity, refusal } = await move(ask, card);
      taken.push(performance.now() - from);
      if (refusal) throw new Error(`${refusal.code} in ${card.stage}`);
      Object.assign(card, opportunity);
    }
  }));
  return taken;
}

async function race(ask: Ask, cards: readonly Card[]): Promise<{ told: string; met: boolean }> {
  const counts = new Map<string, number>();
  const card = { ...cards[0]! };
  let met = true;
  for (let round = 0; round < races; round += 1) {
    const answers = await Promise.all(Array.from({ length: atOnce }, () => move(ask, card)));
    const codes = answers.map(({ refusal }) => refusal?.code ?? 'moved');
    for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
    const won = answers.filter(({ refusal }) => refusal === null);
    met &&= won.length === 1 && codes.every((code) => code === 'moved' || code === 'STALE_VERSION');
    Object.assign(card, won[0]?.opportunity ?? card);
  }
  return { told: [...counts].map(([code, count]) => `${count} ${code}`).join(', '), met };
}
