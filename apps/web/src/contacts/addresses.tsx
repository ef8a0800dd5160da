import { FieldRow, Fields, SelectField, TextField } from '#design';
import { type CustomerReachFragment, EndAddressDocument, SetAddressDocument, type SetAddressInput } from '#operations';
import { m, useLanguage } from '#words';
import { ActionIcon, Button, Menu } from '@mantine/core';
import { addressKinds } from '@orbita/domain/contacts';
import { IconDots, IconMapPin } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { PanelHead } from './panel-head.tsx';
import styles from './contacts.module.css';
import { addressKindWord } from './reach-words.ts';
import { type ReachRefusal, useReach } from './use-reach.ts';

type Address = CustomerReachFragment['addresses'][number];

/** Where he is now; one of each kind holds, the earlier ones stay in the history. */
export function Addresses({ customer, mayEdit }: { readonly customer: CustomerReachFragment; readonly mayEdit: boolean }) {
  const [editing, setEditing] = useState<Partial<Address> | undefined>();
  const { act } = useReach();
  const language = useLanguage();
  const current = customer.addresses.filter(({ isCurrent }) => isCurrent);
  const country = (code: string | null) => (code ? new Intl.DisplayNames(language, { type: 'region' }).of(code) : undefined);
  return (
    <section aria-label={m.contacts_addresses()}>
      <PanelHead title={m.contacts_addresses()} add={mayEdit ? m.contacts_add_address() : undefined} open={editing !== undefined} onAdd={() => setEditing(editing ? undefined : {})} />
      {editing && <AddressForm key={editing.id ?? 'new'} customerId={customer.id} address={editing} onDone={() => setEditing(undefined)} />}
      <ul className={styles.list}>
        {current.map((address) => (
          <li key={address.id} className={styles.point}>
            <IconMapPin size={14} stroke={1.6} aria-hidden />
            <address className={styles.value}>
              {[address.street, [address.postalCode, address.city].filter(Boolean).join(' '), address.province, country(address.country)].filter(Boolean).join(', ')}
              <span className={styles.sub}>{addressKindWord(address.kind)}</span>
            </address>
            {mayEdit && (
              <Menu position="bottom-end">
                <Menu.Target><ActionIcon size={24} aria-label={m.contacts_acts({ value: addressKindWord(address.kind) })}><IconDots size={14} /></ActionIcon></Menu.Target>
                <Menu.Dropdown>
                  <Menu.Item onClick={() => setEditing(address)}>{m.contacts_edit()}</Menu.Item>
                  <Menu.Item onClick={() => void act(EndAddressDocument, { customerId: customer.id, id: address.id })}>{m.contacts_end_address()}</Menu.Item>
                </Menu.Dropdown>
              </Menu>
            )}
          </li>
        ))}
      </ul>
      {current.length === 0 && !editing && <p className={styles.none}>{m.contacts_no_addresses()}</p>}
    </section>
  );
}

interface AddressFormProps {
  readonly customerId: string;
  readonly address: Partial<Address>;
  readonly onDone: () => void;
}

function AddressForm({ customerId, address, onDone }: AddressFormProps) {
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
