import type { Role, Viewer } from '@orbita/domain/access';
import type { Auth } from './auth.ts';

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
export function sessionReader(auth: Auth): (headers: Headers) => Promise<SignedIn | null> {
  const kept = new Map<string, { readonly until: number; readonly answer: Promise<SignedIn | null> }>();
  return (headers) => {
    const cookie = sessionCookie(headers.get('cookie'));
    if (!cookie) return Promise.resolve(null);
    const now = performance.now();
    const known = kept.get(cookie);
    if (known && known.until > now) return known.answer;
    if (kept.size >= keptAtMost) kept.clear();
    const answer = read(auth, headers);
    kept.set(cookie, { until: now + keptMilliseconds, answer });
    answer.catch(() => kept.delete(cookie));
    return answer;
  };
}

async function read(auth: Auth, headers: Headers): Promise<SignedIn | null> {
  const { response: found, headers: answered } = await auth.api.getSession({
    headers, query: { disableCookieCache: true }, returnHeaders: true,
  });
  if (!found?.user.active) return null;
  const { user, session } = found;
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
