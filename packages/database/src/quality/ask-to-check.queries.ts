import { sql } from 'kysely';
import { type Em, rowsOf, run } from '#connection';

/** Has the data of these customers judged within the minute. Call it in the transaction that wrote them; it waits for nobody. */
export async function askToCheckQuality(em: Em, customerIds: readonly string[]): Promise<void> {
  if (customerIds.length === 0) return;
  await run(em, sql`insert into quality_check (customer_id) select unnest(${[...new Set(customerIds)]}::uuid[])`);
}

/** Whose turn it is, and the places in the queue that are used up when they have been judged. */
export interface Turn {
  readonly customerIds: readonly string[];
  readonly places: readonly string[];
}

/** The next whom a write changed, whose data went stale, or who were there before they were ever judged. */
export async function nextToCheck(em: Em, now: Date, limit: number): Promise<Turn> {
  const queued = await rowsOf(em, sql<{ id: string; customerId: string }>`
    select id, customer_id as "customerId" from quality_check order by waiting, id limit ${limit}`);
  const stale = queued.length === limit ? [] : await rowsOf(em, sql<{ customerId: string }>`
    select q.customer_id as "customerId" from customer_quality q join customer_facts f on f.customer_id = q.customer_id
    where q.recheck_at <= ${now.toISOString()}::timestamptz and not f.hidden order by q.recheck_at limit ${limit - queued.length}`);
  return { customerIds: [...new Set([...queued, ...stale].map(({ customerId }) => customerId))], places: queued.map(({ id }) => id) };
}

export const leaveQueue = (em: Em, { places }: Turn): Promise<number> => run(em, sql`delete from quality_check where id = any(${places}::bigint[])`);
