import { randomBytes, scryptSync } from 'node:crypto';

export const newSalt = (): string => randomBytes(16).toString('hex');

/** A key of somebody so that it can be known again and not read; slow on purpose, for telephones and tax numbers are few. */
export const hashKey = (key: string, salt: string): string => scryptSync(key, salt, 24, { N: 4096, r: 8, p: 1 }).toString('hex');

export const hashKeys = (keys: readonly string[], salt: string): string[] => keys.map((key) => hashKey(key, salt)).sort();
