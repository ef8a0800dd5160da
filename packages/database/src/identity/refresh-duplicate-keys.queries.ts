import { blockingKeys } from '@orbita/domain/duplicates';
import { sql } from 'kysely';
import { type Em, run } from '#connection';
import { type KnownProfile, profilesOf } from './profile.queries.ts';

const atOnce = 50;

/**
 * Keeps by what these customers are found as duplicates, and has those compared of whom it changed. Call it in the
 * transaction that wrote them. Many at once, as imports bring them, are left to the job that compares.
 */
export async function refreshDuplicateKeys(em: Em, customerIds: readonly string[], now: Date): Promise<void> {
  if (customerIds.length === 0) return;
  if (customerIds.length > atOnce) await askToCompare(em, customerIds, now);
  else await writeDuplicateKeys(em, await profilesOf(em, customerIds), now);
}

const askToCompare = (em: Em, customerIds: readonly string[], now: Date): Promise<number> => run(em, sql`
  insert into duplicate_check (customer_id, asked_at)
  select id, ${now.toISOString()}::timestamptz from unnest(${customerIds}::uuid[]) id`);

/** Writes the keys of these customers, in one statement; those of whom they changed wait to be compared. */
export async function writeDuplicateKeys(em: Em, profiles: readonly KnownProfile[], now: Date): Promise<void> {
  const rows = profiles.filter(({ deleted }) => !deleted).flatMap((profile) => blockingKeys(profile).map((key) => ({ id: profile.id, key })));
  await run(em, sql`
    with wanted as materialized (select id, key from json_to_recordset(${JSON.stringify(rows)}::json) as r(id uuid, key integer)),
    gone as (
      delete from duplicate_key d where d.customer_id = any(${profiles.map(({ id }) => id)}::uuid[])
        and not exists (select from wanted w where w.id = d.customer_id and w.key = d.key)
      returning d.customer_id),
    come as (
      insert into duplicate_key (customer_id, key) select id, key from wanted order by id, key on conflict do nothing returning customer_id)
    insert into duplicate_check (customer_id, asked_at)
    select customer_id, ${now.toISOString()}::timestamptz from (select customer_id from gone union select customer_id from come) changed`);
}
