import { refuse, type Refusal } from '@orbita/domain/refusal';
import { sql } from 'kysely';
import { type Em, rowsOf } from '#connection';
import type { Writing } from '#requests';

// Who changed a thing of the company is among its last events, or not worth a search.
const looked = 200;

/** Says who changed a thing of the company meanwhile, where the last events tell: the refusal of an old version. */
export async function refuseStale(em: Em, id: string, { company }: Writing): Promise<Refusal> {
  const [row] = await rowsOf(em, sql<{ name: string }>`
    select u.name from (
      select no, occurred_at, actor_id, payload from timeline_event where customer_id = ${company.id}::uuid
      order by occurred_at desc, no desc limit ${looked}) e
    join app_user u on u.id = e.actor_id
    where e.payload->>'id' = ${id} order by e.occurred_at desc, e.no desc limit 1`);
  return refuse('STALE_VERSION', { field: 'expectedVersion', ...(row ? { details: { by: row.name } } : {}) });
}
