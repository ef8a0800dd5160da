import { type RawBuilder, sql } from 'kysely';

/** Of a key that thousands share only the first are read, and of those who are met the ones that share most keys are compared. */
const mostOfAKey = 30;
const mostCompared = 25;

/** `customer_id`: who shares keys with somebody, as many as it is worth comparing; each key costs one look into the index. */
export const sharingKeys = (keys: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  select met.customer_id from unnest(${keys}) wanted(key)
  cross join lateral (select d.customer_id from duplicate_key d where d.key = wanted.key limit ${sql.lit(mostOfAKey)}) met
  group by met.customer_id order by sum(1 + 2 * (wanted.key & 1)) desc, met.customer_id limit ${sql.lit(mostCompared)}`;
