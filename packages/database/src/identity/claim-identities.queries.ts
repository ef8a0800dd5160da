import type { Viewer } from '@orbita/domain/access';
import type { IdentityKey } from '@orbita/domain/identity';
import { refuse, type Refusal } from '@orbita/domain/refusal';
import { sql } from 'kysely';
import { visible } from '#access';
import { type Em, rowsOf, run } from '#connection';

/**
 * Takes exact keys for a customer; those of somebody merged into him are his. When one is another's, it is refused: with that customer's id and name for one who
 * may see him, and to all others only that it is taken.
 */
export async function claimIdentities(
  em: Em, customerId: string, keys: readonly IdentityKey[], viewer: Viewer,
): Promise<void | Refusal> {
  for (const { kind, value } of keys.toSorted((a, b) => (a.kind + a.value < b.kind + b.value ? -1 : 1))) {
    const [row] = await rowsOf(em, sql<{ customerId: string }>`
      insert into customer_identity as i (kind, value, customer_id) values (${kind}, ${value}, ${customerId}::uuid)
      on conflict (kind, value) do update set customer_id = i.customer_id
      returning coalesce((select c.merged_into from customer c where c.id = i.customer_id), i.customer_id) as "customerId"`);
    if (row!.customerId !== customerId) return taken(em, row!.customerId, kind, value, viewer);
  }
}

/** Takes those of the keys that are nobody's yet. */
export async function claimFreeIdentities(em: Em, customerId: string, keys: readonly IdentityKey[]): Promise<void> {
  if (keys.length === 0) return;
  const sorted = keys.toSorted((a, b) => (a.kind + a.value < b.kind + b.value ? -1 : 1));
  await run(em, sql`
    insert into customer_identity (kind, value, customer_id)
    select kind, value, ${customerId}::uuid from jsonb_to_recordset(${JSON.stringify(sorted)}::jsonb) k(kind text, value text)
    on conflict (kind, value) do nothing`);
}

export async function releaseIdentity(em: Em, customerId: string, { kind, value }: IdentityKey): Promise<void> {
  await run(em, sql`
    delete from customer_identity where kind = ${kind} and value = ${value}
      and customer_id in (select id from customer where id = ${customerId}::uuid or merged_into = ${customerId}::uuid)`);
}

async function taken(em: Em, customerId: string, kind: string, value: string, viewer: Viewer): Promise<Refusal> {
  const [seen] = await rowsOf(em, sql<{ id: string; name: string }>`
    select c.id, c.name from customer asked join customer c on c.id = coalesce(asked.merged_into, asked.id)
    where asked.id = ${customerId}::uuid and ${visible('c', viewer)}`);
  const field = kind === 'TAX_ID' ? 'taxId' : kind === 'EMAIL' ? 'contactPoints' : 'externalIds';
  return refuse('ALREADY_EXISTS', { field, details: { value, ...(seen ? { customerId: seen.id, customerName: seen.name } : {}) } });
}
