import { type RawBuilder, sql } from 'kysely';
import { rowsOf } from '#connection';
import type { Database } from '#database';
import { refreshCustomers, tick } from '#lifecycle';

/**
 * How leads, opportunities and the cycles of their customers stand, without ids, versions and when it was written: equal
 * for two ways that end alike. What time alone does is done first; facts and stages are those of today.
 */
export async function standing(database: Database): Promise<Record<string, unknown>> {
  const em = database.em.fork();
  const moment = { now: new Date(), zone: 'Europe/Madrid' };
  while ((await tick(em, moment)).customerIds.length > 0);
  const ids = await rowsOf(em, sql<{ id: string }>`select id from customer`);
  await em.transactional((inner) => refreshCustomers(inner as typeof em, ids.map(({ id }) => id), {
    ...moment, actor: { kind: 'SYSTEM', id: null, channel: 'JOB' },
  }));
  const seen: Record<string, unknown> = {};
  for (const [name, part] of Object.entries(parts)) seen[name] = await rowsOf(em, sql`select * from (${part}) t order by t::text`);
  return seen;
}

const parts: Readonly<Record<string, RawBuilder<unknown>>> = {
  customers: sql`select c.kind, c.name, c.source, c.customer_since, u.name as owner from customer c left join app_user u on u.id = c.owner_id`,
  identities: sql`select i.kind, i.value, c.name from customer_identity i join customer c on c.id = i.customer_id where i.kind <> 'EXTERNAL_ID'`,
  contacts: sql`select k.given_name, k.family_name, k.is_primary, c.name from contact k join customer c on c.id = k.customer_id`,
  points: sql`select p.kind, p.normalised, p.contact_id is null as own, c.name from contact_point p join customer c on c.id = p.customer_id`,
  leads: sql`
    select c.name, l.status, l.source, l.channel, g.name as campaign, l.subject, l.message, l.qualification, l.disqualified_reason, l.reason_note, l.nurture_until,
      l.captured_at, l.response_due_at, l.first_response_at, l.ended_at, k.given_name as contact, u.name as owner, l.routed_by ->> 'how' as how,
      y.opened_at as cycle, o.title as opportunity
    from lead l join customer c on c.id = l.customer_id left join campaign g on g.id = l.campaign_id left join contact k on k.id = l.contact_id
    left join app_user u on u.id = l.owner_id left join cycle y on y.id = l.cycle_id left join opportunity o on o.id = l.opportunity_id`,
  opportunities: sql`
    select c.name, o.title, o.title_key, o.stage, o.stage_since, o.status, o.amount, o.company_amount, o.currency, o.rate, o.expected_close_on, o.qualification,
      o.source, o.win_reasons, o.close_reason, o.close_note, o.competitor, o.opened_at, o.closed_at, y.opened_at as cycle, l.subject as lead,
      k.given_name as contact, u.name as owner, s.amount as ordered
    from opportunity o join customer c on c.id = o.customer_id left join cycle y on y.id = o.cycle_id left join lead l on l.id = o.lead_id
    left join contact k on k.id = o.contact_id left join app_user u on u.id = o.owner_id left join sales_order s on s.id = o.order_id`,
  board: sql`select stage, string_agg(title, ' < ' order by rank, id) as cards from opportunity where status = 'OPEN' group by stage`,
  visits: sql`
    select o.title, v.no, v.stage, v.entered_at, v.left_at, v.override_reason
    from opportunity_visit v join opportunity o on o.id = v.opportunity_id and o.customer_id = v.customer_id`,
  cycles: sql`
    select c.name, y.origin, y.phase, y.entry_phase, y.furthest_phase, y.opened_at, y.phase_since, y.window_ends_at, y.nurture_until, y.outcome,
      y.lost_in_phase, y.closed_at, y.close_reason, y.source, u.name as owner, o.title as opportunity, s.amount as ordered,
      (select string_agg(concat_ws(' ', v.no, v.phase, v.entered_at, v.left_at), ', ' order by v.no) from cycle_visit v where v.cycle_id = y.id) as visits
    from cycle y join customer c on c.id = y.customer_id left join app_user u on u.id = y.owner_id left join opportunity o on o.id = y.opportunity_id
    left join sales_order s on s.id = y.order_id`,
  orders: sql`
    select c.name, s.placed_at, s.tracked, s.delivered_at, s.settled_at, s.amount, s.company_amount, o.title as opportunity, l.description
    from sales_order s join customer c on c.id = s.customer_id join order_line l on l.order_id = s.id left join opportunity o on o.id = s.opportunity_id`,
  facts: sql`
    select name, customer_since, open_leads, last_lead_at, response_due_at, nurture_until, cycles_started, cycles_closed, open_in_traction,
      open_in_qualification, open_in_opportunity, open_in_after_sales, last_cycle_outcome, last_lost_in_phase, last_cycle_closed_at, open_opportunities,
      open_amount, last_won_at, last_lost_at, last_loss_reason, orders_count, revenue_total, first_order_at, last_order_at, rhythm_days, alarm_at, lapses_at
    from customer_facts`,
  stages: sql`
    select f.name, s.key as model, s.value ->> 'stage' as stage from customer_facts f cross join lateral jsonb_each(f.stages) s`,
  events: sql`
    select c.name, e.type, e.occurred_at, p.values as personal,
      e.payload - array['leadId', 'opportunityId', 'pipelineId', 'orderId', 'cycleId', 'lineId', 'importId', 'ownerId', 'number', 'amount', 'currency', 'tracked', 'told'] as payload
    from timeline_event e join customer c on c.id = e.customer_id left join event_personal p on p.customer_id = e.customer_id and p.event_no = e.no
    where e.type like 'lead%' and e.type <> 'leadUnanswered' or e.type like 'opportunity%' or e.type like 'cycle%' or e.type = 'orderPlaced'`,
};
