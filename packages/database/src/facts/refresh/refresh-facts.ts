import { type RawBuilder, sql } from 'kysely';
import { type Em, preparedFor, rowsOf, run } from '#connection';
import { activityPart } from './activity-part.ts';
import { countryOf, customerPart } from './customer-part.ts';
import { cyclePart } from './cycle-part.ts';
import { days, floorOf, instant, type Moment } from './moment.ts';
import { orderPart } from './order-part.ts';
import { clockPart, midnightOf, nextReview } from './review-part.ts';
import { rhythmPart } from './rhythm-part.ts';
import { latestRun, scoredPart } from '../score/scored-part.ts';
import { wanted, whose } from './whose.ts';

/** Everything the statement writes; `possible_duplicates` and `data_quality` belong to the jobs that count them and stay as they are. */
const written = [
  'customer_id', 'hidden', 'owner_id', 'team_id', 'partner_id', 'customer_since',
  'first_order_at', 'last_order_at', 'last_spot_order_at', 'next_offer_at', 'expected_next_order_at', 'alarm_at', 'lapses_at',
  'last_contact_at', 'last_inbound_at', 'last_outbound_at', 'next_task_due_at', 'reviewed_at', 'refreshed_at',
  'revenue_total', 'revenue12m', 'revenue_prev12m', 'revenue_trend_pct', 'average_order', 'margin_total', 'margin12m',
  'orders_count', 'orders12m', 'orders_prev12m', 'products_held', 'categories_held', 'rhythm_days', 'open_tasks',
  'rfm_recency', 'rfm_frequency', 'rfm_monetary', 'has_email', 'has_phone', 'do_not_contact', 'kind', 'name', 'country',
  'city', 'city_key', 'language', 'consent_email', 'consent_phone', 'consent_messaging', 'preferred_channel', 'source',
  'campaign_id', 'last_order_channel', 'rhythm_basis', 'rfm_segment', 'value_tier', 'tags', 'product_ids', 'category_ids',
  'rfm_input_orders', 'rfm_input_amount', 'rfm_input_last_on',
  'cycles_started', 'cycles_closed', 'open_in_traction', 'open_in_qualification', 'open_in_opportunity', 'open_in_quotation',
  'open_in_delivery', 'open_in_billing', 'open_in_after_sales', 'phase_since', 'window_ends_at', 'nurture_until',
  'last_cycle_outcome', 'last_lost_in_phase', 'last_cycle_closed_at', 'open_leads', 'last_lead_at', 'response_due_at',
  'open_opportunities', 'open_amount', 'last_won_at', 'last_lost_at', 'last_loss_reason', 'contract_ends_at', 'notice_ends_at',
  'left_at', 'left_reason', 'referred_by', 'referrals_made', 'referrals_won', 'acquisition_cost', 'custom',
] as const;

/**
 * Recomputes every fact of these customers that their rows and the company's calendar fix, in one statement, whatever
 * happened to them. Call it in the writing transaction. Ids of merged customers refresh their root as well.
 */
export async function refreshFacts(em: Em, customerIds: readonly string[], moment: Moment): Promise<void> {
  if (customerIds.length > 0) await run(em, preparedFor(customerIds, refreshStatement(customerIds, moment)));
}

/** Refreshes everybody, batch by batch in the order of ids; answers how many. */
export async function refreshAllFacts(em: Em, { batch = 5_000, ...moment }: Moment & { batch?: number }): Promise<number> {
  let count = 0;
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const ids = await rowsOf(em, sql<{ id: string }>`select id from customer where id > ${after}::uuid order by id limit ${batch}`);
    const last = ids.at(-1);
    if (!last) return count;
    await em.transactional(async (inner) => {
      // PostgreSQL would spend a second of every batch on machine code for expressions that take less.
      await rowsOf(inner as Em, sql`select set_config('jit', 'off', true)`);
      await refreshFacts(inner as Em, ids.map(({ id }) => id), moment);
    });
    count += ids.length;
    after = last.id;
  }
}

export const refreshStatement = (customerIds: readonly string[], moment: Moment): RawBuilder<unknown> => sql`
  with ${counted(customerIds, moment)}
  insert into customer_facts (${columns(written)}, next_review_at, stale_at)
  select ${columns(written)}, ${reviewOf(moment)}, ${staleAt(moment)} from fresh order by customer_id
  ${instead([...written, 'next_review_at', 'stale_at'])}`;

/**
 * The same for many at once, whose stages are to be judged before the row is kept: it is written once then, and into each
 * of its indexes once. Between `countFactsApart` and `keepFacts` their rows are in `fresh_facts`.
 */
export async function countFactsApart(em: Em, customerIds: readonly string[], moment: Moment): Promise<void> {
  await run(em, sql`create temporary table fresh_facts (like customer_facts including defaults) on commit drop`);
  await run(em, sql`
    with ${counted(customerIds, moment)}
    insert into fresh_facts (${columns(written)}, stages, next_review_at, stale_at)
    select ${columns(written)}, stages, ${reviewOf(moment)}, ${staleAt(moment)} from fresh`);
}

export async function keepFacts(em: Em): Promise<void> {
  const kept = [...written, 'stages', 'next_review_at', 'stale_at'];
  await run(em, sql`
    insert into customer_facts (${columns(kept)}) select ${columns(kept)} from fresh_facts order by customer_id
    ${instead(kept)}`);
  await run(em, sql`drop table fresh_facts`);
}

/** Where facts are: among those of everybody, or counted apart and not kept yet. */
export type FactsTable = 'customer_facts' | 'fresh_facts';

const columns = (names: readonly string[]): RawBuilder<unknown> => sql.join(names.map((name) => sql.ref(name)));

