import { sql } from 'kysely';
import { type Em, rowsOf } from '#connection';

/** Locks customers for a decision, in the order of their ids, so that two decisions never wait for each other in a ring. */
export async function lockCustomers(em: Em, customerIds: readonly string[]): Promise<void> {
  const ids = [...new Set(customerIds)].sort();
  await rowsOf(em, sql`
    select customer_id from customer_facts where customer_id = any(${ids}::uuid[]) order by customer_id for update`);
}
