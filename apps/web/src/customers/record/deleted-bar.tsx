import { DateText, showToast } from '#design';
import { RestoreCustomerDocument } from '#operations';
import { m } from '#words';
import { useMutation } from '@apollo/client/react';
import { Button } from '@mantine/core';
import styles from './record.module.css';
import type { Record } from './use-record.ts';

/** A deleted customer is seen by those who may bring him back. */
export function DeletedBar({ customer }: { readonly customer: Record }) {
  const [restore, { loading }] = useMutation(RestoreCustomerDocument, {
    variables: { id: customer.id }, update: (cache, { data }) => void (data?.restoreCustomer.refusal || cache.evict({ fieldName: 'customers' })),
  });
  const run = async () => {
    const { data } = await restore().catch(() => ({ data: undefined }));
    const no = data ? data.restoreCustomer.refusal?.message : m.customers_not_saved();
    showToast(no ?? m.customers_restored({ name: customer.name }), no ? { tone: 'bad' } : {});
  };
  return (
    <div className={styles.deleted} role="status">
      <span>{m.customers_is_deleted()} {customer.deletedAt && <DateText value={customer.deletedAt} />}</span>
      <Button variant="default" loading={loading} onClick={() => void run()}>{m.customers_restore()}</Button>
    </div>
  );
}
