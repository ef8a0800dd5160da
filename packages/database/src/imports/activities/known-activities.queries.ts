import { sql } from 'kysely';
import { type Em, rowsOf } from '#connection';

/** Which of these references an import gave before. */
export async function knownActivities(em: Em, references: readonly string[]): Promise<Map<string, string>> {
  const rows = await rowsOf(em, sql<{ reference: string; id: string }>`
    select reference, id from activity where reference = any(${[...new Set(references)]}::text[]) and door_id is null`);
  return new Map(rows.map(({ reference, id }) => [reference, id]));
}
