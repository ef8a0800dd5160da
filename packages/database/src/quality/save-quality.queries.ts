import { judgeQuality } from '@orbita/domain/quality';
import { sql } from 'kysely';
import { type Em, run } from '#connection';
import type { KnownRow } from './known-customers.queries.ts';

/** Judges these customers and keeps what is missing, with their facts the score; facts are locked in the order of ids. */
export async function saveQuality(em: Em, customers: readonly KnownRow[], now: Date): Promise<void> {
  const at = now.getTime();
  const rows = customers.map(({ id, known }) => {
    const { score, missing, urgency, recheckAt } = judgeQuality(known, at);
    return { id, score, missing, urgency, recheck: recheckAt };
  });
  await run(em, sql`
    with judged as materialized (
      select * from json_to_recordset(${JSON.stringify(rows)}::json) as r(id uuid, score smallint, missing text[], urgency integer, recheck bigint)),
    held as materialized (
      select f.customer_id, j.score from customer_facts f join judged j on j.id = f.customer_id
      where f.data_quality is distinct from j.score order by f.customer_id for update of f),
    scored as (update customer_facts f set data_quality = held.score from held where held.customer_id = f.customer_id)
    insert into customer_quality as q (customer_id, missing, urgency, checked_at, recheck_at)
    select id, missing, urgency, ${now.toISOString()}::timestamptz, to_timestamp(recheck / 1000.0) from judged order by id
    on conflict (customer_id) do update set missing = excluded.missing, urgency = excluded.urgency, checked_at = excluded.checked_at, recheck_at = excluded.recheck_at`);
}
