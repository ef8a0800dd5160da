import { Migration } from '@mikro-orm/migrations';

/** What came back had cost something: margins are of what stayed. Whoever returned a part is counted anew. */
export class CostReturned046 extends Migration {
  override up(): void {
    this.addSql(`alter table sales_order add column company_cost_returned bigint`);
    this.addSql(`
      with moved as (
        select o.id, o.customer_id, coalesce(l.product_id::text, l.description) as thing, l.quantity, l.quantity as sold, coalesce(l.company_cost, 0) as cost
        from sales_order o join order_line l on l.customer_id = o.customer_id and l.order_id = o.id where o.company_returned <> 0 and o.company_cost is not null
        union all
        select o.id, o.customer_id, coalesce(r.product_id::text, r.description), -r.quantity, 0, 0
        from sales_order o join order_return r on r.customer_id = o.customer_id and r.order_id = o.id where o.company_returned <> 0 and o.company_cost is not null
      ), things as (
        select id, customer_id, thing, sum(quantity) as kept, sum(sold) as sold, sum(cost) as cost from moved group by 1, 2, 3
      ), counted as (
        select id, customer_id, sum(case when sold > 0 then round(cost * (sold - greatest(kept, 0)) / sold) else 0 end)::bigint as cost from things group by 1, 2
      )
      update sales_order o set company_cost_returned = c.cost from counted c where c.id = o.id and c.customer_id = o.customer_id`);
    this.addSql(`
      update customer_facts f set stale_at = now(), next_review_at = now()
      where not f.hidden and f.customer_id in (
        select coalesce(c.merged_into, c.id) from sales_order o join customer c on c.id = o.customer_id where o.company_cost_returned is not null and not o.returned_whole)`);
  }
}
