import { codeOf, type Em } from '#connection';
import { openChanges, passOver, type Step, takeStep } from './step.queries.ts';

export interface Running {
  /** The time at which each step is done. */
  readonly clock: () => Date;
  /** Hears of what could not be done for a fault of ours. */
  readonly onProblem?: ((error: unknown, bulkChangeId: string) => void) | undefined;
}

/** Leaves the rest to the next run after so many milliseconds, so that one run never seems lost. */
const longestRun = 20 * 60_000;
const mostTries = 3;
/** Another writer held the same things in another order, or merged one meanwhile: done again, it goes. */
const again = new Set(['40001', '40P01', '55P03']);

/**
 * Goes on with everything that was started, a step of each in turn, so that a small change does not wait for a large one.
 * Killed at any moment, the next run goes on behind the last step that is there.
 */
export async function runBulkChanges(em: Em, running: Running): Promise<void> {
  const began = running.clock().getTime();
  const busy = new Set<string>();
  for (let open = await openChanges(em); open.some((id) => !busy.has(id)); open = await openChanges(em)) {
    for (const id of open.filter((one) => !busy.has(one))) {
      if (await carefulStep(em, id, running) === 'BUSY') busy.add(id);
      if (running.clock().getTime() - began > longestRun) return;
    }
  }
}

/** One step; when one of its rows cannot be done for a fault of ours, the rows one by one, and that one is passed over. */
async function carefulStep(em: Em, id: string, running: Running): Promise<Step> {
  try {
    return await triedStep(em, id, running);
  } catch (error) {
    if (isCutOff(error)) throw error;
    running.onProblem?.(error, id);
  }
  for (let row = 0; row < 25; row += 1) {
    try {
      const step = await triedStep(em, id, running, 1);
      if (step !== 'MORE') return step;
    } catch (error) {
      if (isCutOff(error)) throw error;
      await passOver(em, id, running.clock());
    }
  }
  return 'MORE';
}

async function triedStep(em: Em, id: string, { clock }: Running, most?: number): Promise<Step> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await takeStep(em, id, clock(), most);
    } catch (error) {
      if (tries === mostTries || !again.has(codeOf(error))) throw error;
    }
  }
}

/** Without the database nothing is the fault of a row. */
const isCutOff = (error: unknown): boolean => !/^(?:2[0-9A-Z]|4[0-9]|P0)[0-9A-Z]{3}$/.test(codeOf(error)) && codeOf(error) !== '';
