import type { Merge } from '@orbita/domain/merging';
import { sql } from 'kysely';
import { type Em, rowsOf } from '#connection';
import type { MergeAt } from './kept.queries.ts';

// What was recorded since has a later id; it may have been said, and happened, before.
const since = ({ id }: MergeAt) => sql`${id}::uuid`;

/** What the two denied while they were one, as far as this one, who is himself again, does not say so on his own. */
export function deniedSince(em: Em, merge: MergeAt, customerId: string): Promise<Merge['denials']> {
  const pair = sql`(${merge.survivorId}::uuid, ${merge.mergedId}::uuid)`;
  return rowsOf(em, sql<Merge['denials'][number]>`
    with said as (
      select s.id, s.channel, s.purpose, s.state, s.given_at, coalesce(c.merged_into, c.id) as holder
      from customer c join consent s on s.customer_id = c.id where c.id in ${pair} or c.merged_into in ${pair}
    ), latest as (
      select distinct on (channel, purpose) * from said order by channel, purpose, given_at desc, id desc
    ), own as (
      select distinct on (channel, purpose) * from said where holder = ${customerId}::uuid order by channel, purpose, given_at desc, id desc
    )
    select l.channel, l.purpose from latest l left join own o using (channel, purpose)
    where l.state = 'DENIED' and l.id > ${since(merge)} and o.state is distinct from 'DENIED' order by 1, 2`);
}

/** Whether the last that was entered of the one, since the two were merged, is that he is not to be contacted. */
export async function isOptedOutSince(em: Em, merge: MergeAt): Promise<boolean> {
  const said = sql`e.payload -> 'values' -> 'doNotContact' ->> 'after'`;
  const [last] = await rowsOf(em, sql<{ optedOut: boolean }>`
    select (${said})::boolean as "optedOut" from timeline_event e
    where e.customer_id = ${merge.survivorId}::uuid and e.id > ${since(merge)} and e.type = 'customerUpdated' and ${said} is not null
    order by e.no desc limit 1`);
  return last?.optedOut ?? false;
}
