import { sql } from 'kysely';
import { type Em, rowsOf, takeTurns } from '#connection';

/** A message that has been heard before, by what it is called where it came from. */
export interface Heard {
  readonly activityId: string;
  readonly leadId: string;
}

/** Writers of the same message to the same door wait for each other. */
export async function heardBefore(em: Em, doorId: string, reference: string): Promise<Heard | undefined> {
  await takeTurns(em, `message:${doorId}:${reference}`);
  const [row] = await rowsOf(em, sql<Heard>`
    select a.id as "activityId", a.lead_id as "leadId" from activity a
    where a.reference = ${reference} and a.door_id = ${doorId}::uuid and a.lead_id is not null limit 1`);
  return row;
}
