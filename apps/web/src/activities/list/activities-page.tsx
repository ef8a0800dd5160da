import { usePagedConnection } from '#api-client';
import { ColumnsMenu, EmptyState, ErrorState, NumberText, PageHeader, SearchBox, SkeletonRows, useStoredColumns, VirtualTable } from '#design';
import { ExportMenu } from '#exports';
import { ImportLink } from '#import-link';
import { ActivitiesDocument, type ActivitiesQuery } from '#operations';
import { RuleChips, readRule } from '#rules';
import { m, useLanguage } from '#words';
import { IconListDetails, IconSearchOff } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useCallback, useMemo } from 'react';
import { type ActivitiesSearch, activitySorts } from './activities-search.ts';
import { activityColumns, type ListedActivity, nameOf, placeOf } from './activity-columns.tsx';
import styles from './list.module.css';

// A field with its list is dear, and the first rows need none.
const KindField = lazy(async () => ({ default: (await import('./kind-field.tsx')).KindField }));

interface ActivitiesPageProps {
  readonly search: ActivitiesSearch;
  readonly onSearch: (next: ActivitiesSearch) => void;
  /** Saved views, beside the title. */
  readonly views?: ReactNode;
}

const pageOf = ({ activities }: ActivitiesQuery) => ({ rows: activities.edges.map(({ node }) => node), total: activities.totalCount });
const stored = { key: 'orbita-activity-columns', usual: ['doneAt', 'direction', 'durationMinutes', 'body'] };
const idOf = ({ id }: ListedActivity) => id;

/** Everything that was done, noted or is to be done, of every customer whom one may see. */
export function ActivitiesPage({ search, onSearch, views }: ActivitiesPageProps) {
  const navigate = useNavigate();
  const language = useLanguage();
  const { hidden, toggle } = useStoredColumns(stored, []);
  const rule = useMemo(() => readRule(search.rule, 'activity'), [search.rule]);
  const { q, kind, sort, desc = false } = search;
  const { by, descending } = sort ? { by: sort, descending: desc } : { by: 'occurredAt' as const, descending: true };
  const asked = { rule, search: q || undefined, kinds: kind && [kind], orderBy: { by, descending } };
  const source = usePagedConnection({ document: ActivitiesDocument, field: 'activities', pageOf, variables: asked });
  const columns = useMemo(() => activityColumns(language, Date.now()), [language]);
  const onText = useCallback((text: string) => onSearch({ ...search, q: text || undefined }), [onSearch, search]);
  const clear = () => onSearch({ sort, desc: search.desc });
  const empty = q || kind || rule
    ? <EmptyState icon={IconSearchOff} text={m.activities_no_results()} action={{ label: m.activities_clear(), onAct: clear }} />
    : <EmptyState icon={IconListDetails} text={m.activities_empty()} action={{ label: m.activities_to_customers(), keys: 'g c', onAct: () => void navigate({ to: '/customers' }) }} />;
  return (
    <>
      <PageHeader
        title={m.activities_nav()}
        beside={<>{!source.loading && <span className={styles.count}><NumberText value={source.total} /></span>}{views}</>}
        toolbar={(
          <>
            <SearchBox label={m.activities_find()} value={q ?? ''} onSearch={onText} />
            <Suspense fallback={<span className={styles.kindField} />}><KindField kind={kind} onChange={(next) => onSearch({ ...search, kind: next })} /></Suspense>
            <RuleChips rule={rule} about="activity" onChange={(next) => onSearch({ ...search, rule: next })} />
            <div className={styles.tools}>
              <ExportMenu list="activities" variables={asked} />
              <ImportLink room="activities" />
              <ColumnsMenu columns={columns.filter(({ id }) => id !== 'subject')} hidden={hidden} onToggle={toggle} mostOwn={0} />
            </div>
          </>
        )}
      />
      {source.failed ? <ErrorState error={source.error} onRetry={source.refetch} /> : source.loading ? <SkeletonRows rows={16} /> : (
        <VirtualTable
          {...source} label={m.activities_nav()} columns={columns} idOf={idOf} nameOf={nameOf} hidden={hidden} empty={empty}
          sort={{ column: by, descending }}
          onSort={({ column, descending: falling }) => onSearch({ ...search, sort: activitySorts.find((each) => each === column), desc: falling || undefined })}
          onOpen={(row) => void navigate(placeOf(row))}
        />
      )}
    </>
  );
}
