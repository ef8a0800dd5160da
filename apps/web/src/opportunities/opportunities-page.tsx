import { useMe } from '#access';
import { useCustomFields } from '#custom-fields';
import { EmptyState, ErrorState, KeyHint, lazily, Money, NumberText, PageHeader, SearchBox, SkeletonRows, useFormatting, useStoredColumns } from '#design';
import { ExportMenu } from '#exports';
import { ImportLink } from '#import-link';
import { PipelinesDocument, type PipelineDetailsFragment } from '#operations';
import { RuleChips, readRule } from '#rules';
import { useShortcut } from '#shortcuts';
import { m } from '#words';
import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { scopeOf } from '@orbita/domain/access';
import { IconLayoutKanban, IconPlus, IconSearchOff } from '@tabler/icons-react';
import { lazy, type ReactNode, Suspense, useCallback, useMemo, useState } from 'react';
import { type Board, useBoard } from './board/use-board.ts';
import { type OpportunitiesSearch, type OpportunityQuestion, type OpportunityView, opportunityViews } from './opportunities-search.ts';
import styles from './opportunities.module.css';

const PipelineChoice = lazily(async () => (await import('./pipeline-choice.tsx')).PipelineChoice);
const OpportunityBoard = lazily(async () => (await import('./board/opportunity-board.tsx')).OpportunityBoard);
const OpportunityTable = lazily(async () => (await import('./list/opportunity-table.tsx')).OpportunityTable);
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
  const { view = 'board', q, open } = search;
  const rule = useMemo(() => readRule(search.rule), [search.rule]);
  const question = useMemo<OpportunityQuestion>(() => ({ pipelineId: pipeline.id, rule, search: q || undefined }), [pipeline.id, q, rule]);
  const { hidden, toggle } = useStoredColumns(stored, useCustomFields('OPPORTUNITY').map(({ name }) => `custom.${name}`));
  const board = useBoard(question);
  const mayCreate = scopeOf(role, 'opportunity', 'create') !== 'none';
  const create = useCallback(() => setCreating(true), []);
  const show = useCallback((id: string | undefined) => onSearch({ ...search, open: id }), [onSearch, search]);
  useShortcut({ keys: 'n', label: m.opportunities_new(), group: 'page', run: create }, mayCreate && !open);
  const onText = useCallback((text: string) => onSearch({ ...search, q: text || undefined }), [onSearch, search]);
  const narrowed = Boolean(q || rule);
  const clear = () => onSearch({ view: search.view, pipeline: search.pipeline });
  const empty = view === 'board' && board.columns?.every(({ count }) => count === 0) === true;
  const tabs = <ViewTabs view={view} onView={(next) => onSearch({ ...search, view: next === 'board' ? undefined : next })} />;
  return (
    <>
      <PageHeader
        title={pipelines.length > 1 ? pipeline.names[language] : m.shell_nav_opportunities()}
        beside={<><span className={styles.wide}>{tabs}</span>{views}</>}
        actions={(
          <>
            {view === 'board' && <Sums board={board} />}
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
            <RuleChips rule={rule} about="opportunity" onChange={(next) => onSearch({ ...search, rule: next })} />
            {view !== 'forecast' && <ExportMenu list="opportunities" variables={{ ...question, status: view === 'board' ? 'OPEN' : undefined, orderBy: view === 'table' && search.sort ? { ...orderOf(search.sort), descending: search.desc ?? false } : undefined }} />}
            <ImportLink room="opportunities" />
            {view === 'table' && <TableMenu hidden={hidden} onToggle={toggle} />}
          </>
        )}
      />
      {view === 'board' && (empty
        ? narrowed
          ? <EmptyState icon={IconSearchOff} text={m.opportunities_none_found()} action={{ label: m.opportunities_clear(), onAct: clear }} />
          : <EmptyState icon={IconLayoutKanban} text={m.opportunities_empty()} {...(mayCreate ? { action: { label: m.opportunities_new(), keys: 'n', onAct: create } } : {})} />
        : <OpportunityBoard board={board} pipeline={pipeline} onOpen={show} onNew={mayCreate ? create : undefined} />)}
      {view === 'table' && (
        <OpportunityTable
          question={question} stages={pipeline.stages} hidden={hidden} sort={{ column: search.sort ?? 'openedAt', descending: search.sort ? search.desc ?? false : true }} onOpen={show} onClear={narrowed ? clear : undefined}
          onSort={({ column, descending }) => onSearch({ ...search, sort: column, desc: descending || undefined })}
        />
      )}
      {view === 'forecast' && <ForecastView question={question} />}
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

/** How many, how much and how much of it is to be expected: over everything that matches. */
function Sums({ board: { columns } }: { readonly board: Board }) {
  const { currency } = useFormatting();
  if (!columns) return null;
  const sum = (of: 'amount' | 'weighted') => (columns.some((column) => column[of] === null) ? null : columns.reduce((total, column) => total + Number(column[of]?.amount ?? 0), 0));
  const amount = sum('amount');
  const weighted = sum('weighted');
  return (
    <div className={styles.sums}>
      <span><NumberText value={columns.reduce((total, { count }) => total + count, 0)} /><span className="visually-hidden"> {m.opportunities_count()}</span></span>
      {amount !== null && <b><Money amount={String(amount)} currency={currency} compact /></b>}
      {weighted !== null && <span><Money amount={String(weighted)} currency={currency} compact /> {m.opportunities_weighted_short()}</span>}
    </div>
  );
}

/** What a column of the table is called where a list is ordered. */
const orderOf = (column: string) => (column.startsWith('custom.') ? { custom: column.slice('custom.'.length) } : { by: column });
