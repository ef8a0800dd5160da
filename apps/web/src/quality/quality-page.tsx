import { useMe } from '#access';
import { PageHeader } from '#design';
import { m } from '#words';
import { scopeOf } from '@orbita/domain/access';
import { Overview } from './overview.tsx';
import styles from './quality.module.css';
import type { QualitySearch } from './quality-search.ts';
import { Queue } from './queue.tsx';
import { Waiting } from './waiting.tsx';

interface QualityPageProps {
  readonly search: QualitySearch;
  readonly onSearch: (next: QualitySearch) => void;
}

/** How good the data are, and the queue to mend them. */
export function QualityPage({ search, onSearch }: QualityPageProps) {
  const { role } = useMe();
  const mends = scopeOf(role, 'customer', 'update') !== 'none';
  return (
    <>
      <PageHeader title={m.quality_title()} />
      <div className={styles.page} data-mends={mends || undefined}>
        <div className={styles.side}>
          <Overview search={search} onSearch={mends ? onSearch : undefined} />
          {mends && <Waiting />}
        </div>
        {mends && <Queue key={`${search.check} ${search.source} ${search.owner}`} search={search} onSearch={onSearch} />}
      </div>
    </>
  );
}
