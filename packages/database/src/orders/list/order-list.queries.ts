import { scopeOf, type Viewer } from '@orbita/domain/access';
import { orderCatalogue, type OrderStanding } from '@orbita/domain/orders';
import { factsReadBy, relationsReadBy, type Rule } from '@orbita/domain/rules';
import { type RawBuilder, sql } from 'kysely';
import { ofCustomerNamed, ofShownCustomer } from '#access';
import { type Em, keyset, type KeysetPage, pageColumn, pickApart, rowsOf } from '#connection';
import { orderNumbered, placeAmongNames } from '#facts';
import { whereRule } from '#rules';
import { orderColumns, type OrderRow, type OrderSelection, orderSource, orderVisible } from '../order.queries.ts';
import { orderFactColumns, standing } from './order-facts.queries.ts';
import { inOrderOf, isSometimes, type ListOrder, ordersByCustomer, sometimesThere } from './order-of-list.queries.ts';

export interface OrderFilter {
  /** Over the facts of the order and of its customer. */
  readonly rule?: Rule | undefined;
  readonly customerId?: string | undefined;
  readonly lineId?: string | undefined;
  readonly channel?: string | undefined;
  readonly standing?: OrderStanding | undefined;
  /** Placed at this instant or later… */
  readonly from?: Date | undefined;
  /** …and before this one. */
  readonly until?: Date | undefined;
  /** Beginning of the number, or its last digits. */
  readonly search?: string | undefined;
}

export interface OrderPage extends KeysetPage {
  /** The latest placed first unless said. */
  readonly inOrder?: ListOrder | undefined;
}

type Listed = OrderRow & { readonly sortValue: string | null };

/** A page of orders in the order asked for, those without a value last, one row more than asked. */
export function listOrders(
  em: Em, filter: OrderFilter, page: OrderPage, select: OrderSelection, viewer: Viewer, now: Date,
): Promise<Listed[]> {
  return rowsOf(em, ordersPage(filter, page, select, viewer, now));
}

export function ordersPage(filter: OrderFilter, page: OrderPage, select: OrderSelection, viewer: Viewer, now: Date): RawBuilder<Listed> {
  const { by, descending } = page.inOrder ?? latest;
  const where = orderCondition(filter, viewer, now);
  const columns = orderColumns(select, viewer);
  if (isSometimes(by)) {
    const value = sometimesThere[by];
    const rows = { id: sql`o.id`, from: sourceFor(filter) };
    const picked = pickApart(page, {
      value, type: 'timestamptz', rising: true, descending,
      filled: { ...rows, where: sql`${where} and ${value} is not null` }, empty: { ...rows, where: sql`${where} and ${value} is null` },
    });
    return sql<Listed>`
      select ${columns}, page.value as "sortValue" from (${picked}) page join (${orderSource}) on o.id = page.id order by page.place`;
  }
  const order = inOrderOf({ by, descending }, viewer);
  const { beyond, tail } = keyset(page, order);
  const [from, onwards] = by === 'customer' ? [ordersByCustomer, placeAmongNames(page, descending)] : [sourceFor(filter), sql`true`];
  return sql<Listed>`
    select ${columns}, (${order.value})::text as "sortValue" from ${from} where ${where} and ${beyond} and ${onwards} ${tail}`;
}

const latest = { by: 'placedAt', descending: true } as const;

/** The latest orders of each customer `c` of a statement, as a column of it. */
export function ordersOfCustomer(page: KeysetPage, select: OrderSelection, counted: boolean, viewer: Viewer): RawBuilder<unknown> {
  const where = sql<boolean>`${orderVisible(viewer)} and ${ofCustomer(sql.ref('c.id'))}`;
  const { beyond, tail } = keyset(page, inOrderOf(latest, viewer));
  const rows = sql<OrderRow>`select ${orderColumns(select, viewer)} from ${orderSource} where ${where} and ${beyond} ${tail}`;
  return pageColumn(rows, counted ? sql<{ count: string }>`select count(*) as count from ${orderSource} where ${where}` : undefined);
}

/** How many orders the filter names, for this viewer. */
export async function countOrders(em: Em, filter: OrderFilter, viewer: Viewer, now: Date): Promise<number> {
  // Where he sees everybody and nothing is asked about customers these are not read: few are hidden, and a million looked up take a second.
  const plain = seesEveryOrder(viewer) && !asksOfCustomers(filter);
  const [from, where] = plain
    ? [sql`sales_order o`, sql.join([ofShownCustomer('o'), ...askedOf(filter, viewer, now)], sql` and `)]
    : [sourceFor(filter), orderCondition(filter, viewer, now)];
  const [row] = await rowsOf(em, sql<{ count: number }>`select count(*)::int as count from ${from} where ${where}`);
  return row?.count ?? 0;
}

const seesEveryOrder = ({ role }: Viewer): boolean => scopeOf(role, 'customer', 'read') === 'all' && scopeOf(role, 'order', 'read') === 'all';

const asksOfCustomers = ({ rule }: OrderFilter): boolean =>
  rule !== undefined && (relationsReadBy(rule).size > 0 || [...factsReadBy(rule)].some((key) => !(key in orderFactColumns)));

/** Orders as they are shown, with the facts `f` of their customers where a rule reads them. */
const sourceFor = (filter: OrderFilter): RawBuilder<unknown> =>
  (asksOfCustomers(filter) ? sql`${orderSource} join customer_facts f on f.customer_id = root.id` : orderSource);

const orderCondition = (filter: OrderFilter, viewer: Viewer, now: Date): RawBuilder<boolean> =>
  sql<boolean>`${sql.join([orderVisible(viewer), ...askedOf(filter, viewer, now)], sql` and `)}`;

function askedOf(filter: OrderFilter, viewer: Viewer, now: Date): RawBuilder<unknown>[] {
  const { rule, customerId, lineId, channel, from, until, search } = filter;
  return [
    rule ? whereRule(rule, { alias: 'f', now, viewer, catalogue: orderCatalogue(), ownColumn: (key) => orderFactColumns[key] }) : undefined,
    customerId ? ofCustomerNamed('o.customer_id', customerId) : undefined,
    lineId ? sql`o.line_id = ${lineId}::uuid` : undefined,
    channel ? sql`o.channel = ${channel}` : undefined,
    filter.standing ? sql`${standing} = ${sql.lit(filter.standing)}` : undefined,
    from ? sql`o.placed_at >= ${from.toISOString()}::timestamptz` : undefined,
    until ? sql`o.placed_at < ${until.toISOString()}::timestamptz` : undefined,
    search?.trim() ? orderNumbered('o', search) : undefined,
  ].filter((part) => part !== undefined);
}

const ofCustomer = (customer: RawBuilder<unknown>): RawBuilder<boolean> => sql<boolean>`o.customer_id in (
  select own.id from customer own where own.id = ${customer} or own.merged_into = ${customer})`;
