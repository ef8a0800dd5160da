import { sql } from 'kysely';
import { type Em, rowsOf } from '#connection';

/** Which values lists are sorted by but have no key, and which keys say what no value says: none, whatever was done. */
export function outOfStep(em: Em): Promise<unknown[]> {
  const said = ['CUSTOMER', 'CONTACT', 'LEAD', 'OPPORTUNITY'].map((entity) => {
    const table = entity.toLowerCase();
    return sql`
      select ${sql.ref(table === 'customer' ? 't.id' : 't.customer_id')} as customer_id, t.id as thing_id, d.id as field_id, left(t.custom_compared ->> d.name, 100) as key
      from ${sql.table(table)} t join custom_field d on d.entity = ${sql.lit(entity)} and d.type not in ('CHOICES', 'CUSTOMER', 'USER') and t.custom_compared ->> d.name is not null`;
  });
  const keyed = sql`
    select customer_id, thing_id, field_id, coalesce(text, case d.type when 'BOOLEAN' then (number = 1)::text else number::text end) as key
    from custom_order o join custom_field d on d.id = o.field_id`;
  return rowsOf(em, sql`
    with said as (${sql.join(said, sql` union all `)}), keyed as (${keyed})
    (select 'no key' as what, * from said except select 'no key', * from keyed) union all (select 'no value', * from keyed except select 'no value', * from said)`);
}
