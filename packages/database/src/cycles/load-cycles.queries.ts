import { type CustomerCycles, customerCycles, type CycleOrder, type Cycle, type CycleLead, type CycleReferral, hasReached } from '@orbita/domain/cycles';
import type { LineSettings } from '@orbita/domain/company';
import { type RawBuilder, sql } from 'kysely';
import { type Em, rowsOf } from '#connection';
import { effective, milliseconds, recommended } from '#facts';

/** The cycles of one customer with what they rest on, and whose row each of them is (he may have been merged). */
export interface LoadedCycles {
  readonly state: CustomerCycles;
  readonly holders: ReadonlyMap<string, string>;
}

interface CycleRow extends Cycle {
  readonly customerId: string;
}

interface Row {
  readonly id: string;
  readonly referredBy: string | null;
  readonly cycles: CycleRow[];
  readonly leads: CycleLead[];
  readonly orders: Omit<CycleOrder, 'delivered'>[];
  readonly referrals: CycleReferral[];
}

const at = (column: string): RawBuilder<unknown> => milliseconds(sql.ref(column));

const listOf = (row: RawBuilder<unknown>, from: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`coalesce((select jsonb_agg(to_jsonb(x)) from (select ${row} from ${from}) x), '[]')`;

const cycles = listOf(sql`
  y.id, y.customer_id as "customerId", y.line_id as "lineId", y.origin, y.phase, y.entry_phase as "entryPhase", ${at('y.opened_at')} as "openedAt",
  y.outcome, y.lost_in_phase as "lostInPhase", y.leak_phase as "leakPhase", ${at('y.closed_at')} as "closedAt", y.close_reason as "closeReason",
  y.previous_cycle_id as "previousCycleId", y.referrals, ${at('y.window_ends_at')} as "windowEndsAt", ${at('y.nurture_until')} as "nurtureUntil",
  y.leaving, y.marks, y.opportunity_id as "opportunityId", y.order_id as "orderId",
  (select jsonb_agg(jsonb_build_object('phase', v.phase, 'enteredAt', ${at('v.entered_at')}) order by v.no)
    from cycle_visit v where v.cycle_id = y.id and v.customer_id = y.customer_id) as visits`,
sql`cycle y where y.customer_id = any(m.parts) order by y.opened_at, y.id`);

const leads = listOf(sql`
  l.id, l.line_id as "lineId", l.cycle_id as "cycleId", ${at('l.captured_at')} as "capturedAt",
  case when l.status in ('QUALIFIED', 'DISQUALIFIED') then l.status else 'LIVE' end as state`,
sql`lead l where l.customer_id = any(m.parts) and l.cycle_id is not null`);

const orders = (zone: string): RawBuilder<unknown> => listOf(sql`
  o.id, o.line_id as "lineId", ${at('o.placed_at')} as "placedAt", (o.placed_at at time zone ${zone})::date::text as "placedOn",
  ${at('o.contract_ends_at')} as "contractEndsAt", ${at('o.notice_ends_at')} as "noticeEndsAt",
  (not o.tracked or o.settled_at is not null) as settled, ${effective('o')} as effective`,
sql`sales_order o where o.customer_id = any(m.parts)
  and exists (select 1 from cycle y where y.customer_id = any(m.parts) and y.order_id = o.id)`);

const referrals = listOf(sql`
  r.id as "customerId", ${at('reached.at')} as "qualifiedAt", null as "cycleId",
  exists (select 1 from sales_order o where o.customer_id = any(r.parts) and ${effective('o')}) as won`,
sql`(${recommended}) r cross join lateral (
    select min(v.entered_at) as at from cycle_visit v
    where v.customer_id = any(r.parts) and v.phase not in ('TRACTION', 'QUALIFICATION')) reached
  where reached.at is not null`);

/** Who recommended him, himself or somebody merged into him, as he is known now. */
const referrer = sql`(
  select coalesce(r.merged_into, r.id) from customer own join customer r on r.id = own.referred_by
  where own.id = any(m.parts) and coalesce(r.merged_into, r.id) <> w.id order by own.id <> w.id, own.id limit 1)`;

/**
 * The cycles of these customers as they stand, in one statement. Read them before the rows of what happened are
 * written: the machine learns of an order, or of its return, from the event.
 */
export async function loadCycles(em: Em, customerIds: readonly string[], zone: string): Promise<Map<string, LoadedCycles>> {
  if (customerIds.length === 0) return new Map();
  const lines = await lineSettings(em);
  const rows = await rowsOf(em, sql<Row>`
    select w.id, ${referrer} as "referredBy", ${cycles} as cycles, ${leads} as leads, ${orders(zone)} as orders, ${referrals} as referrals
    from customer w
    cross join lateral (
      select array(select w.id union all select merged.id from customer merged where merged.merged_into = w.id) as parts offset 0) m
    where w.id = any(${customerIds}::uuid[])`);
  return new Map(rows.map(({ id, ...row }) => [id, {
    state: customerCycles({
      ...row, customerId: id, timeZone: zone, lines, cycles: row.cycles.map(({ customerId: _, ...cycle }) => cycle),
      orders: delivered(row),
    }),
    holders: new Map(row.cycles.map((cycle) => [cycle.id, cycle.customerId])),
  }]));
}

/** What was delivered is what the cycle of the order heard of. */
function delivered({ orders: rows, cycles: held }: Pick<Row, 'orders' | 'cycles'>): CycleOrder[] {
  const byOrder = new Map(held.map((cycle) => [cycle.orderId, cycle]));
  return rows.map((order) => {
    const cycle = byOrder.get(order.id);
    return { ...order, delivered: cycle && hasReached(cycle, 'BILLING') ? 'ALL' : 'NOTHING' };
  });
}

async function lineSettings(em: Em): Promise<Record<string, LineSettings>> {
  const rows = await rowsOf(em, sql<LineSettings & { id: string }>`
    select id, fallback_rhythm_days as "fallbackRhythmDays", grace_days as "graceDays", min_after_sales_days as "minAfterSalesDays"
    from business_line`);
  return Object.fromEntries(rows.map(({ id, ...settings }) => [id, settings]));
}
