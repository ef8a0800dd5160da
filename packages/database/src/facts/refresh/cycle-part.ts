import { type RawBuilder, sql } from 'kysely';
import { instant, type Moment } from './moment.ts';
import { effective } from './order-part.ts';

/** Open phases from the most to the least advanced: in which the customer is shown, after-sales only when nothing else is open. */
const shownFirst = sql`'{BILLING,DELIVERY,QUOTATION,OPPORTUNITY,QUALIFICATION,TRACTION,AFTER_SALES}'::text[]`;

const open = (phase: string): RawBuilder<unknown> =>
  sql`count(*) filter (where y.phase = ${sql.lit(phase)}) as ${sql.id(`open_in_${phase.toLowerCase()}`)}`;

const reached = sql`v.phase in ('OPPORTUNITY', 'QUOTATION', 'DELIVERY', 'BILLING', 'AFTER_SALES')`;

/** Whom the customer of `m.parts` recommended, as they are known now: `id`, and whose rows are his (`parts`). */
export const recommended: RawBuilder<unknown> = sql`
  select known.id, array(select known.id union all select x.id from customer x where x.merged_into = known.id) as parts
  from (select distinct coalesce(r.merged_into, r.id) as id from customer r where r.referred_by = any(m.parts)) known
  where known.id <> all(m.parts)`;

/**
 * `pass`, `ended`, `asked`, `chance`, `referral`: the customer's cycles, leads and opportunities, and whom he recommended.
 * `next_lead_at`: when the next of his leads waits too long or has rested enough, since he was reviewed.
 */
export const cyclePart = ({ now }: Moment): RawBuilder<unknown> => sql`
  cross join lateral (
    select count(*) as cycles_started, count(*) filter (where y.phase = 'CLOSED') as cycles_closed,
      ${open('TRACTION')}, ${open('QUALIFICATION')}, ${open('OPPORTUNITY')}, ${open('QUOTATION')},
      ${open('DELIVERY')}, ${open('BILLING')}, ${open('AFTER_SALES')},
      (array_agg(y.phase_since order by array_position(${shownFirst}, y.phase), y.phase_since) filter (where y.phase <> 'CLOSED'))[1] as phase_since,
      min(y.window_ends_at) filter (where y.phase = 'AFTER_SALES') as window_ends_at,
      min(y.nurture_until) filter (where y.phase <> 'CLOSED') as nurture_until
    from cycle y where y.customer_id = any(m.parts)
  ) pass
  left join lateral (
    select y.outcome, y.lost_in_phase, y.closed_at from cycle y
    where y.customer_id = any(m.parts) and y.phase = 'CLOSED' order by y.closed_at desc, y.id desc limit 1
  ) ended on true
  cross join lateral (
    select count(*) filter (where l.ended_at is null) as open_leads, max(l.captured_at) as last_lead_at,
      min(l.response_due_at) filter (where l.ended_at is null and l.first_response_at is null) as response_due_at,
      least(
        min(l.response_due_at) filter (where l.ended_at is null and l.first_response_at is null and l.response_due_at > coalesce(old.reviewed_at, ${instant(now)})),
        min(l.nurture_until) filter (where l.ended_at is null and l.status = 'RECYCLED' and l.nurture_until > coalesce(old.reviewed_at, ${instant(now)}))) as next_lead_at
    from lead l where l.customer_id = any(m.parts)
  ) asked
  cross join lateral (
    select coalesce(sum(p.company_amount) filter (where p.status = 'OPEN'), 0)::bigint as open_amount,
      max(p.closed_at) filter (where p.status = 'WON') as last_won_at, max(p.closed_at) filter (where p.status = 'LOST') as last_lost_at,
      (array_agg(p.close_reason order by p.closed_at desc, p.id desc) filter (where p.status = 'LOST'))[1] as last_loss_reason
    from opportunity p where p.customer_id = any(m.parts)
  ) chance
  cross join lateral (
    select count(*) filter (where exists (
        select 1 from cycle_visit v where v.customer_id = any(r.parts) and ${reached})) as referrals_made,
      count(*) filter (where exists (select 1 from sales_order o where o.customer_id = any(r.parts) and ${effective('o')})) as referrals_won
    from (${recommended}) r
  ) referral`;
