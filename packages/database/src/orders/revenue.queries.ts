import { mayReadMarked, scopeOf, type Viewer } from '@orbita/domain/access';
import { revenuePeriods } from '@orbita/domain/orders';
import { sql } from 'kysely';
import { type Em, rowsOf } from '#connection';
import { orderSource, orderVisible } from './order.queries.ts';

/** Minor units of the company's currency. */
export interface RevenueRow {
  readonly thisMonth: string;
  readonly lastMonth: string;
  readonly lastMonthSoFar: string;
  readonly yearToDate: string;
}

/** What was sold of late to the customers that the viewer sees: effective orders by their date, less what came back; null to one who may not read it. */
export async function revenueSoFar(em: Em, { now, zone }: { readonly now: Date; readonly zone: string }, viewer: Viewer): Promise<RevenueRow | null> {
  if (scopeOf(viewer.role, 'order', 'read') === 'none' || !mayReadMarked(viewer.role, 'revenue')) return null;
  const [company] = await rowsOf(em, sql<{ start: number }>`select fiscal_year_start as start from company limit 1`);
  const { monthStart, lastMonthStart, lastMonthSoFar, yearStart } = revenuePeriods(now.getTime(), zone, company?.start ?? 1);
  const instant = (at: number) => sql`${new Date(at).toISOString()}::timestamptz`;
  const summed = (from: number, until: number) => sql`
    coalesce(sum(o.company_amount - o.company_returned) filter (where o.placed_at >= ${instant(from)} and o.placed_at < ${instant(until)}), 0)::text`;
  const end = now.getTime() + 1;
  const [row] = await rowsOf(em, sql<RevenueRow>`
    select ${summed(monthStart, end)} as "thisMonth", ${summed(lastMonthStart, monthStart)} as "lastMonth",
      ${summed(lastMonthStart, lastMonthSoFar)} as "lastMonthSoFar", ${summed(yearStart, end)} as "yearToDate"
    from ${orderSource}
    where o.placed_at >= ${instant(Math.min(yearStart, lastMonthStart))} and o.cancelled_at is null and not o.returned_whole
      and ${orderVisible(viewer)}`);
  return row ?? null;
}
