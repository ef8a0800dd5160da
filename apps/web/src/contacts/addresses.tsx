import { type CustomerReachFragment, EndAddressDocument } from '#operations';
import { m, useLanguage } from '#words';
import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconMapPin } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { PanelHead } from './panel-head.tsx';
import styles from './contacts.module.css';
import { addressKindWord } from './reach-words.ts';
import { useReach } from './use-reach.ts';

const AddressForm = lazy(async () => ({ default: (await import('./forms/address-form.tsx')).AddressForm }));

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
      <Suspense>{editing && <AddressForm key={editing.id ?? 'new'} customerId={customer.id} address={editing} onDone={() => setEditing(undefined)} />}</Suspense>
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
