import type { CycleEvent } from '@orbita/domain/cycles';
import { type RawBuilder, sql } from 'kysely';
import { type Em, rowsOf, run } from '#connection';
import { advanceCustomers, type LoadedCycles } from '#cycles';
import { refreshCustomers } from '#lifecycle';
import type { Writing } from '#requests';
import { appendEvents } from '#timeline';

/** Whom an opportunity is about, as its events and visits need it. */
interface OfOpportunity {
  readonly id: string;
  readonly customerId: string;
}

export interface Happened {
  readonly type: string;
  readonly payload?: Readonly<Record<string, unknown>>;
  /** What people write freely may name somebody: erasing him must reach it. */
  readonly personal?: Readonly<Record<string, unknown>>;
}

/** Saves what changed of an opportunity and tells the timeline. */
export async function tellOpportunity(
  em: Em, { id, customerId }: OfOpportunity, { payload, ...event }: Happened, { actor, now }: Writing,
): Promise<void> {
  await em.flush();
  await appendEvents(em, [{ ...event, customerId, occurredAt: now, payload: { opportunityId: id, ...payload } }], actor, now);
}

/** Passes what happened on to the cycles, as they were loaded before it was saved, and counts everybody touched anew. */
export async function advanceOpportunity(
  em: Em, loaded: ReadonlyMap<string, LoadedCycles>, root: string, cycle: CycleEvent, { actor, now, company }: Writing,
): Promise<void> {
  const { zone } = company;
  const touched = await advanceCustomers(em, loaded, new Map([[root, [cycle]]]), { actor, now, zone });
  await refreshCustomers(em, [root, ...touched], { now, zone, actor });
}

/** The opportunities of these customers belong to the cycles that were opened or taken for them, also those of somebody merged into one. */
export async function joinCycles(em: Em, customerIds: readonly string[]): Promise<void> {
  await run(em, sql`
    update opportunity o set cycle_id = y.id from customer c
    cross join lateral (
      select coalesce(c.merged_into, c.id) as id union all select m.id from customer m where m.merged_into = coalesce(c.merged_into, c.id)) part
    join cycle y on y.customer_id = part.id
    where c.id = any(${customerIds}::uuid[]) and o.customer_id = c.id and o.cycle_id is null and y.opportunity_id = o.id`);
}

/**
 * What these opportunities brought is what was ordered, no longer what was estimated, at the order's rate. An order from
 * elsewhere that is below zero is no sale: there the estimate stays.
 */
export async function takeOrdersAmounts(em: Em, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await run(em, sql`
    update opportunity o set currency = s.currency, rate = s.rate, amount = s.amount, company_amount = s.company_amount
    from sales_order s where o.id = any(${ids}::uuid[]) and s.id = o.order_id and s.amount >= 0 and s.company_amount >= 0`);
}

/** Ends the visit of the stage in which an opportunity stood, and begins that of the one it enters, if any. */
export async function visitStage(
  em: Em, { id, customerId }: OfOpportunity, at: Date, entered?: { readonly stage: string; readonly overrideReason?: string | null },
): Promise<void> {
  const moment = at.toISOString();
  const left = sql`
    update opportunity_visit set left_at = greatest(entered_at, ${moment}::timestamptz)
    where opportunity_id = ${id}::uuid and customer_id = ${customerId}::uuid and left_at is null`;
  if (!entered) return void await run(em, left);
  await rowsOf(em, sql`
    with ended as (${left})
    insert into opportunity_visit (customer_id, opportunity_id, no, stage, entered_at, override_reason)
    select ${customerId}::uuid, ${id}::uuid, coalesce(max(no), 0) + 1, ${entered.stage}, ${moment}::timestamptz, ${entered.overrideReason ?? null}
    from opportunity_visit where opportunity_id = ${id}::uuid and customer_id = ${customerId}::uuid`);
}

/** Who recommended a customer, or the one asked for: he is locked together with him, before anything is read. */
export async function referrerOf(em: Em, customerId: string, asked: string | null | undefined): Promise<string[]> {
  const named: RawBuilder<unknown> = asked ? sql`union select ${asked}::uuid` : sql``;
  const rows = await rowsOf(em, sql<{ id: string }>`
    select r.id from (
      select c.referred_by as id from customer asked join customer c on c.id = coalesce(asked.merged_into, asked.id)
      where asked.id = ${customerId}::uuid ${named}) r
    where r.id is not null`);
  return rows.map(({ id }) => id);
}
