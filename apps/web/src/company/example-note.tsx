import { ConfirmDialog, showToast } from '#design';
import { CompanySettingsDocument, RemoveExampleDocument } from '#operations';
import { m } from '#words';
import { useApolloClient, useMutation } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useState } from 'react';
import styles from './company.module.css';

/** Says that all this is an example, and lets an administrator remove it. */
export function ExampleNote({ mayRemove }: { readonly mayRemove: boolean }) {
  const [asking, setAsking] = useState(false);
  const client = useApolloClient();
  const [remove, { loading }] = useMutation(RemoveExampleDocument, { refetchQueries: [CompanySettingsDocument] });
  const confirm = async () => {
    try {
      const { data } = await remove();
      const answer = data?.removeExample;
      if (answer?.refusal) return showToast(answer.refusal.message, { tone: 'bad' });
      setAsking(false);
      showToast(m.company_example_removed({ count: answer?.customers ?? 0 }));
      await client.cache.reset();
    } catch {
      showToast(m.company_failed(), { tone: 'bad' });
    }
  };
  return (
    <div className={styles.note}>
      <p>{m.company_example_explained()}</p>
      {mayRemove && <Button variant="default" onClick={() => setAsking(true)}>{m.company_example_remove()}</Button>}
      {asking && (
        <ConfirmDialog title={m.company_example_remove_title()} action={m.company_example_remove()} dangerous busy={loading} onClose={() => setAsking(false)} onConfirm={() => void confirm()}>
          {m.company_example_remove_explained()}
        </ConfirmDialog>
      )}
    </div>
  );
}
