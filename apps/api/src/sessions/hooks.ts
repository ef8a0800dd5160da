import { APIError, createAuthMiddleware } from 'better-auth/api';
import { unreadableAt } from '#text';
import type { AuthTables } from './auth-database.ts';
import { addressHeader } from './address-header.ts';
import type { Tell } from './tell-event.ts';
import { signInThrottle } from './throttle/throttle.ts';
import { isTwoFactorDemanded, type Standing } from './two-factor/demanded.ts';

/** What is told of calls that change how somebody comes in. */
const told: Readonly<Record<string, string>> = {
  '/two-factor/disable': 'twoFactorDisabled', '/two-factor/generate-backup-codes': 'recoveryCodesMade', '/two-factor/verify-backup-code': 'recoveryCodeUsed',
  '/revoke-session': 'sessionRevoked', '/revoke-other-sessions': 'sessionRevoked', '/revoke-sessions': 'sessionRevoked', '/change-password': 'userUpdated',
};

interface Person extends Omit<Standing, 'via'> {
  readonly id: string;
  readonly partnerId?: string | null;
}

/** What stands before and after every call of the sign-in library. */
export function doorHooks(tables: AuthTables, tell: Tell) {
  const throttle = signInThrottle(tables, tell);
  const before = createAuthMiddleware(async ({ path, body, headers }) => {
    const unreadable = unreadableAt(body);
    if (unreadable !== undefined) throw new APIError('BAD_REQUEST', { code: 'BAD_REQUEST', message: `${unreadable || 'A name'} holds a character that is no text.` });
    // A token that was handed out for this house is no proof of who hands it in: only the provider's own answer is.
    if (path === '/sign-in/social' && (body as { idToken?: unknown } | undefined)?.idToken !== undefined) throw new APIError('BAD_REQUEST', { code: 'BAD_REQUEST', message: 'Sign in at the provider.' });
    await throttle.before({ path, body, address: headers?.get(addressHeader) ?? null });
  });
  const after = createAuthMiddleware(async (context) => {
    const { path, body, headers } = context;
    const { newSession, returned } = context.context;
    if (path === '/get-session') return withDemand(tables, returned, (answer) => context.json(answer));
    if (newSession) await throttle.succeeded({ path, body, address: headers?.get(addressHeader) ?? null });
    if (returned instanceof APIError) return undefined;
    const user = (newSession ?? context.context.session)?.user as Person | undefined;
    const by = user && { id: user.id, partnerId: user.partnerId };
    if (!user || path === undefined) return undefined;
    // In a session a code turns the second factor on; while signing in it only lets in.
    const type = path === '/two-factor/verify-totp' && context.context.session && newSession ? 'twoFactorEnabled' : told[path];
    if (type) await tell({ type, id: user.id, by, ...(type === 'userUpdated' ? { payload: { fields: ['password'] } } : {}) });
    return undefined;
  });
  return { before, after };
}

/** The web app learns with the session that a second factor has to be set up first. */
async function withDemand(tables: AuthTables, returned: unknown, answer: (value: object) => unknown): Promise<unknown> {
  const found = returned as { user: Person; session: { via?: string | null } } | null | undefined;
  if (!found?.user || !(await isTwoFactorDemanded(tables, { ...found.user, via: found.session.via }))) return undefined;
  return answer({ ...found, mustSetUpTwoFactor: true });
}
