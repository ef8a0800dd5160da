import type { PreparedOrder } from '@orbita/domain/orders';
import { sql } from 'kysely';
import { type Em, insertRows, newId, run } from '#connection';
import type { TimelineEvent } from '#timeline';
import type { PricedDocument } from './price-document.ts';

/** An order and whose row it is: perhaps that of somebody merged into its customer. */
export interface HeldOrder {
  readonly id: string;
  readonly customerId: string;
}

/** A date that a known order did not have and the file has now. */
export interface NewDates {
  readonly id: string;
  readonly customerId: string;
  readonly deliveredAt: number | null;
  readonly settledAt: number | null;
  readonly cancelledAt: number | null;
}

type RowOf = Record<string, unknown>;
const at = (instant: number | null): string | null => (instant === null ? null : new Date(instant).toISOString());

/** The rows and events that a batch of orders becomes, collected first and written table by table. */
export class OrderRows {
  readonly events: TimelineEvent[] = [];
  readonly #orders: RowOf[] = [];
  readonly #lines: RowOf[] = [];
  readonly #returns: RowOf[] = [];
  readonly #reduced: { id: string; customer_id: string }[] = [];
  readonly #dates: NewDates[] = [];
  readonly #now: Date;
  readonly #importId: string;
  readonly #system: string;

  constructor(now: Date, { importId, system }: { readonly importId: string; readonly system: string }) {
    this.#now = now;
    this.#importId = importId;
    this.#system = system;
  }

