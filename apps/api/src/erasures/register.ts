import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Erasure } from '@orbita/database/privacy';

/** Everybody who was erased, from the file outside of the database: ids and hashes. A line that was broken off midway is none. */
export function readRegister(path: string): Erasure[] {
  if (!existsSync(path)) return [];
  const found = new Map<string, Erasure>();
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    const erasure = parsed(line);
    if (erasure) found.set(erasure.id, erasure);
  }
  return [...found.values()];
}

/** Adds one, and has it on the disk before it answers. A line is begun anew, whatever stands at the end. */
export function addToRegister(path: string, { id, customerId, contactId, parts, reason, erasedAt, erasedBy, salt, keyHashes }: Erasure): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const file = openSync(path, 'a', 0o600);
  try {
    writeSync(file, `\n${JSON.stringify({ id, customerId, contactId, parts, reason, erasedAt, erasedBy, salt, keyHashes })}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function parsed(line: string): Erasure | undefined {
  if (line.trim() === '') return undefined;
  try {
    const value = JSON.parse(line) as Erasure;
    return typeof value.id === 'string' && Array.isArray(value.parts) ? value : undefined;
  } catch {
    return undefined;
  }
}
