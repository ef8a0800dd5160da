import { type LifecycleModel, type LifecycleStage } from '@orbita/domain/lifecycle';

/** A model while it is edited: as it will be published. */
export type ModelDraft = LifecycleModel;

const moved = <Part>(list: readonly Part[], from: number, to: number): readonly Part[] => {
  if (to < 0 || to >= list.length) return list;
  const next = [...list];
  const [part] = next.splice(from, 1);
  return part === undefined ? list : next.toSpliced(to, 0, part);
};

export const withStage = (draft: ModelDraft, key: string, change: Partial<LifecycleStage>): ModelDraft =>
  ({ ...draft, stages: draft.stages.map((stage) => (stage.key === key ? { ...stage, ...change } : stage)) });

/** Another place in display order. */
export const moveStage = (draft: ModelDraft, key: string, by: -1 | 1): ModelDraft => {
  const at = draft.stages.findIndex((stage) => stage.key === key);
  return { ...draft, stages: moved(draft.stages, at, at + by) };
};

/** Tried sooner or later; the last takes whoever is in no other, and stays the last. */
export const moveTried = (draft: ModelDraft, key: string, by: -1 | 1): ModelDraft => {
  const { evaluationOrder } = draft;
  const at = evaluationOrder.indexOf(key);
  return takesTheRest(draft, key) || at + by === evaluationOrder.length - 1 ? draft : { ...draft, evaluationOrder: moved(evaluationOrder, at, at + by) };
};

export const takesTheRest = ({ evaluationOrder }: ModelDraft, key: string): boolean => evaluationOrder.at(-1) === key;

/** A stage more, tried just before the one that takes the rest. */
export function addStage(draft: ModelDraft, name: { readonly en: string; readonly es: string }, strategy: { readonly en: string; readonly es: string }): ModelDraft {
  const taken = new Set(draft.stages.map(({ key }) => key));
  let number = draft.stages.length + 1;
  while (taken.has(`STAGE_${number}`)) number += 1;
  const key = `STAGE_${number}`;
  const stage: LifecycleStage = {
    key, name, strategy, rule: { fact: 'ordersCount', is: 'ge', value: 1 }, signals: [], kpiBounds: [], npsBound: null, slaHours: 8, talkMinutes: 10,
  };
  return { ...draft, stages: [...draft.stages, stage], evaluationOrder: draft.evaluationOrder.toSpliced(-1, 0, key) };
}

export const removeStage = (draft: ModelDraft, key: string): ModelDraft => (takesTheRest(draft, key) ? draft : {
  ...draft, stages: draft.stages.filter((stage) => stage.key !== key), evaluationOrder: draft.evaluationOrder.filter((each) => each !== key),
});

/** A signal whose rule asks nothing would be noticed of everybody: it is one that people notice. */
export const asPublished = (draft: ModelDraft): ModelDraft => ({
  ...draft,
  stages: draft.stages.map((stage) => ({
    ...stage, signals: stage.signals.map((signal) => (signal.rule && 'and' in signal.rule && signal.rule.and.length === 0 ? { ...signal, rule: null } : signal)),
  })),
});
