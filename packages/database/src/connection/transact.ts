import { isRefused, type Refusal } from '@orbita/domain/refusal';
import type { Em } from './open-connection.ts';

/** Thrown to roll a transaction back when the answer is a refusal: nothing half-done stays behind. */
class RolledBack extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/**
 * Runs one decision in one transaction of its own. A refusal rolls everything back and is the answer;
 * an exception rolls back and goes on.
 */
export async function transact<Done>(em: Em, decide: (em: Em) => Promise<Done | Refusal>): Promise<Done | Refusal> {
  try {
    return await em.fork({ clear: true }).transactional(async (inner) => {
      const answer = await decide(inner as Em);
      if (isRefused(answer)) throw new RolledBack(answer);
      return answer;
    });
  } catch (error) {
    if (error instanceof RolledBack) return error.refusal;
    throw error;
  }
}
