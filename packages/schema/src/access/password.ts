import { refuse, type Refusal } from '@orbita/domain/refusal';
import type { RequestContext } from '#request';

const shortest = 10;
const longest = 200;

const reasons = {
  en: `use ${shortest} to ${longest} characters`,
  es: `usa entre ${shortest} y ${longest} caracteres`,
};

/** The hash of a password that may be used, made outside of any transaction since it takes its time. */
export async function hashOf(
  password: string | null | undefined, { hashPassword, viewer }: RequestContext,
): Promise<string | undefined | Refusal> {
  if (password === null || password === undefined) return undefined;
  if (password.length < shortest || password.length > longest) {
    return refuse('INVALID', { field: 'password', details: { reason: reasons[viewer.language] } });
  }
  if (!hashPassword) throw new Error('The front door hands in no hashPassword.');
  return hashPassword(password);
}
