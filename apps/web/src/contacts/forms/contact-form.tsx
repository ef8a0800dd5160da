import { FieldRow, Fields, SelectField, TextField } from '#design';
import { AddContactDocument, type CustomerReachFragment, UpdateContactDocument } from '#operations';
import { m } from '#words';
import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { contactRoles, contactRoleWord } from '../contact-roles.ts';
import styles from '../contacts.module.css';
import { type ReachRefusal, useReach } from '../use-reach.ts';
import { useOwnFields } from './use-own-fields.tsx';

type Contact = CustomerReachFragment['contacts'][number];

interface ContactFormProps {
  readonly customerId: string;
  readonly contact: Partial<Contact>;
  readonly onDone: () => void;
}

export function ContactForm({ customerId, contact, onDone }: ContactFormProps) {
  const { write, busy } = useReach();
  const [draft, setDraft] = useState({ givenName: contact.givenName ?? '', familyName: contact.familyName ?? '', jobTitle: contact.jobTitle ?? '', role: contact.role ?? null });
  const [refusal, setRefusal] = useState<ReachRefusal>();
  const own = useOwnFields(contact.customValues ?? [], refusal, () => setRefusal(undefined));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (own.wrong) return setRefusal(own.wrong);
    const input = { customerId, ...draft, custom: own.custom };
    const no = contact.id !== undefined && contact.version !== undefined
      ? await write(UpdateContactDocument, { input: { ...input, id: contact.id, expectedVersion: contact.version } })
      : await write(AddContactDocument, { input });
    return no ? setRefusal(no) : onDone();
  };
  const field = (key: 'givenName' | 'familyName' | 'jobTitle', label: string) => (
    <TextField
      size="xs" label={label} value={draft[key]} autoFocus={key === 'givenName'} error={refusal?.field === key ? refusal.message : undefined}
      onChange={(event) => { const { value } = event.currentTarget; setRefusal(undefined); setDraft((before) => ({ ...before, [key]: value })); }}
    />
  );
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
      <Fields wrong={refusal} refusal={refusal && !(refusal.field && refusal.field in draft) && !own.isShown(refusal.field) ? refusal.message : undefined}>
        <FieldRow>{field('givenName', m.customers_given_name())}{field('familyName', m.customers_family_name())}</FieldRow>
        {field('jobTitle', m.contacts_job_title())}
        <SelectField size="xs" label={m.contacts_role()} clearable allowDeselect value={draft.role} onChange={(role) => setDraft({ ...draft, role })} data={contactRoles(draft.role).map((value) => ({ value, label: contactRoleWord(value) }))} />
        {own.shown}
        <Button type="submit" size="xs" loading={busy} style={{ justifySelf: 'end' }}>{m.contacts_save()}</Button>
      </Fields>
    </form>
  );
}
