import { useMe } from '#access';
import { usePagedConnection } from '#api-client';
import { EmptyState, ErrorState, KeyHint, NumberText, PageHeader, SearchBox, SkeletonRows, VirtualTable } from '#design';
import { SegmentsDocument, type SegmentsQuery } from '#operations';
import { RuleChips, readRule } from '#rules';
import { useShortcut } from '#shortcuts';
import { SavedViewsBar } from '#views';
import { m } from '#words';
import { Button } from '@mantine/core';
import { scopeOf } from '@orbita/domain/access';
import { IconChartPie, IconPlus, IconScale, IconSearch, IconTrash } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import { useSegmentActs } from '../write/use-segment-acts.ts';
import { type ListedSegment, segmentColumns } from './segment-columns.tsx';
import { type SegmentsSearch, segmentSorts } from './segments-search.ts';
import styles from './list.module.css';

const pageOf = ({ segments }: SegmentsQuery) => ({ rows: segments.edges.map(({ node }) => node), total: segments.totalCount });
const idOf = ({ id }: ListedSegment) => id;
const nameOf = ({ name }: ListedSegment) => name;

interface SegmentsPageProps {
  readonly search: SegmentsSearch;
  readonly onSearch: (next: SegmentsSearch) => void;
}

/** Groups of customers that keep themselves up to date, and lists made by hand. */
export function SegmentsPage({ search, onSearch }: SegmentsPageProps) {
  const navigate = useNavigate();
  const me = useMe();
  const { bringBack, failed } = useSegmentActs();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const deleted = search.deleted === true;
  const rule = useMemo(() => readRule(search.rule, 'segment'), [search.rule]);
  const { sort: by = 'name', desc: descending = false } = search;
  const source = usePagedConnection({
    document: SegmentsDocument, variables: { rule, search: search.q || undefined, deleted: deleted || undefined, orderBy: { by, descending } }, field: 'segments', pageOf,
  });
  const { refetch } = source;
  const columns = useMemo(
    () => segmentColumns(me.id, deleted ? (segment) => void bringBack(segment).then(refetch).catch(failed) : undefined),
    [me.id, deleted, bringBack, failed, refetch],
  );
  const mayCreate = scopeOf(me.role, 'segment', 'create') !== 'none';
  const create = () => void navigate({ to: '/segments/new' });
  const [a, b] = [...selected];
  const compare = () => void navigate({ to: '/segments/compare', search: { a, b } });
  useShortcut({ keys: 'n', label: m.segments_new(), group: 'page', run: create }, mayCreate);
  useShortcut({ keys: 'escape', label: m.segments_unselect(), group: 'list', run: () => setSelected(new Set()) }, selected.size > 0);
  const onText = useCallback((q: string) => onSearch({ ...search, q: q || undefined }), [onSearch, search]);
  const narrowed = Boolean(search.q || rule);
  const empty = narrowed || deleted
    ? <EmptyState icon={deleted && !narrowed ? IconTrash : IconSearch} text={deleted && !narrowed ? m.segments_none_deleted() : m.segments_no_results()} action={{ label: m.segments_show_all(), onAct: () => onSearch({}) }} />
    : <EmptyState icon={IconChartPie} text={m.segments_empty()} {...(mayCreate ? { action: { label: m.segments_new(), keys: 'n', onAct: create } } : {})} />;
  return (
    <>
      <PageHeader
        title={m.shell_nav_segments()}
        beside={<>{!source.loading && <span className={styles.count}><NumberText value={source.total} /></span>}<SavedViewsBar room="segments" search={search} onOpen={(kept) => onSearch(kept as SegmentsSearch)} /></>}
        actions={(
          <>
            <Button variant="default" leftSection={<IconScale size={14} stroke={1.6} />} onClick={compare} className={styles.wide}>{m.segments_compare()}</Button>
            {mayCreate && <Button leftSection={<IconPlus size={14} />} rightSection={<KeyHint keys="n" onAccent />} onClick={create}>{m.segments_new()}</Button>}
          </>
        )}
        toolbar={(
          <>
            <SearchBox label={m.segments_find()} value={search.q ?? ''} onSearch={onText} />
            <button type="button" className={styles.toggle} aria-pressed={deleted} onClick={() => onSearch({ ...search, deleted: deleted ? undefined : true })}>
              <IconTrash size={13} stroke={1.6} aria-hidden /> {m.segments_deleted_ones()}
            </button>
            <RuleChips rule={rule} about="segment" onChange={(next) => onSearch({ ...search, rule: next })} />
            {selected.size > 0 && selected.size !== 2 && <span className={styles.hint}>{m.segments_pick_two()}</span>}
            {selected.size === 2 && <Button variant="light" leftSection={<IconScale size={14} stroke={1.6} />} onClick={compare}>{m.segments_compare_two()}</Button>}
          </>
        )}
      />
      {source.failed ? <ErrorState error={source.error} onRetry={refetch} /> : source.loading ? <SkeletonRows rows={12} /> : (
        <VirtualTable
          {...source} label={m.shell_nav_segments()} columns={columns} idOf={idOf} nameOf={nameOf} empty={empty}
          sort={{ column: by, descending }}
          onSort={({ column, descending: falling }) => onSearch({ ...search, sort: segmentSorts.find((each) => each === column), desc: falling || undefined })}
          selection={{ ids: selected, onChange: setSelected }} onOpen={({ id }) => void navigate({ to: '/segments/$id', params: { id } })}
        />
      )}
    </>
  );
}
