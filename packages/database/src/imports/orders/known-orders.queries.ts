import { sql } from 'kysely';
import { type Em, rowsOf } from '#connection';
import { importRefused } from '../import-refused.ts';

export interface KnownOrder {
  readonly id: string;
  readonly customerId: string;
  readonly currency: string;
  readonly amount: number;
  readonly lines: number;
  /** The one that won it. */
  readonly opportunityId: string | null;
  readonly deliveredAt: number | null;
  readonly settledAt: number | null;
  readonly cancelledAt: number | null;
}

export interface KnownReturn {
  readonly amount: number;
  readonly lines: number;
}

/** Imported orders of a system by `customer number`; the customer is the one that stands for those merged into him. */
export async function knownOrders(em: Em, system: string, numbers: readonly string[]): Promise<Map<string, KnownOrder>> {
  if (numbers.length === 0) return new Map();
  const rows = await rowsOf(em, sql<KnownOrder & { key: string }>`
    select coalesce(c.merged_into, c.id) || ' ' || o.number as key, o.id, o.customer_id as "customerId", o.currency, o.amount::float8 as amount, o.opportunity_id as "opportunityId",
      (select count(*)::int from order_line l where l.customer_id = o.customer_id and l.order_id = o.id) as lines,
      (extract(epoch from o.delivered_at) * 1000)::float8 as "deliveredAt", (extract(epoch from o.settled_at) * 1000)::float8 as "settledAt",
      (extract(epoch from o.cancelled_at) * 1000)::float8 as "cancelledAt"
    from sales_order o join customer c on c.id = o.customer_id
    where o.source = 'IMPORT' and o.system = ${system} and o.number = any(${[...new Set(numbers)]}::text[])`);
  return new Map(rows.map((row) => [row.key, row]));
}

/** What came back already under these references of a system, by `customer reference`. */
export async function knownReturns(em: Em, system: string, customerIds: readonly string[], references: readonly string[]): Promise<Map<string, KnownReturn>> {
  if (references.length === 0) return new Map();
  const ids = [...new Set(customerIds)];
  const rows = await rowsOf(em, sql<KnownReturn & { key: string }>`
    select coalesce(c.merged_into, c.id) || ' ' || r.reference as key, sum(r.amount)::float8 as amount, count(*)::int as lines
    from order_return r join customer c on c.id = r.customer_id
    where (c.id = any(${ids}::uuid[]) or c.merged_into = any(${ids}::uuid[])) and r.system = ${system} and r.reference = any(${[...new Set(references)]}::text[])
    group by 1`);
  return new Map(rows.map((row) => [row.key, row]));
}

export interface Books {
  /** Business lines by name in lower case. */
  readonly lines: ReadonlyMap<string, string>;
  readonly defaultLineId: string;
  /** The rate of a currency on a day, from the company's own table; null when none is known. */
  readonly rateOn: (currency: string, date: string) => string | null;
}

/** What orders are booked by: lines of business, and all rates, which are few. */
export async function readBooks(em: Em): Promise<Books> {
  const lines = await rowsOf(em, sql<{ id: string; name: string; is_default: boolean }>`select id, name, is_default from business_line`);
  const standard = lines.find((line) => line.is_default);
  if (!standard) throw importRefused('NOT_FOUND', 'NO_DEFAULT_LINE');
  const rates = await rowsOf(em, sql<{ currency: string; date: string; rate: string }>`
    select currency, on_date::text as date, trim_scale(rate)::text as rate from exchange_rate order by on_date desc`);
  return {
    lines: new Map(lines.map(({ id, name }) => [name.toLowerCase(), id])),
    defaultLineId: standard.id,
    rateOn: (currency, date) => rates.find((one) => one.currency === currency && one.date <= date)?.rate ?? null,
  };
}
