import { refusalText } from '#api-client';
import { Dialog, Fields, SelectField, showToast, TextField } from '#design';
import { forgetDraftsOf } from '#drafts';
import { EraseContactDocument, EraseCustomerDocument, type ErasureReason } from '#operations';
import { m, useLanguage } from '#words';
import { useApolloClient, useMutation } from '@apollo/client/react';
import { Button, Checkbox } from '@mantine/core';
import { erasureReasonLabels, erasureReasons } from '@orbita/domain/privacy';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Kept } from './kept-kinds.tsx';
import styles from './privacy.module.css';

interface EraseDialogProps {
  readonly kept: Kept;
  readonly onErased: () => void;
  readonly onClose: () => void;
}

/** Erases for good: says what goes and what stays, and has the name typed. */
export function EraseDialog({ kept, onErased, onClose }: EraseDialogProps) {
  const language = useLanguage();
  const [typed, setTyped] = useState('');
  const [reason, setReason] = useState<ErasureReason>('REQUEST');
  const [endOpen, setEndOpen] = useState(false);
  const { erase, busy, problem } = useErase(kept, onErased, onClose);
  const open = openWords(kept);
  const ready = typed.trim() === kept.name && (open === '' || endOpen);
  return (
    <Dialog
      title={m.privacy_erase_title({ name: kept.name })} size="small" onClose={onClose}
      footer={(
        <>
          <Button variant="default" onClick={onClose}>{m.design_cancel()}</Button>
          <Button color="red.9" loading={busy} disabled={!ready} onClick={() => void erase(reason, endOpen)}>{m.privacy_erase()}</Button>
        </>
      )}
    >
      <Fields>
        <p className={styles.tells}>{m.privacy_erase_how()}</p>
        {kept.lawKeepsUntil !== null && <p className={styles.tells}>{m.privacy_law({ year: String(kept.lawKeepsUntil) })}</p>}
        <SelectField label={m.privacy_reason()} value={reason} onChange={(next) => next && setReason(next as ErasureReason)} data={erasureReasons.map((one) => ({ value: one, label: erasureReasonLabels[one][language] }))} />
        {open !== '' && (
          <>
            <p className={styles.open}>{m.privacy_open({ things: open })}</p>
            <Checkbox label={m.privacy_end_open()} checked={endOpen} onChange={(event) => setEndOpen(event.currentTarget.checked)} />
          </>
        )}
        <TextField label={m.privacy_type_name({ name: kept.name })} value={typed} autoComplete="off" data-autofocus error={problem} onChange={(event) => setTyped(event.currentTarget.value)} />
      </Fields>
    </Dialog>
  );
}

function openWords({ open: { orders, opportunities, leads, tasks } }: Kept): string {
  return [
    orders > 0 && m.privacy_open_orders({ count: orders }), opportunities > 0 && m.privacy_open_opportunities({ count: opportunities }),
    leads > 0 && m.privacy_open_leads({ count: leads }), tasks > 0 && m.privacy_open_tasks({ count: tasks }),
  ].filter(Boolean).join(', ');
}

function useErase({ customerId, contactId }: Kept, onErased: () => void, onClose: () => void) {
  const language = useLanguage();
  const client = useApolloClient();
  const navigate = useNavigate();
  const [problem, setProblem] = useState<string>();
  const [eraseCustomer, customer] = useMutation(EraseCustomerDocument);
  const [eraseContact, contact] = useMutation(EraseContactDocument);
  const send = async (reason: ErasureReason, endOpen: boolean) => contactId === null
    ? (await eraseCustomer({ variables: { input: { customerId, reason, endOpen } } })).data?.eraseCustomer
    : (await eraseContact({ variables: { input: { customerId, contactId, reason } } })).data?.eraseContact;
  const erase = async (reason: ErasureReason, endOpen: boolean) => {
    setProblem(undefined);
    const done = await send(reason, endOpen).catch(() => undefined);
    if (!done) return setProblem(m.customers_not_saved());
    if (done.refusal) return setProblem(refusalText(done.refusal, language));
    // What was read of him must not be left in the browser either.
    forgetDraftsOf(customerId);
    await client.clearStore();
    showToast(m.privacy_erased());
    onClose();
    if (contactId === null) onErased();
    else await navigate({ to: '/customers/$id/privacy', params: { id: customerId } });
  };
  return { erase, busy: customer.loading || contact.loading, problem };
}
