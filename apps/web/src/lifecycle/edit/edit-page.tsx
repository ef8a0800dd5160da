import { ErrorState, FieldRow, KeyHint, PageHeader, SkeletonRows, TextField, lazily } from '#design';
import { DraftNote } from '#drafts';
import { LifecycleModelToEditDocument } from '#operations';
import { NotFoundPage } from '#shell';
import { useShortcut } from '#shortcuts';
import { m } from '#words';
import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { addStage } from './model-draft.ts';
import { StageList } from './stage-list.tsx';
import { ModelProblem } from './model-problem.tsx';
import { type EditedModel, useModelForm } from './use-model-form.ts';
import styles from './edit.module.css';

const StageForm = lazily(async () => (await import('./stage-form.tsx')).StageForm);
const Preview = lazily(async () => (await import('./preview.tsx')).Preview);

export function LifecycleEditPage({ id }: { readonly id: string }) {
  const { data, error, refetch } = useQuery(LifecycleModelToEditDocument, { variables: { id } });
  if (error && !data) return <><PageHeader title={m.shell_nav_lifecycle()} /><ErrorState error={error} onRetry={() => void refetch()} /></>;
  if (!data) return <><PageHeader title={m.shell_nav_lifecycle()} /><SkeletonRows rows={14} /></>;
  return data.lifecycleModel?.viewerCanUpdate ? <ModelEditor model={data.lifecycleModel} /> : <NotFoundPage />;
}

/** Left, the stages; in the middle, the one that is edited; right, what publishing would do. */
function ModelEditor({ model }: { readonly model: EditedModel }) {
  const navigate = useNavigate();
  const form = useModelForm(model);
  const { draft, setDraft } = form;
  const [picked, setPicked] = useState(draft.stages[0]?.key);
  const stage = draft.stages.find(({ key }) => key === picked) ?? draft.stages[0];
  // Beside the one that is shown those of which a rule is half written: out of sight, they keep it.
  const written = draft.stages.filter(({ key }) => key === stage?.key || form.unfinished.includes(key));
  const publish = async (over?: number) => {
    if (form.unfinished[0]) setPicked(form.unfinished[0]);
    if (await form.save(over)) void navigate({ to: '/lifecycle' });
  };
  useShortcut({ keys: 'mod+enter', label: m.lifecycle_publish(), group: 'page', run: () => void publish() }, form.dirty && !form.busy);
  const add = () => {
    const next = addStage(draft, newStage(), newStrategy());
    setDraft(next);
    setPicked(next.stages.at(-1)?.key);
  };
  const rename = (language: 'en' | 'es', text: string) => setDraft({ ...draft, name: { ...draft.name, [language]: text } });
  return (
    <>
      <PageHeader
        title={model.name}
        beside={<Link to="/lifecycle" className={styles.back}>{m.shell_nav_lifecycle()}</Link>}
        actions={<Button loading={form.busy} disabled={!form.dirty} onClick={() => void publish()} rightSection={<KeyHint keys="mod+enter" onAccent />}>{m.lifecycle_publish()}</Button>}
      />
      <div className={styles.page}>
        <section className={styles.side} aria-label={m.lifecycle_stages()}>
          {form.dirty && <DraftNote {...form.kept} />}
          <ModelProblem form={form} onOver={(version) => void publish(version)} />
          <FieldRow>
            <TextField label={m.lifecycle_name_es()} value={draft.name.es} maxLength={60} onChange={(event) => rename('es', event.currentTarget.value)} />
            <TextField label={m.lifecycle_name_en()} value={draft.name.en} maxLength={60} onChange={(event) => rename('en', event.currentTarget.value)} />
          </FieldRow>
          <StageList draft={draft} picked={stage?.key} onPick={setPicked} onDraft={setDraft} onAdd={add} />
        </section>
        <section className={styles.middle} aria-label={m.lifecycle_stage()}>
          {written.map((each) => <div key={`${each.key} ${form.round}`} hidden={each !== stage}><StageForm form={form} stage={each} /></div>)}
        </section>
        <aside className={styles.right} aria-label={m.lifecycle_preview()}><Preview model={model} draft={draft} /></aside>
      </div>
    </>
  );
}

const newStage = () => ({ en: m.lifecycle_new_stage({}, { locale: 'en' }), es: m.lifecycle_new_stage({}, { locale: 'es' }) });
const newStrategy = () => ({ en: m.lifecycle_new_strategy({}, { locale: 'en' }), es: m.lifecycle_new_strategy({}, { locale: 'es' }) });
