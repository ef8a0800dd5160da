import { refusalText } from '#api-client';
import { BothWays, ConfirmDialog, FieldRow, Fields, KeyHint, SelectField, showToast, TextField } from '#design';
import { DraftNote, useKeptDraft } from '#drafts';
import { BusinessLinesDocument, CreatePipelineDocument, DeletePipelineDocument, type PipelineDetailsFragment, UpdatePipelineDocument } from '#operations';
import { useShortcut } from '#shortcuts';
import { m, useLanguage } from '#words';
import { useMutation, useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type FormEvent, useId, useMemo, useState } from 'react';
import { draftOf, inputOf, newStage, type PipelineDraft, swapped } from './pipeline-draft.ts';
import { StageRow } from './stage-row.tsx';
import styles from './pipelines.module.css';

interface PipelineEditorProps {
  readonly pipeline: PipelineDetailsFragment | undefined;
  readonly onDone: (id: string | undefined) => void;
}

interface Problem {
  readonly field: string;
  readonly text: string;
  /** Somebody else saved meanwhile: the version that stands now. */
  readonly theirs?: number;
}

/** A pipeline as the company wants it; its opportunities follow at once. */
export function PipelineEditor({ pipeline, onDone }: PipelineEditorProps) {
  const formId = useId();
  const language = useLanguage();
  // With the version in which it stood when the editing began: what somebody else saved meanwhile is not written over.
  const kept = useKeptDraft<{ readonly version?: number; readonly edited?: PipelineDraft }>(`pipeline.${pipeline?.id ?? 'new'}`, () => ({}));
  const stands = useMemo(() => draftOf(pipeline), [pipeline]);
  const { edited: draft = stands, version = pipeline?.version ?? 0 } = kept.draft;
  const setDraft = (edited: PipelineDraft) => kept.setDraft({ version, edited });
  const [deleting, setDeleting] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const lines = useQuery(BusinessLinesDocument).data?.businessLines ?? [];
  const again = { refetchQueries: ['Pipelines'] };
  const [create, creating] = useMutation(CreatePipelineDocument, again);
  const [update, updating] = useMutation(UpdatePipelineDocument, again);
  const busy = creating.loading || updating.loading;
  const [remove] = useMutation(DeletePipelineDocument, again);
  const { stages } = draft;
  const setStages = (next: PipelineDraft['stages']) => setDraft({ ...draft, stages: next });
  const submit = async (event?: FormEvent, over?: number) => {
    event?.preventDefault();
    const input = inputOf(draft);
    const result = pipeline
      ? (await update({ variables: { input: { id: pipeline.id, expectedVersion: over ?? version, ...input } } })).data?.updatePipeline
      : (await create({ variables: { input } })).data?.createPipeline;
    if (result?.refusal) {
      const theirs = result.refusal.code === 'STALE_VERSION' ? result.pipeline?.version : undefined;
      return setProblem({ field: result.refusal.field ?? '', text: refusalText(result.refusal, language), ...(theirs === undefined ? {} : { theirs }) });
    }
    setProblem(undefined);
    kept.startAnew();
    showToast(m.opportunities_pipeline_saved());
    return onDone(result?.pipeline?.id);
  };
  const failed = () => setProblem({ field: '', text: m.opportunities_not_saved() });
  const discard = async () => {
    if (!pipeline) return;
    setDeleting(false);
    const result = (await remove({ variables: { input: { id: pipeline.id, expectedVersion: pipeline.version } } })).data?.deletePipeline;
    if (result?.refusal) return showToast(refusalText(result.refusal, language), { tone: 'bad' });
    kept.forget();
    showToast(m.opportunities_pipeline_deleted({ name: pipeline.name }));
    return onDone(undefined);
  };
  const giveUp = () => {
    kept.startAnew();
    setProblem(undefined);
    onDone(pipeline?.id);
  };
  useShortcut({ keys: 'mod+enter', label: m.opportunities_save(), group: 'page', run: () => void submit().catch(failed) }, !busy);
  const ofStage = (at: number) => (problem?.field.startsWith(`stages.${at}.`) ? { field: problem.field.slice(`stages.${at}.`.length), text: problem.text } : undefined);
  const errorAt = (field: string) => (problem?.field === field ? problem.text : undefined);
  return (
    <form id={formId} className={styles.editor} onSubmit={(event) => void submit(event).catch(failed)} noValidate>
      {JSON.stringify(draft) !== JSON.stringify(stands) && <DraftNote {...kept} />}
      <Fields refusal={problem && !/^(stages\.|name)/.test(problem.field) ? problem.text : undefined}>
        <FieldRow>
          <TextField label={m.opportunities_name_en()} value={draft.en} error={errorAt('name.en')} maxLength={60} onChange={(event) => setDraft({ ...draft, en: event.currentTarget.value })} />
          <TextField label={m.opportunities_name_es()} value={draft.es} error={errorAt('name.es')} maxLength={60} onChange={(event) => setDraft({ ...draft, es: event.currentTarget.value })} />
          <SelectField label={m.opportunities_line()} placeholder={m.opportunities_any_line()} clearable allowDeselect value={draft.lineId} data={lines.map(({ id, name }) => ({ value: id, label: name }))} onChange={(lineId) => setDraft({ ...draft, lineId })} />
        </FieldRow>
      </Fields>
      {problem?.theirs !== undefined && <BothWays onTheirs={giveUp} onMine={() => void submit(undefined, problem.theirs).catch(failed)} />}
      <ol className={styles.stages} aria-label={m.opportunities_stages()}>
        {stages.map((stage, at) => (
          <StageRow
            key={stage.id} stage={stage} at={at} count={stages.length} error={ofStage(at)} onChange={(next) => setStages(stages.map((each) => (each.id === stage.id ? next : each)))}
            onSwap={(by) => setStages(swapped(stages, at, by))} onRemove={() => setStages(stages.filter(({ id }) => id !== stage.id))}
          />
        ))}
      </ol>
      <Button variant="default" leftSection={<IconPlus size={13} />} style={{ justifySelf: 'start' }} onClick={() => setStages([...stages, newStage(stages.at(-1)?.probability ?? 10)])}>{m.opportunities_add_stage()}</Button>
      <div className={styles.footer}>
        {pipeline && <Button variant="subtle" color="red" onClick={() => setDeleting(true)}>{m.opportunities_delete_pipeline()}</Button>}
        <Button variant="default" onClick={giveUp} style={{ marginLeft: 'auto' }}>{m.design_cancel()}</Button>
        <Button type="submit" loading={busy} rightSection={<KeyHint keys="mod+enter" onAccent />}>{m.opportunities_save()}</Button>
      </div>
      {pipeline && deleting && (
        <ConfirmDialog title={m.opportunities_delete_pipeline_title({ name: pipeline.name })} action={m.opportunities_delete_pipeline()} dangerous onConfirm={() => void discard().catch(failed)} onClose={() => setDeleting(false)}>
          <p>{m.opportunities_delete_pipeline_text()}</p>
        </ConfirmDialog>
      )}
    </form>
  );
}
