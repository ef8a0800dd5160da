import type { Role, Viewer } from '@orbita/domain/access';
import { sql } from 'kysely';
import type { Auth } from './auth.ts';
import type { AuthTables } from './auth-database.ts';

/** Who asks, in which session, until when. */
export interface SignedIn {
  readonly viewer: Viewer;
  readonly sessionId: string;
  /** Once a day the session is prolonged, and the browser has to know. */
  readonly setCookies: readonly string[];
}

const keptMilliseconds = 800;
const keptAtMost = 10_000;

/**
 * Reads the session behind a cookie and remembers the answer for less than a second: a screen asks many times at once,
 * and a revoked session must not live longer than that.
 */
export function sessionReader(auth: Auth, tables: AuthTables): (headers: Headers) => Promise<SignedIn | null> {
  const kept = new Map<string, { readonly until: number; readonly answer: Promise<SignedIn | null> }>();
  return (headers) => {
    const cookie = sessionCookie(headers.get('cookie'));
    if (!cookie) return Promise.resolve(null);
    const now = performance.now();
    const known = kept.get(cookie);
    if (known && known.until > now) return known.answer;
    if (kept.size >= keptAtMost) kept.clear();
    const answer = read(auth, tables, headers);
    kept.set(cookie, { until: now + keptMilliseconds, answer });
    answer.catch(() => kept.delete(cookie));
    return answer;
  };
}

/** Set on the answer by the hook that stands after it. */
export const mustSetUpTwoFactor = (found: object | null): boolean => found !== null && 'mustSetUpTwoFactor' in found;

const touchedEvery = 60_000;

async function read(auth: Auth, tables: AuthTables, headers: Headers): Promise<SignedIn | null> {
  const { response: found, headers: answered } = await auth.api.getSession({
    headers, query: { disableCookieCache: true }, returnHeaders: true,
  });
  if (!found?.user.active || mustSetUpTwoFactor(found)) return null;
  const { user, session } = found;
  // When a device was last used is told to the minute, and not written more often.
  if (Date.now() - new Date(session.updatedAt).getTime() > touchedEvery) {
    await sql`update auth_session set updated_at = now() where id = ${session.id} and updated_at < now() - interval '1 minute'`.execute(tables);
  }
  return {
    setCookies: answered.getSetCookie(),
    sessionId: session.id,
    viewer: {
      userId: user.id,
      role: user.role as Role,
      teamId: user.teamId ?? null,
      partnerId: user.partnerId ?? null,
      language: user.language === 'es' ? 'es' : 'en',
    },
  };
}

const sessionCookie = (cookies: string | null): string | undefined =>
  /(?:^|;\s*)(?:__Host-)?orbita\.session_token=([^;]+)/.exec(cookies ?? '')?.[1];
