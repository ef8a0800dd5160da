import { useMe } from '#access';
import { refusalText } from '#api-client';
import { Chip, ConfirmDialog, DateText, ErrorState, KeyHint, lazily, RelativeTime, showToast, SkeletonRows } from '#design';
import { AccessKeysDocument, type HeldKeyFragment, RevokeAccessKeyDocument } from '#operations';
import { useShortcut } from '#shortcuts';
import { m, useLanguage } from '#words';
import { useMutation, useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { scopeOf } from '@orbita/domain/access';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import styles from '../bi.module.css';

const NewKeyDialog = lazily(async () => (await import('./new-key-dialog.tsx')).NewKeyDialog);

/** The keys that one made, or everybody's for an administrator. */
export function Keys() {
  const { data, error, refetch } = useQuery(AccessKeysDocument);
  const [making, setMaking] = useState(false);
  const [leaving, setLeaving] = useState<HeldKeyFragment>();
  const revoke = useRevoke();
  const make = () => setMaking(true);
  useShortcut({ keys: 'n', label: m.bi_new_key(), group: 'page', opens: true, run: make });
  return (
    <section className={styles.part}>
      <div className={styles.partHead}>
        <div><h2>{m.bi_keys()}</h2><p className={styles.quiet}>{m.bi_keys_explained()}</p></div>
        <Button leftSection={<IconPlus size={14} />} rightSection={<KeyHint keys="n" onAccent />} onClick={make}>{m.bi_new_key()}</Button>
      </div>
      {error && !data ? <ErrorState error={error} onRetry={() => void refetch()} /> : !data ? <SkeletonRows rows={3} /> : data.accessKeys.length === 0
        ? <p className={styles.quiet}>{m.bi_no_keys()}</p> : <KeyTable keys={data.accessKeys} onRevoke={setLeaving} />}
      {leaving && (
        <ConfirmDialog
          title={m.bi_revoke_title({ name: leaving.name })} action={m.bi_revoke()} dangerous onClose={() => setLeaving(undefined)}
          onConfirm={() => void revoke(leaving).finally(() => setLeaving(undefined))}
        >
          {m.bi_revoke_text()}
        </ConfirmDialog>
      )}
      {making && <NewKeyDialog onClose={() => setMaking(false)} />}
    </section>
  );
}

function useRevoke() {
  const language = useLanguage();
  const [revoke] = useMutation(RevokeAccessKeyDocument);
  return ({ id, name }: HeldKeyFragment): Promise<void> => revoke({ variables: { id } }).then(({ data }) => {
    const refusal = data?.revokeAccessKey.refusal;
    if (refusal) showToast(refusalText(refusal, language), { tone: 'bad' });
    else showToast(m.bi_revoked({ name }));
  }).catch(() => showToast(m.bi_failed(), { tone: 'bad' }));
}

function KeyTable({ keys, onRevoke }: { readonly keys: readonly HeldKeyFragment[]; readonly onRevoke: (key: HeldKeyFragment) => void }) {
  const everybodys = scopeOf(useMe().role, 'accessKey', 'read') === 'all';
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={m.bi_keys()}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{m.bi_key_name()}</th><th scope="col">{m.bi_key()}</th>{everybodys && <th scope="col">{m.bi_key_owner()}</th>}
            <th scope="col">{m.bi_key_made()}</th><th scope="col">{m.bi_key_used()}</th><th scope="col">{m.bi_key_until()}</th><td />
          </tr>
        </thead>
        <tbody>
          {keys.map((key) => (
            <tr key={key.id}>
              <th scope="row">{key.name}</th>
              <td><code>{`…${key.ending}`}</code></td>
              {everybodys && <td>{key.owner.name}</td>}
              <td><DateText value={key.createdAt} style="day" /></td>
              <td>{key.lastUsedAt ? <RelativeTime value={key.lastUsedAt} /> : m.bi_key_unused()}</td>
              <td><Until value={key} /></td>
              <td>{key.state === 'ACTIVE' && <Button size="compact-xs" variant="default" aria-label={m.bi_revoke_of({ name: key.name })} onClick={() => onRevoke(key)}>{m.bi_revoke()}</Button>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Until({ value: { state, expiresAt } }: { readonly value: HeldKeyFragment }) {
  switch (state) {
    case 'ACTIVE': return <DateText value={expiresAt} style="day" />;
    case 'EXPIRED': return <Chip>{m.bi_key_expired()}</Chip>;
    case 'REVOKED': return <Chip>{m.bi_key_revoked()}</Chip>;
    default: return state satisfies never;
  }
}
