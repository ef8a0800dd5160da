import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rowsOf } from '@orbita/database/connection';
import type { Database } from '@orbita/database/database';
import { isRefused, refusalMessage } from '@orbita/domain/refusal';
import { sql } from 'kysely';
import type { Environment } from '#environment';
import { createUser } from '#sessions';

/** How the first administrator signs in. The password only when this start made it up. */
export interface SignIn {
  readonly email: string;
  readonly password: string | undefined;
  /** The file in which a made-up password is kept. */
  readonly keptIn: string | undefined;
}

export const passwordFor = ({ admin }: Environment): string => admin?.password ?? randomBytes(9).toString('base64url');

export async function firstAdministrator(
  { em, kind }: Database, { admin, dataDir }: Environment, password: string, now: Date,
): Promise<SignIn | undefined> {
  const file = join(dataDir, 'administrator.txt');
  const known = await rowsOf(em.fork(), sql<{ email: string }>`
    select u.email from app_user u join auth_account a on a.user_id = u.id and a.password is not null
    where u.role = 'administrator' and u.active order by u.email = ${admin?.email ?? ownEmail} desc, u.created_at, u.id limit 1`);
  const ownExists = known[0]?.email === (admin?.email ?? ownEmail);
  if (known[0] && (ownExists || !admin)) {
    return { email: known[0].email, password: undefined, keptIn: kind === 'PGlite' && known[0].email === ownEmail ? file : undefined };
  }
  // A server in the open gets no account that nobody asked for.
  if (!admin && kind === 'PostgreSQL') return undefined;
  const email = admin?.email ?? ownEmail;
  const made = await createUser(em, { name: 'Administrator', email, password, role: 'administrator' }, 'JOB', now);
  // Another process was first, or the person is there in another role: that is left as it is.
  if (isRefused(made) && made.code === 'ALREADY_EXISTS') return { email, password: undefined, keptIn: undefined };
  if (isRefused(made)) throw new Error(`The first administrator cannot be made: ${refusalMessage(made, 'en')}`);
  if (admin) return { email, password: undefined, keptIn: undefined };
  writeFileSync(file, `${email}\n${password}\n`, { mode: 0o600 });
  return { email, password, keptIn: file };
}

const ownEmail = 'admin@orbita.example';
