import { appendCompanyEvent } from '@orbita/database/company';
import type { Em } from '@orbita/database/connection';
import type { Database } from '@orbita/database/database';
import { toNodeHandler } from 'better-auth/node';
import { sql } from 'kysely';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Viewer } from '@orbita/domain/access';
import { type AuthOptions, createAuth } from './auth.ts';
import { openAuthDatabase } from './auth-database.ts';
import { sessionSecret } from './session-secret.ts';
import { systemWriting } from './system-writing.ts';
import { sessionReader, type SignedIn } from './viewer-of.ts';

/** Sign-in, sign-out, password change and revocation, over our own tables. */
export interface Sessions {
  /** Everything under /api/auth; it reads the body itself. */
  readonly handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  signedIn(headers: Headers): Promise<SignedIn | null>;
  viewerOf(headers: Headers): Promise<Viewer | null>;
  /** Which of these sessions still stand: not revoked, not over, their person active. */
  standing(sessionIds: readonly string[]): Promise<ReadonlySet<string>>;
  close(): Promise<void>;
}

/** The trail says that a password was chosen by letter: nobody was signed in. */
async function tellPasswordReset({ em }: Database, userId: string): Promise<void> {
  await em.fork().transactional(async (inner) => {
    await appendCompanyEvent(inner as Em, 'userUpdated', { id: userId, fields: ['password'] }, await systemWriting(inner as Em, 'WEB', new Date()));
  });
}

export async function openSessions(database: Database, options: Omit<AuthOptions, 'secret' | 'onPasswordReset'>): Promise<Sessions> {
  const tables = openAuthDatabase(database);
  const auth = createAuth(tables, { ...options, secret: await sessionSecret(tables), onPasswordReset: (userId) => tellPasswordReset(database, userId) });
  const signedIn = sessionReader(auth);
  return {
    handle: toNodeHandler(auth),
    signedIn,
    viewerOf: async (headers) => (await signedIn(headers))?.viewer ?? null,
    standing: async (sessionIds) => {
      const { rows } = await sql<{ id: string }>`
        select s.id from auth_session s join app_user u on u.id = s.user_id
        where s.id = any(${sessionIds}::uuid[]) and s.expires_at > now() and u.active`.execute(tables);
      return new Set(rows.map((row) => row.id));
    },
    close: () => tables.destroy(),
  };
}
