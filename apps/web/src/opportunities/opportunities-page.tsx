import { useMe } from '#access';
import { useCustomFields } from '#custom-fields';
import { EmptyState, ErrorState, KeyHint, lazily, PageHeader, SearchBox, SkeletonRows, useFormatting, useStoredColumns } from '#design';
import { ExportMenu } from '#exports';
import { ImportLink } from '#import-link';
import { PipelinesDocument, type PipelineDetailsFragment } from '#operations';
import { RuleChips, readRule } from '#rules';
import { useShortcut } from '#shortcuts';
import { m } from '#words';
import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { scopeOf } from '@orbita/domain/access';
import { IconLayoutKanban, IconPlus, IconSearchOff } from '@tabler/icons-react';
import { lazy, type ReactNode, Suspense, useCallback, useMemo, useState } from 'react';
import { useBoard } from './board/use-board.ts';
import { type OpportunitiesSearch, type OpportunityQuestion, type OpportunityView, opportunityViews } from './opportunities-search.ts';
import styles from './opportunities.module.css';
import { openSums, Sums } from './sums.tsx';

const ListedSums = lazily(async () => (await import('./list/listed-sums.tsx')).ListedSums);
const PipelineChoice = lazily(async () => (await import('./pipeline-choice.tsx')).PipelineChoice);
const OpportunityBoard = lazily(async () => (await import('./board/opportunity-board.tsx')).OpportunityBoard);
const OpportunityTable = lazily(async () => (await import('./list/opportunity-table.tsx')).OpportunityTable);
const StatusShelf = lazily(async () => (await import('./list/status-shelf.tsx')).StatusShelf);
const TableMenu = lazily(async () => (await import('./list/table-menu.tsx')).TableMenu);
const ForecastView = lazily(async () => (await import('./list/forecast-view.tsx')).ForecastView);
const OpenOpportunityDialog = lazy(async () => ({ default: (await import('./create/open-opportunity-dialog.tsx')).OpenOpportunityDialog }));
const OpportunityPanel = lazy(async () => ({ default: (await import('./record/opportunity-panel.tsx')).OpportunityPanel }));

const stored = { key: 'orbita-opportunity-columns' };

export interface OpportunitiesPageProps {
  readonly search: OpportunitiesSearch;
  readonly onSearch: (next: OpportunitiesSearch) => void;
  /** Saved views, beside the title. */
  readonly views?: ReactNode;
}

/** What may be sold: as a board, a table or a forecast of the same question. */
export function OpportunitiesPage(props: OpportunitiesPageProps) {
  const { data, error, refetch } = useQuery(PipelinesDocument);
  const pipelines = data?.pipelines;
  const pipeline = pipelines?.find(({ id }) => id === props.search.pipeline) ?? pipelines?.[0];
  if (pipelines && pipeline) return <Room key={pipeline.id} {...props} pipelines={pipelines} pipeline={pipeline} />;
  return (
    <>
      <PageHeader title={m.shell_nav_opportunities()} />
      {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : pipelines ? <EmptyState icon={IconLayoutKanban} text={m.opportunities_no_pipeline()} /> : <SkeletonRows rows={12} />}
    </>
  );
}

interface RoomProps extends OpportunitiesPageProps {
  readonly pipelines: readonly PipelineDetailsFragment[];
  readonly pipeline: PipelineDetailsFragment;
}

