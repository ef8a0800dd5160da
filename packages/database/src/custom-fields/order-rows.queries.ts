import type { CustomEntity } from '@orbita/domain/custom-fields';
import { type RawBuilder, sql } from 'kysely';
import { type Em, run } from '#connection';

/** A text longer than this is sorted by its beginning. */
const sortedBy = 100;

const tables: Readonly<Record<CustomEntity, RawBuilder<unknown>>> = {
  CUSTOMER: sql`(select id, id as customer_id, custom_compared from customer)`,
  OPPORTUNITY: sql`(select id, customer_id, custom_compared from opportunity)`,
};

/**
 * Brings what lists are sorted by in step with the values of these things, in one statement: call it in the transaction
 * that changed them. What a list is not sorted by (several options, links) has no row.
 */
export async function refreshCustomOrder(em: Em, entity: CustomEntity, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await run(em, sql`
    with wanted as (
      select d.id as field_id, t.id as row_id, t.customer_id,
        case jsonb_typeof(v.value) when 'number' then (v.value #>> '{}')::bigint when 'boolean' then ((v.value)::boolean)::int end as number,
        case jsonb_typeof(v.value) when 'string' then left(v.value #>> '{}', ${sortedBy}) end as text
      from ${tables[entity]} t cross join lateral jsonb_each(t.custom_compared) v(name, value)
      join custom_field d on d.entity = ${entity} and d.name = v.name and d.type not in ('CHOICES', 'CUSTOMER', 'USER')
      where t.id = any(${ids}::uuid[])
    ), gone as (
      delete from custom_order o where o.row_id = any(${ids}::uuid[])
        and not exists (select 1 from wanted w where w.row_id = o.row_id and w.field_id = o.field_id)
    )
    insert into custom_order as o (field_id, row_id, customer_id, number, text)
    select field_id, row_id, customer_id, number, text from wanted order by row_id, field_id
    on conflict (row_id, field_id, customer_id) do update set number = excluded.number, text = excluded.text
    where (o.number, o.text) is distinct from (excluded.number, excluded.text)`);
}
