import { changesBetween, type Cycle, type CycleChanges, type CycleLead, furthestPhase, phaseSince } from '@orbita/domain/cycles';
import { type RawBuilder, sql } from 'kysely';
import { type Em, run } from '#connection';
import type { LoadedCycles } from './load-cycles.queries.ts';

/** One customer before and after what happened. */
export interface Passage {
  readonly before: LoadedCycles;
  readonly after: LoadedCycles['state'];
}

const instant = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

/** Writes what changed of the cycles of these customers: cycles, visits, and the leads that moved or ended with them. */
export async function saveCycles(em: Em, passages: readonly Passage[], now: Date): Promise<void> {
  const changes = passages.map((passage) => ({ ...passage, changed: changesBetween(passage.before.state, passage.after) }));
  const cycles = changes.flatMap(({ before, changed }) => changed.cycles.map((cycle) => ({ cycle, holder: holderOf(before, cycle) })));
  await upsertCycles(em, cycles.map(rowOf));
  await writeVisits(em, cycles.flatMap(({ cycle, holder }) => visitsOf(cycle, holder)));
  await writeLeads(em, changes.flatMap(({ before, changed }) => leadsOf(before, changed)), now);
  await learnReferrers(em, changes.flatMap(({ before, changed }) =>
    (changed.referredBy === null ? [] : [{ id: before.state.customerId, referred_by: changed.referredBy }])));
}

/** A cycle is a row of the customer for whom it was opened, also after he was merged. */
export const holderOf = (before: LoadedCycles, { id }: Pick<Cycle, 'id'>): string => before.holders.get(id) ?? before.state.customerId;

function rowOf({ cycle, holder }: { readonly cycle: Cycle; readonly holder: string }) {
  return {
    id: cycle.id, customer_id: holder, line_id: cycle.lineId, origin: cycle.origin, phase: cycle.phase, entry_phase: cycle.entryPhase,
    furthest_phase: furthestPhase(cycle),
    opened_at: instant(cycle.openedAt), phase_since: instant(phaseSince(cycle)), opportunity_id: cycle.opportunityId, order_id: cycle.orderId,
    referrals: cycle.referrals, window_ends_at: instant(cycle.windowEndsAt), nurture_until: instant(cycle.nurtureUntil), leaving: cycle.leaving,
    marks: cycle.marks, outcome: cycle.outcome, lost_in_phase: cycle.lostInPhase, leak_phase: cycle.leakPhase, closed_at: instant(cycle.closedAt),
    close_reason: cycle.closeReason, previous_cycle_id: cycle.previousCycleId,
  };
}

/** What of a cycle changes after it was opened. */
const moving = [
  'phase', 'furthest_phase', 'phase_since', 'opportunity_id', 'order_id', 'referrals', 'window_ends_at', 'nurture_until', 'leaving', 'marks', 'outcome',
  'lost_in_phase', 'leak_phase', 'closed_at', 'close_reason',
] as const;

async function upsertCycles(em: Em, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return;
  const assigned = moving.map((name) => sql`${sql.ref(name)} = excluded.${sql.ref(name)}`);
  await run(em, sql`
    insert into cycle (id, customer_id, line_id, origin, entry_phase, opened_at, previous_cycle_id, source, owner_id, ${columns(moving)})
    select r.id, r.customer_id, r.line_id, r.origin, r.entry_phase, r.opened_at, r.previous_cycle_id, c.source, c.owner_id,
      ${sql.join(moving.map((name) => sql.ref(`r.${name}`)))}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) r(
      id uuid, customer_id uuid, line_id uuid, origin text, phase text, entry_phase text, furthest_phase text, opened_at timestamptz, phase_since timestamptz,
      opportunity_id uuid, order_id uuid, referrals int, window_ends_at timestamptz, nurture_until timestamptz, leaving boolean, marks text[],
      outcome text, lost_in_phase text, leak_phase text, closed_at timestamptz, close_reason text, previous_cycle_id uuid)
    join customer c on c.id = r.customer_id
    on conflict (id, customer_id) do update set ${sql.join(assigned)}`);
}

const columns = (names: readonly string[]): RawBuilder<unknown> => sql.join(names.map((name) => sql.ref(name)));

function visitsOf(cycle: Cycle, holder: string) {
  return cycle.visits.map((visit, at) => ({
    customer_id: holder, cycle_id: cycle.id, no: at + 1, phase: visit.phase, entered_at: instant(visit.enteredAt),
    left_at: instant(cycle.visits[at + 1]?.enteredAt ?? cycle.closedAt),
  }));
}

async function writeVisits(em: Em, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return;
  await run(em, sql`
    insert into cycle_visit (customer_id, cycle_id, no, phase, entered_at, left_at)
    select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      r(customer_id uuid, cycle_id uuid, no int, phase text, entered_at timestamptz, left_at timestamptz)
    on conflict (cycle_id, customer_id, no) do update set left_at = excluded.left_at
    where cycle_visit.left_at is distinct from excluded.left_at`);
}

const leadsOf = ({ state }: LoadedCycles, { leads }: CycleChanges): readonly CycleLead[] => leads.filter((lead) => {
  const was = state.leads.find(({ id }) => id === lead.id);
  return was?.cycleId !== lead.cycleId || was.state !== lead.state;
});

/** A lead belongs to its cycle, and ends when the customer orders, or leaves, without anybody having ended it. */
async function writeLeads(em: Em, leads: readonly CycleLead[], now: Date): Promise<void> {
  if (leads.length === 0) return;
  const rows = leads.map(({ id, cycleId, state }) => ({ id, cycle_id: cycleId, ended: state === 'LIVE' ? null : state }));
  await run(em, sql`
    update lead l set cycle_id = r.cycle_id, status = coalesce(r.ended, l.status),
      ended_at = case when r.ended is null then l.ended_at else coalesce(l.ended_at, ${now.toISOString()}::timestamptz) end
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) r(id uuid, cycle_id uuid, ended text)
    where l.id = r.id`);
}

/** Who recommended a customer is set once. */
async function learnReferrers(em: Em, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return;
  await run(em, sql`
    update customer c set referred_by = r.referred_by
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) r(id uuid, referred_by uuid)
    where c.id = r.id and c.referred_by is null`);
}
