import { sql } from 'kysely';
import { type Em, rowsOf } from '#connection';

/** A customer to whom something happened before he was written down has been one since then; UTC milliseconds by customer. */
export async function sinceFirst(em: Em, firsts: ReadonlyMap<string, number>): Promise<void> {
  if (firsts.size === 0) return;
  const rows = [...firsts].map(([id, since]) => ({ id, since: new Date(since).toISOString() }));
  await rowsOf(em, sql`
    update customer c set customer_since = r.since, version = c.version + 1
    from json_to_recordset(${JSON.stringify(rows)}::json) as r(id uuid, since timestamptz)
    where c.id = r.id and c.customer_since > r.since`);
}
