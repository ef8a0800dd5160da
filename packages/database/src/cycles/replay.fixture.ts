import { advanceCycles, type CustomerCycles, customerCycles, type CycleEvent, orderFell } from '@orbita/domain/cycles';
import type { LineSettings } from '@orbita/domain/company';
import { sql } from 'kysely';
import { type Em, rowsOf } from '#connection';
import { milliseconds } from '#facts';

interface Recorded {
  readonly customerId: string;
  readonly type: string;
  readonly at: number;
  readonly payload: Record<string, unknown>;
}

interface FixedOrder {
  readonly lineId: string;
  readonly placedAt: number;
  readonly contractEndsAt: number | null;
  readonly renews: string | null;
}

/** What the recorded events alone say of the cycles of these customers, with what of an order's row never changes. */
export async function replay(em: Em, customerIds: readonly string[], lines: Record<string, LineSettings>): Promise<Map<string, CustomerCycles>> {
  const events = await rowsOf(em, sql<Recorded>`
    select e.customer_id as "customerId", e.type, ${milliseconds(sql`e.occurred_at`)} as at, e.payload
    from outbox q join timeline_event e on e.customer_id = q.customer_id and e.no = q.event_no
    where e.customer_id = any(${customerIds}::uuid[]) order by q.position`);
  const orders = new Map((await rowsOf(em, sql<FixedOrder & { id: string }>`
    select id, renews_order_id as renews, line_id as "lineId", ${milliseconds(sql`placed_at`)} as "placedAt", ${milliseconds(sql`contract_ends_at`)} as "contractEndsAt"
    from sales_order where customer_id = any(${customerIds}::uuid[])`)).map((row) => [row.id, row]));
  const states = new Map(customerIds.map((id) => [id, customerCycles({ customerId: id, timeZone: 'UTC', lines })]));
  const opened = Map.groupBy(events.filter(({ type }) => type === 'cycleOpened'), ({ customerId }) => customerId);
  const apply = (id: string, event: CycleEvent): void => {
    const before = states.get(id)!;
    const { state, forReferrer } = advanceCycles(before, event, () => String(opened.get(id)!.shift()!.payload['cycleId']));
    states.set(id, state);
    if (forReferrer) for (const told of forReferrer.events) apply(forReferrer.referrerId, told);
  };
  for (const recorded of events) {
    const state = states.get(recorded.customerId)!;
    if (recorded.type === 'referrerSet') states.set(recorded.customerId, { ...state, referredBy: String(recorded.payload['referrerId']) });
    const event = toldBy(recorded, state, orders);
    if (event) apply(recorded.customerId, event);
  }
  return states;
}

function toldBy({ type, at, payload }: Recorded, state: CustomerCycles, orders: ReadonlyMap<string, FixedOrder>): CycleEvent | null {
  const orderId = String(payload['orderId']);
  const delivered = state.orders.find(({ id }) => id === orderId)?.delivered === 'ALL';
  switch (type) {
    case 'orderPlaced': {
      const { placedAt, ...order } = orders.get(orderId)!;
      return { type, orderId, ...order, at: placedAt, tracked: payload['tracked'] !== false };
    }
    case 'orderDelivered': return { type: 'deliveryMade', orderId, at, complete: true };
    case 'orderSettled': return { type: 'paymentReceived', orderId, at, settled: true };
    case 'orderCancelled': return orderFell(orderId, { at, delivered });
    case 'goodsReturned': return payload['whole'] === true ? orderFell(orderId, { at, delivered }) : { type, orderId, at, whole: false };
    case 'contractTerminated': return { type, orderId, at, effectiveAt: Date.parse(String(payload['effectiveAt'])) };
    case 'customerLeft': return { type, at, reason: String(payload['reason']) };
    case 'cycleClosed':
      return payload['reason'] === 'WINDOW_ENDED' ? { type: 'windowEnded', cycleId: String(payload['cycleId']), at } : null;
    default: return null;
  }
}
