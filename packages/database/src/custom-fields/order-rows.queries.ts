import { sql } from 'kysely';
import { type Em, run } from '#connection';
import { partsOf } from '#facts';
import { ownValues } from './own-values.queries.ts';

/** A text longer than this is sorted by its beginning. */
const sortedBy = 100;

/**
 * Brings what lists are sorted by in step with the values of these customers and of what is theirs or was that of whoever
 * was merged into them, in one statement: call it in the transaction that changed them. What a list is not sorted by
 * (several options, links) has no row.
 */
export async function refreshCustomOrder(em: Em, customerIds: readonly string[]): Promise<void> {
  if (customerIds.length === 0) return;
  const ids = sql`any(array(select unnest(${partsOf(sql`a.id`)}) from unnest(${[...new Set(customerIds)]}::uuid[]) a(id)))`;
  const things = ownValues.map(({ entity, table, customer }) => sql`
    select ${sql.lit(entity)} as entity, t.id, ${customer} as customer_id, t.custom_compared as own from ${table} t where ${customer} = ${ids} and t.custom_compared <> '{}'`);
  await run(em, sql`
    with wanted as (
      select t.customer_id, t.id as thing_id, d.id as field_id,
        case jsonb_typeof(v.value) when 'number' then (v.value #>> '{}')::bigint when 'boolean' then ((v.value)::boolean)::int end as number,
        case jsonb_typeof(v.value) when 'string' then left(v.value #>> '{}', ${sortedBy}) end as text
      from (${sql.join(things, sql` union all `)}) t cross join lateral jsonb_each(t.own) v(name, value)
      join custom_field d on d.entity = t.entity and d.name = v.name and d.type not in ('CHOICES', 'CUSTOMER', 'USER')
    ), gone as (
      delete from custom_order o where o.customer_id = ${ids}
        and not exists (select 1 from wanted w where w.customer_id = o.customer_id and w.thing_id = o.thing_id and w.field_id = o.field_id)
    )
    insert into custom_order as o (customer_id, thing_id, field_id, number, text)
    select customer_id, thing_id, field_id, number, text from wanted order by customer_id, thing_id, field_id
    on conflict (customer_id, thing_id, field_id) do update set number = excluded.number, text = excluded.text
    where (o.number, o.text) is distinct from (excluded.number, excluded.text)`);
}
