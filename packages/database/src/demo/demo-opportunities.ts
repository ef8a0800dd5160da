import { addDays, day, localDate } from '@orbita/domain/calendar';
import type { CycleEvent } from '@orbita/domain/cycles';
import { normaliseText } from '@orbita/domain/facts';
import {
  loseOpportunity, type LossReason, moveOpportunity, opportunityFacts, type OpportunityState, prepareOpportunity, type PreparedOpportunity, type Rank, rankBetween,
  winOpportunity, type WinReason,
} from '@orbita/domain/opportunities';
import { newId } from '#connection';
import type { TimelineEvent } from '#timeline';
import type { DemoBase, DemoPipeline } from './demo-base.ts';
import type { DemoCustomer } from './demo-customer.ts';
import type { DemoLead } from './demo-leads.ts';
import type { DemoOrder } from './demo-orders.ts';
import { demoProducts } from './world/offering.ts';
import { accepted } from './world/accepted.ts';
import type { Random } from './world/random.ts';

type Row = Record<string, unknown>;

/** A demo opportunity with the stages it stood in, what the cycles and the timeline hear of it, and what is to be done next. */
export interface DemoOpportunity {
  readonly row: Row;
  readonly visits: readonly Row[];
  readonly cycle: readonly CycleEvent[];
  readonly events: readonly TimelineEvent[];
  readonly task: { readonly subject: string; readonly opportunityId: string } | undefined;
}

export interface Selling {
  readonly base: DemoBase;
  readonly now: Date;
  readonly zone: string;
  /** The next place below in the column of a stage. */
  readonly rank: (stage: string) => Rank;
}

const wins: readonly (readonly [WinReason, number])[] = [['QUALITY', 26], ['SERVICE', 22], ['PRICE', 18], ['RELATIONSHIP', 14], ['DELIVERY', 10], ['TERMS', 6], ['REFERRAL', 4]];
const losses: readonly (readonly [LossReason, number])[] = [['PRICE', 26], ['NO_DECISION', 20], ['COMPETITOR', 18], ['TIMING', 14], ['NO_RESPONSE', 12], ['NO_BUDGET', 6], ['FEATURES', 4]];
const rivals = ['Cafés del Turia', 'Hostelsur', 'Suministros Ebro', 'Tueste Norte'] as const;
const steps = ['Llamar para concretar la propuesta', 'Enviar muestras', 'Visitar el local', 'Preparar la demostración', 'Revisar condiciones con la propietaria'] as const;
const supply = ['Suministro de café para', 'Cambio de proveedor de café en', 'Café y menaje para', 'Segundo local de'] as const;
const machines = demoProducts.filter(({ line }) => line === 'Maquinaria');

/** Where the columns of a pipeline go on, card below card. */
export function columnRanks(): (stage: string) => Rank {
  const last = new Map<string, Rank>();
  return (stage) => {
    const rank = accepted(rankBetween(last.get(stage) ?? null, null));
    last.set(stage, rank);
    return rank;
  };
}

/** What was asked and sold: behind first orders and machines, lost on the way, and what stands on the board today. */
export function demoOpportunities(
  random: Random, customer: DemoCustomer, { orders, leads }: { orders: readonly DemoOrder[]; leads: readonly DemoLead[] }, selling: Selling,
): DemoOpportunity[] {
  const { base, now } = selling;
  const machinery = base.lineIds.get('Maquinaria')!;
  const begin = (opening: Opening) => new Story(random, customer, selling, opening);
  const made: DemoOpportunity[] = leads.flatMap(({ opened }) => {
    if (!opened) return [];
    const story = begin({ ...opened, ...coffee(random, customer) });
    const order = orders.find((each) => each.order['id'] === opened.orderId);
    return [order ? story.won(order) : story.standing()];
  });
  for (const order of orders) {
    const at = Date.parse(order.order['placed_at'] as string) - random.between(9, 70) * day;
    if (order.order['line_id'] !== machinery || at < customer.life.since || !random.chance(0.85)) continue;
    made.push(begin({ at, lineId: machinery, title: String(order.lines[0]!['description']), amount: order.order['amount'] as number }).won(order));
  }
  if (customer.customer['kind'] !== 'ORGANISATION') return made;
  const [some, worth] = [customer.life.orders.length > 0 ? 0.28 : 0.1, machine(random)];
  const lostAt = customer.life.since + Math.floor(random.next() * (now.getTime() - customer.life.since));
  if (random.chance(some)) made.push(begin({ at: lostAt, lineId: machinery, ...worth }).lost());
  const recent = now.getTime() - Math.floor(random.next() ** 1.3 * 80 * day) - 2 * 3_600_000;
  if (recent > customer.life.since && random.chance(some)) made.push(begin({ at: recent, lineId: machinery, ...machine(random) }).standing());
  return made;
}

