import { sql } from 'kysely';
import { type Em, rowsOf } from '#connection';

/** What of a customer rests on what else of his, by table, column and the table of which it names a row. */
const rests = [
  ['lead', 'cycle_id', 'cycle'], ['lead', 'opportunity_id', 'opportunity'],
  ['opportunity', 'cycle_id', 'cycle'], ['opportunity', 'lead_id', 'lead'], ['opportunity', 'reopens_id', 'opportunity'],
  ['opportunity', 'renews_order_id', 'sales_order'], ['opportunity', 'order_id', 'sales_order'],
  ['cycle', 'order_id', 'sales_order'], ['cycle', 'opportunity_id', 'opportunity'], ['cycle', 'previous_cycle_id', 'cycle'],
  ['sales_order', 'opportunity_id', 'opportunity'], ['sales_order', 'renews_order_id', 'sales_order'],
  ['activity', 'lead_id', 'lead'], ['activity', 'opportunity_id', 'opportunity'],
] as const;

/** Whether something of the ones rests on something of the others by now, so that they cannot be told apart again. */
export async function haveGrownTogether(em: Em, ones: readonly string[], others: readonly string[]): Promise<boolean> {
  const across = rests.map(([table, column, target]) => sql`
    exists (select from ${sql.table(table)} r join ${sql.table(target)} t on t.id = r.${sql.id(column)}
      where (r.customer_id = any(${ones}::uuid[]) and t.customer_id = any(${others}::uuid[]))
        or (r.customer_id = any(${others}::uuid[]) and t.customer_id = any(${ones}::uuid[])))`);
  const [row] = await rowsOf(em, sql<{ grown: boolean }>`select ${sql.join(across, sql` or `)} as grown`);
  return row?.grown ?? false;
}
