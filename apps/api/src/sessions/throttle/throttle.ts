import { createHash } from 'node:crypto';
import { APIError } from 'better-auth/api';
import { sql } from 'kysely';
import { networkOf } from '#network';
import type { AuthTables } from '../auth-database.ts';
import type { Tell } from '../tell-event.ts';
import { type Bound, forgetAttempts, giveBack, isFirstRefusal, isKnownPlace, rememberPlace, takeAttempt } from './attempts.ts';

export const accountWindowSeconds = 900;
const hour = 3600;

interface Attempt {
  readonly path: string | undefined;
  readonly body: unknown;
  /** From where, as the door says. */
  readonly address: string | null;
}

/**
 * How often an account is tried: strictly from one address, for whoever guesses; gently from everywhere together, so that
 * nobody shuts its owner out from afar, and not at all from where he came in lately. And how often one address tries
 * whatever account. Counted before the password is looked at, the same whether there is such an account or not.
 */
export function signInThrottle(tables: AuthTables, tell: Tell) {
  return {
    async before(attempt: Attempt): Promise<void> {
      const keys = keysOf(attempt);
      if (!keys) return;
      const known = await isKnownPlace(tables, keys.pair);
      const taken: string[] = [];
      for (const bound of boundsOf(keys)) {
        if (known && bound.gently) continue;
        const wait = await takeAttempt(tables, bound);
        if (wait === 0) {
          taken.push(bound.key);
          continue;
        }
        for (const key of taken) await giveBack(tables, key);
        if (await isFirstRefusal(tables, bound.key)) tellRefused(tables, tell, attempt, keys, bound);
        throw new APIError('TOO_MANY_REQUESTS', { code: 'TOO_MANY_ATTEMPTS', message: 'Too many attempts. Wait, then try again.' }, { 'Retry-After': String(wait) });
      }
    },
    /** The password was right: what was counted is forgotten, and the place remembered. */
    async succeeded(attempt: Attempt): Promise<void> {
      const keys = keysOf(attempt);
      if (!keys) return;
      await forgetAttempts(tables, keys.pair);
      await giveBack(tables, keys.account);
      await giveBack(tables, keys.address);
      await rememberPlace(tables, keys.pair);
    },
  };
}

interface Keys {
  readonly pair: string;
  readonly account: string;
  readonly address: string;
  readonly email: string;
}

const boundsOf = ({ pair, account, address }: Keys): readonly Bound[] => [
  { key: pair, most: 10, windowSeconds: accountWindowSeconds },
  { key: account, most: 30, windowSeconds: hour, gently: true },
  { key: address, most: 100, windowSeconds: accountWindowSeconds },
];

// Neither addresses nor accounts belong in a table of counters.
function keysOf({ path, body, address }: Attempt): Keys | undefined {
  const what = path === '/sign-in/email' ? 'account' : path === '/request-password-reset' ? 'reset' : undefined;
  const given = (body as { email?: unknown } | undefined)?.email;
  if (what === undefined || typeof given !== 'string') return undefined;
  const email = given.trim().toLowerCase();
  const network = networkOf(address ?? '');
  return { email, pair: `${what}:${hash(`${email} ${network}`)}`, account: `${what}:${hash(email)}`, address: `${what}-address:${hash(network)}` };
}

const hash = (text: string): string => createHash('sha256').update(text).digest('base64url');

/** Nobody waits for it: how long it takes would tell whether there is such an account. */
function tellRefused(tables: AuthTables, tell: Tell, { address }: Attempt, keys: Keys, bound: Bound): void {
  const scope = bound.key === keys.address ? 'ADDRESS' : bound.key === keys.pair ? 'ACCOUNT_FROM_ADDRESS' : 'ACCOUNT';
  void (async () => {
    const { rows } = await sql<{ id: string }>`select id from app_user where email = ${keys.email}`.execute(tables);
    const id = scope === 'ADDRESS' ? undefined : rows[0]?.id;
    await tell({ type: 'signInThrottled', id, payload: { scope }, personal: { address } });
  })().catch(() => undefined);
}
