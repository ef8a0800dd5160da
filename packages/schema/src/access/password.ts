import { type Refusal, refuseBecause } from '@orbita/domain/refusal';
import type { RequestContext } from '#request';

const shortest = 10;
const longest = 200;

/** The hash of a password that may be used, made outside of any transaction since it takes its time. */
export async function hashOf(
  password: string | null | undefined, { hashPassword }: RequestContext,
): Promise<string | undefined | Refusal> {
  if (password === null || password === undefined) return undefined;
  if (password.length < shortest || password.length > longest) {
    return refuseBecause('INVALID', 'PASSWORD_LENGTH', { field: 'password', minimum: shortest, maximum: longest });
  }
  if (!hashPassword) throw new Error('The front door hands in no hashPassword.');
  return hashPassword(password);
}
