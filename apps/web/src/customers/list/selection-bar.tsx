import { useMe } from '#access';
import { showToast } from '#design';
import { DeleteCustomerDocument, RestoreCustomerDocument } from '#operations';
import { m } from '#words';
import { useApolloClient } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { scopeOf } from '@orbita/domain/access';
import { type ReactNode, useState } from 'react';
import styles from './list.module.css';

interface SelectionBarProps {
  readonly ids: ReadonlySet<string>;
  readonly onClear: () => void;
  readonly onChanged: () => void;
  readonly bulk: ((ids: ReadonlySet<string>) => ReactNode) | undefined;
}

/** What can be done with the selected ones; deleting can be taken back. */
export function SelectionBar({ ids, onClear, onChanged, bulk }: SelectionBarProps) {
  const client = useApolloClient();
  const { role } = useMe();
  const [busy, setBusy] = useState(false);
  const each = async (document: typeof DeleteCustomerDocument | typeof RestoreCustomerDocument, which: readonly string[]) => {
    const done: string[] = [];
    for (const id of which) {
      const { data } = await client.mutate({ mutation: document as typeof DeleteCustomerDocument, variables: { id } }).catch(() => ({ data: undefined }));
      const answer = data && Object.values(data).find((value) => typeof value === 'object');
      if (answer && (answer as { refusal: unknown }).refusal === null) done.push(id);
    }
    onChanged();
    return done;
  };
  const remove = async () => {
    setBusy(true);
    const done = await each(DeleteCustomerDocument, [...ids]);
    setBusy(false);
    onClear();
    showToast(m.customers_deleted_many({ count: done.length }), done.length > 0 && mayRestore ? { undo: () => void each(RestoreCustomerDocument, done) } : {});
    if (done.length < ids.size) showToast(m.customers_not_deleted({ count: ids.size - done.length }), { tone: 'bad' });
  };
  const mayRestore = role === 'administrator' || role === 'manager';
  return (
    <div className={styles.selected} role="region" aria-label={m.design_selection()}>
      <b className="num">{m.customers_selected({ count: ids.size })}</b>
      {bulk?.(ids)}
      {scopeOf(role, 'customer', 'delete') === 'all' && <Button variant="default" loading={busy} onClick={() => void remove()}>{m.customers_delete()}</Button>}
      <Button variant="subtle" color="gray" onClick={onClear}>{m.customers_unselect()}</Button>
    </div>
  );
}
