import { refusalText } from '#api-client';
import { showToast } from '#design';
import { useKeptDraft } from '#drafts';
import { type LifecycleModelToEditQuery, UpdateLifecycleModelDocument } from '#operations';
import { m, useLanguage } from '#words';
import { useApolloClient, useMutation } from '@apollo/client/react';
import { useCallback, useState } from 'react';
import { loadModels } from '../models/load-models.ts';
import { asPublished, type ModelDraft } from './model-draft.ts';

export type EditedModel = NonNullable<LifecycleModelToEditQuery['lifecycleModel']>;

interface Problem {
  /** Its place in the model: `stages.2.rule`. */
  readonly field: string | undefined;
  readonly text: string;
  /** Somebody else published meanwhile: this is how it stands now. */
  readonly theirs?: EditedModel;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What the editor holds until it is published. */
export function useModelForm(saved: EditedModel) {
  const language = useLanguage();
  const client = useApolloClient();
  // With the version in which it stood when the editing began: what somebody else published meanwhile is not written over.
  const kept = useKeptDraft<{ readonly version?: number; readonly model?: ModelDraft }>(`lifecycle.${saved.id}`, () => ({}));
  const { model: draft = saved.definition as ModelDraft, version = saved.version } = kept.draft;
  const setDraft = (model: ModelDraft) => kept.setDraft({ version, model });
  const [problem, setProblem] = useState<Problem>();
  // The stage of each rule that cannot be read as it stands on the screen: the draft holds the last one that could.
  const [open, setOpen] = useState<readonly string[]>([]);
  const hold = useCallback((stage: string) => {
    setOpen((before) => [...before, stage]);
    return () => setOpen((before) => before.toSpliced(before.indexOf(stage), 1));
  }, []);
  const [strict, setStrict] = useState(false);
  // What is written in the form belongs to what it began with.
  const [round, setRound] = useState(0);
  const begin = () => {
    setRound(round + 1);
    setStrict(false);
    setProblem(undefined);
  };
  const [update, { loading }] = useMutation(UpdateLifecycleModelDocument);
  const publish = async (over?: number): Promise<boolean> => {
    const { data } = await update({ variables: { input: { id: saved.id, expectedVersion: over ?? version, model: asPublished(draft) } } });
    const { refusal, lifecycleModel: theirs } = data?.updateLifecycleModel ?? {};
    if (refusal) {
      setProblem({
        field: refusal.field?.replace(/^model\./, ''), text: refusalText(refusal, language),
        ...(refusal.code === 'STALE_VERSION' && theirs ? { theirs } : {}),
      });
      return false;
    }
    setProblem(undefined);
    kept.forget();
    await loadModels(true);
    client.cache.evict({ fieldName: 'lifecycleOverview' });
    showToast(m.lifecycle_published());
    return true;
  };
  const take = (theirs: EditedModel) => {
    kept.setDraft({ version: theirs.version, model: theirs.definition as ModelDraft });
    begin();
  };
  const startAnew = () => {
    kept.startAnew();
    begin();
  };
  const unfinished = draft.stages.flatMap(({ key }) => (open.includes(key) ? [key] : []));
  const save = async (over?: number): Promise<boolean> => {
    const at = draft.stages.findIndex(({ key }) => key === unfinished[0]);
    if (at >= 0) {
      setStrict(true);
      setProblem({ field: `stages.${at}.rule`, text: m.lifecycle_unfinished() });
      return false;
    }
    return publish(over).catch(() => {
      setProblem({ field: undefined, text: m.lifecycle_failed() });
      return false;
    });
  };
  return {
    draft, setDraft, kept: { isBack: kept.isBack, startAnew }, problem, take, save, busy: loading,
    dirty: unfinished.length > 0 || !same(draft, saved.definition),
    /** Stages of which a rule is not finished; who writes one says so by `hold`, and takes it back by what that answers. */
    unfinished, hold, strict, round,
  };
}

export type ModelForm = ReturnType<typeof useModelForm>;
