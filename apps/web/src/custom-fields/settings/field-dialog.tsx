import { refusalText } from '#api-client';
import { Dialog, FieldRow, Fields, KeyHint, ManySelectField, SelectField, showToast, SwitchField, TextField } from '#design';
import { CreateCustomFieldDocument, type CustomFieldDetailsFragment, CustomFieldStagesDocument, UpdateCustomFieldDocument } from '#operations';
import { useShortcut } from '#shortcuts';
import { roleName } from '#users';
import { m, useLanguage } from '#words';
import { useMutation, useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { type Role, roles } from '@orbita/domain/access';
import { type CustomEntity, customFieldTypes, hasOptions, mayBeRequired } from '@orbita/domain/custom-fields';
import { type FormEvent, useState } from 'react';
import { loadFields } from '../load-fields.ts';
import { createInputOf, draftOfField, type FieldDraft, updateInputOf } from './field-draft.ts';
import { typeWord } from './field-words.ts';
import { OptionsEditor } from './options-editor.tsx';

interface FieldDialogProps {
  readonly field: CustomFieldDetailsFragment | undefined;
  readonly entity: CustomEntity;
  readonly onClose: () => void;
}

const known = ['label.en', 'label.es', 'name', 'type', 'readers', 'requiredAtStages'];
const placeOf = (field: string | null | undefined): string => (field?.startsWith('options') ? 'options' : field ?? '');

function requiredWord(entity: CustomEntity): string {
  if (entity === 'LEAD') return m.fields_required_lead();
  return entity === 'CONTACT' ? m.fields_required_contact() : m.fields_required_long();
}

/** What a field is called, holds and asks. Its type and name are chosen once. */
export function FieldDialog({ field, entity, onClose }: FieldDialogProps) {
  const language = useLanguage();
  const [draft, setDraft] = useState<FieldDraft>(() => draftOfField(field));
  const set = (next: Partial<FieldDraft>) => setDraft((before) => ({ ...before, ...next }));
  const [problem, setProblem] = useState<{ readonly at: string; readonly text: string }>();
  const [create, creating] = useMutation(CreateCustomFieldDocument);
  const [update, updating] = useMutation(UpdateCustomFieldDocument);
  const stages = useStages(entity === 'OPPORTUNITY');
  const busy = creating.loading || updating.loading;
  const at = (...places: string[]) => (problem && places.includes(problem.at) ? problem.text : undefined);
  const send = async () => (field
    ? (await update({ variables: { input: updateInputOf(draft, field) } })).data?.updateCustomField
    : (await create({ variables: { input: createInputOf(draft, entity) } })).data?.createCustomField);
  const submit = async (event?: FormEvent) => {
    event?.preventDefault();
    const answer = await send().catch(() => undefined);
    if (!answer) return setProblem({ at: '', text: m.fields_failed() });
    if (answer.refusal) return setProblem({ at: placeOf(answer.refusal.field), text: refusalText(answer.refusal, language) });
    await loadFields(true);
    showToast(m.fields_saved({ name: answer.customField?.label ?? '' }));
    return onClose();
  };
  useShortcut({ keys: 'mod+enter', label: m.fields_save(), group: 'page', inDialog: true, run: () => void submit() }, !busy);
  return (
    <Dialog
      title={field?.label ?? m.fields_new()} onClose={onClose}
      footer={(
        <>
          <Button variant="default" onClick={onClose}>{m.design_cancel()}</Button>
          <Button type="submit" form="custom-field" loading={busy} rightSection={<KeyHint keys="mod+enter" onAccent />}>{m.fields_save()}</Button>
        </>
      )}
    >
      <form id="custom-field" noValidate onSubmit={(event) => void submit(event)}>
        <Fields refusal={problem && problem.at !== 'options' && !known.includes(problem.at) ? problem.text : undefined}>
          <FieldRow>
            <TextField label={m.fields_label_en()} data-autofocus maxLength={60} value={draft.en} error={at('label.en')} onChange={(event) => set({ en: event.currentTarget.value })} />
            <TextField label={m.fields_label_es()} maxLength={60} value={draft.es} error={at('label.es')} onChange={(event) => set({ es: event.currentTarget.value })} />
          </FieldRow>
          <FieldRow>
            <SelectField
              label={m.fields_type()} disabled={field !== undefined} value={draft.type} error={at('type')} onChange={(type) => type && set({ type: type as FieldDraft['type'] })}
              data={customFieldTypes.map((value) => ({ value, label: typeWord(value, language) }))}
            />
            <TextField label={m.fields_name()} description={m.fields_name_hint()} disabled={field !== undefined} maxLength={40} value={draft.name} error={at('name')} onChange={(event) => set({ name: event.currentTarget.value })} />
          </FieldRow>
          {draft.type === 'NUMBER' && (
            <SelectField
              label={m.fields_decimals()} disabled={field !== undefined} value={String(draft.decimals)} onChange={(decimals) => set({ decimals: Number(decimals) })}
              data={['0', '1', '2', '3', '4']}
            />
          )}
          {hasOptions(draft) && <OptionsEditor options={draft.options} error={at('options')} onChange={(options) => set({ options })} />}
          {mayBeRequired({ entity }) && (
            <SwitchField
              label={requiredWord(entity)} description={entity === 'LEAD' ? m.fields_required_lead_hint() : undefined}
              checked={draft.required} onChange={(event) => set({ required: event.currentTarget.checked })}
            />
          )}
          {entity === 'OPPORTUNITY' && (
            <ManySelectField label={m.fields_stages()} description={m.fields_stages_hint()} searchable value={[...draft.requiredAtStages]} data={stages} error={at('requiredAtStages')} onChange={(requiredAtStages) => set({ requiredAtStages })} />
          )}
          <ManySelectField
            label={m.fields_readers()} description={m.fields_readers_hint()} value={[...draft.readers]} error={at('readers')}
            data={roles.map((value) => ({ value, label: roleName(value) }))} onChange={(readers) => set({ readers: readers as Role[] })}
          />
        </Fields>
      </form>
    </Dialog>
  );
}

/** The stages of all pipelines, each once. */
function useStages(asked: boolean) {
  const { data } = useQuery(CustomFieldStagesDocument, { skip: !asked });
  const stages = (data?.pipelines ?? []).flatMap((pipeline) => pipeline.stages.map(({ key, name }) => [key, name] as const));
  return [...new Map(stages)].map(([value, label]) => ({ value, label }));
}
