import type { Viewer } from '@orbita/domain/access';
import { type RawBuilder, sql } from 'kysely';
import { type Em, keyset, type KeysetPage, pageColumn, rowsOf } from '#connection';
import { orderColumns, type OrderRow, type OrderSelection, orderSource, orderVisible } from './order.queries.ts';

export interface OrderFilter {
  readonly customerId?: string | undefined;
  readonly lineId?: string | undefined;
  readonly channel?: string | undefined;
  /** Placed at this instant or later… */
  readonly from?: Date | undefined;
  /** …and before this one. */
  readonly until?: Date | undefined;
  /** Beginning of the number. */
  readonly search?: string | undefined;
}

/** A page of orders, the latest first, one row more than asked. */
export function listOrders(
  em: Em, filter: OrderFilter, page: KeysetPage, select: OrderSelection, viewer: Viewer,
): Promise<OrderRow[]> {
  return rowsOf(em, ordersPage(orderCondition(filter, viewer), page, select, viewer));
}

/** The same of each customer `c` of a statement, as a column of it. */
export function ordersOfCustomer(page: KeysetPage, select: OrderSelection, counted: boolean, viewer: Viewer): RawBuilder<unknown> {
  const condition = orderCondition({}, viewer, sql.ref('c.id'));
  return pageColumn(ordersPage(condition, page, select, viewer), counted ? counting(condition) : undefined);
}

function ordersPage(condition: RawBuilder<boolean>, page: KeysetPage, select: OrderSelection, viewer: Viewer): RawBuilder<OrderRow> {
  const { beyond, tail } = keyset(page, {
    value: sql.ref('o.placed_at'), id: sql.ref('o.id'), type: 'timestamptz', descending: true,
  });
  return sql<OrderRow>`
    select ${orderColumns(select, viewer)} from ${orderSource} where ${condition} and ${beyond} ${tail}`;
}

const counting = (condition: RawBuilder<boolean>) => sql<{ count: string }>`
  select count(*) as count from ${orderSource} where ${condition}`;

/** How many orders the filter names, for this viewer. */
export async function countOrders(em: Em, filter: OrderFilter, viewer: Viewer): Promise<number> {
  const [row] = await rowsOf(em, counting(orderCondition(filter, viewer)));
  return Number(row?.count ?? 0);
}

function orderCondition(filter: OrderFilter, viewer: Viewer, customer = idOf(filter.customerId)): RawBuilder<boolean> {
  const { lineId, channel, from, until, search } = filter;
  const parts = [
    orderVisible(viewer),
    customer && sql`o.customer_id in (
      select own.id from customer own where own.id = ${customer} or own.merged_into = ${customer})`,
    lineId ? sql`o.line_id = ${lineId}::uuid` : undefined,
    channel ? sql`o.channel = ${channel}` : undefined,
    from ? sql`o.placed_at >= ${from.toISOString()}::timestamptz` : undefined,
    until ? sql`o.placed_at < ${until.toISOString()}::timestamptz` : undefined,
    search?.trim() ? sql`o.number like ${`${search.trim().replace(/[%_\\]/g, '\\$&')}%`}` : undefined,
  ].filter((part) => part !== undefined);
  return sql<boolean>`${sql.join(parts, sql` and `)}`;
}

const idOf = (id: string | undefined): RawBuilder<unknown> | undefined => (id ? sql`${id}::uuid` : undefined);
