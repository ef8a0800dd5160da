import { createAuthClient } from 'better-auth/react';

export const authClient = createAuthClient();

export type AccessFailure = 'wrong' | 'throttled' | 'unreachable';

/** Runs a call to the door and names what went wrong in the three ways that people can act upon. */
export async function attempt(call: () => Promise<{ error: { status?: number } | null }>): Promise<AccessFailure | undefined> {
  try {
    const { error } = await call();
    if (!error) return undefined;
    if (error.status === 429) return 'throttled';
    return error.status !== undefined && error.status >= 400 && error.status < 500 ? 'wrong' : 'unreachable';
  } catch {
    return 'unreachable';
  }
}
