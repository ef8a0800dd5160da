import { CustomerField } from '#customer-field';
import { Dialog, Fields, KeyHint, showToast } from '#design';
import { SetReferrerDocument } from '#operations';
import { useShortcut } from '#shortcuts';
import { m } from '#words';
import { useMutation } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { CyclesOfCustomer } from './use-customer-cycles.ts';

interface ReferrerDialogProps {
  readonly customer: CyclesOfCustomer;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Somebody recommended him: found by name, noted once. */
export function ReferrerDialog({ customer, onClose, onDone }: ReferrerDialogProps) {
  const [referrerId, setReferrerId] = useState<string | null>(null);
  const [problem, setProblem] = useState<string>();
  const [save, { loading }] = useMutation(SetReferrerDocument);
  const submit = async () => {
    if (!referrerId) return;
    const { data: done } = await save({ variables: { input: { id: customer.id, expectedVersion: customer.version, referrerId } } }).catch(() => ({ data: undefined }));
    const no = done ? done.setReferrer.refusal?.message : m.cycles_not_saved();
    if (no) return setProblem(no);
    showToast(m.cycles_referrer_saved());
    onClose();
    onDone();
  };
  useShortcut({ keys: 'mod+enter', label: m.cycles_referrer_save(), group: 'page', inDialog: true, run: () => void submit() }, !loading);
  return (
    <Dialog
      title={m.cycles_set_referrer_title({ name: customer.name })} onClose={onClose} size="small"
      footer={(
        <>
          <Button variant="default" onClick={onClose}>{m.design_cancel()}</Button>
          <Button loading={loading} disabled={!referrerId} onClick={() => void submit()} rightSection={<KeyHint keys="mod+enter" onAccent />}>{m.cycles_referrer_save()}</Button>
        </>
      )}
    >
      <Fields>
        <p>{m.cycles_set_referrer_text()}</p>
        <CustomerField
          label={m.cycles_referrer()} required data-autofocus placeholder={m.cycles_referrer_find()} value={referrerId} error={problem}
          except={[customer.id]} onChange={setReferrerId}
        />
      </Fields>
    </Dialog>
  );
}
