import { IsolationLevel } from '@mikro-orm/core';
import type { Em } from '#connection';
import type { Database } from './open-database.ts';

/**
 * Reads over a long time as everything stood at one instant. The embedded database has one connection, which nobody may
 * hold for so long: there each page is read as it stands then.
 */
export function inSnapshot<Done>({ em, pglite }: Database, read: (em: Em) => Promise<Done>): Promise<Done> {
  if (pglite) return read(em.fork() as Em);
  return em.fork({ clear: true }).transactional((inner) => read(inner as Em), { isolationLevel: IsolationLevel.REPEATABLE_READ, readOnly: true });
}
