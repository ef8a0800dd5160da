import { localDate } from '@orbita/domain/calendar';
import { type Refusal, refuse } from '@orbita/domain/refusal';
import { sql } from 'kysely';
import { type Em, rowsOf, takeTurns } from '#connection';
import { effective } from '#facts';

/** The number of a new order: the one asked for, if nobody has it in this source, or the next of the counter. */
export async function orderNumber(em: Em, source: string, asked: string | null): Promise<string | Refusal> {
  if (asked !== null) {
    return (await isTaken(em, source, asked)) ? refuse('ALREADY_EXISTS', { field: 'number', details: { value: asked } }) : asked;
  }
  for (;;) {
    const [next] = await rowsOf(em, sql<{ value: string }>`
      insert into counter as c (name, value) values ('order', 1)
      on conflict (name) do update set value = c.value + 1 returning value`);
    const number = `P${String(next!.value).padStart(6, '0')}`;
    if (!(await isTaken(em, source, number))) return number;
  }
}

// The tables can be distributed by customer, which forbids a unique index over all: writers take turns instead.
async function isTaken(em: Em, source: string, number: string): Promise<boolean> {
  await takeTurns(em, `order-number:${source}:${number}`);
  const rows = await rowsOf(em, sql`
    select 1 as taken from sales_order where source = ${source} and system is null and number = ${number} limit 1`);
  return rows.length > 0;
}

/**
 * What one unit of a currency is worth in the company's, by the latest rate on or before the day; null when none is
 * known.
 */
export async function rateOn(em: Em, currency: string, at: Date, company: { currency: string; zone: string }): Promise<string | null> {
  if (currency === company.currency) return '1';
  const [row] = await rowsOf(em, sql<{ rate: string }>`
    select rate::text as rate from exchange_rate
    where currency = ${currency} and on_date <= ${localDate(at.getTime(), company.zone)}::date
    order by on_date desc limit 1`);
  return row?.rate ?? null;
}

/** Whether the customer has a contract order of this id that counts: what an order may renew. */
export async function hasContract(em: Em, customerId: string, orderId: string): Promise<boolean> {
  const rows = await rowsOf(em, sql`
    select 1 from sales_order o join customer c on c.id = o.customer_id
    where o.id = ${orderId}::uuid and ${customerId}::uuid in (c.id, c.merged_into) and o.contract_ends_at is not null and ${effective('o')}`);
  return rows.length > 0;
}

/** The line of business asked for, or the company's default one. */
export async function lineOfBusiness(em: Em, id: string | undefined): Promise<string | Refusal> {
  const [row] = await rowsOf(em, id
    ? sql<{ id: string }>`select id from business_line where id = ${id}::uuid`
    : sql<{ id: string }>`select id from business_line where is_default`);
  return row?.id ?? refuse(id ? 'NOT_FOUND' : 'REQUIRED', { field: 'lineId' });
}
