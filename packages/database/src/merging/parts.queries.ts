import type { Merge } from '@orbita/domain/merging';
import { type RawBuilder, sql } from 'kysely';
import { type Em, newId, rowsOf, run } from '#connection';

type Lost = Pick<Merge, 'endedAddresses' | 'unpreferred' | 'unprimary'>;

const at = (instant: Date) => sql`${instant.toISOString()}::timestamptz`;

/** Of what one of a kind counts, the ones that lost: they stay, as the past or as one of several. */
export async function giveWay(em: Em, { endedAddresses, unpreferred, unprimary }: Lost, now: Date): Promise<void> {
  if (endedAddresses.length > 0) await run(em, sql`update address set is_current = false, valid_until = ${at(now)} where id = any(${endedAddresses}::uuid[])`);
  if (unpreferred.length > 0) await run(em, sql`update contact_point set preferred = false where id = any(${unpreferred}::uuid[])`);
  if (unprimary.length > 0) await run(em, sql`update contact set is_primary = false, version = version + 1, updated_at = ${at(now)} where id = any(${unprimary}::uuid[])`);
}

/** Whose row another competes with: all who are one with its holder. */
const rivals = (customerId: string): RawBuilder<unknown> => sql`
  select part.id from customer holder join customer part on coalesce(part.merged_into, part.id) = coalesce(holder.merged_into, holder.id) where holder.id = ${sql.ref(customerId)}`;

/** They count again, unless another of those who are one by now took the place since; called when those taken apart are. */
export async function takePlaceAgain(em: Em, { endedAddresses, unpreferred, unprimary }: Lost, mergedAt: Date, now: Date): Promise<void> {
  if (endedAddresses.length > 0) {
    await run(em, sql`
      update address a set is_current = true, valid_until = null where a.id = any(${endedAddresses}::uuid[]) and not a.is_current
        and a.valid_until = ${at(mergedAt)}
        and not exists (select from address x where x.customer_id in (${rivals('a.customer_id')}) and x.kind = a.kind and x.is_current)`);
  }
  if (unpreferred.length > 0) {
    await run(em, sql`
      update contact_point p set preferred = true where p.id = any(${unpreferred}::uuid[])
        and not exists (select from contact_point x where x.customer_id in (${rivals('p.customer_id')}) and x.kind = p.kind and x.preferred)`);
  }
  if (unprimary.length > 0) {
    await run(em, sql`
      update contact k set is_primary = true, version = version + 1, updated_at = ${at(now)} where k.id = any(${unprimary}::uuid[])
        and not exists (select from contact x where x.customer_id in (${rivals('k.customer_id')}) and x.is_primary and x.deleted_at is null)`);
  }
}

/** Writes down the no that stands for both from now on, and answers its rows. */
export async function deny(em: Em, customerId: string, denials: Merge['denials'], by: string | null, now: Date): Promise<string[]> {
  if (denials.length === 0) return [];
  const rows = denials.map(({ channel, purpose }) => ({ id: newId(), channel, purpose }));
  await run(em, sql`
    insert into consent (id, customer_id, channel, state, purpose, source, given_at, recorded_by)
    select r.id, ${customerId}::uuid, r.channel, 'DENIED', r.purpose, 'MERGE', ${at(now)}, ${by}::uuid
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) r(id uuid, channel text, purpose text)`);
  return rows.map(({ id }) => id);
}

export const takeDenialsBack = (em: Em, ids: readonly string[]): Promise<number> =>
  run(em, sql`delete from consent where id = any(${ids}::uuid[]) and source = 'MERGE'`);

/** Those who were merged into a customer follow him into another: `merged_into` always names the root. Answers who they were. */
export async function follow(em: Em, from: string, into: string): Promise<string[]> {
  const rows = await rowsOf(em, sql<{ id: string }>`update customer set merged_into = ${into}::uuid where merged_into = ${from}::uuid returning id`);
  return rows.map(({ id }) => id);
}

export const followBack = (em: Em, ids: readonly string[], to: string): Promise<number> =>
  run(em, sql`update customer set merged_into = ${to}::uuid where id = any(${ids}::uuid[])`);

/** Whose facts change with these customers': who recommended one of them, and whom they recommended. */
export async function aroundCustomers(em: Em, ids: readonly string[]): Promise<string[]> {
  const rows = await rowsOf(em, sql<{ id: string }>`
    with part as (select c.id, c.referred_by from customer c where c.id = any(${ids}::uuid[]) or c.merged_into = any(${ids}::uuid[]))
    select coalesce(c.merged_into, c.id) as id from part join customer c on c.id = part.referred_by
    union select coalesce(c.merged_into, c.id) from part join customer c on c.referred_by = part.id`);
  return rows.map(({ id }) => id);
}
