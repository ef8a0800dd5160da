import { day, localDate } from '@orbita/domain/calendar';
import type { LeadCompany } from '@orbita/domain/leads';
import { sql } from 'kysely';
import type { Database } from '#database';
import { type Em, insertRows, rowsOf } from '#connection';
import { score } from '#facts';
import { leadCompany } from '#leads';
import { tick } from '#lifecycle';
import { demoActivities, taskOf } from './demo-activities.ts';
import { type DemoBase, makeDemoBase } from './demo-base.ts';
import { demoCustomer } from './demo-customer.ts';
import { demoLeads } from './demo-leads.ts';
import { columnRanks, demoOpportunities, type Selling } from './demo-opportunities.ts';
import { demoOrders } from './demo-orders.ts';
import { demoDepartures } from './demo-departures.queries.ts';
import { demoSegments } from './demo-segments.queries.ts';
import { numberByDay } from './number-by-day.queries.ts';
import { demoActor, eventsOf, liveUntil } from './live-until.queries.ts';
import { referrersOf } from './demo-referrals.ts';
import { type Random, randomFrom } from './world/random.ts';

export interface DemoOptions {
  readonly customers: number;
  readonly now: Date;
  readonly zone: string;
  /** The same seed gives the same company. */
  readonly seed?: number;
  /** Hash of the password with which every demo member of staff signs in; without it none can. */
  readonly passwordHash?: string;
  readonly onProgress?: (done: number, of: number) => void;
}

const atOnce = 250;

/** Fills an empty company with a believable life: staff, products, customers, three years of orders and contacts. */
export async function fillDemo(database: Database, options: DemoOptions): Promise<void> {
  const random = randomFrom(options.seed ?? 20_260_101);
  const em = database.em.fork();
  const { now, zone } = options;
  const base = await em.transactional(async (inner) => {
    const base = await makeDemoBase(inner as Em, options.now, options.passwordHash);
    const company = await leadCompany(inner as Em);
    let orders = 0;
    const number = () => `P${String(++orders).padStart(6, '0')}`;
    const selling = { base, now: options.now, zone: options.zone, rank: columnRanks() };
    for (let done = 0; done < options.customers; done += atOnce) {
      const size = Math.min(atOnce, options.customers - done);
      await fillBatch(inner as Em, random, { base, company, selling, options, first: done + 1, size, number });
      options.onProgress?.(done + size, options.customers);
    }
    await numberByDay(inner as Em);
    await rowsOf(inner as Em, sql`
      insert into counter (name, value) values ('order', ${orders}) on conflict (name) do update set value = excluded.value`);
    await rowsOf(inner as Em, sql`update company set example = true, name = 'Almendra Hostelería', language = 'es', version = version + 1`);
    return base;
  });
  await score(database.em.fork(), { asOf: localDate(now.getTime(), zone), now, zone });
  // Where they stand follows from what they are worth.
  while ((await tick(database.em.fork(), { now, zone })).customerIds.length > 0);
  await demoSegments(database.em.fork() as Em, base, now);
}

interface Batch {
  readonly base: DemoBase;
  readonly company: LeadCompany;
  readonly selling: Selling;
  readonly options: DemoOptions;
  readonly first: number;
  readonly size: number;
  readonly number: () => string;
}

/** Spells that the example lives through up to now, so that it shows when people moved from stage to stage; each costs as much as the rest. */
const spells = 1;
const spell = 180 * day;

async function fillBatch(em: Em, random: Random, { base, company, selling, options, first, size, number }: Batch): Promise<void> {
  const { now, zone } = options;
  const customers = Array.from({ length: size }, (_, at) => demoCustomer(random, first + at, now, base));
  const orders = customers.map((customer) => demoOrders(random, customer, base, now, number));
  const leads = customers.map((customer, at) => demoLeads(random, customer, orders[at]!, company, now));
  const opportunities = customers.map((customer, at) => demoOpportunities(random, customer, { orders: orders[at]!, leads: leads[at]! }, selling));
  const activities = customers.flatMap((customer, at) => [
    ...demoActivities(random, customer, base, now), ...opportunities[at]!.flatMap(({ task }) => (task ? [taskOf(random, customer, base, now, task)] : [])),
  ]);
  const referrers = referrersOf(random, customers);
  await insertRows(em, 'customer', customers.map(({ id, customer }) => ({ ...customer, referred_by: referrers.get(id) ?? null })));
  await insertRows(em, 'contact', customers.flatMap(({ contacts }) => contacts));
  await insertRows(em, 'contact_point', customers.flatMap(({ points }) => points));
  await insertRows(em, 'consent', customers.flatMap(({ consents }) => consents));
  await insertRows(em, 'address', customers.flatMap(({ addresses }) => addresses));
  await insertRows(em, 'customer_identity', customers.flatMap(({ identities }) => identities));
  const events = customers.flatMap((customer, at) => eventsOf(customer, {
    orders: orders[at]!, activities, leads: leads[at]!, opportunities: opportunities[at]!, referrerId: referrers.get(customer.id),
  }));
  const lives = { customers, orders: orders.flat(), leads: leads.flat(), opportunities: opportunities.flat(), activities, events };
  // Not all on the same day.
  const shift = random.between(0, 150) * day;
  let from = new Date(0);
  for (let left = spells; left >= 0; left--) {
    const until = left === 0 ? now : new Date(now.getTime() - left * spell + shift);
    await liveUntil(em, lives, { from, until, zone });
    from = until;
  }
  await demoDepartures(em, random, customers.map(({ id }) => id), { base, now, zone, actor: demoActor });
}