const machine = (random: Random) => {
  const [product, count] = [random.pick(machines), random.weighted([[1, 70], [2, 22], [3, 8]] as const)];
  return { title: count === 1 ? product.name : `${count} × ${product.name}`, amount: product.listPrice * count };
};
const coffee = (random: Random, { customer, life }: DemoCustomer) =>
  ({ title: `${random.pick(supply)} ${String(customer['name'])}`.slice(0, 120), amount: Math.round(60_000 * life.weight) });

interface Opening {
  readonly at: number;
  readonly lineId: string;
  readonly title: string;
  readonly amount: number;
  readonly leadId?: string | undefined;
  readonly opportunityId?: string | undefined;
}

class Story {
  readonly #random: Random;
  readonly #customer: DemoCustomer;
  readonly #selling: Selling;
  readonly #pipeline: DemoPipeline;
  readonly #id: string;
  readonly #opened: PreparedOpportunity;
  readonly #visits: Row[] = [];
  readonly #cycle: CycleEvent[] = [];
  readonly #events: TimelineEvent[] = [];
  #state: OpportunityState;

  constructor(random: Random, customer: DemoCustomer, selling: Selling, { at, opportunityId, ...asked }: Opening) {
    this.#random = random;
    this.#customer = customer;
    this.#selling = selling;
    this.#pipeline = selling.base.pipeline;
    this.#id = opportunityId ?? newId();
    this.#opened = accepted(prepareOpportunity({
      ...asked, ownerId: customer.ownerId, contactId: customer.contacts[0]?.['id'] as string | undefined, source: customer.customer['source'] as never, openedAt: at,
      expectedCloseOn: addDays(localDate(at, selling.zone), random.between(20, 120)),
    }, this.#pipeline, { currency: 'EUR', defaultLineId: asked.lineId }));
    this.#state = this.#opened;
    const { lineId, stage, title, leadId } = this.#opened;
    if (!leadId) this.#cycle.push({ type: 'opportunityOpened', opportunityId: this.#id, lineId, at, referredBy: null, renews: null });
    this.#enter(at);
    this.#tell(at, 'opportunityOpened', { stage, ...(leadId ? { leadId } : {}) }, { title });
  }

  /** On until its order was placed; the order is its own. */
  won({ order }: DemoOrder): DemoOpportunity {
    const at = Date.parse(order['placed_at'] as string);
    this.#walk(this.#pipeline.stages.length - 1, at);
    const { from, reasons } = accepted(winOpportunity(this.#state, { reasons: [this.#random.weighted(wins)] }, this.#pipeline, this.#subject(), at));
    order['opportunity_id'] = this.#id;
    this.#leave(at);
    this.#tell(at, 'opportunityWon', { from, orderId: order['id'], reasons });
    return this.#finish({ status: 'WON', closed_at: iso(at), win_reasons: reasons, order_id: order['id'], amount: order['amount'], company_amount: order['company_amount'] });
  }

  /** On for a while and then lost for a reason, unless it still stands. */
  lost(): DemoOpportunity {
    const { openedAt } = this.#opened;
    const at = openedAt + this.#random.between(6, 90) * day;
    if (at >= this.#selling.now.getTime()) return this.standing();
    this.#walk(this.#random.between(0, this.#pipeline.stages.length - 1), at);
    const reason = this.#random.weighted(losses);
    const competitor = reason === 'COMPETITOR' ? this.#random.pick(rivals) : null;
    const { from } = accepted(loseOpportunity(this.#state, { reason, competitor }, at));
    this.#cycle.push({ type: 'opportunityLost', opportunityId: this.#id, reason, at });
    this.#leave(at);
    this.#tell(at, 'opportunityLost', { from, reason }, competitor ? { competitor } : {});
    return this.#finish({ status: 'LOST', closed_at: iso(at), close_reason: reason, competitor });
  }

  /** On the board today, in any column. */
  standing(): DemoOpportunity {
    const age = this.#selling.now.getTime() - this.#opened.openedAt;
    const furthest = Math.min(this.#pipeline.stages.length - 1, Math.floor(age / (6 * day)));
    this.#walk(Math.min(furthest, this.#random.weighted([[0, 24], [1, 26], [2, 24], [3, 16], [4, 10]] as const)), this.#selling.now.getTime());
    const task = this.#random.chance(0.55) ? { subject: this.#random.pick(steps), opportunityId: this.#id } : undefined;
    const soon = addDays(localDate(this.#selling.now.getTime(), this.#selling.zone), this.#random.between(-4, 75));
    return this.#finish({ expected_close_on: this.#state.stage === this.#opened.stage && this.#random.chance(0.5) ? null : soon }, task);
  }

  /** From stage to stage until `end`, each at its own time. */
  #walk(place: number, end: number): void {
    const { openedAt } = this.#opened;
    const times = Array.from({ length: place }, () => openedAt + Math.floor((0.03 + 0.92 * this.#random.next()) * (end - openedAt))).toSorted((a, b) => a - b);
    for (const [index, at] of times.entries()) {
      const move = accepted(moveOpportunity(this.#state, this.#pipeline.stages[index + 1]!.key, this.#pipeline, this.#subject(), at));
      this.#leave(at);
      this.#state = { status: 'OPEN', stage: move.to, stageSince: move.stageSince };
      this.#enter(at);
      this.#tell(at, 'opportunityMoved', { from: move.from, to: move.to, direction: move.direction });
    }
  }

  #subject() {
    const facts = opportunityFacts({ ...this.#opened, ...this.#state, closedAt: null, nextActivityAt: null, lastActivityAt: null, qualification: null }, this.#selling.zone);
    return { facts };
  }

  #enter(at: number): void {
    this.#visits.push({
      customer_id: this.#customer.id, opportunity_id: this.#id, no: this.#visits.length + 1, stage: this.#state.stage, entered_at: iso(at), left_at: null, override_reason: null,
    });
  }

  #leave(at: number): void {
    this.#visits.at(-1)!['left_at'] = iso(at);
  }

  #tell(at: number, type: string, payload: Row, personal: Row = {}): void {
    const base = { customerId: this.#customer.id, type, occurredAt: new Date(at), payload: { opportunityId: this.#id, pipelineId: this.#pipeline.id, ...payload } };
    this.#events.push(Object.keys(personal).length > 0 ? { ...base, personal } : base);
  }

  #finish(ended: Row, task?: DemoOpportunity['task']): DemoOpportunity {
    const { title, lineId, leadId, ownerId, contactId, source, currency, rate, amount, companyAmount, expectedCloseOn, openedAt } = this.#opened;
    const { stage, stageSince } = this.#state;
    const row = {
      id: this.#id, customer_id: this.#customer.id, contact_id: contactId, pipeline_id: this.#pipeline.id, stage, stage_since: iso(stageSince), rank: this.#selling.rank(stage),
      status: 'OPEN', title, title_key: normaliseText(title), line_id: lineId, cycle_id: null, lead_id: leadId, owner_id: ownerId, currency, rate, amount,
      company_amount: companyAmount, expected_close_on: expectedCloseOn, source, win_reasons: [], close_reason: null, competitor: null, order_id: null,
      opened_at: iso(openedAt), closed_at: null, version: this.#visits.length, created_at: iso(openedAt), updated_at: ended['closed_at'] ?? iso(stageSince), ...ended,
    };
    return { row, visits: this.#visits, cycle: this.#cycle, events: this.#events, task };
  }
}

const iso = (at: number): string => new Date(at).toISOString();
