import type pg from 'pg';
import { type Em, newId, run } from '#connection';
import type { Database } from '#database';
import { localDate } from '@orbita/domain/calendar';
import { refreshAllFacts, refreshSearch, score } from '#facts';
import { sql } from 'kysely';
import { customers, reach, who } from './customers.ts';
import { activities, orders, timeline } from './history.ts';
import { dropIndexes, dropKeys } from './indexes.ts';
import { opportunities, sharesOf } from './opportunities.ts';
import { randomness } from './randomness.ts';
import { rules } from './rules.ts';

const filled = ['customer', 'contact', 'contact_point', 'consent', 'address', 'customer_identity', 'sales_order', 'order_line', 'activity',
  'timeline_event', 'timeline_counter', 'event_personal', 'opportunity', 'opportunity_visit', 'cycle', 'cycle_visit'];
const found = ['customer_facts', 'customer_search', 'search_word'];
const atOnce = 250_000;
const zone = 'Europe/Madrid';

export interface Size { readonly customers: number; readonly opportunities: number }

/** Fills an empty, migrated database: set by set, without indexes, which are made afterwards. */
export async function fill(database: Database, owner: pg.Client, size: Size): Promise<void> {
  const at = new Date();
  const now = at.toISOString();
  const all = async (statements: readonly string[]) => { for (const statement of statements) await owner.query(statement); };
  // Foreign keys hold by construction; checking millions of them one by one would take longer than all the rest.
  await all([`set session_replication_role = replica`, `set synchronous_commit = off`, `set work_mem = '512MB'`, `set maintenance_work_mem = '1GB'`]);
  await owner.query(randomness);
  const makeAgain = [...await dropIndexes(owner, filled), ...await dropKeys(owner, ['timeline_event'])];
  await step('customers', () => all([who(size.customers, now), customers(now), ...reach]));
  await step('orders', () => all(orders(now, Math.round((1000 * sharesOf(size.opportunities).won) / (3 * size.customers)))));
  await step('opportunities', () => all(opportunities(now, size.customers, size.opportunities)));
  await step('activities', () => all(activities(now)));
  await step('timeline', () => all(timeline(now)));
  await step('indexes', () => all([...makeAgain, 'drop table bench.sold, bench.chance, bench.done, bench.happened', 'vacuum (analyze)']));
  const em = database.em.fork();
  for (const { name, rule } of rules) {
    await run(em, sql`insert into segment (id, name, kind, rule, shared, created_at, updated_at)
      values (${newId()}::uuid, ${name}, 'RULE', ${JSON.stringify(rule)}::jsonb, true, ${now}::timestamptz, ${now}::timestamptz)`);
  }
  const ofFacts = await dropIndexes(owner, found);
  await step('facts', () => refreshAllFacts(em, { now: at, zone, batch: 20_000 }));
  await step('search', () => refreshAllSearch(em, owner));
  await step('indexes of facts and search', () => all([...ofFacts, 'analyze customer_facts']));
  await step('scores', () => score(em, { now: at, zone, asOf: localDate(at.getTime(), zone) }));
  await step('vacuum', () => all(['vacuum (analyze)', 'checkpoint']));
}

async function refreshAllSearch(em: Em, owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ id: string }>('select id from customer order by id');
  for (let from = 0; from < rows.length; from += atOnce) {
    await em.transactional(async (inner) => {
      await run(inner as Em, sql`set local work_mem = '512MB'`);
      await refreshSearch(inner as Em, rows.slice(from, from + atOnce).map(({ id }) => id));
    });
  }
}

async function step(name: string, work: () => Promise<unknown>): Promise<void> {
  const began = performance.now();
  await work();
  process.stderr.write(`  ${name}: ${((performance.now() - began) / 1000).toFixed(1)} s\n`);
}
