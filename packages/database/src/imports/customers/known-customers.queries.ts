import { normaliseText } from '@orbita/domain/facts';
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

/** Under which a name is found: `name_key`. */
export const nameKeyOf = normaliseText;

/** Organisations whom nobody else is called like, by the key of their name. */
export async function onlyOrganisationsCalled(em: Em, names: readonly string[]): Promise<Map<string, string>> {
  const keys = [...new Set(names.map(nameKeyOf))];
  if (keys.length === 0) return new Map();
  const rows = await rowsOf(em, sql<{ key: string; id: string }>`
    select name_key as key, (array_agg(id))[1] as id from customer
    where name_key = any(${keys}::text[]) and kind = 'ORGANISATION' and deleted_at is null and merged_into is null group by name_key having count(*) = 1`);
  return new Map(rows.map(({ key, id }) => [key, id]));
}
