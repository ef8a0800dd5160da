import { normaliseText } from '@orbita/domain/facts';
import { comparedOf, type ImportedCustom, type OpportunityPast, valuesOf } from '@orbita/domain/imports';
import type { Qualification } from '@orbita/domain/leads';
import type { PreparedOpportunity } from '@orbita/domain/opportunities';
import { sql } from 'kysely';
import { type Em, insertRows, run } from '#connection';
import { joinCycles, ranksOnTop, toldOverride } from '#opportunities';
import type { Happenings } from './happenings.ts';

/** An opportunity with all that became of it, ready to be written. */
export interface PastOpportunity {
  readonly id: string;
  readonly customerId: string;
  readonly pipelineId: string;
  readonly opened: PreparedOpportunity;
  readonly past: OpportunityPast;
  readonly qualification: Qualification | null;
  readonly reference: string | null;
  readonly orderId: string | null;
  /** What its row says of the company's own fields. */
  readonly custom: ImportedCustom;
}

type RowOf = Record<string, unknown>;
const iso = (at: number): string => new Date(at).toISOString();

/** The rows and events that a batch of opportunities becomes: as opening, moving, winning and losing them leaves them. */
export class OpportunityRows {
  readonly #rows: (RowOf & { readonly pipeline_id: string; readonly stage: string; readonly stage_since: string })[] = [];
  readonly #visits: RowOf[] = [];
  readonly #happenings: Happenings;
  readonly #now: Date;

  constructor(happenings: Happenings, now: Date) {
    this.#happenings = happenings;
    this.#now = now;
  }

  add(one: PastOpportunity): void {
    const { id, customerId, pipelineId, opened, past: { moves, end, state }, qualification, reference, orderId, custom } = one;
    const { probability: _, stage, stageSince: __, status: ___, openedAt, ...columns } = opened;
    this.#rows.push({
      id, customer_id: customerId, contact_id: columns.contactId, pipeline_id: pipelineId, stage: state.stage, stage_since: iso(state.stageSince),
      status: state.status, title: columns.title, title_key: normaliseText(columns.title), line_id: columns.lineId, lead_id: columns.leadId,
      referrer_id: columns.referrerId, owner_id: columns.ownerId, currency: columns.currency, rate: columns.rate, amount: columns.amount,
      company_amount: columns.companyAmount, expected_close_on: columns.expectedCloseOn, qualification, source: columns.source, reference,
      win_reasons: end?.status === 'WON' ? end.reasons : [], close_reason: end?.status === 'LOST' ? end.reason : null, close_note: end?.note ?? null,
      competitor: end?.status === 'LOST' ? end.competitor : null, order_id: orderId, opened_at: iso(openedAt), closed_at: end ? iso(end.closedAt) : null,
      custom: valuesOf(custom), custom_compared: comparedOf(custom), version: 1, created_at: this.#now, updated_at: this.#now,
    });
    const entered = [{ stage, at: openedAt, reason: null as string | null }, ...moves.map((move) => ({ stage: move.to, at: move.stageSince, reason: move.overridden?.reason ?? null }))];
    for (const [index, { stage: visited, at, reason }] of entered.entries()) {
      const left = entered[index + 1]?.at ?? end?.closedAt;
      this.#visits.push({
        customer_id: customerId, opportunity_id: id, no: index + 1, stage: visited, entered_at: iso(at), left_at: left === undefined ? null : iso(left), override_reason: reason,
      });
    }
    this.#tell(one);
  }

  #tell({ id, customerId, pipelineId, opened, past: { moves, end }, orderId }: PastOpportunity): void {
    const told = (type: string, at: number, payload: RowOf, personal: RowOf) =>
      this.#happenings.told(customerId, type, at, { opportunityId: id, pipelineId, ...payload }, personal);
    const { leadId, stage, title, openedAt } = opened;
    told('opportunityOpened', openedAt, { stage, ...(leadId ? { leadId } : {}) }, { title });
    for (const { from, to, direction, stageSince, overridden } of moves) {
      const { payload, personal } = toldOverride(overridden);
      told('opportunityMoved', stageSince, { from, to, direction, ...payload }, personal);
    }
    const note = end?.note ? { note: end.note } : {};
    if (end?.status === 'LOST') told('opportunityLost', end.closedAt, { from: end.from, reason: end.reason }, { ...note, ...(end.competitor ? { competitor: end.competitor } : {}) });
    if (end?.status === 'WON') {
      const { payload, personal } = toldOverride(end.overridden);
      told('opportunityWon', end.closedAt, { from: end.from, orderId, reasons: end.reasons, ...payload }, { ...personal, ...note });
    }
  }

  /** Opportunities belong to the cycles that were opened or taken for them, once those have heard of them. */
  async join(em: Em): Promise<void> {
    if (this.#rows.length === 0) return;
    await joinCycles(em, [...new Set(this.#rows.map((row) => row['customer_id'] as string))]);
    await endLeads(em, this.#rows.map((row) => row['id'] as string), this.#now);
  }

  /** Cards go on top of their columns, the one that came last uppermost. */
  async insert(em: Em): Promise<void> {
    const ranked: RowOf[] = [];
    for (const cards of Map.groupBy(this.#rows, ({ pipeline_id, stage }) => `${pipeline_id} ${stage}`).values()) {
      const ranks = await ranksOnTop(em, { pipelineId: cards[0]!.pipeline_id, stage: cards[0]!.stage }, cards.length);
      const latest = cards.toSorted((a, b) => (a.stage_since < b.stage_since ? 1 : Number(a.stage_since > b.stage_since) * -1));
      ranked.push(...latest.map((row, index) => ({ ...row, rank: ranks[index] })));
    }
    await insertRows(em, 'opportunity', ranked);
    await insertRows(em, 'opportunity_visit', this.#visits);
  }
}

/** Leads that ended because an opportunity took their cycle did so when it was opened. */
async function endLeads(em: Em, ids: readonly string[], now: Date): Promise<void> {
  await run(em, sql`
    update lead l set ended_at = greatest(l.captured_at, o.opened_at) from opportunity o
    cross join lateral (select o.customer_id as id union all select m.id from customer m where m.merged_into = o.customer_id) part
    where o.id = any(${ids}::uuid[]) and l.customer_id = part.id and l.cycle_id = o.cycle_id and l.status = 'QUALIFIED' and l.ended_at = ${now.toISOString()}::timestamptz`);
}
