import { normaliseText } from '@orbita/domain/facts';
import { pick, quoted } from './randomness.ts';
import { vocabulary as words } from './vocabulary.ts';

/** Open cards of the two boards that are measured; what is left of all opportunities stands or stood in a third pipeline. */
const boards = [10_000, 100_000] as const;
const stages = ['contacted', 'understood', 'visited', 'designed', 'proposed', 'negotiated', 'agreed', 'signing'];
const asked = { fact: 'opportunity.amount', is: 'isSet' };
const dated = { fact: 'opportunity.expectedCloseAt', is: 'isSet' };
const reachable = { or: [{ fact: 'hasEmail', is: 'eq', value: true }, { fact: 'hasPhone', is: 'eq', value: true }, { fact: 'country', is: 'isSet' }] };

/** Eight stages, each with a gate: the later, the more it asks for. */
const pipeline = JSON.stringify(stages.map((key, at) => ({
  key, name: { en: key, es: key }, probability: 10 * (at + 1), staleAfterDays: 14,
  gate: at < 2 ? asked : at < 5 ? { and: [asked, dated] } : { and: [asked, dated, reachable] },
})));

/** How many of each: the boards first; of the rest half was lost, two fifths were won, and the others are open. */
export function sharesOf(count: number): { readonly standing: number; readonly lost: number; readonly won: number; readonly open: number } {
  const standing = Math.min(count, boards[0] + boards[1]);
  const rest = count - standing;
  return { standing, lost: Math.floor(rest * 0.5), won: Math.floor(rest * 0.4), open: Math.ceil(rest * 0.1) };
}

/** A rank as the product makes them, in the order of n. */
const rank = (n: string): string => `'l' || ${[46_656, 1296, 36, 1].map((unit) => `substr('0123456789abcdefghijklmnopqrstuvwxyz', 1 + (${n} / ${unit} % 36)::int, 1)`).join(' || ')}`;

/** Won ones became the orders that say so. Orders have no cycles here: what is measured reads those of open and lost opportunities only. */
export function opportunities(now: string, customers: number, count: number): readonly string[] {
  const { standing, lost, open } = sharesOf(count);
  const moment = `'${now}'::timestamptz`;
  const line = `bench.id('${now}', 1, 2)`;
  return [
    `insert into pipeline (id, name, stages, position, created_at, updated_at)
      select bench.id('${now}', n, 70), jsonb_build_object('en', 'Board ' || n, 'es', 'Tablero ' || n), ${quoted(pipeline)}::jsonb, n, ${moment}, ${moment}
      from generate_series(1, 3) n`,
    `create unlogged table bench.chance as
      select bench.id(opened_at, n, 72) as id, *, 1 + floor(8 * power(bench.u(n, 73), 1.5))::int as stage,
        case when status <> 'OPEN' then opened_at + bench.u(n, 74) * (${moment} - opened_at) end as closed_at
      from (
        select k as n, w.id as customer_id, w.user_n, null::uuid as order_id,
          case when k <= ${standing + open} then 'OPEN' else 'LOST' end as status,
          case when k <= ${Math.min(standing, boards[0])} then 1 when k <= ${standing} then 2 else 3 end as pipeline_n,
          case when k <= ${standing + open} then greatest(w.since, ${moment} - bench.u(k, 75) * interval '120 days')
            else w.since + bench.u(k, 75) * (${moment} - w.since) end as opened_at
        from generate_series(1, ${standing + open + lost}) k join bench.who w on w.n = 1 + bench.h(k, 71) % ${customers}) drawn`,
    `insert into bench.chance
      select s.opportunity_id, ${count} + s.m, s.customer_id, w.user_n, s.id, 'WON', 3, greatest(w.since, s.placed_at - interval '40 days'), 8, s.placed_at
      from bench.sold s join bench.who w on w.n = s.n where s.opportunity_id is not null`,
    `insert into opportunity (id, customer_id, pipeline_id, stage, stage_since, rank, status, title, title_key, line_id, cycle_id, owner_id, currency,
        amount, company_amount, expected_close_on, source, close_reason, order_id, opened_at, closed_at, created_at, updated_at)
      select id, customer_id, bench.id('${now}', pipeline_n, 70), (array[${stages.map(quoted).join(',')}])[stage],
        opened_at + 0.9 * (coalesce(closed_at, ${moment}) - opened_at), ${rank('n')}, status,
        ${pick(words.trade, 'n', 76)} || ' ' || n, ${pick(words.trade.map(normaliseText), 'n', 76)} || ' ' || n, ${line},
        case when status <> 'WON' then bench.id(opened_at, n, 77) end, bench.id('${now}', user_n, 5), 'EUR', amount, amount,
        case when bench.u(n, 78) < 0.95 then (${moment} + (bench.u(n, 79) * 120 - 20) * interval '1 day')::date end, ${pick(words.source, 'n', 80)},
        case when status = 'LOST' then 'PRICE' end, order_id, opened_at, closed_at, opened_at, coalesce(closed_at, ${moment})
      from (select *, case when bench.u(n, 81) < 0.97 then (5000 - 400000 * ln(bench.u(n, 82)))::bigint end as amount from bench.chance) c order by opened_at`,
    `insert into opportunity_visit (customer_id, opportunity_id, no, stage, entered_at, left_at)
      select customer_id, id, no, (array[${stages.map(quoted).join(',')}])[no], opened_at + 0.9 * (no - 1) / stage * length,
        case when no < stage then opened_at + 0.9 * no / stage * length else closed_at end
      from (select *, coalesce(closed_at, ${moment}) - opened_at as length from bench.chance) c, generate_series(1, stage) no order by opened_at`,
    `insert into cycle (id, customer_id, line_id, origin, phase, entry_phase, furthest_phase, opened_at, phase_since, opportunity_id, outcome,
        lost_in_phase, leak_phase, closed_at, close_reason)
      select bench.id(opened_at, n, 77), customer_id, ${line}, 'NEW', case status when 'OPEN' then 'OPPORTUNITY' else 'CLOSED' end, 'OPPORTUNITY', 'OPPORTUNITY',
        opened_at, coalesce(closed_at, opened_at), id, case status when 'LOST' then 'LOST' end, case status when 'LOST' then 'OPPORTUNITY' end,
        case status when 'LOST' then 'OPPORTUNITY' end, closed_at, case status when 'LOST' then 'PRICE' end
      from bench.chance where status <> 'WON' order by opened_at`,
    `insert into cycle_visit (customer_id, cycle_id, no, phase, entered_at, left_at)
      select customer_id, bench.id(opened_at, n, 77), 1, 'OPPORTUNITY', opened_at, closed_at from bench.chance where status <> 'WON' order by opened_at`,
    // Two of three open ones have a task before them, and as many were talked about.
    `insert into activity (id, customer_id, opportunity_id, kind, direction, channel, subject, occurred_at, due_at, assignee_id, author_id, created_at, updated_at)
      select bench.id(opened_at, n * 2 + k, 83), customer_id, id, (array['TASK','CALL'])[k], (array[null,'OUTBOUND'])[k], (array[null,'PHONE'])[k], 'His offer',
        opened_at, case when k = 1 then ${moment} + (bench.u(n, 84) * 20 - 5) * interval '1 day' end,
        case when k = 1 then bench.id('${now}', user_n, 5) end, bench.id('${now}', user_n, 5), opened_at, opened_at
      from bench.chance, generate_series(1, 2) k where status = 'OPEN' and bench.u(n * 2 + k, 85) < 0.66 order by opened_at`,
  ];
}
