import { sql } from 'kysely';
import { type Em, rowsOf } from '#connection';

/** What of a customer rests on what else of his, by table, column and the table of which it names a row. */
const rests = [
  ['lead', 'cycle_id', 'cycle'], ['lead', 'opportunity_id', 'opportunity'], ['lead', 'reopens_id', 'lead'],
  ['opportunity', 'cycle_id', 'cycle'], ['opportunity', 'lead_id', 'lead'], ['opportunity', 'reopens_id', 'opportunity'],
  ['opportunity', 'renews_order_id', 'sales_order'], ['opportunity', 'order_id', 'sales_order'],
  ['cycle', 'order_id', 'sales_order'], ['cycle', 'opportunity_id', 'opportunity'], ['cycle', 'previous_cycle_id', 'cycle'],
  ['sales_order', 'opportunity_id', 'opportunity'], ['sales_order', 'renews_order_id', 'sales_order'],
  ['activity', 'lead_id', 'lead'], ['activity', 'opportunity_id', 'opportunity'],
] as const;

// The clock ends windows some days behind, at the instants at which they ended.
const behind = sql`interval '31 days'`;

/**
 * Whether something of the ones rests on something of the others since they were merged, so that they cannot be told
 * apart again: a row that names a row of the other, a pass that ended well by the other's order, or one that began as
 * that of somebody who had bought when only the other had.
 */
export async function haveGrownTogether(em: Em, ones: readonly string[], others: readonly string[], mergedAt: Date): Promise<boolean> {
  const pair = [...ones, ...others];
  const across = rests.map(([table, column, target]) => sql`
    exists (select from ${sql.table(table)} r join ${sql.table(target)} t on t.id = r.${sql.id(column)} and t.customer_id = any(${pair}::uuid[])
      where r.customer_id = any(${pair}::uuid[]) and (r.customer_id = any(${ones}::uuid[])) <> (t.customer_id = any(${ones}::uuid[])))`);
  const since = sql`${mergedAt.toISOString()}::timestamptz`;
  const judgedByOther = [ones, others].map((side) => sql`
    exists (select from cycle y where y.customer_id = any(${side}::uuid[]) and (
      (y.closed_at >= ${since} - ${behind} and y.outcome in ('RECURRENT', 'RECURRENT_AND_REFERRED') and not exists (
        select from sales_order o join sales_order own on own.id = y.order_id and own.customer_id = any(${side}::uuid[])
        where o.customer_id = any(${side}::uuid[]) and o.id <> own.id and o.placed_at >= own.placed_at))
      or (y.opened_at >= ${since} and y.origin in ('RECURRENT', 'WIN_BACK') and not exists (
        select from sales_order o where o.customer_id = any(${side}::uuid[]) and o.placed_at <= y.opened_at and o.id is distinct from y.order_id))))`);
  const [row] = await rowsOf(em, sql<{ grown: boolean }>`select ${sql.join([...across, ...judgedByOther], sql` or `)} as grown`);
  return row?.grown ?? false;
}
