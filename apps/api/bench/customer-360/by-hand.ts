interface Lengths { readonly orders: number; readonly timeline: number; readonly whole: boolean }

/** The customer-360 as one statement that answers JSON, as somebody would write it who needs no rights and no schema. */
export const byHand = ({ orders, timeline, whole }: Lengths): string => `
  select json_build_object('id', c.id, 'kind', c.kind, 'name', c.name, 'givenName', c.given_name, 'familyName', c.family_name, 'taxId', c.tax_id,
    'birthDate', c.birth_date, 'language', c.language, 'tags', c.tags, 'source', c.source, 'customerSince', c.customer_since,
    'doNotContact', c.do_not_contact, 'preferredChannel', c.preferred_channel, 'version', c.version, 'updatedAt', c.updated_at,
    'owner', (select json_build_object('id', id, 'name', name) from app_user where id = c.owner_id),
    'team', (select json_build_object('id', id, 'name', name) from team where id = c.team_id),
    'partner', (select json_build_object('id', id, 'name', name) from partner where id = c.partner_id),
    'facts', json_build_object('city', f.city, 'country', f.country, 'ordersCount', f.orders_count, 'firstOrderAt', f.first_order_at,
      'lastOrderAt', f.last_order_at, 'orders12m', f.orders12m, 'ordersPrev12m', f.orders_prev12m, 'revenueTotal', f.revenue_total,
      'revenue12m', f.revenue12m, 'revenuePrev12m', f.revenue_prev12m, 'averageOrder', f.average_order, 'rhythmDays', f.rhythm_days,
      'rhythmBasis', f.rhythm_basis, 'nextOfferAt', f.next_offer_at, 'expectedNextOrderAt', f.expected_next_order_at, 'alarmAt', f.alarm_at,
      'lapsesAt', f.lapses_at, 'lastContactAt', f.last_contact_at, 'openTasks', f.open_tasks, 'nextTaskDueAt', f.next_task_due_at,
      'rfmRecency', f.rfm_recency, 'rfmFrequency', f.rfm_frequency, 'rfmMonetary', f.rfm_monetary, 'rfmSegment', f.rfm_segment, 'valueTier', f.value_tier),
    'contactPoints', (select coalesce(json_agg(json_build_object('id', id, 'kind', kind, 'value', value, 'normalised', normalised, 'label', label,
      'preferred', preferred, 'valid', valid)), '[]') from contact_point where customer_id = c.id),
    'consents', (select coalesce(json_agg(json_build_object('id', id, 'channel', channel, 'state', state, 'givenAt', given_at)), '[]') from consent where customer_id = c.id),
    'addresses', (select coalesce(json_agg(json_build_object('id', id, 'kind', kind, 'street', street, 'city', city, 'postalCode', postal_code,
      'country', country, 'isCurrent', is_current)), '[]') from address where customer_id = c.id),
    'contacts', (select coalesce(json_agg(json_build_object('id', id, 'givenName', given_name, 'familyName', family_name, 'jobTitle', job_title,
      'role', role, 'isPrimary', is_primary)), '[]') from contact where customer_id = c.id and deleted_at is null),
    'orders', (select coalesce(json_agg(${order}), '[]') from (
      select * from sales_order where customer_id = c.id order by placed_at desc, id desc limit ${orders}) o),
    'timeline', (select coalesce(json_agg(json_build_object('id', e.id, 'type', e.type, 'occurredAt', e.occurred_at, 'recordedAt', e.recorded_at,
        'channel', e.channel, 'origin', e.origin, 'payload', e.payload, 'personal', p.values, 'actor', u.name,
        'activity', (select ${activity} from activity a where a.customer_id = e.customer_id and a.id = (e.payload ->> 'activityId')::uuid),
        'order', (select ${order} from sales_order o where o.customer_id = e.customer_id and o.id = (e.payload ->> 'orderId')::uuid))
        order by e.occurred_at desc, e.no desc), '[]')
      from (select * from timeline_event where customer_id = c.id order by occurred_at desc, no desc limit ${timeline}) e
      left join app_user u on u.id = e.actor_id left join event_personal p on p.customer_id = e.customer_id and p.event_no = e.no)
    ${whole ? more : ''})::text as answer
  from customer c join customer_facts f on f.customer_id = c.id where c.id = $1::uuid and not f.hidden`;

const order = `json_build_object('id', o.id, 'number', o.number, 'channel', o.channel, 'placedAt', o.placed_at, 'deliveredAt', o.delivered_at,
  'settledAt', o.settled_at, 'cancelledAt', o.cancelled_at, 'amount', o.amount, 'currency', o.currency, 'effective', o.cancelled_at is null and not o.returned_whole,
  'lines', (select json_agg(json_build_object('id', l.id, 'no', l.no, 'description', l.description, 'quantity', l.quantity::text, 'unitPrice', l.unit_price::text,
    'amount', l.amount, 'product', (select json_build_object('id', id, 'code', code, 'name', name) from product where id = l.product_id)))
    from order_line l where l.customer_id = o.customer_id and l.order_id = o.id))`;

const activity = `json_build_object('id', a.id, 'kind', a.kind, 'direction', a.direction, 'channel', a.channel, 'subject', a.subject, 'body', a.body,
  'occurredAt', a.occurred_at, 'dueAt', a.due_at, 'doneAt', a.done_at, 'version', a.version)`;

/** What the page of the web app shows besides. */
const more = `,
    'ordersCount', (select count(*) from sales_order where customer_id = c.id),
    'tasks', (select coalesce(json_agg(${activity}), '[]') from (
      select * from activity where customer_id = c.id and kind = 'TASK' and deleted_at is null order by occurred_at desc limit 30) a),
    'touchpoints', (select coalesce(json_agg(t), '[]') from (
      select kind, channel, to_char(at at time zone 'Europe/Madrid', 'YYYY-MM') as month, count(*), count(*) filter (where inbound) as inbound from (
        select 'CONTACT' as kind, coalesce(channel, kind) as channel, occurred_at as at, direction = 'INBOUND' as inbound
        from activity where customer_id = c.id and deleted_at is null and kind in ('CALL', 'MEETING', 'EMAIL', 'MESSAGE')
        union all select 'ORDER', channel, placed_at, true from sales_order where customer_id = c.id and cancelled_at is null) met
      group by 1, 2, 3 order by 3) t)`;
