import { type RawBuilder, sql } from 'kysely';

/**
 * `id`: with whom a customer is asked about. Each side of the pairs by its own index, which an `or` of both would not
 * use; `offset 0` keeps a plan from reading the whole queue beside it for the state, which almost every pair has.
 */
export const openPartners = (customerId: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  select x.id from (
    select other_id as id, state from duplicate_pair where customer_id = ${customerId}
    union all select customer_id, state from duplicate_pair where other_id = ${customerId} offset 0) x
  where x.state = 'OPEN'`;
