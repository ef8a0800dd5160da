import { Chip, DateText, EmptyState, ErrorState, PageHeader, SkeletonRows } from '#design';
import { ErasuresDocument } from '#operations';
import { m, useLanguage } from '#words';
import { useQuery } from '@apollo/client/react';
import { erasureReasonLabels } from '@orbita/domain/privacy';
import { IconShieldCheck } from '@tabler/icons-react';
import styles from './privacy.module.css';

/** Who was erased, when, why and by whom: without a value of theirs. */
export function ErasuresPage() {
  const language = useLanguage();
  const { data, error, loading, refetch } = useQuery(ErasuresDocument, { fetchPolicy: 'network-only' });
  return (
    <>
      <PageHeader title={m.privacy_erasures()} />
      <div className={styles.page}>
        {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
        {loading && !data && <SkeletonRows rows={8} />}
        {data?.erasures.length === 0 && <EmptyState icon={IconShieldCheck} text={m.privacy_erasures_none()} />}
        <ul className={styles.statements}>
          {data?.erasures.map(({ id, contactId, name, reason, erasedAt, finished, by }) => (
            <li key={id}>
              <div className={styles.said}>
                <b>{contactId ? m.privacy_contact_of({ name: name ?? '' }) : name}</b>
                <Chip tone={finished ? 'ok' : 'warn'}>{finished ? m.privacy_finished() : m.privacy_to_do()}</Chip>
                <span className={styles.when}><DateText value={erasedAt} /></span>
              </div>
              <div className={styles.quiet}>{erasureReasonLabels[reason][language]}{by && ` · ${by.name}`}</div>
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}
