import { type RawBuilder, sql } from 'kysely';
import { type Em, rowsOf } from '#connection';
import { instant } from '#facts';
import { passTime } from './pass-time.ts';

/**
 * Locks customers for a decision, in the order of their ids, so that two decisions never wait for each other in a ring.
 * What became true of them by time alone up to now is told first: what is written next may move the instants, and the
 * clock that comes later would not find them. Whoever recommended one that has not bought yet is locked with him: what
 * is written next may be the customer's first opportunity or order, of which he hears.
 */
export async function lockCustomers(em: Em, customerIds: readonly string[], now: Date): Promise<void> {
  const ids = [...new Set(customerIds)].sort();
  const locked = await rowsOf(em, sql<{ id: string; due: boolean }>`
    select customer_id as id, (not hidden and next_review_at <= ${instant(now)}) is true as due
    from customer_facts where customer_id = any(array(${withReferrers(ids)})) order by customer_id for update`);
  const due = locked.filter((one) => one.due).map(({ id }) => id);
  if (due.length === 0) return;
  const [company] = await rowsOf(em, sql<{ zone: string }>`select zone from company limit 1`);
  await passTime(em, due, { now, zone: company?.zone ?? 'UTC' });
}

const withReferrers = (ids: readonly string[]): RawBuilder<unknown> => sql`
  select unnest(${ids}::uuid[])
  union select coalesce(r.merged_into, r.id)
    from customer c join customer_facts f on f.customer_id = c.id and f.orders_count = 0 join customer r on r.id = c.referred_by
    where c.id = any(${ids}::uuid[])`;
