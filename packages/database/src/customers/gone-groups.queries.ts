import { sql } from 'kysely';
import { type Em, run } from '#connection';

/** Customers who were put back as they were, and their leads, stand in no team and with no partner that is gone by now. */
export async function leaveGoneGroups(em: Em, customerIds: readonly string[]): Promise<void> {
  for (const [table, id, group] of [['customer', 'id', 'team'], ['customer', 'id', 'partner'], ['lead', 'customer_id', 'team']] as const) {
    const column = sql.ref(`${group}_id`);
    await run(em, sql`
      update ${sql.table(table)} t set ${column} = null
      where ${sql.ref(`t.${id}`)} = any(${customerIds}::uuid[]) and t.${column} is not null and not exists (select from ${sql.table(group)} g where g.id = t.${column})`);
  }
}
