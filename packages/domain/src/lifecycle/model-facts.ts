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

/** A fact about the stages of whatever model, by its key alone: enough to compare it where no catalogue names the model. */
export function stageFactOf(key: string): FactDefinition | undefined {
  const model = isStageFact(key) ? key.slice(key.indexOf('.') + 1) : undefined;
  return model === undefined ? undefined : stageFactsOf(model, { en: model, es: model }, {}).find((fact) => fact.key === key);
}
