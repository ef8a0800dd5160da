import { longestPassword, shortestPassword } from '@orbita/domain/access';
import { type Refusal, refuseBecause } from '@orbita/domain/refusal';
import type { RequestContext } from '#request';

/** The hash of a password that may be used, made outside of any transaction since it takes its time. */
export async function hashOf(
  password: string | null | undefined, { hashPassword }: RequestContext,
): Promise<string | undefined | Refusal> {
  if (password === null || password === undefined) return undefined;
  if (password.length < shortestPassword || password.length > longestPassword) {
    return refuseBecause('INVALID', 'PASSWORD_LENGTH', { field: 'password', minimum: shortestPassword, maximum: longestPassword });
  }
  if (!hashPassword) throw new Error('The front door hands in no hashPassword.');
  return hashPassword(password);
}
