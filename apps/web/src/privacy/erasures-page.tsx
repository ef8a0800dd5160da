import { Chip, DateText, EmptyState, ErrorState, NumberText, PageHeader, SkeletonRows } from '#design';
import { ErasuresDocument } from '#operations';
import { m, useLanguage } from '#words';
import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { erasureReasonLabels } from '@orbita/domain/privacy';
import { IconShieldCheck } from '@tabler/icons-react';
import styles from './privacy.module.css';

const atOnce = 50;

/** Who was erased, when, why and by whom: without a value of theirs. */
export function ErasuresPage() {
  const language = useLanguage();
  const { data, error, loading, refetch, fetchMore } = useQuery(ErasuresDocument, { variables: { first: atOnce }, fetchPolicy: 'network-only' });
  const { edges = [], totalCount = 0, pageInfo } = data?.erasures ?? {};
  const more = () => fetchMore({
    variables: { after: pageInfo?.endCursor },
    updateQuery: (before, { fetchMoreResult: next }) => ({ ...next, erasures: { ...next.erasures, edges: [...before.erasures.edges, ...next.erasures.edges] } }),
  });
  return (
    <>
      <PageHeader title={m.privacy_erasures()} beside={totalCount > 0 && <span className={styles.quiet}><NumberText value={totalCount} /></span>} />
      <div className={styles.page}>
        {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
        {loading && !data && <SkeletonRows rows={8} />}
        {data && edges.length === 0 && <EmptyState icon={IconShieldCheck} text={m.privacy_erasures_none()} />}
        <ul className={styles.statements}>
          {edges.map(({ node: { id, contactId, name, reason, erasedAt, finished, by } }) => (
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
        {pageInfo?.hasNextPage && <Button variant="default" style={{ justifySelf: 'start' }} onClick={() => void more()}>{m.privacy_more()}</Button>}
      </div>
    </>
  );
}
