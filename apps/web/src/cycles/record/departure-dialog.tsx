import { Dialog, Fields, KeyHint, LongTextField, SelectField, showToast } from '#design';
import { type ChurnReason, RecordDepartureDocument } from '#operations';
import { useShortcut } from '#shortcuts';
import { m, useLanguage } from '#words';
import { useMutation } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { churnReasons } from '@orbita/domain/facts';
import { useState } from 'react';
import type { CyclesOfCustomer } from './use-customer-cycles.ts';

interface DepartureDialogProps {
  readonly customer: CyclesOfCustomer;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** The customer says that he leaves, and why. */
export function DepartureDialog({ customer, onClose, onDone }: DepartureDialogProps) {
  const language = useLanguage();
  const [reason, setReason] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState<{ readonly field: string | null; readonly text: string }>();
  const [record, { loading }] = useMutation(RecordDepartureDocument);
  const submit = async () => {
    if (!reason) return setProblem({ field: 'reason', text: m.cycles_reason_needed() });
    const input = { id: customer.id, expectedVersion: customer.version, reason: reason as ChurnReason, ...(note.trim() ? { note } : {}) };
    const { data } = await record({ variables: { input } }).catch(() => ({ data: undefined }));
    const no = data?.recordDeparture.refusal;
    if (!data || no) return setProblem({ field: no?.field ?? null, text: no?.message ?? m.cycles_not_saved() });
    showToast(m.cycles_left_done({ name: customer.name }));
    onClose();
    onDone();
  };
  useShortcut({ keys: 'mod+enter', label: m.cycles_left_action(), group: 'page', inDialog: true, run: () => void submit() }, !loading);
  const at = (field: string) => (problem?.field === field ? problem.text : undefined);
  return (
    <Dialog
      title={m.cycles_left_title({ name: customer.name })} onClose={onClose} size="small"
      footer={(
        <>
          <Button variant="default" onClick={onClose}>{m.design_cancel()}</Button>
          <Button color="red.9" loading={loading} onClick={() => void submit()} rightSection={<KeyHint keys="mod+enter" onAccent />}>{m.cycles_left_action()}</Button>
        </>
      )}
    >
      <Fields refusal={problem && !['reason', 'note'].includes(problem.field ?? '') ? problem.text : undefined}>
        <p>{m.cycles_left_text()}</p>
        <SelectField
          label={m.cycles_left_reason()} required data-autofocus value={reason} error={at('reason')} onChange={setReason}
          data={Object.entries(churnReasons).map(([value, label]) => ({ value, label: label[language] }))}
        />
        <LongTextField label={m.cycles_left_note()} value={note} maxLength={500} error={at('note')} onChange={(event) => setNote(event.currentTarget.value)} />
      </Fields>
    </Dialog>
  );
}