  /** An order with its lines; `opportunityId` is the one that it won. */
  order(
    { customerId, order }: { readonly customerId: string; readonly order: Pick<PricedDocument['order'], 'number' | 'cancelledAt'> },
    { lines, ...sale }: PreparedOrder, opportunityId: string | null = null,
  ): string {
    const id = newId();
    const { cancelledAt, number } = order;
    this.#orders.push({
      id, customer_id: customerId, number, source: sale.source, system: this.#system, line_id: sale.lineId, channel: sale.channel, placed_at: at(sale.placedAt),
      tracked: sale.tracked, delivered_at: at(sale.deliveredAt), settled_at: at(sale.settledAt), cancelled_at: at(cancelledAt),
      contract_ends_at: at(sale.contractEndsAt), opportunity_id: opportunityId, currency: sale.currency, rate: sale.rate, amount: sale.amount, company_amount: sale.companyAmount,
      company_cost: sale.companyCost, company_costed: sale.companyCosted, created_at: this.#now, updated_at: this.#now,
    });
    for (const line of lines) {
      this.#lines.push({
        id: newId(), customer_id: customerId, order_id: id, no: line.no, product_id: line.productId, description: line.description,
        quantity: line.quantity, unit_price: line.unitPrice, list_price: line.listPrice, discount_percent: line.discountPercent,
        amount: line.amount, company_amount: line.companyAmount, company_cost: line.companyCost,
      });
    }
    this.#said(customerId, 'orderPlaced', sale.placedAt, { orderId: id, number, amount: sale.amount, currency: sale.currency });
    if (sale.tracked) this.#dated(customerId, id, { deliveredAt: sale.deliveredAt, settledAt: sale.settledAt, cancelledAt });
    else this.#dated(customerId, id, { deliveredAt: null, settledAt: null, cancelledAt });
    return id;
  }

  /** Goods that came back. Those of a named order reduce it, and stay with who holds it; where the file does not name one, none is guessed. */
  returned({ customerId, order }: PricedDocument, back: PreparedOrder, orders: readonly (HeldOrder | null)[]): void {
    const returnIds = back.lines.map((line, index) => {
      const id = newId();
      const of = orders[index] ?? null;
      if (of) this.#reduced.push({ id: of.id, customer_id: of.customerId });
      this.#returns.push({
        id, customer_id: of?.customerId ?? customerId, order_id: of?.id ?? null, product_id: line.productId, system: this.#system, reference: order.number, returned_at: at(order.placedAt),
        description: line.description, quantity: line.quantity, amount: line.amount, company_amount: line.companyAmount, currency: back.currency,
      });
      return id;
    });
    const named = orders.find((one) => one !== null) ?? null;
    this.#said(customerId, 'goodsReturned', order.placedAt, { ...(named ? { orderId: named.id } : {}), reference: order.number, returnIds });
  }

  dates(known: NewDates): void {
    this.#dates.push(known);
    this.#dated(known.customerId, known.id, known);
  }

  #dated(customerId: string, orderId: string, { deliveredAt, settledAt, cancelledAt }: Pick<NewDates, 'deliveredAt' | 'settledAt' | 'cancelledAt'>): void {
    if (deliveredAt !== null) this.#said(customerId, 'orderDelivered', deliveredAt, { orderId });
    if (settledAt !== null) this.#said(customerId, 'orderSettled', settledAt, { orderId });
    if (cancelledAt !== null) this.#said(customerId, 'orderCancelled', cancelledAt, { orderId });
  }

  #said(customerId: string, type: string, occurredAt: number, payload: Record<string, unknown>): void {
    this.events.push({ customerId, type, occurredAt: new Date(occurredAt), payload: { ...payload, importId: this.#importId } });
  }

  async insert(em: Em): Promise<void> {
    await insertRows(em, 'sales_order', this.#orders);
    await insertRows(em, 'order_line', this.#lines);
    await insertRows(em, 'order_return', this.#returns);
    await reduceOrders(em, this.#reduced, this.#now);
    await addDates(em, this.#dates, this.#now);
  }
}

/** Counts anew what came back of these orders, what that had cost (as `costReturned`), and whether anything of them is left with the customer. */
async function reduceOrders(em: Em, orders: readonly { id: string; customer_id: string }[], now: Date): Promise<void> {
  if (orders.length === 0) return;
  await run(em, sql`
    with touched as (
      select distinct id, customer_id from json_to_recordset(${JSON.stringify(orders)}::json) as r(id uuid, customer_id uuid)
    ), moved as (
      select t.id, coalesce(l.product_id::text, l.description) as thing, l.quantity, 0 as credited, l.quantity as sold, coalesce(l.company_cost, 0) as cost
      from touched t join order_line l on l.customer_id = t.customer_id and l.order_id = t.id
      union all
      select t.id, coalesce(r.product_id::text, r.description), -r.quantity, r.company_amount, 0, 0
      from touched t join order_return r on r.customer_id = t.customer_id and r.order_id = t.id
    ), things as (
      select id, thing, sum(quantity) as kept, sum(credited) as credited, sum(sold) as sold, sum(cost) as cost from moved group by 1, 2
    ), counted as (
      select id, sum(credited)::bigint as credited, bool_and(kept <= 0) as whole,
        sum(case when sold > 0 then round(cost * (sold - greatest(kept, 0)) / sold) else 0 end)::bigint as cost from things group by 1
    )
    update sales_order o set company_returned = c.credited, company_cost_returned = c.cost, returned_whole = c.whole, version = o.version + 1,
      updated_at = ${now.toISOString()}::timestamptz
    from counted c join touched t using (id) where o.id = c.id and o.customer_id = t.customer_id`);
}

async function addDates(em: Em, dates: readonly NewDates[], now: Date): Promise<void> {
  if (dates.length === 0) return;
  const rows = dates.map((one) => ({ id: one.id, customer_id: one.customerId, delivered: at(one.deliveredAt), settled: at(one.settledAt), cancelled: at(one.cancelledAt) }));
  await run(em, sql`
    update sales_order o set tracked = true, delivered_at = coalesce(r.delivered, o.delivered_at), settled_at = coalesce(r.settled, o.settled_at),
      cancelled_at = coalesce(r.cancelled, o.cancelled_at), version = o.version + 1, updated_at = ${now.toISOString()}::timestamptz
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as r(id uuid, customer_id uuid, delivered timestamptz, settled timestamptz, cancelled timestamptz)
    where o.id = r.id and o.customer_id = r.customer_id`);
}
