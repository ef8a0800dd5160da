import { refuse, type Refusal } from '@orbita/domain/refusal';
import { sql } from 'kysely';
import { type Em, rowsOf } from '#connection';

// Who changed a thing is among the last events, or not worth a search.
const looked = 500;

/** How the events about a thing are known: by what their payload holds, or by their type. */
export type StaleThing = { readonly payload: Readonly<Record<string, string>> } | { readonly types: readonly string[] };

/** The refusal of an old version, with the name of the one who wrote this very thing last, where the events tell. */
export async function refuseStale(em: Em, customerId: string, thing: StaleThing): Promise<Refusal> {
  const about = 'types' in thing
    ? sql`e.type = any(${thing.types}::text[])` : sql`e.payload @> ${JSON.stringify(thing.payload)}::jsonb`;
  const [row] = await rowsOf(em, sql<{ name: string }>`
    select u.name from (
      select no, type, actor_id, payload from timeline_event where customer_id = ${customerId}::uuid order by no desc limit ${looked}) e
    join app_user u on u.id = e.actor_id where ${about} order by e.no desc limit 1`);
  return refuse('STALE_VERSION', { field: 'expectedVersion', ...(row ? { details: { by: row.name } } : {}) });
}
