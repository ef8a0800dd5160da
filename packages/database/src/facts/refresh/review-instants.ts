import { sql } from 'kysely';
import { type Em, run } from '#connection';
import { instant } from './moment.ts';
import { clockPart, segmentFlips } from './review-part.ts';

/**
 * Brings every customer's next review forward to when a predicate of a segment may flip; answers for how many. Call it
 * when a segment or a model is made or its rule changes: from then on each refresh counts its predicates by itself.
 */
export const reviewInstants = (
  em: Em, { now, of }: { readonly now: Date; readonly of?: readonly string[] | undefined },
): Promise<number> => run(em, sql`
  with ${clockPart}, sooner as (
    select f.customer_id, min(flip.at) as at
    from customer_facts f cross join lateral (${segmentFlips('f')}) flip(at)
    where not f.hidden ${of ? sql`and f.customer_id = any(${of}::uuid[])` : sql``} and flip.at > ${instant(now)}
    group by 1
  )
  update customer_facts f set next_review_at = sooner.at
  from sooner where sooner.customer_id = f.customer_id and (f.next_review_at is null or f.next_review_at > sooner.at)`);
