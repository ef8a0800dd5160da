import { setTimeout } from 'node:timers/promises';
import { isRefused, type Refusal } from '@orbita/domain/refusal';
import { codeOf } from './code-of.ts';
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
/** In milliseconds. */
const breath = 10;
/** It was changed meanwhile; or two waited for each other in a ring, and the database let this one go. */
const again = new Set(['40001', '40P01']);

/**
 * Runs one decision in one transaction of its own. A refusal rolls everything back and is the answer;
 * an exception rolls back and goes on.
 */
export async function transact<Done>(em: Em, decide: (em: Em) => Promise<Done | Refusal>): Promise<Done | Refusal> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await tryOnce(em, decide);
    } catch (error) {
      if (!again.has(codeOf(error)) || tries === mostTries) throw error;
      // Whoever waited for what was let go must have it before it is asked for again: else both stand in the ring once more.
      await setTimeout(breath * tries * (1 + Math.random()));
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

/**
 * One decision of several in a transaction that is open: a refusal, or an exception, takes back what it wrote and leaves
 * the others as they are.
 */
export async function attempt<Done>(em: Em, decide: (em: Em) => Promise<Done | Refusal>): Promise<Done | Refusal> {
  try {
    return await em.transactional(async (inner) => {
      const answer = await decide(inner as Em);
      if (isRefused(answer)) throw new RolledBack(answer);
      return answer;
    }, { clear: true });
  } catch (error) {
    if (error instanceof RolledBack) return error.refusal;
    throw error;
  }
}

class Tried<Answer> extends Error {
  readonly answer: Answer;
  constructor(answer: Answer) {
    super('taken back');
    this.answer = answer;
  }
}

/** What work would answer: it is done in a transaction of its own, which is taken back. */
export async function tryOut<Answer>(em: Em, work: (em: Em) => Promise<Answer>): Promise<Answer> {
  try {
    return await em.fork({ clear: true }).transactional(async (inner): Promise<never> => { throw new Tried(await work(inner as Em)); });
  } catch (error) {
    if (error instanceof Tried) return error.answer as Answer;
    throw error;
  }
}
