import { addMonths, day, localDate, startOfDay } from '@orbita/domain/calendar';
import { churnReasons } from '@orbita/domain/facts';
import { sql } from 'kysely';
import { type Em, rowsOf } from '#connection';
import { recordDeparture } from '#customers';
import { milliseconds } from '#facts';
import { terminateContract } from '#orders';
import type { Writing } from '#requests';
import type { Actor } from '#timeline';
import type { DemoBase } from './demo-base.ts';
import { accepted } from './world/accepted.ts';
import type { Random } from './world/random.ts';

interface Running { readonly id: string; readonly version: number; readonly endsAt: number }
interface Silent { readonly id: string; readonly version: number; readonly lastOrderAt: number }

/** Some customers give notice of their contract, some say that they leave, through the same verbs as in life. */
export async function demoDepartures(
  em: Em, random: Random, ids: readonly string[], { base, now, zone, actor }: { base: DemoBase; now: Date; zone: string; actor: Actor },
): Promise<void> {
  const manager = base.staff.find(({ role }) => role === 'manager') ?? base.staff[0]!;
  const [company] = await rowsOf(em, sql<Writing['company']>`select id, zone, currency, country from company limit 1`);
  const writing: Writing = {
    viewer: { userId: manager.id, role: 'manager', teamId: null, partnerId: null, language: 'es' }, now, actor,
    company: company ?? { id: manager.id, zone, currency: 'EUR', country: 'ES' },
  };
  for (const { id, version, endsAt } of await runningContracts(em, ids, now)) {
    if (!random.chance(0.35)) continue;
    const soon = startOfDay(addMonths(localDate(now.getTime(), zone), 1), zone);
    const effectiveAt = new Date(random.chance(0.5) ? endsAt : Math.min(endsAt, soon));
    accepted(await terminateContract(em, { id, expectedVersion: version, effectiveAt }, writing));
  }
  for (const { id, version, lastOrderAt } of await silentCustomers(em, ids, now)) {
    if (!random.chance(0.12)) continue;
    const leftAt = new Date(lastOrderAt + random.between(20, 60) * day);
    accepted(await recordDeparture(em, { id, expectedVersion: version, leftAt, reason: random.pick(Object.keys(churnReasons)) }, writing));
  }
}

const runningContracts = (em: Em, ids: readonly string[], now: Date): Promise<Running[]> => rowsOf(em, sql<Running>`
  select o.id, o.version, ${milliseconds(sql`o.contract_ends_at`)} as "endsAt" from sales_order o
  where o.customer_id = any(${ids}::uuid[]) and o.contract_ends_at > ${now.toISOString()}::timestamptz and not o.returned_whole
  order by o.number`);

const silentCustomers = (em: Em, ids: readonly string[], now: Date): Promise<Silent[]> => rowsOf(em, sql<Silent>`
  select c.id, c.version, ${milliseconds(sql`f.last_order_at`)} as "lastOrderAt" from customer c join customer_facts f on f.customer_id = c.id
  where c.id = any(${ids}::uuid[]) and f.last_order_at < ${now.toISOString()}::timestamptz - interval '70 days'
    and not exists (select from opportunity o where o.customer_id = c.id and o.opened_at > f.last_order_at) order by c.name, c.customer_since`);
