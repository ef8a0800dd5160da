import { Chip, EmptyState, ErrorState, PageHeader, RelativeTime, SkeletonRows } from '#design';
import { m } from '#words';
import { Button } from '@mantine/core';
import { IconStack2 } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { detailOf, numberWord, reachedOf, statusWord, titleOf } from '../bulk-words.ts';
import styles from '../bulk.module.css';
import { useBulkActs } from '../use-bulk-acts.ts';
import { useProgress } from '../use-progress.ts';
import { BulkRows } from './bulk-rows.tsx';

/** One change: how far it came, why some were left out, and what became of each. */
export function BulkPage({ id }: { readonly id: string }) {
  const navigate = useNavigate();
  const { change, running, error, loading, refetch } = useProgress(id);
  const { undo, stop } = useBulkActs();
  if (loading) return <SkeletonRows rows={8} />;
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!change) return <EmptyState icon={IconStack2} text={m.bulk_not_found()} action={{ label: m.bulk_open_list(), onAct: () => void navigate({ to: '/bulk' }) }} />;
  const at = reachedOf(change);
  const takeBack = async () => {
    const started = await undo(id);
    if (started) void navigate({ to: '/bulk/$id', params: { id: started } });
  };
  return (
    <>
      <PageHeader
        title={titleOf(change)} beside={<span className={styles.quiet}>{detailOf(change)}</span>}
        actions={(
          <>
            {change.viewerCanCancel && <Button variant="default" onClick={() => void stop(id)}>{m.bulk_stop()}</Button>}
            {change.viewerCanUndo && <Button variant="default" onClick={() => void takeBack()}>{m.bulk_undo()}</Button>}
          </>
        )}
      />
      <div className={styles.page}>
        <section className={styles.head} aria-label={m.bulk_progress_bar()}>
          <p className={styles.state}>
            <Chip {...(change.status === 'DONE' ? { tone: 'ok' as const } : {})}>{statusWord(change.status)}</Chip>
            <span role="status" className="num">{m.bulk_progress({ at: numberWord(at), total: numberWord(change.total) })}</span>
            <span className={styles.quiet}><RelativeTime value={change.createdAt} />{change.startedBy && <> {m.bulk_by({ name: change.startedBy.name })}</>}</span>
            {change.undoneById && <Link to="/bulk/$id" params={{ id: change.undoneById }}>{m.bulk_taken_back()}</Link>}
            <Link to="/bulk">{m.bulk_open_list()}</Link>
          </p>
          <progress value={at} max={Math.max(change.total, 1)} aria-label={m.bulk_progress_bar()} />
        </section>
        {change.refusals.length > 0 && (
          <section className={styles.reasons} aria-label={m.bulk_reasons()}>
            <h2>{m.bulk_reasons()}</h2>
            <ul>{change.refusals.map(({ count, refusal }) => <li key={refusal.message}><b className="num">{numberWord(count)}</b> {refusal.message}</li>)}</ul>
          </section>
        )}
        <BulkRows change={change} running={running} />
      </div>
    </>
  );
}
