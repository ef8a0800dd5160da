import { sql } from 'kysely';
import { type Em, rowsOf } from '#connection';
import { traceOrders, windowsEndedBy } from '#cycles';
import type { Moment } from '#facts';
import { refreshCustomers } from '../refresh-customers.ts';
import { theClock } from './the-clock.ts';

/**
 * Gives customers who stand nowhere yet their cycles and stages, at most `limit`, in a transaction of its own: those
 * who were there before there were any. Answers how many; call again until there are none.
 */
export function judgeNewcomers(em: Em, { limit = 500, ...moment }: Moment & { limit?: number }): Promise<number> {
  return em.fork({ clear: true }).transactional(async (inner) => {
    const ids = (await takeNewcomers(inner as Em, limit)).map(({ id }) => id);
    if (ids.length === 0) return 0;
    const actor = theClock;
    const moved = await traceOrders(inner as Em, ids, { ...moment, actor, timersUntil: await windowsEndedBy(inner as Em, moment.now) });
    await refreshCustomers(inner as Em, [...new Set([...ids, ...moved])], { ...moment, actor, search: false });
    return ids.length;
  });
}

const takeNewcomers = (em: Em, limit: number): Promise<{ id: string }[]> => rowsOf(em, sql<{ id: string }>`
  select customer_id as id from customer_facts where stages = '{}' and not hidden
    and exists (select 1 from lifecycle_model where active)
  order by customer_id limit ${limit} for update skip locked`);
