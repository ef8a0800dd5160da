import { sql } from 'kysely';
import { type Em, rowsOf } from '#connection';

/** Makes sure that these customers are locked, also one of whom nobody knew yet when the decision began. */
export async function holdCustomers(em: Em, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await rowsOf(em, sql`
    select customer_id from customer_facts where customer_id = any(${ids}::uuid[]) order by customer_id for update`);
}
