import { Chip, EmptyState, ErrorState, PageHeader, RelativeTime, SkeletonRows } from '#design';
import { BulkChangesDocument } from '#operations';
import { m } from '#words';
import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { IconStack2 } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { detailOf, isOpen, numberWord, reachedOf, statusWord, titleOf } from '../bulk-words.ts';
import styles from '../bulk.module.css';
import { useBulkActs } from '../use-bulk-acts.ts';

const atOnce = 30;

/** What was changed many at once, the latest first, each with its way back. */
export function BulkListPage() {
  const navigate = useNavigate();
  const { undo, stop } = useBulkActs();
  const { data, error, loading, refetch, fetchMore, startPolling, stopPolling } = useQuery(BulkChangesDocument, { variables: { first: atOnce }, fetchPolicy: 'cache-and-network' });
  const changes = data?.bulkChanges.edges.map(({ node }) => node) ?? [];
  const running = changes.some(isOpen) && changes.length <= atOnce;
  useEffect(() => {
    if (running) startPolling(2000);
    return stopPolling;
  }, [running, startPolling, stopPolling]);
  const more = () => fetchMore({
    variables: { after: data?.bulkChanges.pageInfo.endCursor },
    updateQuery: (before, { fetchMoreResult: next }) => ({ ...next, bulkChanges: { ...next.bulkChanges, edges: [...before.bulkChanges.edges, ...next.bulkChanges.edges] } }),
  });
  return (
    <>
      <PageHeader title={m.bulk_nav()} />
      <div className={styles.page}>
        {error && !data ? <ErrorState error={error} onRetry={() => void refetch()} /> : loading && !data ? <SkeletonRows rows={8} /> : changes.length === 0
          ? <EmptyState icon={IconStack2} text={m.bulk_none()} action={{ label: m.shell_nav_customers(), keys: 'g c', onAct: () => void navigate({ to: '/customers' }) }} />
          : (
            <ul className={styles.changes} aria-label={m.bulk_nav()}>
              {changes.map((change) => (
                <li key={change.id}>
                  <Link to="/bulk/$id" params={{ id: change.id }}><b>{titleOf(change)}</b></Link>
                  <span className={styles.quiet}>{detailOf(change)}</span>
                  <Chip {...(change.status === 'DONE' ? { tone: 'ok' as const } : {})}>{statusWord(change.status)}</Chip>
                  <span className="num">{m.bulk_progress({ at: numberWord(reachedOf(change)), total: numberWord(change.total) })}</span>
                  <span className={styles.quiet}><RelativeTime value={change.createdAt} />{change.startedBy && <> {m.bulk_by({ name: change.startedBy.name })}</>}</span>
                  <span className={styles.acts}>
                    {change.undoneById && <span className={styles.quiet}>{m.bulk_taken_back()}</span>}
                    {change.viewerCanUndo && <Button variant="default" size="compact-xs" aria-label={m.bulk_undo_of({ title: titleOf(change) })} onClick={() => void undo(change.id)}>{m.bulk_undo()}</Button>}
                    {change.viewerCanCancel && <Button variant="default" size="compact-xs" onClick={() => void stop(change.id)}>{m.bulk_stop()}</Button>}
                  </span>
                </li>
              ))}
            </ul>
          )}
        {data?.bulkChanges.pageInfo.hasNextPage && <Button variant="default" className={styles.more} onClick={() => void more()}>{m.bulk_more()}</Button>}
      </div>
    </>
  );
}
