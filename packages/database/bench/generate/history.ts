import { pick } from './randomness.ts';
import { vocabulary as words } from './vocabulary.ts';

const products = 2000;
/** Events of each of the three customers with the longest timelines: enough for a page 1,000. */
export const longTimeline = 45_000;

/** Between becoming a customer and now; most stop buying at some time. */
const within = (m: string, seed: number, now: string) =>
  `since + bench.u(${m}, ${seed}) * power(bench.u(n, ${seed + 1}), 0.4) * ('${now}'::timestamptz - since)`;

/** Of these orders, so many in a thousand were an opportunity before. */
export const orders = (now: string, won: number): readonly string[] => [
  `insert into product_category (id, name, name_key)
    select bench.id('${now}', n, 50), 'Category ' || n, 'category ' || n from generate_series(1, 50) n`,
  `insert into product (id, code, name, name_key, category_id, currency, list_price, updated_at)
    select bench.id('${now}', n, 51), 'A' || n, 'Article ' || n, 'article ' || n, bench.id('${now}', 1 + n % 50, 50), 'EUR', 1000 + n, '${now}'
    from generate_series(1, ${products}) n`,
  `create unlogged table bench.sold as
    select *, bench.id(placed_at, m, 52) as id, (500 - 6000 * ln(bench.u(m, 53)))::bigint as amount,
      case when bench.h(m, 86) % 1000 < ${won} then bench.id(placed_at, m, 87) end as opportunity_id
    from (select w.id as customer_id, n, n * 100 + k as m, ${within('n * 100 + k', 54, now)} as placed_at
      from bench.who w, generate_series(1, bench.some(n, 56)) k) drawn`,
  `insert into sales_order (id, customer_id, number, source, line_id, channel, placed_at, tracked, delivered_at, settled_at, currency,
      amount, company_amount, opportunity_id, created_at, updated_at)
    select id, customer_id, 'P' || m, 'SHOP', bench.id('${now}', 1, 2), ${pick(words.orderChannel, 'm', 57)}, placed_at, true,
      placed_at + interval '3 days', placed_at + interval '20 days', 'EUR', amount, amount, opportunity_id, placed_at, placed_at
    from bench.sold order by placed_at`,
  `insert into order_line (id, customer_id, order_id, no, product_id, description, quantity, unit_price, amount, company_amount)
    select bench.id(placed_at, m, 58), customer_id, id, 1, bench.id('${now}', 1 + bench.h(m, 59) % ${products}, 51),
      'Article', 1, amount / 100.0, amount, amount
    from bench.sold where m % 3 = 0 order by placed_at`,
];

export const activities = (now: string): readonly string[] => [
  `create unlogged table bench.done as
    select *, bench.id(occurred_at, m, 60) as id, (array['CALL','MEETING','EMAIL','NOTE','TASK','MESSAGE'])[1 + bench.h(m, 61) % 6] as kind
    from (select w.id as customer_id, n, user_n, n * 100 + k as m, ${within('n * 100 + k', 62, now)} as occurred_at
      from bench.who w, generate_series(1, bench.some(n, 64)) k) drawn`,
  `insert into activity (id, customer_id, kind, direction, channel, subject, occurred_at, due_at, done_at, assignee_id, author_id, created_at, updated_at)
    select id, customer_id, kind, case when kind in ('CALL','EMAIL','MESSAGE') then (array['INBOUND','OUTBOUND'])[1 + m % 2] end,
      case kind when 'CALL' then 'PHONE' when 'EMAIL' then 'EMAIL' when 'MESSAGE' then 'MESSAGING' end, 'About his order',
      occurred_at, case when kind = 'TASK' then occurred_at + interval '7 days' end,
      case when kind = 'TASK' and m % 20 > 0 then occurred_at + interval '5 days' end,
      case when kind = 'TASK' then bench.id('${now}', user_n, 5) end, bench.id('${now}', user_n, 5), occurred_at, occurred_at
    from bench.done order by occurred_at`,
];

/** Ten events a customer on average, in the order in which they were written; numbered without gaps as they are in life. */
export const timeline = (now: string): readonly string[] => [
  `create unlogged table bench.happened as
    select customer_id, n, at, type, payload, row_number() over (partition by customer_id order by at, type = 'customerCreated' desc, n) as no
    from (
      select id as customer_id, n, since as at, 'customerCreated' as type, '{"source": "WEB"}'::text as payload from bench.who
      union all select customer_id, m, placed_at, 'orderPlaced', '{"orderId": "' || id || '"}' from bench.sold
      union all select customer_id, m, occurred_at, case kind when 'TASK' then 'taskCreated' else 'activityLogged' end,
        '{"activityId": "' || id || '", "kind": "' || kind || '"}' from bench.done
      union all select id, n * 100 + k, ${within('n * 100 + k', 65, now)}, 'customerUpdated',
        '{"changed": ["tags"], "values": {"tags": {"before": [], "after": ["vip"]}}}' from bench.who, generate_series(1, bench.some(n, 67)) k
      union all select id, n * 100 + 99 + k, since + (k / ${longTimeline}.0) * ('${now}'::timestamptz - since), 'customerUpdated',
        '{"changed": ["tags"], "values": {"tags": {"before": [], "after": ["vip"]}}}' from bench.who, generate_series(1, ${longTimeline}) k where n <= 3
    ) everything`,
  `insert into timeline_event (customer_id, no, id, type, occurred_at, recorded_at, actor_id, actor_kind, channel, origin, payload)
    select customer_id, no, bench.id(at, n, 68), type, at, at, bench.id('${now}', 1 + n % 40, 5), 'USER', 'WEB', 'live', payload::jsonb
    from bench.happened order by at`,
  `insert into timeline_counter (customer_id, last_no) select customer_id, max(no) from bench.happened group by 1 order by 1`,
  `insert into event_personal (customer_id, event_no, values)
    select customer_id, no, jsonb_build_object('name', c.name) from bench.happened join customer c on c.id = customer_id
    where type = 'customerCreated' order by customer_id`,
];
