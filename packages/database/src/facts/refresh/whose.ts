import { type RawBuilder, sql } from 'kysely';
import { among } from '#connection';

/** `wanted`: the customers to compute, with the roots of those that were merged. */
export const wanted = (customerIds: readonly string[]): RawBuilder<unknown> => sql`
  wanted as materialized (
    select id from customer where id = ${among(customerIds)}
    union
    select merged_into from customer where id = ${among(customerIds)} and merged_into is not null
  )`;

/** Whose rows are a customer's: his own and those of everybody merged into him; the list lets an index find them. */
export const partsOf = (customer: RawBuilder<unknown>): RawBuilder<readonly string[]> => sql<readonly string[]>`
  array(select ${customer} union all select merged.id from customer merged where merged.merged_into = ${customer})`;

/**
 * `m.parts`: whose rows count for the wanted customer `w`: his own and those of everybody merged into him. Everything
 * about one customer is a lateral subquery over this list, so that each table is read through its index on the
 * customer, however wrong the planner's guess at how many there are. OFFSET keeps it from being computed at each use.
 */
export const whose: RawBuilder<unknown> = sql`
  cross join lateral (
    select ${partsOf(sql`w.id`)} as parts offset 0
  ) m`;
