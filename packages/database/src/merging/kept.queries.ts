import type { Overwritten } from '@orbita/domain/merging';
import { sql } from 'kysely';
import { type Em, rowsOf, run } from '#connection';
import type { IdentityKey } from '@orbita/domain/identity';
import type { KeptStanding } from '#lifecycle';
import type { MovedMemberships } from '#segments';

/** What a merge remembers, so that it can be undone. */
export interface Kept {
  readonly survivor: Overwritten;
  readonly other: Overwritten;
  /** Who had been merged into the other before. */
  readonly parts: readonly string[];
  /** By which the other was recognised for certain. */
  readonly keys: readonly IdentityKey[];
  readonly endedAddresses: readonly string[];
  readonly unpreferred: readonly string[];
  readonly unprimary: readonly string[];
  readonly denials: readonly string[];
  readonly lists: MovedMemberships;
  /** Where the survivor stood. */
  readonly standing: KeptStanding;
}

export interface MergeAt {
  readonly id: string;
  readonly survivorId: string;
  readonly mergedId: string;
  readonly mergedAt: Date;
}

export async function keep(em: Em, { id, survivorId, mergedId, mergedAt }: MergeAt, by: string | null, kept: Kept): Promise<void> {
  await run(em, sql`
    insert into customer_merge (id, customer_id, merged_id, merged_at, merged_by, kept)
    values (${id}::uuid, ${survivorId}::uuid, ${mergedId}::uuid, ${mergedAt.toISOString()}::timestamptz, ${by}::uuid, ${JSON.stringify(kept)}::jsonb)`);
}

/** The merge that made one part of another, and the first of those after it that rest on it. */
export interface StandingMerge extends MergeAt {
  readonly kept: Kept;
  /** Who was merged later with one of the two: that is undone first. */
  readonly later: string | null;
}

export async function standingMerge(em: Em, mergedId: string): Promise<StandingMerge | null> {
  const [row] = await rowsOf(em, sql<Omit<StandingMerge, 'mergedAt'> & { mergedAt: string }>`
    select m.id, m.customer_id as "survivorId", m.merged_id as "mergedId", m.merged_at as "mergedAt", m.kept, (
      select c.name from customer_merge x join customer c on c.id = x.merged_id
      where x.undone_at is null and x.id > m.id and m.customer_id in (x.customer_id, x.merged_id) order by x.id desc limit 1) as later
    from customer_merge m where m.merged_id = ${mergedId}::uuid and m.undone_at is null order by m.id desc limit 1`);
  return row ? { ...row, mergedAt: new Date(row.mergedAt) } : null;
}

/** What was remembered is forgotten: it holds values of a person, and everything is as it was. */
export const forget = (em: Em, id: string, by: string | null, now: Date): Promise<number> => run(em, sql`
  update customer_merge set undone_at = ${now.toISOString()}::timestamptz, undone_by = ${by}::uuid, kept = '{}' where id = ${id}::uuid`);

export const keysOf = (em: Em, parts: readonly string[]): Promise<IdentityKey[]> => rowsOf(em, sql<IdentityKey>`
  select kind, value from customer_identity where customer_id = any(${parts}::uuid[]) order by kind, value`);

/**
 * Gives back the keys that were let go while the two were one and by which the other would still be recognised; answers
 * the first that is somebody else's by now.
 */
export async function claimBack(em: Em, parts: readonly string[], pair: readonly string[], keys: readonly IdentityKey[]): Promise<string | null> {
  const said = sql`
    select k.kind, k.value, s.customer_id from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) k(kind text, value text)
    join (
      select 'TAX_ID' as kind, c.tax_country || ':' || c.tax_id as value, c.id as customer_id from customer c where c.id = any(${parts}::uuid[]) and c.tax_id is not null
      union select 'EMAIL', p.normalised, p.customer_id from contact_point p where p.customer_id = any(${parts}::uuid[]) and p.kind = 'EMAIL' and p.contact_id is null
    ) s using (kind, value)`;
  const [taken] = await rowsOf(em, sql<{ value: string }>`
    select i.value from (${said}) said join customer_identity i using (kind, value)
    where i.customer_id <> all(${pair}::uuid[]) order by i.value limit 1`);
  if (taken) return taken.value;
  await run(em, sql`
    insert into customer_identity (kind, value, customer_id) select distinct on (kind, value) kind, value, customer_id from (${said}) said
    order by kind, value, customer_id on conflict (kind, value) do nothing`);
  return null;
}
