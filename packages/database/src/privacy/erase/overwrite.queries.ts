import { normaliseText } from '@orbita/domain/facts';
import { type RawBuilder, sql } from 'kysely';
import { type Em, run } from '#connection';
import { type Fate, type PersonalTable, personalTables } from '../catalogue/index.ts';

const nameless = '—';

/** What is written over a column of the row `t`. */
function written(fate: Fate, mark: string): RawBuilder<unknown> {
  switch (fate) {
    case 'NULL': return sql`null`;
    case 'EMPTY': return sql`''`;
    case 'NO_OBJECT': return sql`'{}'::jsonb`;
    case 'NO_TEXTS': return sql`'[]'::jsonb`;
    case 'NO_LIST': return sql`'{}'`;
    case 'MARK': return sql`${mark}`;
    case 'MARK_KEY': return sql`${normaliseText(mark)}`;
    case 'PRODUCT': return sql`coalesce((select p.name from product p where p.id = t.product_id), ${nameless})`;
    case 'TRUE': return sql`true`;
    default: return fate satisfies never;
  }
}

const overwrite = (em: Em, table: PersonalTable, columns: readonly string[], whose: RawBuilder<unknown>, mark: string): Promise<number> => run(em, sql`
  update ${sql.table(table.name)} t set ${sql.join(columns.map((column) => sql`${sql.id(column)} = ${written(table.personal[column]!, mark)}`))} where ${whose}`);

/** Erases what is kept in rows of these customers, table by table as the catalogue says; `mark` is how they are called from now on. */
export async function eraseRows(em: Em, parts: readonly string[], mark: string, now: Date): Promise<void> {
  for (const table of personalTables) {
    const whose = sql`${sql.ref(`t.${table.of}`)} = any(${parts}::uuid[])`;
    const columns = Object.keys(table.personal);
    if (table.erase === 'DELETED') await run(em, sql`delete from ${sql.table(table.name)} t where ${whose}`);
    else if (columns.length > 0) await overwrite(em, table, columns, whose, mark);
  }
  await run(em, sql`update customer_merge set kept = '{}' where merged_id = any(${parts}::uuid[])`);
  await run(em, sql`delete from duplicate_pair where other_id = any(${parts}::uuid[])`);
  await run(em, sql`
    update customer set erased_at = ${now.toISOString()}::timestamptz, version = version + 1, updated_at = ${now.toISOString()}::timestamptz
    where id = any(${parts}::uuid[])`);
}

/** Erases what is kept of one contact, in rows of his and in what was said with him. */
export async function eraseContactRows(em: Em, contactId: string, parts: readonly string[], mark: string): Promise<void> {
  await eraseToldOfContact(em, contactId, parts);
  for (const table of personalTables) {
    if (!table.contact) continue;
    const whose = sql`${sql.ref(`t.${table.contact}`)} = ${contactId}::uuid`;
    if (table.erase === 'DELETED') await run(em, sql`delete from ${sql.table(table.name)} t where ${whose}`);
    else await overwrite(em, table, table.ofContact ?? Object.keys(table.personal), whose, mark);
  }
}

/**
 * What events told of him and of what was said with him. Of points that were removed before events said whose they were
 * nobody knows any more whether they were his: what is told of those goes as well.
 */
const eraseToldOfContact = (em: Em, contactId: string, parts: readonly string[]): Promise<number> => run(em, sql`
  with his as (
    select 'contactPointId' as key, id::text from contact_point where contact_id = ${contactId}::uuid
    union all select 'activityId', id::text from activity where contact_id = ${contactId}::uuid
    union all select 'leadId', id::text from lead where contact_id = ${contactId}::uuid
    union all select 'contactId', ${contactId}::text
  )
  delete from event_personal p using timeline_event e
  where p.customer_id = any(${parts}::uuid[]) and e.customer_id = p.customer_id and e.no = p.event_no and (
    exists (select from his where e.payload ->> his.key = his.id)
    or e.type in ('contactPointAdded', 'contactPointRemoved') and e.recorded_at < (select executed_at from mikro_orm_migrations where name = 'Privacy031')
      and not exists (select from contact_point x where x.id::text = e.payload ->> 'contactPointId'))`);

/** What events of others tell of who was one with them for a while. */
export const eraseToldToOthers = (em: Em, parts: readonly string[]): Promise<number> => run(em, sql`
  delete from event_personal p using customer_merge m, timeline_event e
  where (m.customer_id = any(${parts}::uuid[]) or m.merged_id = any(${parts}::uuid[]))
    and p.customer_id in (m.customer_id, m.merged_id) and e.customer_id = p.customer_id and e.no = p.event_no
    and e.type in ('customersMerged', 'customersUnmerged') and coalesce(e.payload ->> 'mergedId', e.payload ->> 'survivorId') = any(${parts}::text[])`);
