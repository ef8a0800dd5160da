import type { Viewer } from '@orbita/domain/access';
import { type Refusal, refuse } from '@orbita/domain/refusal';
import { sql } from 'kysely';
import { visible } from '#access';
import { type Em, rowsOf } from '#connection';
import { knownCustomers } from './known-customers.queries.ts';
import { saveQuality } from './save-quality.queries.ts';

/** Judges one customer at once, for whoever mends him and waits to see it; the job would within the minute. */
export async function checkNow(em: Em, customerId: string, viewer: Viewer, now: Date): Promise<string | Refusal> {
  const [seen] = await rowsOf(em, sql<{ id: string }>`
    select c.id from customer asked join customer c on c.id = coalesce(asked.merged_into, asked.id)
    where asked.id = ${customerId}::uuid and c.deleted_at is null and ${visible('c', viewer, 'customer', 'update')}`);
  if (!seen) return refuse('NOT_FOUND', { field: 'customerId' });
  await saveQuality(em, await knownCustomers(em, [seen.id]), now);
  return seen.id;
}
