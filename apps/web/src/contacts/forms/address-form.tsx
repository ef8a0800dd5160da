import { FieldRow, Fields, SelectField, TextField } from '#design';
import { type CustomerReachFragment, SetAddressDocument, type SetAddressInput } from '#operations';
import { m } from '#words';
import { Button } from '@mantine/core';
import { addressKinds } from '@orbita/domain/contacts';
import { type FormEvent, useState } from 'react';
import styles from '../contacts.module.css';
import { addressKindWord } from '../reach-words.ts';
import { type ReachRefusal, useReach } from '../use-reach.ts';

type Address = CustomerReachFragment['addresses'][number];

interface AddressFormProps {
  readonly customerId: string;
  readonly address: Partial<Address>;
  readonly onDone: () => void;
}

export function AddressForm({ customerId, address, onDone }: AddressFormProps) {
  const { write, busy } = useReach();
  const [draft, setDraft] = useState({
    kind: address.kind ?? 'BILLING', street: address.street ?? '', city: address.city ?? '', province: address.province ?? '', postalCode: address.postalCode ?? '', country: address.country ?? '',
  });
  const [refusal, setRefusal] = useState<ReachRefusal>();
  const field = (key: 'street' | 'city' | 'province' | 'postalCode' | 'country', label: string) => (
    <TextField size="xs" label={label} value={draft[key]} error={refusal?.field?.endsWith(key) ? refusal.message : undefined} onChange={(event) => { const { value } = event.currentTarget; setRefusal(undefined); setDraft((before) => ({ ...before, [key]: value })); }} />
  );
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const no = await write(SetAddressDocument, { input: { customerId, ...draft, kind: draft.kind as SetAddressInput['kind'], country: draft.country || null } });
    if (no) setRefusal(no);
    else onDone();
  };
  const elsewhere = refusal && !/street|city|province|postalCode|country/.test(refusal.field ?? '') ? refusal.message : undefined;
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
      <Fields refusal={elsewhere}>
        <SelectField size="xs" label={m.contacts_kind()} value={draft.kind} onChange={(kind) => kind && setDraft({ ...draft, kind })} data={addressKinds.map((each) => ({ value: each, label: addressKindWord(each) }))} />
        {field('street', m.contacts_street())}
        <FieldRow>{field('postalCode', m.contacts_postal_code())}{field('city', m.contacts_city())}</FieldRow>
        <FieldRow>{field('province', m.contacts_province())}{field('country', m.contacts_country())}</FieldRow>
        <Button type="submit" size="xs" loading={busy} style={{ justifySelf: 'end' }}>{m.contacts_save()}</Button>
      </Fields>
    </form>
  );
}
