import { EmptyState, ErrorState, SkeletonRows } from '#design';
import { SegmentBreakdownsDocument } from '#operations';
import { m } from '#words';
import { useQuery } from '@apollo/client/react';
import { IconUsers } from '@tabler/icons-react';
import { Breakdowns } from './breakdowns.tsx';
import styles from './insight.module.css';

/** What those on a list are like. */
export function ListInsight({ id }: { readonly id: string }) {
  const { data, error, refetch } = useQuery(SegmentBreakdownsDocument, { variables: { id }, fetchPolicy: 'cache-and-network' });
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonRows rows={12} />;
  if (!data.segment || data.segment.count === 0) return <EmptyState icon={IconUsers} text={m.segments_list_empty()} />;
  return <div className={styles.insight}><Breakdowns breakdowns={data.segment.breakdowns} /></div>;
}
