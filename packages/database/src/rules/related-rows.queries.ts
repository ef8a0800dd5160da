import type { RelationName, Subject } from '@orbita/domain/rules';
import { sql } from 'kysely';
import { type Em, rowsOf } from '#connection';
import { relatedRows } from './relations.ts';

/** The rows of these relations of one customer, as rules in memory read them, in one statement. */
export async function relationsOf(em: Em, customerId: string, names: readonly RelationName[]): Promise<NonNullable<Subject['relations']>> {
  if (names.length === 0) return {};
  const columns = names.map((name) => sql`${relatedRows(name, sql`${customerId}::uuid`)} as ${sql.id(name)}`);
  const [row] = await rowsOf(em, sql<NonNullable<Subject['relations']>>`select ${sql.join(columns)}`);
  return row ?? {};
}
