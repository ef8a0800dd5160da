import type { CreatePipelineInput, PipelineDetailsFragment } from '#operations';
import type { Rule } from '@orbita/domain/rules';

/** A stage as it is edited. A new one gets its key from its name when it is saved; a known key never changes. */
export interface StageDraft {
  readonly id: string;
  readonly key: string | null;
  readonly en: string;
  readonly es: string;
  readonly probability: number;
  readonly staleAfterDays: number | null;
  readonly gate: Rule | undefined;
}

export interface PipelineDraft {
  readonly en: string;
  readonly es: string;
  readonly lineId: string | null;
  readonly stages: readonly StageDraft[];
}

export const newStage = (probability: number): StageDraft =>
  ({ id: crypto.randomUUID(), key: null, en: '', es: '', probability, staleAfterDays: 14, gate: undefined });

export const draftOf = (pipeline: PipelineDetailsFragment | undefined): PipelineDraft => (pipeline === undefined
  ? { en: '', es: '', lineId: null, stages: [newStage(10), newStage(50), newStage(90)] }
  : {
    ...texts(pipeline.names), lineId: pipeline.line?.id ?? null,
    stages: pipeline.stages.map(({ key, names, probability, staleAfterDays, gate }) => ({ id: key, key, ...texts(names), probability, staleAfterDays, gate: (gate ?? undefined) as Rule | undefined })),
  });

const texts = ({ en, es }: { readonly en: string; readonly es: string }) => ({ en, es });

/** What is sent: a name in one language stands for both. */
export function inputOf({ stages, lineId, en, es }: PipelineDraft): CreatePipelineInput {
  const taken = new Set(stages.flatMap(({ key }) => key ?? []));
  return {
    name: both({ en, es }), lineId,
    stages: stages.map(({ key, probability, staleAfterDays, gate, ...text }) => ({ key: key ?? keyFor(both(text).en, taken), name: both(text), probability, staleAfterDays, gate: gate ?? null })),
  };
}

const both = ({ en, es }: { readonly en: string; readonly es: string }) => ({ en: en.trim() || es.trim(), es: es.trim() || en.trim() });

function keyFor(name: string, taken: Set<string>): string {
  const plain = name.normalize('NFD').replaceAll(/\p{Mark}/gu, '').toLowerCase().replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^[^a-z]+|-+$/g, '').slice(0, 36) || 'stage';
  for (let count = 1; ; count += 1) {
    const key = count === 1 ? plain : `${plain}-${count}`;
    if (taken.has(key)) continue;
    taken.add(key);
    return key;
  }
}

export const swapped = (stages: readonly StageDraft[], at: number, by: -1 | 1): readonly StageDraft[] => {
  const [one, other] = [stages[at], stages[at + by]];
  return one && other ? stages.map((stage, index) => (index === at ? other : index === at + by ? one : stage)) : stages;
};
