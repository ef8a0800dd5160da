import { refusalText } from '#api-client';
import { DateText, showToast } from '#design';
import { UnmergeCustomersDocument } from '#operations';
import { m, useLanguage } from '#words';
import { useMutation } from '@apollo/client/react';
import { Button } from '@mantine/core';
import styles from './record.module.css';
import type { Record } from './use-record.ts';

/** Who was merged into him, and the way back. */
export function MergedFrom({ customer }: { readonly customer: Record }) {
  const language = useLanguage();
  const [unmerge, { loading, client }] = useMutation(UnmergeCustomersDocument);
  const undo = async (mergedId: string, name: string) => {
    const input = { id: customer.id, expectedVersion: customer.version, mergedIds: [mergedId] };
    const { data } = await unmerge({ variables: { input } }).catch(() => ({ data: undefined }));
    const no = data ? data.unmergeCustomers.refusal && refusalText(data.unmergeCustomers.refusal, language) : m.customers_not_saved();
    if (no) return showToast(no, { tone: 'bad' });
    client.cache.evict({ fieldName: 'customers' });
    client.cache.evict({ fieldName: 'customer', args: { id: mergedId } });
    showToast(m.merging_undone({ name }));
  };
  return (
    <section aria-label={m.merging_merged()}>
      {customer.mergedFrom.map(({ id, name, mergedAt, by }) => (
        <div key={id} className={styles.mergedFrom}>
          <span>
            {m.merging_merged_with({ name })}{' '}
            <span className={styles.sub}>{mergedAt && <DateText value={mergedAt} />}{by && ` · ${by.name}`}</span>
          </span>
          {customer.viewerCanMerge && mergedAt && <Button size="compact-xs" variant="default" loading={loading} aria-label={m.merging_undo_of({ name })} onClick={() => void undo(id, name)}>{m.design_undo()}</Button>}
        </div>
      ))}
    </section>
  );
}
