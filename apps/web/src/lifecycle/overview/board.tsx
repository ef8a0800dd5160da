import { ErrorState, NumberText, SkeletonRows } from '#design';
import { LifecycleOverviewDocument, type ModelHeadFragment } from '#operations';
import { m } from '#words';
import { useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import { stageColor } from '../stage-color.ts';
import type { Overview } from './overview.ts';
import styles from './overview.module.css';
import { StageColumn } from './stage-column.tsx';

/** The stages of a model side by side, from first contact on: who stands there, for how long, and how one treats them. */
export function Board({ model }: { readonly model: ModelHeadFragment }) {
  const { data, error, refetch, startPolling, stopPolling } = useQuery(LifecycleOverviewDocument, { variables: { id: model.id }, fetchPolicy: 'cache-and-network' });
  const judging = Boolean(data?.lifecycleOverview?.model.judging);
  useEffect(() => {
    if (judging) startPolling(2000);
    return stopPolling;
  }, [judging, startPolling, stopPolling]);
  const overview = data?.lifecycleOverview;
  if (error && !overview) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!overview) return <SkeletonRows rows={12} />;
  return (
    <>
      <Judging overview={overview} />
      <ShareBar overview={overview} />
      <ol className={styles.board} aria-label={m.lifecycle_stages()}>
        {overview.stages.map((stage) => <StageColumn key={stage.stage.key} figures={stage} modelKey={model.key} />)}
      </ol>
    </>
  );
}

/** While an edit is carried out, how far it is. */
const Judging = ({ overview: { model: { judging } } }: { readonly overview: Overview }) => judging && (
  <p className={styles.judging} role="status">
    {m.lifecycle_judging({ judged: judging.judged, total: judging.total })}
    <progress value={judging.judged} max={judging.total} aria-label={m.lifecycle_judging_bar()} />
  </p>
);

/** All customers as one bar, divided by stage. */
const ShareBar = ({ overview: { customers, stages } }: { readonly overview: Overview }) => (
  <div className={styles.whole}>
    <p><b className="num"><NumberText value={customers} /></b> {m.lifecycle_customers_word()}</p>
    <div className={styles.bar} aria-hidden>
      {stages.map(({ stage, customers: some }) => some > 0 && (
        <i key={stage.key} style={{ flexGrow: some, background: `var(--stage-${stageColor(stage.place)})` }} />
      ))}
    </div>
  </div>
);
