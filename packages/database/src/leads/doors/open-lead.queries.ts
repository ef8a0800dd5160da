import { sql } from 'kysely';
import { type Em, rowsOf } from '#connection';

/** The lead that a message goes on with. */
export interface OpenLead {
  readonly id: string;
  /** Who holds it; he may have been merged into the one under whom it is shown. */
  readonly customerId: string;
  readonly ownerId: string | null;
}

/** The open lead of a customer in a line: rather of the same channel, rather the latest. */
export async function openLeadOf(em: Em, customerId: string, { lineId, channel }: { lineId: string; channel: string }): Promise<OpenLead | undefined> {
  const [row] = await rowsOf(em, sql<OpenLead>`
    select l.id, l.customer_id as "customerId", l.owner_id as "ownerId" from lead l
    where l.customer_id in (select id from customer where id = ${customerId}::uuid or merged_into = ${customerId}::uuid)
      and l.ended_at is null and l.line_id = ${lineId}::uuid
    order by l.channel <> ${channel}, l.captured_at desc, l.id limit 1`);
  return row;
}
