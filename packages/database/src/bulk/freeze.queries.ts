import type { BulkSubject } from '@orbita/domain/bulk';
import type { Viewer } from '@orbita/domain/access';
import { type RawBuilder, sql } from 'kysely';
import { type Em, rowsOf, run } from '#connection';
import type { BulkTargets } from './bulk-acts.ts';
import { actsOf } from './subjects/index.ts';

export interface Moment {
  readonly now: Date;
  readonly zone: string;
}

/** Whom the targets name: `id` and `customer_id` of each; whoever is named by his id is also named when he is not seen. */
function named(subject: BulkSubject, targets: BulkTargets, viewer: Viewer, moment: Moment): RawBuilder<unknown> {
  if ('filter' in targets) return actsOf[subject].named(targets.filter, viewer, moment);
  return sql`select distinct id, null::uuid as customer_id from unnest(${[...targets.ids]}::uuid[]) ids(id)`;
}

/** Writes down whom a change is about, in the order in which customers are held; answers how many there are. */
export async function freezeTargets(em: Em, bulkId: string, subject: BulkSubject, targets: BulkTargets, viewer: Viewer, moment: Moment): Promise<number> {
  return run(em, sql`
    insert into bulk_row (bulk_id, place, target_id)
    select ${bulkId}::uuid, row_number() over (order by named.customer_id, named.id), named.id
    from (${named(subject, targets, viewer, moment)}) named`);
}

export interface Named {
  readonly matching: number;
  /** All of them, or as many as were asked for, picked evenly by their ids. */
  readonly ids: readonly string[];
}

/** How many the targets name, and up to `most` of them. */
export async function namedTargets(em: Em, subject: BulkSubject, targets: BulkTargets, most: number, viewer: Viewer, moment: Moment): Promise<Named> {
  const of = named(subject, targets, viewer, moment);
  const [row] = await rowsOf(em, sql<{ count: string }>`select count(*) as count from (${of}) named`);
  const matching = Number(row?.count ?? 0);
  const order = matching > most ? sql`order by uuid_hash(named.id)` : sql`order by named.customer_id, named.id`;
  const rows = await rowsOf(em, sql<{ id: string }>`select named.id from (${of}) named ${order} limit ${most}`);
  return { matching, ids: rows.map(({ id }) => id) };
}
