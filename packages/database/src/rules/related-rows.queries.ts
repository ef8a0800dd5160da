import type { RelationName, Subject } from '@orbita/domain/rules';
import { sql } from 'kysely';
import { type Em, rowsOf } from '#connection';
import { relatedRows } from './relations.ts';

type Relations = NonNullable<Subject['relations']>;

/** The rows of these relations of customers, as rules in memory read them, in one statement. */
export async function relationsOf(em: Em, customerIds: readonly string[], names: readonly RelationName[]): Promise<Map<string, Relations>> {
  if (names.length === 0) return new Map();
  const columns = names.map((name) => sql`${relatedRows(name, sql`asked.id`)} as ${sql.id(name)}`);
  const rows = await rowsOf(em, sql<Relations & { customerId: string }>`
    select asked.id as "customerId", ${sql.join(columns)} from unnest(${[...new Set(customerIds)]}::uuid[]) asked(id)`);
  return new Map(rows.map(({ customerId, ...relations }) => [customerId, relations as Relations]));
}
