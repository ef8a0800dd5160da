import { sql } from 'kysely';
import type { AuthTables } from '../auth-database.ts';

/** What a session says of its person. */
export interface Standing {
  readonly role: string;
  readonly twoFactorEnabled?: boolean | null | undefined;
  /** How he came in; whom single sign-on let in, its provider has asked for what it asks. */
  readonly via: string | null | undefined;
}

/** Whether this person has to set a second factor up before anything else answers him. */
export async function isTwoFactorDemanded(tables: AuthTables, { role, twoFactorEnabled, via }: Standing): Promise<boolean> {
  if (twoFactorEnabled || (via ?? 'password') !== 'password') return false;
  const { rows } = await sql`select from company where ${role} = any(two_factor_roles)`.execute(tables);
  return rows.length > 0;
}
