import { refuse, type Refusal } from '@orbita/domain/refusal';
import { sql } from 'kysely';
import { type Em, rowsOf } from '#connection';

/** The refusal of an old version, with the name of the one who wrote last. */
export async function refuseStaleCustomer(em: Em, customerId: string): Promise<Refusal> {
  const [row] = await rowsOf(em, sql<{ name: string }>`
    select u.name from timeline_event e join app_user u on u.id = e.actor_id
    where e.customer_id = ${customerId}::uuid order by e.no desc limit 1`);
  return refuse('STALE_VERSION', { field: 'expectedVersion', ...(row ? { details: { by: row.name } } : {}) });
}
