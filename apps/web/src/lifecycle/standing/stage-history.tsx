import { DateText, ErrorState, SkeletonRows } from '#design';
import { CustomerStageHistoryDocument } from '#operations';
import { m } from '#words';
import { useQuery } from '@apollo/client/react';
import styles from './standing.module.css';

/** His stays in the stages of a model, the latest first. */
export function StageHistory({ customerId, model }: { readonly customerId: string; readonly model: string }) {
  const { data, error, refetch } = useQuery(CustomerStageHistoryDocument, { variables: { id: customerId, model }, fetchPolicy: 'cache-and-network' });
  const visits = data?.customer?.stageHistory;
  if (error && !visits) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!visits) return <SkeletonRows rows={2} />;
  return (
    <ol className={styles.history}>
      {visits.map(({ stageName, enteredAt, leftAt, days }) => (
        <li key={enteredAt + stageName}>
          <b>{stageName}</b>
          <span className={styles.quiet}>
            <DateText value={enteredAt} />{leftAt && <> – <DateText value={leftAt} /></>} · {m.lifecycle_days({ count: days })}
          </span>
        </li>
      ))}
    </ol>
  );
}
