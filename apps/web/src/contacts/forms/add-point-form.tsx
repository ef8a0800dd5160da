import { Fields, SelectField, TextField } from '#design';
import { AddContactPointDocument, type AddContactPointInput, type CustomerReachFragment } from '#operations';
import { m } from '#words';
import { Button } from '@mantine/core';
import { contactPointKinds } from '@orbita/domain/contacts';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import styles from '../contacts.module.css';
import { pointKindWord } from '../reach-words.ts';
import { type ReachRefusal, useReach } from '../use-reach.ts';

/** A new e-mail, telephone or other; what is wrong with it is said at the field, whose it is already is offered. */
export function AddPointForm({ customer, onDone }: { readonly customer: CustomerReachFragment; readonly onDone: () => void }) {
  const { write, busy } = useReach();
  const [kind, setKind] = useState('EMAIL');
  const [value, setValue] = useState('');
  const [contactId, setContactId] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<ReachRefusal>();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const no = await write(AddContactPointDocument, { input: { customerId: customer.id, kind: kind as AddContactPointInput['kind'], value, contactId } });
    if (no) setRefusal(no);
    else onDone();
  };
  const other = refusal?.code === 'ALREADY_EXISTS' ? refusal.details as { customerId?: string; customerName?: string } | null : null;
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
      <Fields>
        <SelectField size="xs" label={m.contacts_kind()} value={kind} onChange={(next) => next && setKind(next)} data={contactPointKinds.map((each) => ({ value: each, label: pointKindWord(each) }))} />
        <TextField size="xs" label={m.contacts_value()} autoFocus value={value} error={refusal?.message} onChange={(event) => { setValue(event.currentTarget.value); setRefusal(undefined); }} />
        {other?.customerId && other.customerId !== customer.id && <Link to="/customers/$id" params={{ id: other.customerId }}>{m.contacts_open_other({ name: other.customerName ?? '' })}</Link>}
        {customer.contacts.length > 0 && (
          <SelectField
            size="xs" label={m.contacts_of()} clearable allowDeselect value={contactId} onChange={setContactId}
            data={customer.contacts.map(({ id, givenName, familyName }) => ({ value: id, label: [givenName, familyName].filter(Boolean).join(' ') }))}
          />
        )}
        <Button type="submit" size="xs" loading={busy} style={{ justifySelf: 'end' }}>{m.contacts_add()}</Button>
      </Fields>
    </form>
  );
}
