import { day } from '@orbita/domain/calendar';
import type { CycleEvent } from '@orbita/domain/cycles';
import {
  type DisqualificationReason, disqualifyLead, evaluateLead, type LeadChannel, type LeadCompany, type LeadState, prepareLead, qualifyLead, recycleLead, workLead,
} from '@orbita/domain/leads';
import { newId } from '#connection';
import type { TimelineEvent } from '#timeline';
import type { DemoCustomer } from './demo-customer.ts';
import type { DemoOrder } from './demo-orders.ts';
import { accepted } from './world/accepted.ts';
import type { Random } from './world/random.ts';

type Row = Record<string, unknown>;

export interface OpenedByLead {
  readonly opportunityId: string;
  readonly leadId: string;
  readonly lineId: string;
  readonly at: number;
  readonly orderId: string | undefined;
}

/** A demo lead with what the cycles and the timeline hear of it. */
export interface DemoLead {
  readonly row: Row;
  /** The opportunity it became, and the order that came of it if one did. */
  readonly opened: OpenedByLead | undefined;
  readonly cycle: readonly CycleEvent[];
  readonly events: readonly TimelineEvent[];
}

const hour = 3_600_000;
const channels: readonly (readonly [LeadChannel, number])[] = [['WEB_FORM', 38], ['EMAIL', 20], ['CALL', 16], ['MESSAGING', 10], ['SOCIAL', 8], ['FAIR', 8]];
const messages = [
  'Abrimos un local en septiembre y buscamos café de especialidad.', '¿Podéis mandarme la tarifa para hostelería?',
  'Necesito una cafetera de dos grupos y mantenimiento.', 'Nos habéis gustado en la feria. ¿Hacéis formación de baristas?',
  'Queremos cambiar de proveedor antes del verano. ¿Qué condiciones tenéis?', '¿Servís a oficinas de unas cuarenta personas?',
  'Busco molino y descalcificador para una terraza.', 'Una amiga me ha hablado de vuestro tueste. ¿Vendéis a particulares?',
] as const;
const reasons: readonly (readonly [DisqualificationReason, number])[] = [['NO_BUDGET', 24], ['UNREACHABLE', 22], ['NO_NEED', 20], ['COMPETITOR', 14], ['WRONG_TIMING', 12], ['SPAM', 8]];

/** How some came to us, and what came in lately: in every status, decided by the domain at the dates at which it happened. */
export function demoLeads(random: Random, customer: DemoCustomer, orders: readonly DemoOrder[], company: LeadCompany, now: Date): DemoLead[] {
  const placed = orders.map(({ order }) => ({ at: Date.parse(order['placed_at'] as string), lineId: order['line_id'] as string, id: order['id'] as string })).toSorted((a, b) => a.at - b.at);
  const [first] = placed;
  const leads: DemoLead[] = [];
  if (random.chance(0.5)) leads.push(new Story(random, customer, company, now).begin(customer.life.since, first?.lineId).end(first));
  const recent = Math.max(placed.at(-1)?.at ?? 0, customer.life.since) + hour;
  const at = now.getTime() - Math.floor(random.next() ** 2 * 21 * day) - random.between(5, 600) * 60_000;
  if (random.chance(0.07) && at > recent && !leads.some(({ row }) => row['ended_at'] === null)) leads.push(new Story(random, customer, company, now).begin(at).lately());
  return leads;
}

class Story {
  readonly #random: Random;
  readonly #customer: DemoCustomer;
  readonly #company: LeadCompany;
  readonly #now: number;
  readonly #id = newId();
  readonly #cycle: CycleEvent[] = [];
  readonly #events: TimelineEvent[] = [];
  #row: Row = {};
  #state!: LeadState;
  #at = 0;

  constructor(random: Random, customer: DemoCustomer, company: LeadCompany, now: Date) {
    this.#random = random;
    this.#customer = customer;
    this.#company = company;
    this.#now = now.getTime();
  }

