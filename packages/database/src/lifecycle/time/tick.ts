import { sql } from 'kysely';
import { type Em, rowsOf } from '#connection';
import { instant, type Moment } from '#facts';
import { passTime } from './pass-time.ts';
import type { Flip } from './record-flips.ts';

/**
 * Reviews the customers for whom time alone may have changed something, at most `limit`, in a transaction of its own:
 * records what became true since they were last reviewed and answers it. Run late, it records the same instants; run
 * twice, or by two processes at once, it records nothing twice. Call again while it fills the limit.
 */
export async function tick(
  em: Em, { limit = 500, ...moment }: Moment & { limit?: number },
): Promise<{ customerIds: string[]; flips: Flip[] }> {
  return em.fork({ clear: true }).transactional(async (inner) => {
    const customerIds = (await takeDue(inner as Em, moment.now, limit)).map(({ id }) => id);
    return { customerIds, flips: await passTime(inner as Em, customerIds, moment) };
  });
}

/** Takes due rows that nobody else has taken. */
const takeDue = (em: Em, now: Date, limit: number): Promise<{ id: string }[]> => rowsOf(em, sql<{ id: string }>`
  select customer_id as id from customer_facts
  where next_review_at <= ${instant(now)} order by next_review_at limit ${limit} for update skip locked`);
