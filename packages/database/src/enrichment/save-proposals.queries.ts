import type { Proposed } from '@orbita/domain/enrichment';
import { sql } from 'kysely';
import { type Em, newId, rowsOf } from '#connection';
import { partsOf } from '#facts';

/** What was proposed of one customer. */
export interface ProposedOf extends Proposed {
  readonly customerId: string;
}

/** Which of these are shown, held until the end of the transaction: whoever erases one of them waits, or has. */
export async function holdShown(em: Em, customerIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await rowsOf(em, sql<{ id: string }>`
    select customer_id as id from customer_facts where customer_id = any(${customerIds}::uuid[]) and not hidden order by customer_id for update`);
  return new Set(rows.map(({ id }) => id));
}

/**
 * Keeps what is proposed now. What was decided stays decided, also of one who was merged into him; what an enricher that
 * answered proposes no longer goes. Answers the open ones that are certain.
 */
export async function saveProposals(em: Em, all: readonly ProposedOf[], now: Date): Promise<{ id: string; customerId: string }[]> {
  const rows = all.flatMap(({ customerId, proposals }) => proposals.map((proposal) => ({ id: newId(), customer_id: customerId, ...proposal })));
  const answered = all.flatMap(({ customerId, answered: providers }) => providers.map((provider) => ({ customer_id: customerId, provider })));
  return rowsOf(em, sql<{ id: string; customerId: string }>`
    with wanted as materialized (
      select w.* from json_to_recordset(${JSON.stringify(rows)}::json) as w(id uuid, customer_id uuid, field text, value text, because jsonb, provider text, confidence text)
      where not exists (
        select from enrichment_proposal d where d.customer_id = any(${partsOf(sql`w.customer_id`)}) and d.field = w.field and d.value = w.value and d.state <> 'OPEN')),
    gone as (
      delete from enrichment_proposal p using json_to_recordset(${JSON.stringify(answered)}::json) as a(customer_id uuid, provider text)
      where p.customer_id = a.customer_id and p.provider = a.provider and p.state = 'OPEN'
        and not exists (select from wanted w where w.customer_id = p.customer_id and w.field = p.field and w.value = p.value)),
    kept as (
      insert into enrichment_proposal as p (id, customer_id, field, value, because, provider, confidence, proposed_at)
      select id, customer_id, field, value, because, provider, confidence, ${now.toISOString()}::timestamptz from wanted order by customer_id, field, value
      on conflict (customer_id, field, value) do update set because = excluded.because, provider = excluded.provider, confidence = excluded.confidence where p.state = 'OPEN'
      returning p.id, p.customer_id, p.confidence)
    select id, customer_id as "customerId" from kept where confidence = 'CERTAIN' order by 2, 1`);
}