  begin(at: number, lineId?: string): this {
    const channel = this.#random.weighted(channels);
    const message = channel === 'CALL' || channel === 'FAIR' ? null : this.#random.pick(messages);
    const { customer: _, contact: __, consents: ___, referrerId, capturedAt, ...lead } = accepted(prepareLead({
      channel, message, customerId: this.#customer.id, lineId: lineId ?? null, capturedAt: at,
      budget: this.#random.chance(0.4) ? this.#random.between(3, 90) * 10_000 : null,
    }, this.#company));
    this.#at = at;
    this.#state = lead;
    this.#row = { channel, source: lead.source, message, line_id: lead.lineId, referrer_id: referrerId, captured_at: iso(capturedAt) };
    this.#cycle.push({ type: 'leadCaptured', leadId: this.#id, lineId: lead.lineId, at });
    return this.#tell('leadCaptured', { channel, source: lead.source });
  }

  /** It led to the first order, or was given up. */
  end(order: { readonly at: number; readonly id: string } | undefined): DemoLead {
    const most = order?.at ?? this.#now;
    const answered = this.#at + this.#random.between(4, 900) * 60_000;
    if (answered < most) this.#work(answered);
    if (order && answered < most) return this.#qualify(answered + Math.floor((0.1 + 0.3 * this.#random.next()) * (most - answered)), order.id);
    if (order) return this.#finish({ status: 'QUALIFIED', ended_at: iso(order.at) });
    const decided = answered + this.#random.between(2, 60) * day;
    if (decided >= this.#now) return this.#finish({});
    const until = this.#restOf(decided);
    // One whose rest was over long ago was looked at again, and given up.
    return this.#random.chance(0.8) || until < this.#now - 10 * day ? this.#disqualify(decided) : this.#rest(decided, until);
  }

  /** New, being worked, an opportunity by now, at rest or given up within these weeks. */
  lately(): DemoLead {
    const what = this.#random.weighted([['NEW', 34], ['WORKED', 28], ['QUALIFIED', 16], ['REST', 12], ['GONE', 10]] as const);
    const answered = this.#at + this.#random.between(4, 400) * 60_000;
    if (what === 'NEW' || answered >= this.#now) return this.#finish({});
    this.#work(answered);
    const decided = Math.min(answered + this.#random.between(1, 72) * hour, this.#now);
    if (what === 'QUALIFIED') return this.#qualify(decided);
    if (what === 'REST') return this.#rest(decided, this.#restOf(decided));
    return what === 'GONE' ? this.#disqualify(decided) : this.#finish({});
  }

  #work(at: number): void {
    this.#state = { ...this.#state, ...accepted(workLead(this.#state, 'ANSWERED', at)) };
    this.#cycle.push({ type: 'leadWorked', leadId: this.#id, at });
    this.#at = at;
    this.#tell('leadWorked', {});
    const answer = () => this.#random.weighted([['YES', 60], ['UNKNOWN', 32], ['NO', 8]] as const);
    const qualification = { need: { answer: 'YES' as const }, budget: { answer: answer() }, authority: { answer: answer() }, timing: { answer: answer() } };
    if (this.#random.chance(0.7)) this.#state = { ...this.#state, ...accepted(evaluateLead(this.#state, qualification, at)) };
  }

  #qualify(at: number, orderId?: string): DemoLead {
    const yes = { answer: 'YES' as const };
    const { status, qualification } = accepted(qualifyLead(this.#state, { need: yes, budget: yes, authority: yes, timing: yes }, at));
    const opportunityId = newId();
    const opened = { opportunityId, leadId: this.#id, lineId: this.#row['line_id'] as string, at, orderId };
    this.#cycle.push({ type: 'leadQualified', leadId: this.#id, opportunityId, at });
    this.#at = at;
    return this.#tell('leadQualified', { opportunityId }).#finish({ status, qualification, opportunity_id: opportunityId, ended_at: iso(at) }, opened);
  }

  #disqualify(at: number): DemoLead {
    const { status, reason } = accepted(disqualifyLead(this.#state, { reason: this.#random.weighted(reasons) }, at));
    this.#cycle.push({ type: 'leadDisqualified', leadId: this.#id, reason, at });
    this.#at = at;
    return this.#tell('leadDisqualified', { reason }).#finish({ status, disqualified_reason: reason, ended_at: iso(at) });
  }

  #restOf(at: number): number {
    return at + this.#random.between(30, 240) * day;
  }

  #rest(at: number, until: number): DemoLead {
    this.#state = { ...this.#state, ...accepted(recycleLead(this.#state, until, at)) };
    this.#cycle.push({ type: 'leadRecycled', leadId: this.#id, until, at });
    this.#at = at;
    return this.#tell('leadRecycled', { until: iso(until) }).#finish({});
  }

  #tell(type: string, payload: Row): this {
    this.#events.push({ customerId: this.#customer.id, type, occurredAt: new Date(this.#at), payload: { leadId: this.#id, ...payload } });
    return this;
  }

  #finish(ended: Row, opened?: OpenedByLead): DemoLead {
    const { status, qualification, responseDueAt, firstResponseAt, nurtureUntil } = this.#state;
    const { ownerId, customer, contacts } = this.#customer;
    const row = {
      id: this.#id, customer_id: this.#customer.id, contact_id: contacts[0]?.['id'] ?? null, ...this.#row, status, qualification,
      response_due_at: iso(responseDueAt), first_response_at: iso(firstResponseAt), nurture_until: iso(nurtureUntil), owner_id: ownerId,
      team_id: customer['team_id'], routed_by: { rule: null, how: ownerId ? 'OWNER' : 'NOBODY' }, disqualified_reason: null, opportunity_id: null, ended_at: null, version: 1,
      created_at: this.#row['captured_at'], updated_at: iso(this.#at), ...ended,
    };
    return { row, opened, cycle: this.#cycle, events: this.#events };
  }
}

const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());
