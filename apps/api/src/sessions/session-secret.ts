import { randomBytes } from 'node:crypto';
import { newId } from '@orbita/database/connection';
import { sql } from 'kysely';
import type { AuthTables } from './auth-database.ts';

const lock = 4_671_121;

/** What signs the cookies: made once and kept beside the sessions, so that every process of this database agrees. */
export async function sessionSecret(tables: AuthTables): Promise<string> {
  return tables.transaction().execute(async (inner) => {
    await sql`select pg_advisory_xact_lock(${lock})`.execute(inner);
    const { rows } = await sql<{ value: string }>`
      select value from auth_verification where identifier = 'orbita:secret'`.execute(inner);
    if (rows[0]) return rows[0].value;
    const secret = randomBytes(32).toString('base64url');
    await sql`
      insert into auth_verification (id, identifier, value, expires_at)
      values (${newId()}, 'orbita:secret', ${secret}, '9999-12-31T00:00:00Z')`.execute(inner);
    return secret;
  });
}
