import { availableParallelism, loadavg } from 'node:os';
import pg from 'pg';
import { customer360 } from './customer-360/customer-360.ts';
import { live } from './live/live.ts';
import { markdown, type Row } from '@orbita/database/bench';
import { board } from './opportunities/board.ts';
import { moves } from './opportunities/moves.ts';
import { databaseUrl, type Server, startOurs, stopAll } from './servers.ts';

// What is asked over HTTP, of the built server, on the database that the benchmark of packages/database filled.
const asked = process.argv.slice(2).filter((word) => word !== '--');
const scenarios: Readonly<Record<string, (client: pg.Client, ours: Server) => Promise<Row[]>>> = { P1: customer360, P2: board, P4: moves, P8: live };

const client = new pg.Client({ connectionString: databaseUrl, options: '-c jit=off' });
try {
  await client.connect().catch(() => { throw new Error('There is no filled database: run the benchmark of packages/database first.'); });
  const rows: Row[] = [];
  for (const [name, run] of Object.entries(scenarios)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    process.stderr.write(`${name}…\n`);
    rows.push(...await run(client, await startOurs(databaseUrl)));
    stopAll();
  }
  const { rows: [server] } = await client.query<{ version: string; customers: string }>(`
    select current_setting('server_version') as version, (select reltuples::bigint::text from pg_class where relname = 'customer') as customers`);
  process.stdout.write(`\n${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC · PostgreSQL ${server?.version.split(' ')[0]} · Node ${process.versions.node} · ${availableParallelism()} cores, load ${loadavg()[0]!.toFixed(1)} · ${Number(server?.customers).toLocaleString('en')} customers; server, database and load share the machine\n\n`);
  process.stdout.write(`${markdown(rows)}\n`);
} finally {
  stopAll();
  await client.end();
}
