import type { Database } from '@orbita/database/database';
import { toNodeHandler } from 'better-auth/node';
import { sql } from 'kysely';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Viewer } from '@orbita/domain/access';
import { type AuthOptions, createAuth } from './auth.ts';
import { openAuthDatabase } from './auth-database.ts';
import { ownDoors } from './people/open-door.ts';
import { sessionSecret } from './session-secret.ts';
import { knownBy } from './sign-on/make-known.ts';
import { signOnPlugin } from './sign-on/provider.ts';
import { whenReachable } from './sign-on/single-sign-on.ts';
import { openTeller } from './tell-event.ts';
import { type Bound, takeAttempt } from './throttle/attempts.ts';
import { mustSetUpTwoFactor, sessionReader, type SignedIn } from './viewer-of.ts';

/** Sign-in, sign-out, password change and revocation, over our own tables. */
export interface Sessions {
  /** Everything under /api/auth; it reads the body itself. */
  readonly handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  signedIn(headers: Headers): Promise<SignedIn | null>;
  viewerOf(headers: Headers): Promise<Viewer | null>;
  /** Whether somebody is signed in who answers for nothing before he has set a second factor up. */
  mustSetUpTwoFactor(headers: Headers): Promise<boolean>;
  /** Which of these sessions still stand: not revoked, not over, their person active, and with a second factor where one is demanded. */
  standing(sessionIds: readonly string[]): Promise<ReadonlySet<string>>;
  /** Counts an attempt at a door over all processes; answers how many seconds the next one has to wait where this was one too many, else 0. */
  takeAttempt(bound: Bound): Promise<number>;
  close(): Promise<void>;
}

export async function openSessions(database: Database, options: Omit<AuthOptions, 'secret' | 'tell' | 'doors'>): Promise<Sessions> {
  const { signOn } = options;
  const tables = openAuthDatabase(database);
  const tell = openTeller(database);
  const secret = await sessionSecret(tables);
  const own = ownDoors(database, tables, tell, signOn);
  const auth = createAuth(tables, { ...options, secret, tell, doors: [own] });
  let handle = toNodeHandler(auth);
  const enough = signOn ? await whenReachable(signOn, options, (provider) => {
    const doors = [own, signOnPlugin(signOn, provider, knownBy(database, tables, signOn))];
    handle = toNodeHandler(createAuth(tables, { ...options, secret, tell, doors }));
  }) : () => {};
  const signedIn = sessionReader(auth, tables);
  return {
    handle: (request, response) => handle(request, response),
    signedIn,
    mustSetUpTwoFactor: async (headers) => mustSetUpTwoFactor(await auth.api.getSession({ headers, query: { disableCookieCache: true } })),
    viewerOf: async (headers) => (await signedIn(headers))?.viewer ?? null,
    standing: async (sessionIds) => {
      const { rows } = await sql<{ id: string }>`
        select s.id from auth_session s join app_user u on u.id = s.user_id
        where s.id = any(${sessionIds}::uuid[]) and s.expires_at > now() and u.active
          and (u.two_factor_enabled or s.via <> 'password' or not exists (select from company where u.role = any(two_factor_roles)))`.execute(tables);
      return new Set(rows.map((row) => row.id));
    },
    takeAttempt: (bound) => takeAttempt(tables, bound),
    close: () => {
      enough();
      return tables.destroy();
    },
  };
}
