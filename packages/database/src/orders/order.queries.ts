import { mayReadMarked, type Viewer } from '@orbita/domain/access';
import { type RawBuilder, sql } from 'kysely';
import { visible } from '#access';
import { type Em, rowsOf } from '#connection';

/** The row behind the API's `Order`; amounts are null to one who may not read them, lists absent when not selected. */
export interface OrderRow {
  readonly id: string;
  readonly customerId: string;
  readonly number: string;
  readonly source: string;
  readonly system: string | null;
  readonly line: { id: string; name: string };
  readonly channel: string | null;
  readonly placedAt: string;
  readonly tracked: boolean;
  readonly deliveredAt: string | null;
  readonly settledAt: string | null;
  readonly cancelledAt: string | null;
  readonly contractEndsAt: string | null;
  readonly currency: string;
  readonly amount: string | null;
  readonly companyAmount: string | null;
  readonly companyReturned: string | null;
  readonly companyCost: string | null;
  readonly returnedWhole: boolean;
  readonly effective: boolean;
  readonly version: number;
  readonly lines?: OrderLineRow[];
  readonly returns?: OrderReturnRow[];
}

export interface OrderLineRow {
  readonly id: string;
  readonly no: number;
  readonly product: { id: string; code: string; name: string } | null;
  readonly description: string;
  readonly quantity: string;
  readonly unitPrice: string | null;
  readonly listPrice: string | null;
  readonly discountPercent: string | null;
  readonly amount: number | null;
  readonly companyCost: number | null;
  readonly currency: string;
}

export interface OrderReturnRow {
  readonly id: string;
  readonly reference: string;
  readonly returnedAt: string;
  readonly product: { id: string; code: string; name: string } | null;
  readonly description: string | null;
  readonly quantity: string;
  readonly amount: number | null;
  readonly currency: string;
}

/** Names of the API's fields of an order that an operation wants: `lines` and `returns` are read only then. */
export type OrderSelection = ReadonlySet<string>;

/** Orders with the customer they are shown under (`root`), as far as the viewer may see both. */
export const orderSource = sql`
  sales_order o
  join customer held on held.id = o.customer_id
  join customer root on root.id = coalesce(held.merged_into, held.id)`;

export const orderVisible = (viewer: Viewer): RawBuilder<boolean> =>
  sql<boolean>`(root.deleted_at is null and ${visible('root', viewer, 'order')})`;

/** One order whole, with its lines and returns, in one statement. */
export async function orderById(em: Em, id: string, select: OrderSelection, viewer: Viewer): Promise<OrderRow | null> {
  const [row] = await ordersByIds(em, [id], select, viewer);
  return row ?? null;
}

/** Several orders, for what refers to them; the order of the answer is not that of the ids. */
export function ordersByIds(em: Em, ids: readonly string[], select: OrderSelection, viewer: Viewer): Promise<OrderRow[]> {
  return rowsOf(em, sql<OrderRow>`
    select ${orderColumns(select, viewer)} from ${orderSource}
    where o.id = any(${ids}::uuid[]) and ${orderVisible(viewer)}`);
}

/** The order that an event `e` is about, as it stands now. */
export const orderOfEvent = (select: OrderSelection, viewer: Viewer): RawBuilder<unknown> => sql`(
  select to_json(told) from (
    select ${orderColumns(select, viewer)} from ${orderSource}
    where o.id = (e.payload->>'orderId')::uuid and o.customer_id = e.customer_id and ${orderVisible(viewer)}) told)`;

export function orderColumns(select: OrderSelection, viewer: Viewer): RawBuilder<unknown> {
  const revenue = (column: string) => mayReadMarked(viewer.role, 'revenue') ? sql.ref(column) : sql`null`;
  const parts: RawBuilder<unknown>[] = [sql`
    o.id, root.id as "customerId", o.number, o.source, o.system, o.channel, o.placed_at as "placedAt", o.tracked,
    (select json_build_object('id', b.id, 'name', b.name) from business_line b where b.id = o.line_id) as line,
    o.delivered_at as "deliveredAt", o.settled_at as "settledAt", o.cancelled_at as "cancelledAt",
    o.contract_ends_at as "contractEndsAt", o.currency, ${revenue('o.amount')} as amount,
    ${revenue('o.company_amount')} as "companyAmount", ${revenue('o.company_returned')} as "companyReturned",
    ${mayReadMarked(viewer.role, 'margin') ? sql`o.company_cost` : sql`null`} as "companyCost",
    o.returned_whole as "returnedWhole", (o.cancelled_at is null and not o.returned_whole) as effective, o.version`];
  if (select.has('lines')) parts.push(sql`${lines(viewer)} as lines`);
  if (select.has('returns')) parts.push(sql`${returns(viewer)} as returns`);
  return sql.join(parts);
}

const product = (alias: string) => sql`
  (select json_build_object('id', p.id, 'code', p.code, 'name', p.name) from product p where p.id = ${sql.ref(`${alias}.product_id`)})`;

const lines = (viewer: Viewer) => {
  const revenue = (column: string) => mayReadMarked(viewer.role, 'revenue') ? sql.ref(column) : sql`null::numeric`;
  return sql`
    coalesce((select json_agg(json_build_object(
      'id', l.id, 'no', l.no, 'product', ${product('l')}, 'description', l.description, 'quantity', l.quantity::text,
      'unitPrice', ${revenue('l.unit_price')}::text, 'listPrice', ${revenue('l.list_price')}::text,
      'discountPercent', ${revenue('l.discount_percent')}::text, 'amount', ${revenue('l.amount')},
      'companyCost', ${mayReadMarked(viewer.role, 'margin') ? sql`l.company_cost` : sql`null::bigint`},
      'currency', o.currency) order by l.no)
    from order_line l where l.customer_id = o.customer_id and l.order_id = o.id), '[]')`;
};

const returns = (viewer: Viewer) => sql`
  coalesce((select json_agg(json_build_object(
    'id', r.id, 'reference', r.reference, 'returnedAt', r.returned_at, 'product', ${product('r')},
    'description', r.description, 'quantity', r.quantity::text,
    'amount', ${mayReadMarked(viewer.role, 'revenue') ? sql`r.amount` : sql`null::bigint`}, 'currency', r.currency)
    order by r.returned_at, r.id)
  from order_return r where r.customer_id = o.customer_id and r.order_id = o.id), '[]')`;
