import { type Em, rowsOf } from '@orbita/database/connection';
import { sql } from 'kysely';

/** The company's time zone, which decides its days; undefined before there is a company. */
export async function companyZone(em: Em): Promise<string | undefined> {
  const [company] = await rowsOf(em, sql<{ zone: string }>`select zone from company order by id limit 1`);
  return company?.zone;
}
