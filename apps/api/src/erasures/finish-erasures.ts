import type { Em } from '@orbita/database/connection';
import { erasuresToFinish, markCleaned, markRegistered } from '@orbita/database/privacy';
import { cleanFolder } from './clean-files.ts';
import { addToRegister } from './register.ts';

/** What lies outside of the database. */
export interface Outside {
  /** The file in which erasures are remembered, for when an older backup is restored. */
  readonly register: string;
  /** Where letters lie that no server took. */
  readonly outbox: string;
}

/** Does what erasures leave to be done outside of the database: as often as it takes, twice does no harm. Answers how many are done. */
export async function finishErasures(em: Em, { register, outbox }: Outside, now: Date): Promise<number> {
  const waiting = await erasuresToFinish(em);
  for (const erasure of waiting) {
    if (!erasure.registered) {
      addToRegister(register, erasure);
      await markRegistered(em, erasure.id, now);
    }
    if (!erasure.cleaned) {
      cleanFolder(outbox, erasure);
      await markCleaned(em, erasure.id, now);
    }
  }
  return waiting.length;
}
