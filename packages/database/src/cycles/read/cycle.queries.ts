import { scopeOf, type Viewer } from '@orbita/domain/access';
import type { OpenPhase, Origin, Outcome, Phase } from '@orbita/domain/cycles';
import { type RawBuilder, sql } from 'kysely';
import { type Em, keyset, type KeysetPage, rowsOf } from '#connection';
import { visibleCycles } from './cohort.queries.ts';

/** The row behind the API's `Cycle`. */
export interface CycleRow {
  readonly id: string;
  readonly customerId: string;
  readonly origin: Origin;
  readonly phase: Phase;
  readonly entryPhase: OpenPhase;
  readonly openedAt: string;
  readonly phaseSince: string;
  readonly windowEndsAt: string | null;
  readonly nurtureUntil: string | null;
  readonly leaving: boolean;
  readonly referrals: number;
  readonly outcome: Outcome | null;
  readonly lostInPhase: OpenPhase | null;
  readonly leakPhase: OpenPhase | null;
  readonly closedAt: string | null;
  readonly closeReason: string | null;
  readonly previousCycleId: string | null;
  readonly opportunityId: string | null;
  readonly line: { readonly id: string; readonly name: string };
  /** The order that it is about, for those who may read orders. */
  readonly order: CycleOrderRow | null;
  readonly visits: readonly { readonly phase: OpenPhase; readonly enteredAt: string; readonly leftAt: string | null }[];
}

export interface CycleOrderRow {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly contractEndsAt: string | null;
  readonly noticeEndsAt: string | null;
}

const columns = (viewer: Viewer): RawBuilder<unknown> => sql`
  y.id, w.id as "customerId", y.origin, y.phase, y.entry_phase as "entryPhase", y.opened_at as "openedAt", y.phase_since as "phaseSince",
  y.window_ends_at as "windowEndsAt", y.nurture_until as "nurtureUntil", y.leaving, y.referrals, y.outcome, y.lost_in_phase as "lostInPhase",
  y.leak_phase as "leakPhase", y.closed_at as "closedAt", y.close_reason as "closeReason", y.previous_cycle_id as "previousCycleId",
  ${scopeOf(viewer.role, 'opportunity', 'read') === 'none' ? sql`null::uuid` : sql`y.opportunity_id`} as "opportunityId",
  (select json_build_object('id', l.id, 'name', l.name) from business_line l where l.id = y.line_id) as line,
  ${scopeOf(viewer.role, 'order', 'read') === 'none' ? sql`null` : order} as "order",
  (select json_agg(json_build_object('phase', v.phase, 'enteredAt', v.entered_at, 'leftAt', v.left_at) order by v.no)
    from cycle_visit v where v.cycle_id = y.id and v.customer_id = y.customer_id) as visits`;

const order = sql`(
  select json_build_object('id', o.id, 'number', o.number, 'version', o.version, 'contractEndsAt', o.contract_ends_at, 'noticeEndsAt', o.notice_ends_at)
  from sales_order o where o.id = y.order_id and o.customer_id = any(array(
    select w.id union all select part.id from customer part where part.merged_into = w.id)))`;

const ofCustomer = (customerId: string, open: boolean | undefined): RawBuilder<boolean> => sql<boolean>`
  y.customer_id in (select id from customer where id = ${customerId}::uuid or merged_into = ${customerId}::uuid)
  and ${open === undefined ? sql`true` : open ? sql`y.phase <> 'CLOSED'` : sql`y.phase = 'CLOSED'`}`;

/** A page of the cycles of a customer, the latest opened first, one row more than asked. */
export function listCycles(
  em: Em, { customerId, open }: { readonly customerId: string; readonly open?: boolean | undefined }, page: KeysetPage, viewer: Viewer,
): Promise<CycleRow[]> {
  const { beyond, tail } = keyset(page, { value: sql.ref('y.opened_at'), id: sql.ref('y.id'), type: 'timestamptz', descending: true });
  return rowsOf(em, sql<CycleRow>`
    select ${columns(viewer)} from ${visibleCycles(viewer)} where ${ofCustomer(customerId, open)} and ${beyond} ${tail}`);
}

export async function countCycles(
  em: Em, { customerId, open }: { readonly customerId: string; readonly open?: boolean | undefined }, viewer: Viewer,
): Promise<number> {
  const [row] = await rowsOf(em, sql<{ count: string }>`
    select count(*) as count from ${visibleCycles(viewer)} where ${ofCustomer(customerId, open)}`);
  return Number(row?.count ?? 0);
}
