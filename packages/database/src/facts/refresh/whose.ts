import { type RawBuilder, sql } from 'kysely';

/**
 * `wanted`: the customers to compute, with the roots of those that were merged. `member`: whose rows count for whom;
 * a root counts its own and those of everybody merged into it.
 */
export const whose = (customerIds: readonly string[]): RawBuilder<unknown> => sql`
  wanted as materialized (
    select id from customer where id = any(${customerIds}::uuid[])
    union
    select merged_into from customer where id = any(${customerIds}::uuid[]) and merged_into is not null
  ), member as materialized (
    select id as customer_id, id as part_id from wanted
    union all
    select w.id, c.id from wanted w join customer c on c.merged_into = w.id
  )`;
