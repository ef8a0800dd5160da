import type { Instant } from '#calendar';
import { deriveFacts, type Facts } from '#facts';
import { deciding, type Deciding, holds } from '#rules';
import type { LifecycleModel, LifecycleStage } from './model.ts';

/**
 * Why a customer stands in a stage: the predicates that decided, each with its truth and the value it read (in JSON null
 * is missing, no value at all is a room that does not exist), or that the stage takes whoever is in no other.
 */
export type Because = 'always' | readonly Deciding[];

/** Where a customer stands in a model, and why. */
export interface StageStanding {
  readonly stage: string;
  readonly because: Because;
}

/** The stage of a customer in a model: the first in evaluation order whose rule holds, neither false nor unknown. */
export function stageOf(model: LifecycleModel, facts: Facts, now: Instant): StageStanding {
  const subject = { facts: deriveFacts(facts, now) };
  const stage = stagesAsEvaluated(model).find(({ rule }) => holds(rule, subject, now));
  if (!stage) throw new Error(`No stage of the model ${model.key} takes this customer; the last one must take everybody.`);
  const reasons = deciding(stage.rule, subject, now);
  return { stage: stage.key, because: reasons.length === 0 ? 'always' : reasons };
}

/** The stages of a model in the order in which their rules are tried. */
export function stagesAsEvaluated(model: LifecycleModel): readonly LifecycleStage[] {
  const byKey = new Map(model.stages.map((stage) => [stage.key, stage]));
  return model.evaluationOrder.flatMap((key) => byKey.get(key) ?? []);
}
