import { holderOfKey, markKeyUsed, readKey } from '@orbita/database/access-keys';
import type { Em } from '@orbita/database/connection';
import type { Database } from '@orbita/database/database';
import type { Viewer } from '@orbita/domain/access';

/** Who reads by a key, and by which. */
export interface KeyReader {
  readonly viewer: Viewer;
  readonly keyId: string;
  /** Then the key opens nothing until its owner has set a second factor up. */
  readonly lacksSecondFactor: boolean;
}

/** Reads the key of an `Authorization` header: `Bearer <key>`, or `Basic` with the key as the password, or as the name of tools that ask for no password. */
export async function readerByKey({ em }: Database, authorization: string | undefined): Promise<KeyReader | undefined> {
  const key = keysIn(authorization ?? '').map(readKey).find((one) => one !== undefined);
  if (!key) return undefined;
  const now = new Date();
  const fork = em.fork() as Em;
  const holder = await holderOfKey(fork, key, now);
  if (!holder) return undefined;
  const { lacksSecondFactor, ...viewer } = holder;
  if (!lacksSecondFactor) await markKeyUsed(fork, key.id, now);
  return { viewer, keyId: key.id, lacksSecondFactor };
}

function keysIn(authorization: string): string[] {
  const [, scheme = '', given = ''] = /^(\w+) +(\S+)$/.exec(authorization) ?? [];
  if (scheme.toLowerCase() === 'bearer') return [given];
  if (scheme.toLowerCase() !== 'basic') return [];
  const [name = '', ...password] = Buffer.from(given, 'base64').toString('utf8').split(':');
  return [password.join(':'), name];
}
