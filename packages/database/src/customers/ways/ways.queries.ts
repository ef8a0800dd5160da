import type { Instant } from '@orbita/domain/calendar';
import { sql } from 'kysely';
import { type Em, rowsOf } from '#connection';
import { milliseconds } from '#facts';

/** When the customer placed his last order that counts. */
export async function lastOrderOf(em: Em, customerId: string): Promise<Instant | null> {
  const [row] = await rowsOf(em, sql<{ at: Instant | null }>`
    select ${milliseconds(sql`last_order_at`)} as at from customer_facts where customer_id = ${customerId}::uuid`);
  return row?.at ?? null;
}

/** Who this customer is, who recommended him, and so on; a ring ends where it closes. */
export async function chainOfReferrers(em: Em, customerId: string): Promise<string[]> {
  const rows = await rowsOf(em, sql<{ id: string }>`
    with recursive chain(id, referred_by) as (
      select id, referred_by from customer where id = ${customerId}::uuid
      union select c.id, c.referred_by from customer c join chain on c.id = chain.referred_by
    ) select id from chain`);
  return rows.map(({ id }) => id);
}

/** How many cycles a customer has, those of whoever was merged into him among them. */
export async function cyclesStartedBy(em: Em, customerId: string): Promise<number> {
  const [row] = await rowsOf(em, sql<{ count: number }>`
    select cycles_started as count from customer_facts where customer_id = ${customerId}::uuid`);
  return row?.count ?? 0;
}
