import { refusalText } from '#api-client';
import { CheckField, Dialog, FieldRow, Fields, NumberField, TextField } from '#design';
import { CreateBusinessLineDocument, type LineFragment, UpdateBusinessLineDocument } from '#operations';
import { m, useLanguage } from '#words';
import { useMutation } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { type FormEvent, useId, useState } from 'react';

const fields = ['fallbackRhythmDays', 'graceDays', 'minAfterSalesDays'] as const;

export function LineDialog({ line, onClose }: { readonly line: LineFragment | undefined; readonly onClose: () => void }) {
  const formId = useId();
  const language = useLanguage();
  const [draft, setDraft] = useState({
    name: line?.name ?? '', fallbackRhythmDays: line?.fallbackRhythmDays ?? 120, graceDays: line?.graceDays ?? 30,
    minAfterSalesDays: line?.minAfterSalesDays ?? 30, isDefault: line?.isDefault ?? false,
  });
  const [problem, setProblem] = useState<{ readonly field: string; readonly text: string }>();
  const again = { refetchQueries: ['BusinessLines', 'RuleNames'] };
  const [create, creating] = useMutation(CreateBusinessLineDocument, again);
  const [update, updating] = useMutation(UpdateBusinessLineDocument, again);
  const errorOf = (field: string) => (problem?.field === field ? problem.text : undefined);
  const labels = { fallbackRhythmDays: m.company_rhythm(), graceDays: m.company_grace(), minAfterSalesDays: m.company_after_sales() };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const refusal = line
      ? (await update({ variables: { input: { id: line.id, expectedVersion: line.version, ...draft } } })).data?.updateBusinessLine.refusal
      : (await create({ variables: { input: draft } })).data?.createBusinessLine.refusal;
    if (refusal) setProblem({ field: refusal.field ?? '', text: refusalText(refusal, language) });
    else onClose();
  };
  return (
    <Dialog
      title={line?.name ?? m.company_new_line()} onClose={onClose}
      footer={<><Button variant="default" onClick={onClose}>{m.rules_cancel()}</Button><Button type="submit" form={formId} loading={creating.loading || updating.loading}>{m.company_save()}</Button></>}
    >
      <form id={formId} onSubmit={(event) => void submit(event).catch(() => setProblem({ field: '', text: m.company_failed() }))}>
        <Fields refusal={problem && problem.field !== 'name' && !fields.some((field) => field === problem.field) ? problem.text : undefined}>
          <TextField label={m.company_name()} value={draft.name} data-autofocus required maxLength={80} error={errorOf('name')} onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })} />
          <FieldRow>
            {fields.map((field) => (
              <NumberField
                key={field} label={labels[field]} suffix={` ${m.rules_days()}`} allowDecimal={false} value={draft[field]} error={errorOf(field)}
                onChange={(days) => setDraft({ ...draft, [field]: Number(days) })}
              />
            ))}
          </FieldRow>
          {!line?.isDefault && <CheckField label={m.company_make_default()} checked={draft.isDefault} onChange={(event) => setDraft({ ...draft, isDefault: event.currentTarget.checked })} />}
        </Fields>
      </form>
    </Dialog>
  );
}
