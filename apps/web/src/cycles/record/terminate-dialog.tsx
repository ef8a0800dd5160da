import { DateField, Dialog, Fields, KeyHint, showToast, useFormatting } from '#design';
import { TerminateContractDocument } from '#operations';
import { useShortcut } from '#shortcuts';
import { m } from '#words';
import { useMutation } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { localDate, startOfDay, toIso } from '@orbita/domain/calendar';
import { useState } from 'react';
import type { CycleDetails } from './use-customer-cycles.ts';

interface TerminateDialogProps {
  readonly order: NonNullable<CycleDetails['order']>;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Notice of a contract: it ends on a day, at the latest when it would have ended. */
export function TerminateDialog({ order, onClose, onDone }: TerminateDialogProps) {
  const { timeZone } = useFormatting();
  const end = Date.parse(order.contractEndsAt!);
  const last = localDate(end, timeZone);
  const [day, setDay] = useState(last);
  const [problem, setProblem] = useState<string>();
  const [terminate, { loading }] = useMutation(TerminateContractDocument);
  const submit = async () => {
    const effectiveAt = toIso(day === last ? end : startOfDay(day, timeZone));
    const { data } = await terminate({ variables: { input: { id: order.id, expectedVersion: order.version, effectiveAt } } }).catch(() => ({ data: undefined }));
    const no = data ? data.terminateContract.refusal?.message : m.cycles_not_saved();
    if (no) return setProblem(no);
    showToast(m.cycles_terminated());
    onClose();
    onDone();
  };
  useShortcut({ keys: 'mod+enter', label: m.cycles_terminate_action(), group: 'page', inDialog: true, run: () => void submit() }, !loading && day !== '');
  return (
    <Dialog
      title={m.cycles_terminate_title({ number: order.number })} onClose={onClose} size="small"
      footer={(
        <>
          <Button variant="default" onClick={onClose}>{m.design_cancel()}</Button>
          <Button loading={loading} disabled={day === ''} onClick={() => void submit()} rightSection={<KeyHint keys="mod+enter" onAccent />}>{m.cycles_terminate_action()}</Button>
        </>
      )}
    >
      <Fields>
        <p>{m.cycles_terminate_text()}</p>
        <DateField label={m.cycles_terminate_at()} required autoFocus data-autofocus value={day} error={problem} onChange={setDay} />
      </Fields>
    </Dialog>
  );
}
