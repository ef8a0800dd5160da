import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const hashing = promisify(argon2);
// OWASP's first choice for Argon2id: 19 MiB, two passes, one lane.
const strength = { memory: 19_456, passes: 2, parallelism: 1 } as const;

/** Argon2id in the usual text form, which carries its own parameters and salt. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16);
  const tag = await hashing('argon2id', { message: normalised(password), nonce, tagLength: 32, ...strength });
  const { memory, passes, parallelism } = strength;
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${base64(nonce)}$${base64(tag)}`;
}

export async function verifyPassword({ hash, password }: { hash: string; password: string }): Promise<boolean> {
  const parts = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/.exec(hash);
  if (!parts) return false;
  const expected = Buffer.from(parts[5]!, 'base64');
  const tag = await hashing('argon2id', {
    message: normalised(password), nonce: Buffer.from(parts[4]!, 'base64'), tagLength: expected.length,
    memory: Number(parts[1]), passes: Number(parts[2]), parallelism: Number(parts[3]),
  });
  return timingSafeEqual(tag, expected);
}

// The same letters typed on another keyboard may arrive composed differently.
const normalised = (password: string): Buffer => Buffer.from(password.normalize('NFKC'));
const base64 = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '');
