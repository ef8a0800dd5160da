import type { Viewer } from '@orbita/domain/access';
import type { Instant } from '@orbita/domain/calendar';
import { sql } from 'kysely';
import { visible } from '#access';
import { type Em, rowsOf } from '#connection';
import { milliseconds } from '#facts';

/** When the customer placed his last order that counts. */
export async function lastOrderOf(em: Em, customerId: string): Promise<Instant | null> {
  const [row] = await rowsOf(em, sql<{ at: Instant | null }>`
    select ${milliseconds(sql`last_order_at`)} as at from customer_facts where customer_id = ${customerId}::uuid`);
  return row?.at ?? null;
}

/** Who this customer is, who recommended him, and so on, each as whom he was merged into; a ring ends where it closes. */
export async function chainOfReferrers(em: Em, customerId: string): Promise<string[]> {
  const rows = await rowsOf(em, sql<{ id: string }>`
    with recursive chain(id, referred_by) as (
      select root.id, root.referred_by from customer c join customer root on root.id = coalesce(c.merged_into, c.id) where c.id = ${customerId}::uuid
      union select root.id, root.referred_by from chain join customer c on c.id = chain.referred_by
        join customer root on root.id = coalesce(c.merged_into, c.id)
    ) select id from chain`);
  return rows.map(({ id }) => id);
}

/** The customer that is asked for, as whom he was merged into, to one who sees him. */
export async function customerSeen(em: Em, id: string, viewer: Viewer): Promise<string | null> {
  const [seen] = await rowsOf(em, sql<{ id: string }>`
    select root.id from customer c join customer root on root.id = coalesce(c.merged_into, c.id)
    where c.id = ${id}::uuid and root.deleted_at is null and ${visible('root', viewer)}`);
  return seen?.id ?? null;
}

/** How many cycles a customer has, those of whoever was merged into him among them. */
export async function cyclesStartedBy(em: Em, customerId: string): Promise<number> {
  const [row] = await rowsOf(em, sql<{ count: number }>`
    select cycles_started as count from customer_facts where customer_id = ${customerId}::uuid`);
  return row?.count ?? 0;
}
