import { CustomerField } from '#customer-field';
import { EmptyState, ErrorState, PageHeader, SkeletonRows } from '#design';
import { MergePreviewDocument } from '#operations';
import { m } from '#words';
import { skipToken, useQuery } from '@apollo/client/react';
import { IconArrowMerge } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { MergeSearch } from './merge-search.ts';
import { SideBySide } from './side-by-side.tsx';
import styles from './merging.module.css';

interface MergePageProps {
  readonly search: MergeSearch;
  readonly onSearch: (next: MergeSearch) => void;
}

/** Two customers side by side, to be made one: from whom each field is taken, who stays, and what is kept of both. */
export function MergePage({ search, onSearch }: MergePageProps) {
  const { a, b } = search;
  const { data, error, loading, refetch } = useQuery(MergePreviewDocument, a && b ? { variables: { a, b }, fetchPolicy: 'network-only' } : skipToken);
  const preview = data?.mergePreview;
  return (
    <>
      <PageHeader title={m.merging_title()} beside={<Link to="/customers" className={styles.back}>{m.shell_nav_customers()}</Link>} />
      <div className={styles.page}>
        {(!a || !b) && (
          <div className={styles.pick}>
            <p>{m.merging_pick()}</p>
            {!a && <CustomerField label={m.merging_first()} value={null} except={b} onChange={(id) => id && onSearch({ ...search, a: id })} />}
            {!b && <CustomerField label={m.merging_second()} value={null} except={a} onChange={(id) => id && onSearch({ ...search, b: id })} />}
          </div>
        )}
        {a && b && error && !preview && <ErrorState error={error} onRetry={() => void refetch()} />}
        {a && b && loading && !preview && <SkeletonRows rows={10} />}
        {a && b && data && !preview && <EmptyState icon={IconArrowMerge} text={m.merging_gone()} />}
        {preview && <SideBySide key={`${preview.a.version} ${preview.b.version}`} preview={preview} onStale={() => void refetch()} />}
      </div>
    </>
  );
}
