import { shownOf } from '#api-client';
import { EmptyState, ErrorState, PageHeader, SkeletonRows } from '#design';
import { CompareSegmentsDocument } from '#operations';
import { m } from '#words';
import { skipToken, useQuery } from '@apollo/client/react';
import { IconScale } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { CompareSearch } from './compare-search.ts';
import { Compared } from './compared.tsx';
import { SegmentPicker, useSegmentName } from './segment-picker.tsx';
import styles from './compare.module.css';

interface ComparePageProps {
  readonly search: CompareSearch;
  readonly onSearch: (next: CompareSearch) => void;
}

/** Two segments side by side: how large, how much of both, what one is worth against the other. */
export function ComparePage({ search, onSearch }: ComparePageProps) {
  const { a, b } = search;
  const question = useQuery(CompareSegmentsDocument, a && b ? { variables: { a, b } } : skipToken);
  const [nameA, nameB] = [useSegmentName(a), useSegmentName(b)];
  const { data, error, loading, refetch } = question;
  const compared = shownOf(question)?.compareSegments;
  const pick = (side: 'a' | 'b') => (
    <SegmentPicker label={side === 'a' ? m.segments_first() : m.segments_second()} value={search[side]} onChange={(id) => onSearch({ ...search, [side]: id })} />
  );
  return (
    <>
      <PageHeader
        title={m.segments_compare()} beside={<Link to="/segments" className={styles.back}>{m.shell_nav_segments()}</Link>}
        toolbar={<>{pick('a')}<span className={styles.against}>{m.segments_against()}</span>{pick('b')}</>}
      />
      <div className={styles.page} data-stale={(loading && compared) || undefined}>
        {(!a || !b) && <EmptyState icon={IconScale} text={m.segments_pick_both()} />}
        {a && b && error && !compared && <ErrorState error={error} onRetry={() => void refetch()} />}
        {a && b && loading && !compared && <SkeletonRows rows={8} />}
        {a && b && data && !compared && <EmptyState icon={IconScale} text={m.segments_one_gone()} />}
        {a && b && compared && <Compared compared={compared} nameA={nameA} nameB={nameB} />}
      </div>
    </>
  );
}
