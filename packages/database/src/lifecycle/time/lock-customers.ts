import { type RawBuilder, sql } from 'kysely';
import { among, ChangedMeanwhile, type Em, preparedFor, rowsOf } from '#connection';
import { instant, reviewInstants } from '#facts';
import { outOfStep } from '../models.queries.ts';
import { leaveModels } from '../stages/leave-models.queries.ts';
import { reviewStages } from '../stages/review-stages.ts';
import { passTime } from './pass-time.ts';
import { theClock } from './the-clock.ts';

/**
 * Locks customers for a decision, in the order of their ids, so that two decisions never wait for each other in a ring;
 * of one who was merged, the one he is now: whoever holds him holds the rows of both.
 * What became true of them by time alone up to now is told first: what is written next may move the instants, and the
 * clock that comes later would not find them. So is what an edit of a model moves, lest it pass for what is written
 * next. Whoever recommended one that has not bought yet is locked with him: what is written next may be the customer's
 * first opportunity or order, of which he hears. Answers whom it locked.
 */
export async function lockCustomers(em: Em, customerIds: readonly string[], now: Date): Promise<ReadonlySet<string>> {
  const ids = [...new Set(customerIds)].sort();
  const locked = await rowsOf(em, preparedFor(ids, sql<{ id: string; hidden: boolean; due: boolean; behind: boolean }>`
    select customer_id as id, hidden, (not hidden and next_review_at <= ${instant(now)}) is true as due, ${outOfStep('f')} as behind
    from customer_facts f where customer_id = any(array(${withReferrers(ids)})) order by customer_id for update`));
  await refuseMergedMeanwhile(em, locked.filter(({ hidden }) => hidden).map(({ id }) => id));
  const due = locked.filter((one) => one.due).map(({ id }) => id);
  if (due.length > 0) {
    const [company] = await rowsOf(em, sql<{ zone: string }>`select zone from company limit 1`);
    await passTime(em, due, { now, zone: company?.zone ?? 'UTC' });
  }
  const behind = locked.filter((one) => one.behind).map(({ id }) => id);
  if (behind.length > 0) {
    await leaveModels(em, behind, now);
    await reviewStages(em, behind, { now, actor: theClock });
    await reviewInstants(em, { now, of: behind });
  }
  return new Set(locked.map(({ id }) => id));
}

/** One who was merged while we waited for him is no longer whom to hold: whoever holds the one waits for others in another order. */
async function refuseMergedMeanwhile(em: Em, hidden: readonly string[]): Promise<void> {
  if (hidden.length === 0) return;
  const merged = await rowsOf(em, sql`select id from customer where id = any(${hidden}::uuid[]) and merged_into is not null limit 1`);
  if (merged.length > 0) throw new ChangedMeanwhile('A customer was merged while he was waited for.');
}

const withReferrers = (ids: readonly string[]): RawBuilder<unknown> => sql`
  select coalesce(c.merged_into, c.id) from customer c where c.id = ${among(ids)}
  union select coalesce(r.merged_into, r.id)
    from customer asked join customer c on c.id = coalesce(asked.merged_into, asked.id)
    join customer_facts f on f.customer_id = c.id and f.orders_count = 0 join customer r on r.id = c.referred_by
    where asked.id = ${among(ids)}`;
