import { FieldRow, Fields, SelectField, TextField } from '#design';
import { AddContactDocument, type CustomerReachFragment, UpdateContactDocument } from '#operations';
import { m, useLanguage } from '#words';
import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { contactRoles, contactRoleWord } from '../contact-roles.ts';
import styles from '../contacts.module.css';
import { type ReachRefusal, useReach } from '../use-reach.ts';
import { useOwnFields } from './use-own-fields.tsx';

type Contact = CustomerReachFragment['contacts'][number];

interface ContactFormProps {
  readonly customerId: string;
  /** As he stands now; nothing of one who is new. */
  readonly contact: Partial<Contact>;
  readonly onDone: () => void;
}

const fieldsOf = ({ givenName, familyName, jobTitle, role }: Partial<Contact>) => ({ givenName: givenName ?? '', familyName: familyName ?? '', jobTitle: jobTitle ?? '', role: role ?? null });

type ContactFields = ReturnType<typeof fieldsOf>;

export function ContactForm({ customerId, contact, onDone }: ContactFormProps) {
  const language = useLanguage();
  const { write, busy } = useReach();
  // Of when the form was opened: what somebody else changed since is not written over unseen. Once that is said, of now.
  const [begun, setBegun] = useState(contact.version);
  const [touched, setTouched] = useState<Partial<ContactFields>>({});
  const draft = { ...fieldsOf(contact), ...touched };
  const [refusal, setRefusal] = useState<ReachRefusal>();
  const own = useOwnFields(contact.customValues ?? [], refusal, () => setRefusal(undefined));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (own.wrong) return setRefusal(own.wrong);
    const expectedVersion = begun ?? contact.version;
    const no = contact.id !== undefined && expectedVersion !== undefined
      ? await write(UpdateContactDocument, { input: { customerId, id: contact.id, expectedVersion, ...touched, custom: own.custom } })
      : await write(AddContactDocument, { input: { customerId, ...draft, custom: own.custom } });
    if (no?.code === 'STALE_VERSION') setBegun(undefined);
    return no ? setRefusal(no) : onDone();
  };
  const field = (key: 'givenName' | 'familyName' | 'jobTitle', label: string) => (
    <TextField
      size="xs" label={label} value={draft[key]} autoFocus={key === 'givenName'} error={refusal?.field === key ? refusal.message : undefined}
      onChange={(event) => { const { value } = event.currentTarget; setRefusal(undefined); setTouched((before) => ({ ...before, [key]: value })); }}
    />
  );
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
      <Fields wrong={refusal} refusal={refusal && !(refusal.field && refusal.field in draft) && !own.isShown(refusal.field) ? refusal.message : undefined}>
        <FieldRow>{field('givenName', m.customers_given_name())}{field('familyName', m.customers_family_name())}</FieldRow>
        {field('jobTitle', m.contacts_job_title())}
        <SelectField size="xs" label={m.contacts_role()} clearable allowDeselect value={draft.role} onChange={(role) => setTouched({ ...touched, role })} data={contactRoles(draft.role).map((value) => ({ value, label: contactRoleWord(value, language) }))} />
        {own.shown}
        <Button type="submit" size="xs" loading={busy} style={{ justifySelf: 'end' }}>{m.contacts_save()}</Button>
      </Fields>
    </form>
  );
}
