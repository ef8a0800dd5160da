import type { IdentityKey } from '@orbita/domain/identity';
import { sql } from 'kysely';
import { type Em, rowsOf } from '#connection';

export const keyText = ({ kind, value }: IdentityKey): string => `${kind} ${value}`;

/** Whose these exact keys are, by key: the customer, or the one he was merged into. */
export async function knownCustomers(em: Em, keys: readonly IdentityKey[]): Promise<Map<string, string>> {
  const asked = [...new Map(keys.map((key) => [keyText(key), key])).values()];
  if (asked.length === 0) return new Map();
  const rows = await rowsOf(em, sql<IdentityKey & { id: string }>`
    select i.kind, i.value, coalesce(c.merged_into, c.id) as id
    from unnest(${asked.map(({ kind }) => kind)}::text[], ${asked.map(({ value }) => value)}::text[]) as k(kind, value)
    join customer_identity i on i.kind = k.kind and i.value = k.value
    join customer c on c.id = i.customer_id`);
  return new Map(rows.map((row) => [keyText(row), row.id]));
}
