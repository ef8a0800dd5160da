import { sql } from 'kysely';
import { type Em, rowsOf } from '#connection';

const days = 7;
const atOnce = 10_000;

/** Forgets what every reader has read and a week has passed over. The events themselves stay. Answers how many. */
export async function sweepOutbox(em: Em, now: Date): Promise<number> {
  const before = new Date(now.getTime() - days * 86_400_000).toISOString();
  for (let gone = 0; ;) {
    const rows = await rowsOf(em.fork(), sql`
      delete from outbox where position in (
        select o.position from outbox o join timeline_event e on e.customer_id = o.customer_id and e.no = o.event_no
        where e.recorded_at < ${before}::timestamptz
          and not exists (select from outbox_cursor c where c.read_before <= o.tx)
        order by o.position limit ${atOnce})
      returning position`);
    gone += rows.length;
    if (rows.length < atOnce) return gone;
  }
}
