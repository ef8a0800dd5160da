import { createHash } from 'node:crypto';
import { newId } from '@orbita/database/connection';
import { APIError, createAuthMiddleware } from 'better-auth/api';
import { sql } from 'kysely';
import { unreadableAt } from '#text';
import type { AuthTables } from './auth-database.ts';

export const accountWindowSeconds = 900;
const attempts = 10;

/**
 * Attempts on one account, from wherever they come, known or not: after ten failures in a quarter of an hour it waits.
 * Counted before the password is looked at, so that parallel guesses count as well; a success clears the count. What is no
 * text is refused before it reaches a table.
 */
export function accountThrottle(tables: AuthTables) {
  const before = createAuthMiddleware(async ({ path, body }) => {
    const unreadable = unreadableAt(body);
    if (unreadable !== undefined) throw new APIError('BAD_REQUEST', { code: 'BAD_REQUEST', message: `${unreadable || 'A name'} holds a character that is no text.` });
    const key = keyOf(path, body);
    if (!key) return;
    const now = Date.now();
    const oldest = now - accountWindowSeconds * 1000;
    const { rows } = await sql<{ count: number; last_request: number | string }>`
      insert into auth_rate_limit as r (id, key, count, last_request) values (${newId()}, ${key}, 1, ${now})
      on conflict (key) do update set
        count = case when r.last_request < ${oldest} then 1 else r.count + 1 end,
        last_request = case when r.last_request < ${oldest} then ${now} else r.last_request end
      returning count, last_request`.execute(tables);
    const row = rows[0];
    if (!row || row.count <= attempts) return;
    const wait = Math.ceil((Number(row.last_request) + accountWindowSeconds * 1000 - now) / 1000);
    throw new APIError('TOO_MANY_REQUESTS', { code: 'TOO_MANY_ATTEMPTS', message: 'Too many attempts. Wait, then try again.' }, { 'Retry-After': String(wait) });
  });
  const after = createAuthMiddleware(async ({ path, body, context }) => {
    const key = keyOf(path, body);
    if (key && context.newSession) await sql`delete from auth_rate_limit where key = ${key}`.execute(tables);
  });
  return { before, after };
}

// The address itself does not belong in a table of counters.
function keyOf(path: string | undefined, body: unknown): string | undefined {
  const what = path === '/sign-in/email' ? 'account' : path === '/request-password-reset' ? 'reset' : undefined;
  const email = (body as { email?: unknown } | undefined)?.email;
  if (what === undefined || typeof email !== 'string') return undefined;
  return `${what}:${createHash('sha256').update(email.trim().toLowerCase()).digest('base64url')}`;
}