function Room({ search, onSearch, views, pipelines, pipeline }: RoomProps) {
  const { role } = useMe();
  const { language } = useFormatting();
  const [creating, setCreating] = useState(false);
  const { view = 'board', q, open, status } = search;
  const rule = useMemo(() => readRule(search.rule, 'opportunity'), [search.rule]);
  const question = useMemo<OpportunityQuestion>(() => ({ pipelineId: pipeline.id, rule, search: q || undefined }), [pipeline.id, q, rule]);
  const { hidden, toggle } = useStoredColumns(stored, useCustomFields('OPPORTUNITY').map(({ name }) => `custom.${name}`));
  const board = useBoard(question);
  const mayCreate = scopeOf(role, 'opportunity', 'create') !== 'none';
  const create = useCallback(() => setCreating(true), []);
  const show = useCallback((id: string | undefined) => onSearch({ ...search, open: id }), [onSearch, search]);
  useShortcut({ keys: 'n', label: m.opportunities_new(), group: 'page', opens: true, run: create }, mayCreate && !open);
  const onText = useCallback((text: string) => onSearch({ ...search, q: text || undefined }), [onSearch, search]);
  const narrowed = Boolean(q || rule || (view === 'table' && status));
  const clear = () => onSearch({ view: search.view, pipeline: search.pipeline });
  const empty = view === 'board' && board.columns?.every(({ count }) => count === 0) === true;
  const tabs = <ViewTabs view={view} onView={(next) => onSearch({ ...search, view: next === 'board' ? undefined : next })} />;
  // Where the head has no room for them, the sums have a line of their own.
  const tight = useMediaQuery('(max-width: 900px)', false, { getInitialValueInEffect: false });
  const sums = view === 'table' ? <ListedSums question={question} status={status} renewed={board.columns} /> : board.columns && <Sums {...openSums(board.columns)} />;
  return (
    <>
      <PageHeader
        title={pipelines.length > 1 ? pipeline.names[language] : m.shell_nav_opportunities()}
        beside={<><span className={styles.wide}>{tabs}</span>{views}</>}
        actions={(
          <>
            {!tight && sums}
            {mayCreate && <Button leftSection={<IconPlus size={14} />} rightSection={<KeyHint keys="n" onAccent />} onClick={create} className={styles.new}>{m.opportunities_new()}</Button>}
          </>
        )}
        toolbar={(
          <>
            <span className={styles.narrow}>{tabs}</span>
            {pipelines.length > 1 && (
              <PipelineChoice pipelines={pipelines} chosen={pipeline.id} onChoose={(id) => onSearch({ ...search, pipeline: id })} />
            )}
            <SearchBox value={q ?? ''} onSearch={onText} label={m.opportunities_search()} />
            {view === 'table' && <StatusShelf status={status} onStatus={(next) => onSearch({ ...search, status: next })} />}
            <RuleChips rule={rule} about="opportunity" onChange={(next) => onSearch({ ...search, rule: next })} />
            {view !== 'forecast' && <ExportMenu list="opportunities" variables={{ ...question, status: view === 'board' ? 'OPEN' : status, orderBy: view === 'table' && search.sort ? { ...orderOf(search.sort), descending: search.desc ?? false } : undefined }} />}
            <ImportLink room="opportunities" />
            {view === 'table' && <TableMenu hidden={hidden} onToggle={toggle} />}
          </>
        )}
      />
      {tight && <div className={styles.tight}>{sums}</div>}
      {view === 'board' && (empty
        ? narrowed
          ? <EmptyState icon={IconSearchOff} text={m.opportunities_none_found()} action={{ label: m.opportunities_clear(), onAct: clear }} />
          : <EmptyState icon={IconLayoutKanban} text={m.opportunities_empty()} {...(mayCreate ? { action: { label: m.opportunities_new(), keys: 'n', onAct: create } } : {})} />
        : <OpportunityBoard board={board} pipeline={pipeline} covered={Boolean(open)} onOpen={show} onNew={mayCreate ? create : undefined} />)}
      {view === 'table' && (
        <OpportunityTable
          question={question} status={status} renewed={board.columns} stages={pipeline.stages} hidden={hidden} sort={{ column: search.sort ?? 'openedAt', descending: search.sort ? search.desc ?? false : true }} onOpen={show} onClear={narrowed ? clear : undefined}
          onSort={({ column, descending }) => onSearch({ ...search, sort: column, desc: descending || undefined })}
        />
      )}
      {view === 'forecast' && <ForecastView question={question} search={search} stages={pipeline.stages} renewed={board.columns} onClear={narrowed ? clear : undefined} />}
      <Suspense>
        {creating && <OpenOpportunityDialog pipeline={pipeline} onClose={() => setCreating(false)} onOpened={board.renew} />}
        {open && <OpportunityPanel key={open} id={open} onClose={() => show(undefined)} onOpen={show} onChanged={board.renew} />}
      </Suspense>
    </>
  );
}

function ViewTabs({ view, onView }: { readonly view: OpportunityView; readonly onView: (view: OpportunityView) => void }) {
  const words = { board: m.opportunities_board(), table: m.opportunities_table(), forecast: m.opportunities_forecast() };
  return (
    <div className={styles.tabs} role="group" aria-label={m.opportunities_view()}>
      {opportunityViews.map((each) => <button key={each} type="button" aria-pressed={view === each} onClick={() => onView(each)}>{words[each]}</button>)}
    </div>
  );
}

/** What a column of the table is called where a list is ordered. */
const orderOf = (column: string) => (column.startsWith('custom.') ? { custom: column.slice('custom.'.length) } : { by: column });
