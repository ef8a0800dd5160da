import { refusalText, type Refused } from '#api-client';
import { showToast } from '#design';
import { ActivateLifecycleModelDocument, CreateLifecycleModelDocument, DeactivateLifecycleModelDocument, type ModelHeadFragment } from '#operations';
import { m, useLanguage } from '#words';
import { useMutation } from '@apollo/client/react';
import type { Bilingual } from '@orbita/domain/facts';
import { loadModels } from './load-models.ts';

/** What is done to a model as a whole. */
export function useModelActs() {
  const language = useLanguage();
  const [create, creating] = useMutation(CreateLifecycleModelDocument);
  const [activate] = useMutation(ActivateLifecycleModelDocument);
  const [deactivate] = useMutation(DeactivateLifecycleModelDocument);
  const failed = () => showToast(m.lifecycle_failed(), { tone: 'bad' });
  const said = (refusal: Refused | null | undefined): boolean => {
    if (refusal) showToast(refusalText(refusal, language), { tone: 'bad' });
    return Boolean(refusal);
  };
  const begin = async (name: Bilingual, copyOf: string | null): Promise<ModelHeadFragment | undefined> => {
    const { data } = await create({ variables: { input: { name, copyOf } } });
    if (said(data?.createLifecycleModel.refusal)) return undefined;
    await loadModels(true);
    return data?.createLifecycleModel.lifecycleModel ?? undefined;
  };
  const turn = async ({ id, version, name }: ModelHeadFragment, on: boolean): Promise<void> => {
    const variables = { input: { id, expectedVersion: version } };
    const refusal = on
      ? (await activate({ variables })).data?.activateLifecycleModel.refusal
      : (await deactivate({ variables })).data?.deactivateLifecycleModel.refusal;
    if (said(refusal)) return;
    await loadModels(true);
    showToast(on ? m.lifecycle_is_on({ name }) : m.lifecycle_is_off({ name }));
  };
  return { begin, turn, failed, busy: creating.loading };
}
