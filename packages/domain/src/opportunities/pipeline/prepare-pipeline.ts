import type { Bilingual } from '#facts';
import { isRefused, type Refusal, refuse, refuseBecause } from '#refusal';
import { always, type Catalogue, parseRule } from '#rules';
import { opportunityCatalogue } from '../opportunity-facts.ts';
import { neverHolds } from './gate.ts';
import type { Pipeline, PipelineStage } from './pipeline.ts';

export interface PipelineStageInput {
  readonly key: string;
  readonly name: Bilingual;
  readonly probability: number;
  /** None: one may always leave it. */
  readonly gate?: unknown;
  readonly staleAfterDays?: number | null | undefined;
}

export interface PipelineInput {
  readonly name: Bilingual;
  readonly lineId?: string | null | undefined;
  readonly stages: readonly PipelineStageInput[];
}

const keyForm = /^[a-z][a-z0-9-]{0,39}$/;
const longestName = 60;
const mostStages = 20;
const longestStale = 3650;

/**
 * Checks a pipeline: keys of stages in small letters, each once; names in both languages; probabilities of 0–100 that do not fall
 * from stage to stage; gates that read what the catalogue offers. Refuses the first that is wrong (`stages.1.gate.and.0`).
 */
export function preparePipeline(input: PipelineInput, catalogue: Catalogue = opportunityCatalogue()): Pipeline | Refusal {
  const name = prepareName(input.name);
  if (isRefused(name)) return name;
  if (input.stages.length > mostStages) return refuse('OUT_OF_RANGE', { field: 'stages', details: { minimum: 1, maximum: mostStages } });
  const stages: PipelineStage[] = [];
  for (const [index, one] of input.stages.entries()) {
    const stage = prepareStage(one, stages, catalogue);
    if (isRefused(stage)) return { ...stage, field: `stages.${index}.${stage.field}` };
    stages.push(stage);
  }
  const [first, ...rest] = stages;
  if (!first) return refuse('REQUIRED', { field: 'stages' });
  return { name, lineId: input.lineId ?? null, stages: [first, ...rest] };
}

function prepareStage(input: PipelineStageInput, before: readonly PipelineStage[], catalogue: Catalogue): PipelineStage | Refusal {
  const { key, probability, staleAfterDays = null } = input;
  const wrong = wrongKey(key);
  if (wrong) return wrong;
  if (before.some((stage) => stage.key === key)) return refuse('ALREADY_EXISTS', { field: 'key', details: { value: key } });
  const name = prepareName(input.name);
  if (isRefused(name)) return name;
  const minimum = before.at(-1)?.probability ?? 0;
  if (!Number.isInteger(probability) || probability < minimum || probability > 100) {
    return refuse('OUT_OF_RANGE', { field: 'probability', details: { minimum, maximum: 100 } });
  }
  if (staleAfterDays !== null && (!Number.isInteger(staleAfterDays) || staleAfterDays < 1 || staleAfterDays > longestStale)) {
    return refuse('OUT_OF_RANGE', { field: 'staleAfterDays', details: { minimum: 1, maximum: longestStale } });
  }
  const gate = input.gate === undefined || input.gate === null ? always : parseRule(input.gate, catalogue);
  if (isRefused(gate)) return { ...gate, field: gate.field ? `gate.${gate.field}` : 'gate' };
  if (neverHolds(gate)) return refuseBecause('RULE_INVALID', 'NEVER_HOLDS', { field: 'gate' });
  return { key, name, probability, gate, staleAfterDays };
}

const wrongKey = (key: string): Refusal | null =>
  keyForm.test(key) ? null : refuse('INVALID_FORMAT', { field: 'key', details: { value: key.slice(0, 60), example: 'first-visit' } });

function prepareName(input: Bilingual): Bilingual | Refusal {
  const name = { en: input.en.replaceAll(/\s+/g, ' ').trim(), es: input.es.replaceAll(/\s+/g, ' ').trim() };
  for (const language of ['en', 'es'] as const) {
    if (name[language] === '') return refuse('REQUIRED', { field: `name.${language}` });
    if (name[language].length > longestName) return refuse('TOO_LONG', { field: `name.${language}`, details: { maximum: longestName } });
  }
  return name;
}
