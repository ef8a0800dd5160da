import { setSessionCookie } from 'better-auth/cookies';
import { APIError } from 'better-auth/api';

type Context = Parameters<typeof setSessionCookie>[0];

/** Begins a session of somebody who has shown otherwise than by his password who he is. */
export async function signInAs(context: Context, userId: string): Promise<void> {
  const { internalAdapter } = context.context;
  const user = await internalAdapter.findUserById(userId);
  if (!user) throw new APIError('UNAUTHORIZED', { code: 'UNAUTHORIZED', message: 'There is no such person.' });
  await setSessionCookie(context, { session: await internalAdapter.createSession(userId), user });
}
