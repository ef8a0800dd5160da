import { type Em, transact } from '@orbita/database/connection';
import type { Database } from '@orbita/database/database';
import { eraseAgain, unknownErasures } from '@orbita/database/privacy';
import { systemWriting } from '#sessions';
import { readRegister } from './register.ts';

/** Erases again whom a restored database holds although the register says that he was erased; before anybody is answered. Answers how many. */
export async function applyRegister({ em }: Database, path: string, now: Date): Promise<number> {
  const register = readRegister(path);
  if (register.length === 0) return 0;
  const unknown = await unknownErasures(em.fork(), register.map(({ id }) => id));
  if (unknown.size === 0) return 0;
  const writing = await systemWriting(em.fork() as Em, 'JOB', now);
  let again = 0;
  for (const erasure of register.filter(({ id }) => unknown.has(id))) {
    if (await transact(em.fork(), (inner) => eraseAgain(inner, erasure, writing)) === true) again += 1;
  }
  return again;
}
