import { mayReadMarked, scopeOf, type Viewer } from '@orbita/domain/access';
import { sql } from 'kysely';
import { visible } from '#access';
import { type Em, rowsOf } from '#connection';

/** Whom a customer recommended, and whom those did: as far as the viewer sees. */
export interface ReferralTreeRow {
  readonly referrer: { readonly id: string; readonly name: string } | null;
  readonly nodes: readonly ReferralRow[];
  readonly recommended: number;
  readonly qualified: number;
  readonly bought: number;
  /** What they have bought, in the company's minor units; null to one who may not read it. */
  readonly revenue: string | null;
}

export interface ReferralRow {
  readonly customerId: string;
  readonly name: string;
  /** Who recommended him: the customer, or another of the tree. */
  readonly parentId: string;
  readonly depth: number;
  /** His cycle reached OPPORTUNITY: this is what counts for the one who recommended him. */
  readonly qualified: boolean;
  readonly orders: number;
  readonly revenue: string | null;
}

const deepest = 5;
const mostNodes = 200;

/**
 * The tree of recommendations below a customer, five deep, in one statement. A customer whom the viewer does not see
 * ends his branch; the sums are over the tree, the list holds its first two hundred.
 */
export async function referralTree(em: Em, customerId: string, viewer: Viewer): Promise<ReferralTreeRow> {
  const money = mayReadMarked(viewer.role, 'revenue') && scopeOf(viewer.role, 'order', 'read') !== 'none';
  const [row] = await rowsOf(em, sql<ReferralTreeRow>`
    with recursive tree(id, parent_id, depth, path) as (
      select w.id, ${customerId}::uuid, 1, array[${customerId}::uuid, w.id]
      from customer held join customer c on c.referred_by = held.id join customer w on w.id = coalesce(c.merged_into, c.id)
      where ${customerId}::uuid in (held.id, held.merged_into) and w.id <> ${customerId}::uuid and w.deleted_at is null and ${visible('w', viewer)}
      union
      select w.id, tree.id, tree.depth + 1, tree.path || w.id
      from tree join customer held on tree.id in (held.id, held.merged_into) join customer c on c.referred_by = held.id
      join customer w on w.id = coalesce(c.merged_into, c.id)
      where tree.depth < ${deepest} and w.deleted_at is null and w.id <> all(tree.path) and ${visible('w', viewer)}
    ), node as (
      select distinct on (t.id) t.id as "customerId", w.name, t.parent_id as "parentId", t.depth, f.customer_since as since, f.orders_count as orders,
        exists (select 1 from cycle_visit v where v.customer_id = any(array(select t.id union all select x.id from customer x where x.merged_into = t.id))
          and v.phase not in ('TRACTION', 'QUALIFICATION')) as qualified,
        ${money ? sql`f.revenue_total` : sql`null::bigint`} as revenue
      from tree t join customer w on w.id = t.id join customer_facts f on f.customer_id = t.id
      order by t.id, t.depth
    )
    select (select json_build_object('id', r.id, 'name', r.name) from customer own join customer known on known.id = own.referred_by
        join customer r on r.id = coalesce(known.merged_into, known.id)
        where own.id = ${customerId}::uuid and r.deleted_at is null and ${visible('r', viewer)}) as referrer,
      coalesce((select json_agg(x) from (
        select "customerId", name, "parentId", depth, qualified, orders, revenue::text from node order by depth, since, "customerId" limit ${mostNodes}) x), '[]') as nodes,
      (select count(*) from node)::int as recommended, (select count(*) from node where qualified)::int as qualified,
      (select count(*) from node where orders > 0)::int as bought, (select sum(revenue)::text from node) as revenue`);
  return row!;
}
