import { customerCycles, type CustomerCycles, type CycleEvent } from './index.ts';
import { newWorld, type World } from './life.fixture.ts';

const day = 86_400_000;
const start = Date.parse('2024-01-01T10:00:00Z');
/** The first lives most. */
const customers = ['A', 'B', 'C', 'A', 'A', 'A'] as const;

/** A step of a sequence: somebody does something, at a moment of the clock. */
export interface Step {
  readonly customerId: string;
  readonly event: CycleEvent;
  readonly world: World;
  readonly before: CustomerCycles;
  /** Sends it; once more when the command is repeated. */
  readonly send: () => ReturnType<World['tell']>;
  readonly repeated: boolean;
}

/** Draws from one number, again and again, always the same. */
export function drawing(seed: number): (below: number) => number {
  let state = seed | 0;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

type Draw = (below: number) => number;

/** Plays a sequence over three customers who recommend each other; timers fire at random in between. Answers the last moment. */
export function playSequence(seeds: readonly number[], backDated: boolean, onStep: (step: Step) => void, world = newWorld()): { world: World; now: number } {
  let now = start;
  for (const [index, seed] of seeds.entries()) {
    const draw = drawing(seed);
    now += draw(25) === 0 ? (100 + draw(500)) * day : draw(3) === 0 ? 0 : draw(12) * day + draw(day);
    if (draw(5) === 0) world.tick(now);
    const customerId = customers[draw(6)] ?? 'A';
    const before = world.state(customerId);
    let event = someEvent(draw, before, `${index}`, now, backDated);
    // What is about nothing that there is says little: mostly something else is tried.
    for (let tries = 0; tries < 8 && draw(12) > 0 && Object.values(event).includes('nobody'); tries += 1) {
      event = someEvent(draw, before, `${index}`, now, backDated);
    }
    onStep({ customerId, event, world, before, send: () => world.tell(customerId, event), repeated: draw(4) === 0 });
  }
  return { world, now };
}

const kinds = [
  'leadCaptured', 'leadCaptured', 'leadCaptured', 'leadWorked', 'leadRecycled', 'leadDisqualified', 'leadQualified', 'leadQualified',
  'opportunityOpened', 'quoteSent', 'quoteSent', 'quoteClosed', 'opportunityLost', 'orderPlaced', 'orderPlaced', 'orderPlaced',
  'orderPlaced', 'deliveryMade', 'deliveryMade', 'deliveryMade', 'deliveryMade', 'paymentReceived', 'paymentReceived', 'orderCancelled', 'goodsReturned',
  'debtWrittenOff', 'contractTerminated', 'referralQualified', 'referralWon', 'windowEnded', 'customerLeft', 'customerErased', 'complaintMade',
  'detractorAnswered', 'invoiceOverdue', 'customersMerged',
] as const satisfies readonly CycleEvent['type'][];

/** What carries a cycle on. */
const nextKinds: Readonly<Record<string, readonly CycleEvent['type'][]>> = {
  TRACTION: ['leadCaptured', 'leadWorked', 'leadQualified'],
  QUALIFICATION: ['leadCaptured', 'leadQualified', 'opportunityOpened'],
  OPPORTUNITY: ['leadCaptured', 'quoteSent', 'quoteSent', 'orderPlaced'],
  QUOTATION: ['leadCaptured', 'quoteSent', 'quoteClosed', 'orderPlaced', 'orderPlaced', 'orderPlaced'],
  DELIVERY: ['deliveryMade'],
  BILLING: ['paymentReceived', 'leadRecycled', 'leadDisqualified'],
};

/** An event about what there is, mostly; half of the time one that carries the last cycle on. */
function someEvent(draw: Draw, state: CustomerCycles, id: string, now: number, backDated: boolean): CycleEvent {
  const next = nextKinds[state.cycles.at(-1)?.phase ?? ''] ?? kinds;
  const recent = (ids: readonly (string | null)[]): string => {
    const known = ids.filter((one) => one !== null);
    return draw(15) === 0 || known.length === 0 ? 'nobody' : known[known.length - 1 - draw(draw(2) === 0 ? 1 : Math.min(3, known.length))] ?? 'nobody';
  };
  const from = draw(2) === 0 ? next : kinds;
  const type = from[draw(from.length)] ?? 'leadCaptured';
  const live = state.leads.filter((lead) => lead.state === 'LIVE');
  const leadId = recent((live.length > 0 && draw(4) > 0 ? live : state.leads).map((lead) => lead.id));
  const opportunityId = recent(state.cycles.map((cycle) => cycle.opportunityId));
  const orderId = recent(state.orders.map((order) => order.id));
  const referredBy = draw(2) === 0 ? customers[draw(3)] ?? null : null;
  const lineId = draw(4) === 0 ? 'L2' : 'L1';
  const at = now;
  switch (type) {
    case 'leadCaptured': return { type, at, leadId: draw(10) === 0 ? leadId : `l${id}`, lineId, referredBy };
    case 'leadRecycled': return { type, at, leadId, until: now + draw(90) * day };
    case 'leadDisqualified': return { type, at, leadId, reason: 'NO_BUDGET' };
    case 'leadQualified': return { type, at, leadId, opportunityId: draw(10) === 0 ? opportunityId : `p${id}` };
    case 'opportunityOpened':
      return { type, at, opportunityId: draw(10) === 0 ? opportunityId : `p${id}`, lineId, referredBy, renews: draw(4) === 0 ? orderId : null };
    case 'quoteSent': return { type, at, quoteId: draw(10) === 0 ? recent(state.quotes.map((quote) => quote.id)) : `q${id}`, opportunityId };
    case 'quoteClosed': return { type, at, quoteId: recent(state.quotes.map((quote) => quote.id)) };
    case 'opportunityLost': return { type, at, opportunityId, reason: 'PRICE' };
    case 'orderPlaced': return {
      type, lineId, referredBy, tracked: draw(3) > 0,
      at: backDated && draw(3) === 0 ? now - draw(400) * day : now,
      orderId: draw(10) === 0 ? orderId : `o${id}`,
      opportunityId: draw(2) === 0 ? opportunityId : null,
      renews: draw(8) === 0 ? orderId : null,
      contractEndsAt: draw(3) === 0 ? now + (draw(400) - 20) * day : null,
    };
    case 'deliveryMade': return { type, at, orderId, complete: draw(2) === 0, late: draw(3) === 0 };
    case 'paymentReceived': return { type, at, orderId, settled: draw(5) > 0 };
    case 'goodsReturned': return { type, at, orderId, whole: draw(2) === 0 };
    case 'contractTerminated': return { type, at, orderId, effectiveAt: now + (draw(200) - 20) * day };
    case 'referralQualified': case 'referralWon': return { type, at, customerId: ['D', 'E', 'F', state.customerId][draw(4)] ?? 'D' };
    case 'windowEnded': return { type, at, cycleId: recent(state.cycles.map((cycle) => cycle.id)) };
    case 'customerLeft': return draw(3) === 0 ? { type, at, reason: 'PRICE' } : { type: 'messageSent', at };
    case 'customerErased': return draw(6) === 0 ? { type, at } : { type: 'activityRecorded', at };
    case 'complaintMade': case 'detractorAnswered': return { type, at, orderId: draw(2) === 0 ? orderId : null };
    case 'leadWorked': return { type, at, leadId };
    case 'orderCancelled': case 'debtWrittenOff': return { type, at, orderId };
    default: return { type, at };
  }
}

/** A customer of whom nothing is known yet. */
export const nobodyYet = (customerId: string): CustomerCycles => customerCycles({ customerId, timeZone: 'UTC' });
