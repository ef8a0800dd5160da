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

/** Thrown when what a decision took hold of became something else while it waited: it lets go of all and begins anew. */
export class ChangedMeanwhile extends Error {
  /** As of any transaction that is to be done again. */
  readonly code = '40001';
}

const mostTries = 5;

/**
 * Runs one decision in one transaction of its own. A refusal rolls everything back and is the answer;
 * an exception rolls back and goes on.
 */
export async function transact<Done>(em: Em, decide: (em: Em) => Promise<Done | Refusal>): Promise<Done | Refusal> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await tryOnce(em, decide);
    } catch (error) {
      if (!(error instanceof ChangedMeanwhile) || tries === mostTries) throw error;
    }
  }
}

async function tryOnce<Done>(em: Em, decide: (em: Em) => Promise<Done | Refusal>): Promise<Done | Refusal> {
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
