import { may, type Viewer } from '@orbita/domain/access';
import { mostAtOnce } from '@orbita/domain/merging';
import { sql } from 'kysely';
import { visible } from '#access';
import { type Em, rowsOf } from '#connection';
import { openPartners } from './open-partners.queries.ts';

/** Who may be one with the two of a pair, though not each with each: whoever hangs together with them through other open pairs. */
export interface HangingTogether {
  /** The pair's. */
  readonly id: string;
  /** Customers, the nearest first; as many as can be made one at once with the two. */
  readonly others: readonly string[];
}

/**
 * Of these pairs, as far as the viewer may decide about them. The search of each ends with as many as it may answer,
 * however many thousands hang together: each next one is looked up by its key, lest a plan read everybody for every step.
 */
export function hangingTogether(em: Em, ids: readonly string[], viewer: Viewer): Promise<HangingTogether[]> {
  return rowsOf(em, sql<HangingTogether>`
    select x.id, coalesce((
      select json_agg(found.id) from (
        with recursive together(id) as (
          select pair.id from (values (x.customer_id), (x.other_id)) pair(id)
          union
          select c.id from together t
          cross join lateral (${openPartners(sql.ref('t.id'))}) y
          cross join lateral (
            select c.id from customer c where c.id = y.id and c.merged_into is null and c.deleted_at is null and ${visible('c', viewer, 'customer', 'update')} limit 1) c)
        select id from together limit ${sql.lit(mostAtOnce)}) found
      where found.id not in (x.customer_id, x.other_id)), '[]') as others
    from duplicate_pair x join customer a on a.id = x.customer_id join customer b on b.id = x.other_id
    where x.id = any(${ids}::uuid[]) and x.state = 'OPEN' and a.merged_into is null and b.merged_into is null and ${sql.lit(may(viewer, 'customer', 'update'))}
      and ${visible('a', viewer, 'customer', 'update')} and ${visible('b', viewer, 'customer', 'update')}`);
}
