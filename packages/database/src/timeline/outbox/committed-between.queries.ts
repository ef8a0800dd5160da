import { sql } from 'kysely';
import { type Em, rowsOf } from '#connection';

export interface CommittedEvent {
  readonly customerId: string;
  /** Under whom he is shown: the one into whom he was merged, or himself. */
  readonly rootId: string;
  readonly eventNo: number;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** The events of the transactions from one horizon up to a later one, in the order of each customer. */
export const committedBetween = (em: Em, from: string, to: string): Promise<CommittedEvent[]> => rowsOf(em, sql<CommittedEvent>`
  select o.customer_id as "customerId", coalesce(c.merged_into, o.customer_id) as "rootId", o.event_no as "eventNo", e.payload
  from outbox o join timeline_event e on e.customer_id = o.customer_id and e.no = o.event_no
  left join customer c on c.id = o.customer_id
  where o.tx >= ${from}::xid8 and o.tx < ${to}::xid8 order by o.position`);
