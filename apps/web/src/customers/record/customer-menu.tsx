import { ConfirmDialog, lazily, showToast } from '#design';
import { DeleteCustomerDocument, RestoreCustomerDocument } from '#operations';
import { m } from '#words';
import { useApolloClient } from '@apollo/client/react';
import { ActionIcon, Menu } from '@mantine/core';
import { IconArrowMerge, IconDots, IconLink, IconShieldLock, IconTrash } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Record } from './use-record.ts';

const MergeWithDialog = lazily(async () => (await import('./merge-with-dialog.tsx')).MergeWithDialog);

/** What is done with the whole record. */
export function CustomerMenu({ customer }: { readonly customer: Record }) {
  const client = useApolloClient();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const [merging, setMerging] = useState(false);
  const [busy, setBusy] = useState(false);
  const restore = async () => {
    const { data } = await client.mutate({ mutation: RestoreCustomerDocument, variables: { id: customer.id } }).catch(() => ({ data: undefined }));
    const no = data ? data.restoreCustomer.refusal?.message : m.customers_not_saved();
    if (!no) client.cache.evict({ fieldName: 'customers' });
    showToast(no ?? m.customers_restored({ name: customer.name }), no ? { tone: 'bad' } : {});
  };
  const remove = async () => {
    setBusy(true);
    const { data } = await client.mutate({ mutation: DeleteCustomerDocument, variables: { id: customer.id } }).catch(() => ({ data: undefined }));
    setBusy(false);
    setAsking(false);
    const no = data ? data.deleteCustomer.refusal?.message : m.customers_not_saved();
    if (no) return showToast(no, { tone: 'bad' });
    client.cache.evict({ fieldName: 'customers' });
    showToast(m.customers_deleted({ name: customer.name }), { undo: () => void restore() });
    await navigate({ to: '/customers' });
  };
  return (
    <>
      <Menu position="bottom-end" width={200}>
        <Menu.Target><ActionIcon aria-label={m.customers_actions()}><IconDots size={16} /></ActionIcon></Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconLink size={15} stroke={1.6} />} onClick={() => void navigator.clipboard.writeText(location.href).then(() => showToast(m.customers_link_copied()))}>{m.customers_copy_link()}</Menu.Item>
          {customer.viewerCanMerge && <Menu.Item leftSection={<IconArrowMerge size={15} stroke={1.6} />} onClick={() => setMerging(true)}>{m.merging_with()}…</Menu.Item>}
          {customer.viewerCanSeePrivacy && <Menu.Item leftSection={<IconShieldLock size={15} stroke={1.6} />} onClick={() => void navigate({ to: '/customers/$id/privacy', params: { id: customer.id } })}>{m.privacy_menu()}</Menu.Item>}
          {customer.viewerCanDelete && customer.deletedAt === null && (
            <Menu.Item leftSection={<IconTrash size={15} stroke={1.6} />} onClick={() => setAsking(true)}>{m.customers_delete()}…</Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {merging && <MergeWithDialog customer={customer} onClose={() => setMerging(false)} />}
      {asking && (
        <ConfirmDialog dangerous busy={busy} title={m.customers_delete_title({ name: customer.name })} action={m.customers_delete()} onConfirm={() => void remove()} onClose={() => setAsking(false)}>
          {m.customers_delete_text()}
        </ConfirmDialog>
      )}
    </>
  );
}
