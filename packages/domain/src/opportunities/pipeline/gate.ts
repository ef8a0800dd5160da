import type { Viewer } from '#access';
import type { Instant } from '#calendar';
import type { FactValue } from '#facts';
import { type Refusal, refuse } from '#refusal';
import { type Catalogue, describeRule, evaluateRule, isLeaf, type Rule, type Subject, type Truth } from '#rules';
import { opportunityCatalogue } from '../opportunity-facts.ts';
import type { PipelineStage } from './pipeline.ts';

/** One thing that keeps a gate shut. */
export interface Missing {
  /** Key of the stage whose gate it is. */
  readonly stage: string;
  /** The smallest part of the gate that must come true; an `or` stays whole, as any of its parts would do. */
  readonly rule: Rule;
  /** False, or not known. */
  readonly truth: Exclude<Truth, true>;
  /** What the predicate read: null is missing; undefined where it is no single predicate, or the fact is not there. */
  readonly value: FactValue | undefined;
}

/**
 * What is missing to leave a stage; nothing when its gate holds. The subject holds the real facts of opportunity and
 * customer, not what the viewer may read of them: a gate is the company's, not the viewer's.
 */
export const missingForGate = (stage: PipelineStage, subject: Subject, now: Instant): readonly Missing[] =>
  missingOf(stage.gate, subject, now).map((missing) => ({ stage: stage.key, ...missing }));

function missingOf(rule: Rule, subject: Subject, now: Instant): Omit<Missing, 'stage'>[] {
  const truth = evaluateRule(rule, subject, now);
  if (truth === true) return [];
  if ('and' in rule) return rule.and.flatMap((part) => missingOf(part, subject, now));
  if ('assume' in rule && !rule.assume) return missingOf(rule.rule, subject, now);
  return [{ rule, truth, value: isLeaf(rule) ? subject.facts[rule.fact] : undefined }];
}

/** Whether a gate stays shut whatever is true: it asks for one of no choices. */
export function neverHolds(rule: Rule): boolean {
  if ('or' in rule) return rule.or.every(neverHolds);
  return 'and' in rule && rule.and.some(neverHolds);
}

/** Somebody takes it upon himself that a gate does not hold. */
export interface GateOverride {
  readonly viewer: Pick<Viewer, 'userId' | 'role'>;
  readonly reason: string;
}

/** What is recorded of gates that did not hold and were passed all the same. */
export interface OverriddenGates {
  /** Who did it; null for the customer, who accepted a quote. */
  readonly by: string | null;
  readonly reason: string;
  readonly missing: readonly Missing[];
}

const longestReason = 500;

/** Whether somebody may pass a gate that does not hold: those who answer for the pipeline. */
export const mayOverrideGates = ({ role }: Pick<Viewer, 'role'>): boolean => role === 'administrator' || role === 'manager';

/**
 * Passes the gates of stages: null when all hold, what was overridden when somebody who may gave a reason, else
 * GATE_NOT_MET of the first stage that cannot be left, saying in both languages what is missing.
 */
export function passGates(
  stages: readonly PipelineStage[], subject: Subject, now: Instant, override?: GateOverride | null, catalogue: Catalogue = opportunityCatalogue(),
): OverriddenGates | null | Refusal {
  const missing = stages.flatMap((stage) => missingForGate(stage, subject, now));
  const shut = stages.find((stage) => missing.some((one) => one.stage === stage.key));
  if (!shut) return null;
  if (!override) return gateNotMet(shut, missing.filter((one) => one.stage === shut.key), catalogue);
  if (!mayOverrideGates(override.viewer)) return refuse('FORBIDDEN', { field: 'override' });
  const reason = override.reason.trim();
  if (reason === '') return refuse('REQUIRED', { field: 'override.reason' });
  if (reason.length > longestReason) return refuse('TOO_LONG', { field: 'override.reason', details: { maximum: longestReason } });
  return { by: override.viewer.userId, reason, missing };
}

function gateNotMet(stage: PipelineStage, missing: readonly Missing[], catalogue: Catalogue): Refusal {
  const told = (language: 'en' | 'es'): string => missing.map(({ rule }) => describeRule(rule, catalogue, language)).join('; ');
  return refuse('GATE_NOT_MET', {
    field: 'to',
    details: { stage: stage.key, stageEn: stage.name.en, stageEs: stage.name.es, missing: missing.length, missingEn: told('en'), missingEs: told('es') },
  });
}
