import { refusalText } from '#api-client';
import { Dialog, Fields, KeyHint, LongTextField, SelectField, showToast, TextField } from '#design';
import { LoseOpportunityDocument, type LossReason } from '#operations';
import { useShortcut } from '#shortcuts';
import { m, useLanguage } from '#words';
import { useMutation } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { lossReasonLabels } from '@orbita/domain/opportunities';
import { type FormEvent, useId, useState } from 'react';
import type { InTurn, OpportunityRecord } from './use-opportunity.ts';

interface LoseDialogProps {
  readonly opportunity: OpportunityRecord;
  readonly inTurn: InTurn;
  readonly onClose: () => void;
  readonly onLost: () => void;
}

/** Why it was lost: what is not asked now, nobody learns from. */
export function LoseDialog({ opportunity: { id, title }, inTurn, onClose, onLost }: LoseDialogProps) {
  const formId = useId();
  const language = useLanguage();
  const [draft, setDraft] = useState({ reason: null as string | null, note: '', competitor: '' });
  const [problem, setProblem] = useState<{ readonly field: string; readonly text: string }>();
  const [lose, { loading }] = useMutation(LoseOpportunityDocument);
  const submit = async (event?: FormEvent) => {
    event?.preventDefault();
    if (draft.reason === null) return setProblem({ field: 'reason', text: m.opportunities_choose_reason() });
    const input = {
      id, reason: draft.reason as LossReason, ...(draft.note.trim() ? { note: draft.note } : {}), ...(draft.competitor.trim() ? { competitor: draft.competitor } : {}),
    };
    const answer = await inTurn((expectedVersion) => lose({ variables: { input: { ...input, expectedVersion } } })).catch(() => undefined);
    const result = answer?.data?.loseOpportunity;
    if (!result || result.refusal) return setProblem({ field: result?.refusal?.field ?? '', text: result?.refusal ? refusalText(result.refusal, language) : m.opportunities_not_saved() });
    showToast(m.opportunities_was_lost({ title }));
    onLost();
    return onClose();
  };
  const errorAt = (field: string) => (problem?.field === field ? problem.text : undefined);
  useShortcut({ keys: 'mod+enter', label: m.opportunities_lose(), group: 'page', inDialog: true, run: () => void submit() }, !loading);
  return (
    <Dialog
      title={m.opportunities_lose_title({ title })} onClose={onClose}
      footer={<><Button variant="default" onClick={onClose}>{m.design_cancel()}</Button><Button color="red.9" type="submit" form={formId} loading={loading} rightSection={<KeyHint keys="mod+enter" onAccent />}>{m.opportunities_lose()}</Button></>}
    >
      <form id={formId} onSubmit={(event) => void submit(event)} noValidate>
        <Fields refusal={problem && !['reason', 'note', 'competitor'].includes(problem.field) ? problem.text : undefined}>
          <SelectField
            label={m.opportunities_reason()} required data-autofocus value={draft.reason} error={errorAt('reason')} onChange={(reason) => setDraft({ ...draft, reason })}
            data={Object.entries(lossReasonLabels).map(([value, label]) => ({ value, label: label[language] }))}
          />
          <TextField label={m.opportunities_competitor()} autoComplete="off" value={draft.competitor} error={errorAt('competitor')} onChange={(event) => setDraft({ ...draft, competitor: event.currentTarget.value })} />
          <LongTextField label={m.opportunities_note()} maxLength={2000} value={draft.note} error={errorAt('note')} onChange={(event) => setDraft({ ...draft, note: event.currentTarget.value })} />
        </Fields>
      </form>
    </Dialog>
  );
}
