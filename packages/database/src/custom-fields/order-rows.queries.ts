import { sql } from 'kysely';
import { type Em, run } from '#connection';

/** A text longer than this is sorted by its beginning. */
const sortedBy = 100;

/**
 * Brings what lists of customers are sorted by in step with their values, in one statement: call it in the transaction
 * that changed them. What a list is not sorted by (several options, links) has no row.
 */
export async function refreshCustomOrder(em: Em, customerIds: readonly string[]): Promise<void> {
  if (customerIds.length === 0) return;
  await run(em, sql`
    with wanted as (
      select d.id as field_id, c.id as customer_id,
        case jsonb_typeof(v.value) when 'number' then (v.value #>> '{}')::bigint when 'boolean' then ((v.value)::boolean)::int end as number,
        case jsonb_typeof(v.value) when 'string' then left(v.value #>> '{}', ${sortedBy}) end as text
      from customer c cross join lateral jsonb_each(c.custom_compared) v(name, value)
      join custom_field d on d.entity = 'CUSTOMER' and d.name = v.name and d.type not in ('CHOICES', 'CUSTOMER', 'USER')
      where c.id = any(${customerIds}::uuid[])
    ), gone as (
      delete from custom_order o where o.customer_id = any(${customerIds}::uuid[])
        and not exists (select 1 from wanted w where w.customer_id = o.customer_id and w.field_id = o.field_id)
    )
    insert into custom_order as o (customer_id, field_id, number, text)
    select customer_id, field_id, number, text from wanted order by customer_id, field_id
    on conflict (customer_id, field_id) do update set number = excluded.number, text = excluded.text
    where (o.number, o.text) is distinct from (excluded.number, excluded.text)`);
}