/** Of a row that is there everything is written anew, but up to when it was reviewed. */
const instead = (names: readonly string[]): RawBuilder<unknown> => sql`on conflict (customer_id) do update set ${sql.join(
  names.filter((name) => name !== 'customer_id' && name !== 'reviewed_at').map((name) => sql`${sql.ref(name)} = excluded.${sql.ref(name)}`))}`;

const counted = (customerIds: readonly string[], moment: Moment): RawBuilder<unknown> =>
  sql`${wanted(customerIds)}, ${latestRun}, ${clockPart}, ${fresh(moment)}`;

/** Instants at which a row begins or ceases to count, so that stored facts change. */
const boundaries = [sql`fresh.contract_stops_at`, sql`fresh.next_contact_at`, sql`fresh.window_closes_at`, sql`fresh.consent_ends_at`];

function reviewOf({ zone }: Moment): RawBuilder<unknown> {
  return sql`case when not hidden then ${nextReview('fresh', sql`fresh.reviewed_at`, zone, sql`fresh.window_moves_on`, [...boundaries, sql`fresh.next_lead_at`])} end`;
}

/** When the stored facts cease to be true by time alone: until then what time moves follows from them. */
const staleAt = ({ zone, now }: Moment): RawBuilder<unknown> => sql`
  (select min(at) from (values ${sql.join([...boundaries, midnightOf(sql`fresh.window_moves_on`, zone)].map((at) => sql`(${at})`))}) v(at)
    where at > ${instant(now)} and not hidden)`;

const fresh = (moment: Moment): RawBuilder<unknown> => sql`
  fresh as (
    select c.id as customer_id, (c.deleted_at is not null or c.merged_into is not null or c.erased_at is not null) as hidden,
      c.owner_id, c.team_id, c.partner_id, identity.customer_since, identity.do_not_contact,
      c.kind, c.name_key as name, ${countryOf} as country, place.city, place.city_key, c.language,
      c.preferred_channel, c.source, c.campaign_id, c.tags, c.custom_compared as custom,
      coalesce(reach.has_email, false) as has_email, coalesce(reach.has_phone, false) as has_phone,
      consent_email, consent_phone, consent_messaging, consented.consent_ends_at,
      b.first_at as first_order_at, b.last_at as last_order_at, b.last_spot_at as last_spot_order_at,
      b.last_channel as last_order_channel, clock.*,
      b.orders as orders_count, b.orders12m, b.orders_prev12m,
      coalesce(b.revenue, 0) as revenue_total, coalesce(b.revenue12m, 0) as revenue12m,
      coalesce(b.revenue_prev12m, 0) as revenue_prev12m,
      case when b.revenue_prev12m > 0 then
        ${floorOf(sql`100 * (coalesce(b.revenue12m, 0) - b.revenue_prev12m)`, sql`b.revenue_prev12m`)} end as revenue_trend_pct,
      case when b.orders > 0 then ${floorOf(sql`2 * b.revenue + b.orders`, sql`2 * b.orders`)} end as average_order,
      case when ${costKnown} then b.revenue - b.cost end as margin_total,
      case when ${costKnown} and b.gross12m is null then 0
        when 5 * b.costed12m >= 4 * b.gross12m then b.revenue12m - coalesce(b.cost12m, 0) end as margin12m,
      rhythm.days as rhythm_days, rhythm.basis as rhythm_basis,
      held.products as products_held, held.categories as categories_held,
      coalesce(held.product_ids, '{}') as product_ids, coalesce(held.category_ids, '{}') as category_ids,
      last_contact_at, last_inbound_at, last_outbound_at, open_tasks, next_task_due_at,
      rfm_recency, rfm_frequency, rfm_monetary, rfm_segment, value_tier, rfm_input_orders, rfm_input_amount, rfm_input_last_on,
      pass.*, ended.outcome as last_cycle_outcome, ended.lost_in_phase as last_lost_in_phase, ended.closed_at as last_cycle_closed_at,
      asked.*, pass.open_in_opportunity + pass.open_in_quotation as open_opportunities, chance.*,
      b.contracts_end as contract_ends_at,
      case when b.others_end is null or b.others_end <= b.notice_ends then b.notice_ends end as notice_ends_at,
      case when ${stillLeft} then identity.left_at end as left_at, case when ${stillLeft} then identity.left_reason end as left_reason,
      identity.referred_by, referral.*, identity.acquisition_cost,
      coalesce(old.reviewed_at, ${instant(moment.now)}) as reviewed_at, ${instant(moment.now)} as refreshed_at, coalesce(old.stages, '{}') as stages,
      b.window_moves_on, b.contract_stops_at, touch.next_contact_at,
      pass.window_ends_at + ${days(sql`(select window_lag_days from company limit 1)`)} as window_closes_at
    from wanted w
    cross join lateral (select * from customer his where his.id = w.id offset 0) c
    left join lateral (select k.reviewed_at, k.stages from customer_facts k where k.customer_id = w.id offset 0) old on true
    ${whose} ${customerPart(moment)} ${orderPart(moment)} ${rhythmPart(moment)} ${activityPart(moment)} ${cyclePart(moment)}
    left join run on true
    cross join lateral (${scoredPart(sql`b.scored_orders`, sql`b.scored_amount`, sql`b.scored_margin`, sql`b.scored_last_on`)}) scored
  )`;

/** He said that he leaves and has not ordered since. */
const stillLeft = sql`(b.last_at is null or b.last_at <= identity.left_at)`;

/** Cost is known for 80 % of the revenue or more. */
const costKnown = sql`b.cost is not null and 5 * b.costed >= 4 * b.gross`;
