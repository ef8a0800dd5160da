import { Chip, FieldRow, Fields, Monogram, SelectField, showToast, TextField } from '#design';
import { AddContactDocument, type CustomerReachFragment, RemoveContactDocument, UpdateContactDocument } from '#operations';
import { m } from '#words';
import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { PanelHead } from './panel-head.tsx';
import styles from './contacts.module.css';
import { contactRoles, contactRoleWord } from './contact-roles.ts';
import { type ReachRefusal, useReach } from './use-reach.ts';

type Contact = CustomerReachFragment['contacts'][number];

/** Who acts for the organisation, and in which role. */
export function ContactPeople({ customer, mayEdit }: { readonly customer: CustomerReachFragment; readonly mayEdit: boolean }) {
  const [editing, setEditing] = useState<Partial<Contact> | undefined>();
  const { act } = useReach();
  const remove = async (contact: Contact) => {
    if (await act(RemoveContactDocument, { customerId: customer.id, id: contact.id })) return;
    showToast(m.contacts_removed({ value: contact.givenName }));
  };
  const prefer = (contact: Contact) => void act(UpdateContactDocument, { input: { customerId: customer.id, id: contact.id, expectedVersion: contact.version, isPrimary: true } });
  return (
    <section aria-label={m.contacts_people()}>
      <PanelHead title={m.contacts_people()} add={mayEdit ? m.contacts_add_contact() : undefined} open={editing !== undefined} onAdd={() => setEditing(editing ? undefined : {})} />
      {editing && <ContactForm key={editing.id ?? 'new'} customerId={customer.id} contact={editing} onDone={() => setEditing(undefined)} />}
      <ul className={styles.list}>
        {customer.contacts.map((contact) => {
          const name = [contact.givenName, contact.familyName].filter(Boolean).join(' ');
          return (
            <li key={contact.id} className={styles.point}>
              <Monogram name={name} />
              <span className={styles.value}>{name}<span className={styles.sub}>{[contact.jobTitle, contact.role && contactRoleWord(contact.role)].filter(Boolean).join(' · ')}</span></span>
              {contact.isPrimary && <Chip>{m.contacts_main()}</Chip>}
              {mayEdit && (
                <Menu position="bottom-end">
                  <Menu.Target><ActionIcon size={24} aria-label={m.contacts_acts({ value: name })}><IconDots size={14} /></ActionIcon></Menu.Target>
                  <Menu.Dropdown>
                    <Menu.Item onClick={() => setEditing(contact)}>{m.contacts_edit()}</Menu.Item>
                    {!contact.isPrimary && <Menu.Item onClick={() => prefer(contact)}>{m.contacts_make_main()}</Menu.Item>}
                    <Menu.Item onClick={() => void remove(contact)}>{m.contacts_remove()}</Menu.Item>
                  </Menu.Dropdown>
                </Menu>
              )}
            </li>
          );
        })}
      </ul>
      {customer.contacts.length === 0 && !editing && <p className={styles.none}>{m.contacts_no_people()}</p>}
    </section>
  );
}

interface ContactFormProps {
  readonly customerId: string;
  readonly contact: Partial<Contact>;
  readonly onDone: () => void;
}

function ContactForm({ customerId, contact, onDone }: ContactFormProps) {
  const { write, busy } = useReach();
  const [draft, setDraft] = useState({ givenName: contact.givenName ?? '', familyName: contact.familyName ?? '', jobTitle: contact.jobTitle ?? '', role: contact.role ?? null });
  const [refusal, setRefusal] = useState<ReachRefusal>();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const input = { customerId, ...draft };
    const no = contact.id !== undefined && contact.version !== undefined
      ? await write(UpdateContactDocument, { input: { ...input, id: contact.id, expectedVersion: contact.version } })
      : await write(AddContactDocument, { input });
    if (no) setRefusal(no);
    else onDone();
  };
  const field = (key: 'givenName' | 'familyName' | 'jobTitle', label: string) => (
    <TextField
      size="xs" label={label} value={draft[key]} autoFocus={key === 'givenName'} error={refusal?.field === key ? refusal.message : undefined}
      onChange={(event) => { const { value } = event.currentTarget; setRefusal(undefined); setDraft((before) => ({ ...before, [key]: value })); }}
    />
  );
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
      <Fields refusal={refusal && !(refusal.field && refusal.field in draft) ? refusal.message : undefined}>
        <FieldRow>{field('givenName', m.customers_given_name())}{field('familyName', m.customers_family_name())}</FieldRow>
        {field('jobTitle', m.contacts_job_title())}
        <SelectField size="xs" label={m.contacts_role()} clearable allowDeselect value={draft.role} onChange={(role) => setDraft({ ...draft, role })} data={contactRoles(draft.role).map((value) => ({ value, label: contactRoleWord(value) }))} />
        <Button type="submit" size="xs" loading={busy} style={{ justifySelf: 'end' }}>{m.contacts_save()}</Button>
      </Fields>
    </form>
  );
}
