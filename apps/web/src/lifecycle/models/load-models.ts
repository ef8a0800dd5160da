import { apiClient } from '#api-client';
import { LifecycleModelsDocument, type ModelHeadFragment } from '#operations';
import { learnModels } from '#rules';
import type { Bilingual } from '@orbita/domain/facts';
import { type LifecycleModel, type LifecycleStage } from '@orbita/domain/lifecycle';

interface Labels {
  readonly name: Bilingual;
  readonly stages: Readonly<Record<string, Bilingual>>;
}

/** Reads what the company's models are called, so that rules can speak of their stages; again after one was changed. */
export async function loadModels(anew = false): Promise<void> {
  const { data } = await apiClient.query({ query: LifecycleModelsDocument, fetchPolicy: anew ? 'network-only' : 'cache-first', errorPolicy: 'ignore' });
  learnModels((data?.lifecycleModels ?? []).filter(({ active }) => active).map(named));
}

function named({ key, labels }: ModelHeadFragment): LifecycleModel {
  const { name, stages } = labels as Labels;
  return { key, name, evaluationOrder: [], stages: Object.entries(stages).map(([stage, called]) => ({ key: stage, name: called }) as LifecycleStage) };
}
