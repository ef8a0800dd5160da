import { Chip, Monogram, showToast } from '#design';
import { type CustomerReachFragment, RemoveContactDocument, UpdateContactDocument } from '#operations';
import { m, useLanguage } from '#words';
import { ActionIcon, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { lazy, Suspense, useRef, useState } from 'react';
import { PanelHead } from './panel-head.tsx';
import styles from './contacts.module.css';
import { contactRoleWord } from './contact-roles.ts';
import { OwnValues } from './own-values.tsx';
import { useReach } from './use-reach.ts';
import { useSought } from './use-sought.ts';

const ContactForm = lazy(async () => ({ default: (await import('./forms/contact-form.tsx')).ContactForm }));

type Contact = CustomerReachFragment['contacts'][number];

interface ContactPeopleProps {
  readonly customer: CustomerReachFragment;
  readonly mayEdit: boolean;
  /** For whom one came here: he is shown, and marked. */
  readonly sought?: string | undefined;
}

/** Who acts for the organisation, and in which role. */
export function ContactPeople({ customer, mayEdit, sought }: ContactPeopleProps) {
  const language = useLanguage();
  const found = useRef<HTMLLIElement>(null);
  useSought(found, sought);
  const [editing, setEditing] = useState<Partial<Contact> | undefined>();
  // As he stands now, also when somebody else changes him meanwhile.
  const edited = editing && (customer.contacts.find(({ id }) => id === editing.id) ?? editing);
  const { act } = useReach();
  const remove = async (contact: Contact) => {
    if (await act(RemoveContactDocument, { customerId: customer.id, id: contact.id })) return;
    showToast(m.contacts_removed({ value: contact.givenName }));
  };
  const prefer = (contact: Contact) => void act(UpdateContactDocument, { input: { customerId: customer.id, id: contact.id, expectedVersion: contact.version, isPrimary: true } });
  return (
    <section aria-label={m.contacts_people()}>
      <PanelHead title={m.contacts_people()} add={mayEdit ? m.contacts_add_contact() : undefined} open={editing !== undefined} onAdd={() => setEditing(editing ? undefined : {})} />
      <Suspense>{edited && <ContactForm key={edited.id ?? 'new'} customerId={customer.id} contact={edited} onDone={() => setEditing(undefined)} />}</Suspense>
      <ul className={styles.list}>
        {customer.contacts.map((contact) => {
          const name = [contact.givenName, contact.familyName].filter(Boolean).join(' ');
          return (
            <li key={contact.id} ref={contact.id === sought ? found : undefined} aria-current={contact.id === sought || undefined} className={`${styles.point} ${styles.person}`}>
              <Monogram name={name} />
              <span className={styles.value}>{name}<span className={styles.sub}>{[contact.jobTitle, contact.role && contactRoleWord(contact.role, language)].filter(Boolean).join(' · ')}</span></span>
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
              <OwnValues values={contact.customValues} />
            </li>
          );
        })}
      </ul>
      {customer.contacts.length === 0 && !editing && <p className={styles.none}>{m.contacts_no_people()}</p>}
    </section>
  );
}
