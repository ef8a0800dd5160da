import { showToast, type TableColumn } from '#design';
import { RestoreCustomerDocument } from '#operations';
import { m } from '#words';
import { useMutation } from '@apollo/client/react';
import { Button } from '@mantine/core';
import type { ListedCustomer } from './customer-columns.tsx';

export const restoreColumn = (onRestored: () => void): TableColumn<ListedCustomer> =>
  ({ id: 'restore', header: '', width: 112, align: 'end', cell: (row) => <RestoreButton customer={row} onRestored={onRestored} /> });

function RestoreButton({ customer, onRestored }: { readonly customer: ListedCustomer; readonly onRestored: () => void }) {
  const [restore, { loading }] = useMutation(RestoreCustomerDocument);
  const run = async () => {
    const { data } = await restore({ variables: { id: customer.id } }).catch(() => ({ data: undefined }));
    const refusal = data?.restoreCustomer.refusal;
    if (!data || refusal) return showToast(refusal?.message ?? m.customers_not_saved(), { tone: 'bad' });
    showToast(m.customers_restored({ name: customer.name }));
    onRestored();
  };
  return <Button variant="default" size="compact-xs" loading={loading} onClick={() => void run()}>{m.customers_restore()}</Button>;
}
