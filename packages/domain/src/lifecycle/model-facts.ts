import { type FactDefinition, stageFactsOf } from '#facts';
import type { LifecycleModel } from './model.ts';

/**
 * The three facts of each model (`stage.‹key›`, `stageSince.‹key›`, `previousStage.‹key›`), to be handed to a rule
 * catalogue as its extra facts: those of an edited model take the place of those that ship.
 */
export function modelFacts(models: readonly LifecycleModel[]): readonly FactDefinition[] {
  return models.flatMap(({ key, name, stages }) =>
    stageFactsOf(key, name, Object.fromEntries(stages.map((stage) => [stage.key, stage.name]))));
}

/** Whether the fact says where a customer stands in a model; no entry rule may read it, so that models never go in circles. */
export function isStageFact(key: string): boolean {
  return /^(stage|stageSince|previousStage)\./.test(key);
}
