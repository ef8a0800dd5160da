import type { Role } from '@orbita/domain/access';
import { normaliseText } from '@orbita/domain/facts';
import { sql } from 'kysely';
import { type Em, rowsOf } from '#connection';
import type { OwnedCustomer } from '#requests';

export interface Staff {
  readonly id: string;
  readonly teamId: string | null;
  readonly role: Role;
  readonly active: boolean;
}

/** Those who work here, by e-mail and, where only one is called so, by name; who left is among them. */
export async function staffByName(em: Em): Promise<Map<string, Staff>> {
  const rows = await rowsOf(em, sql<Staff & { email: string; name: string }>`
    select id, email, name, team_id as "teamId", role, active from app_user where partner_id is null`);
  const called = Map.groupBy(rows, ({ name }) => normaliseText(name));
  const alone = [...called].flatMap(([name, some]) => (some.length === 1 ? [[name, some[0]!] as const] : []));
  return new Map([...alone, ...rows.map((one) => [normaliseText(one.email), one] as const)]);
}

/** Whose these customers are. */
export async function ownersOf(em: Em, ids: readonly string[]): Promise<Map<string, OwnedCustomer>> {
  const rows = await rowsOf(em, sql<OwnedCustomer>`
    select id, owner_id as "ownerId", team_id as "teamId", partner_id as "partnerId" from customer where id = any(${[...new Set(ids)]}::uuid[])`);
  return new Map(rows.map((row) => [row.id, row]));
}

/** Which of these customers were deleted here. */
export async function deletedAmong(em: Em, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await rowsOf(em, sql<{ id: string }>`select id from customer where id = any(${[...new Set(ids)]}::uuid[]) and (deleted_at is not null or erased_at is not null)`);
  return new Set(rows.map(({ id }) => id));
}

/** People who act for customers, by `customer name`. */
export async function contactsOf(em: Em, customerIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await rowsOf(em, sql<{ id: string; key: string }>`
    select id, customer_id || ' ' || name_key as key from contact where customer_id = any(${[...new Set(customerIds)]}::uuid[]) and deleted_at is null
    order by created_at desc, id desc`);
  return new Map(rows.map(({ id, key }) => [key, id]));
}

/** Customers whom nobody looked after become theirs who answer for what happened. */
export async function handOver(em: Em, handed: readonly OwnedCustomer[], now: Date): Promise<void> {
  if (handed.length === 0) return;
  const rows = handed.map(({ id, ownerId, teamId }) => ({ id, owner_id: ownerId, team_id: teamId }));
  await rowsOf(em, sql`
    update customer c set owner_id = r.owner_id, team_id = r.team_id, version = c.version + 1, updated_at = ${now.toISOString()}::timestamptz
    from json_to_recordset(${JSON.stringify(rows)}::json) as r(id uuid, owner_id uuid, team_id uuid) where c.id = r.id`);
}
