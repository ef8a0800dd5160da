import { createHash, randomBytes } from 'node:crypto';
import { type Em, newId, rowsOf } from '@orbita/database/connection';
import { APIError, createAuthEndpoint } from 'better-auth/api';
import { sql } from 'kysely';
import * as z from 'zod';
import type { AuthTables } from '../auth-database.ts';
import type { Tell } from '../tell-event.ts';
import { signInAs } from './sign-in-as.ts';

export const letInMinutes = 15;
export const letInPath = '/let-in';
const identifierOf = (token: string): string => `let-in:${createHash('sha256').update(token).digest('base64url')}`;

/**
 * A link with which an administrator comes in once without password or provider, for the operator at the command line.
 * Answers its token and whose it is; nothing when there is no such active administrator.
 */
export async function makeLetIn(em: Em, email: string): Promise<{ readonly id: string; readonly token: string } | undefined> {
  const [user] = await rowsOf(em, sql<{ id: string }>`
    select id from app_user where email = ${email.trim().toLowerCase()} and role = 'administrator' and active`);
  if (!user) return undefined;
  const token = randomBytes(32).toString('base64url');
  await rowsOf(em, sql`
    insert into auth_verification (id, identifier, value, expires_at)
    values (${newId()}::uuid, ${identifierOf(token)}, ${user.id}, now() + make_interval(mins => ${letInMinutes}))`);
  return { id: user.id, token };
}

/** Where such a link leads. */
export const letInDoor = (tables: AuthTables, tell: Tell) => ({
  letIn: createAuthEndpoint(letInPath, { method: 'POST', body: z.object({ token: z.string().max(200) }) }, async (context) => {
    const { rows } = await sql<{ value: string; holds: boolean }>`
      delete from auth_verification where identifier = ${identifierOf(context.body.token)} returning value, expires_at > now() as holds`.execute(tables);
    const [found] = rows;
    if (!found?.holds) throw new APIError('BAD_REQUEST', { code: 'LINK_OVER', message: 'This link was used already or is too old.' });
    await signInAs(context, found.value);
    await tell({ type: 'signInLinkUsed', id: found.value, by: { id: found.value } });
    return context.json({ id: found.value });
  }),
});
