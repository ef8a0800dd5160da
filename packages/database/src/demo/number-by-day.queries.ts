import { sql } from 'kysely';
import { type Em, run } from '#connection';

/** Lives are made one after the other; the numbers of their orders run through the days, as they would have been given. */
export async function numberByDay(em: Em): Promise<void> {
  await run(em, sql`
    update sales_order o set number = 'P' || lpad(r.place::text, greatest(6, length(r.place::text)), '0')
    from (select id, customer_id, row_number() over (order by placed_at, id) as place from sales_order) r
    where o.id = r.id and o.customer_id = r.customer_id`);
}
