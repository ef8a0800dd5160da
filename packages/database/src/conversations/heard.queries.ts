import { sql } from 'kysely';
import { type Em, rowsOf } from '#connection';

/** A message that went on with a lead. */
export interface Heard {
  readonly activityId: string;
  readonly leadId: string;
}

/** The message of this customer that his program calls so, if it came through the door before: others may call theirs the same. */
export async function heardBefore(em: Em, customerId: string, { doorId, reference }: { doorId: string; reference: string }): Promise<Heard | undefined> {
  const [row] = await rowsOf(em, sql<Heard>`
    select a.id as "activityId", a.lead_id as "leadId" from activity a
    where a.reference = ${reference} and a.door_id = ${doorId}::uuid and a.lead_id is not null
      and a.customer_id in (select id from customer where id = ${customerId}::uuid or merged_into = ${customerId}::uuid) limit 1`);
  return row;
}
