import { Dialog, Fields, KeyHint, SelectField, showToast } from '#design';
import { SearchCustomersDocument, SetReferrerDocument } from '#operations';
import { useShortcut } from '#shortcuts';
import { m } from '#words';
import { skipToken, useMutation, useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import type { CyclesOfCustomer } from './use-customer-cycles.ts';

interface ReferrerDialogProps {
  readonly customer: CyclesOfCustomer;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Somebody recommended him: found by name, noted once. */
export function ReferrerDialog({ customer, onClose, onDone }: ReferrerDialogProps) {
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text.trim(), 200);
  const [referrer, setReferrer] = useState<{ readonly value: string; readonly label: string }>();
  const [problem, setProblem] = useState<string>();
  const { data } = useQuery(SearchCustomersDocument, asked.length > 1 ? { variables: { text: asked, first: 10 } } : skipToken);
  const [save, { loading }] = useMutation(SetReferrerDocument);
  const found = (data?.searchCustomers ?? []).filter(({ id }) => id !== customer.id).map(({ id, name, city }) => ({ value: id, label: city ? `${name} · ${city}` : name }));
  const choices = referrer && !found.some(({ value }) => value === referrer.value) ? [referrer, ...found] : found;
  const submit = async () => {
    if (!referrer) return;
    const { data: done } = await save({ variables: { input: { id: customer.id, expectedVersion: customer.version, referrerId: referrer.value } } }).catch(() => ({ data: undefined }));
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
          <Button loading={loading} disabled={!referrer} onClick={() => void submit()} rightSection={<KeyHint keys="mod+enter" onAccent />}>{m.cycles_referrer_save()}</Button>
        </>
      )}
    >
      <Fields>
        <p>{m.cycles_set_referrer_text()}</p>
        <SelectField
          label={m.cycles_referrer()} required searchable data-autofocus placeholder={m.cycles_referrer_find()} data={choices} value={referrer?.value ?? null} error={problem}
          searchValue={text} onSearchChange={setText} filter={({ options }) => options}
          onChange={(value) => setReferrer(choices.find((choice) => choice.value === value))}
        />
      </Fields>
    </Dialog>
  );
}
