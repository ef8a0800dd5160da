import { CustomerField } from '#customer-field';
import { EmptyState, ErrorState, PageHeader, SkeletonRows } from '#design';
import { MergePreviewDocument } from '#operations';
import { m } from '#words';
import { skipToken, useQuery } from '@apollo/client/react';
import { mostAtOnce } from '@orbita/domain/merging';
import { IconArrowMerge } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { idsOf, type MergeSearch, searchOf } from './merge-search.ts';
import { SideBySide } from './side-by-side.tsx';
import styles from './merging.module.css';

interface MergePageProps {
  readonly search: MergeSearch;
  readonly onSearch: (next: MergeSearch) => void;
}

/** Customers side by side, to be made one: from whom each field is taken, who stays, and what is kept of all. */
export function MergePage({ search, onSearch }: MergePageProps) {
  const ids = idsOf(search);
  const some = ids.length > 1;
  const { data, error, loading, refetch } = useQuery(MergePreviewDocument, some ? { variables: { ids }, fetchPolicy: 'network-only' } : skipToken);
  const preview = data?.mergePreview;
  const add = (id: string | null) => id && onSearch(searchOf([...ids, id]));
  return (
    <>
      <PageHeader title={m.merging_title()} beside={<Link to="/customers" className={styles.back}>{m.shell_nav_customers()}</Link>} />
      <div className={styles.page}>
        {!some && (
          <div className={styles.pick}>
            <p>{m.merging_pick()}</p>
            <CustomerField key={ids.length} label={ids.length === 0 ? m.merging_first() : m.merging_second()} value={null} except={ids} onChange={add} />
          </div>
        )}
        {some && error && !preview && <ErrorState error={error} onRetry={() => void refetch()} />}
        {some && loading && !preview && <SkeletonRows rows={10} />}
        {some && data && !preview && <EmptyState icon={IconArrowMerge} text={m.merging_gone()} />}
        {preview && (
          <SideBySide
            key={preview.customers.map(({ id, version }) => `${id} ${version}`).join(' ')} preview={preview} onStale={() => void refetch()}
            onLeaveOut={preview.customers.length > 2 ? (id) => onSearch(searchOf(preview.customers.map((one) => one.id).filter((one) => one !== id))) : undefined}
            more={ids.length < mostAtOnce && <CustomerField key={ids.length} label={m.merging_more()} value={null} except={ids} onChange={add} />}
          />
        )}
      </div>
    </>
  );
}
