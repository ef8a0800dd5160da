import { usePagedConnection } from '#api-client';
import { BulkBar, useSelection } from '#bulk';
import { useCustomFields } from '#custom-fields';
import { EmptyState, ErrorState, everyRow, SkeletonRows, type TableSort, VirtualTable } from '#design';
import { OpportunitiesDocument, type OpportunitiesQuery, type OpportunityOrderBy, type PipelineDetailsFragment } from '#operations';
import { m, useLanguage } from '#words';
import { IconSearchOff } from '@tabler/icons-react';
import type { OpportunityStatus } from '@orbita/domain/opportunities';
import { useMemo } from 'react';
import type { OpportunityQuestion } from '../opportunities-search.ts';
import { type ListedOpportunity, mostOwnColumns, opportunityColumns } from './opportunity-columns.tsx';
import { useRenewed } from './use-renewed.ts';

const sortable: readonly OpportunityOrderBy[] = ['amount', 'closedAt', 'expectedCloseOn', 'openedAt', 'stageSince', 'title'];
const pageOf = ({ opportunities }: OpportunitiesQuery) => ({ rows: opportunities.edges.map(({ node }) => node), total: opportunities.totalCount });
const verbs = ['ASSIGN', 'MOVE', 'LOSE'] as const;
const idOf = ({ id }: ListedOpportunity) => id;
const nameOf = ({ title }: ListedOpportunity) => title;

interface OpportunityTableProps {
  readonly question: OpportunityQuestion;
  readonly status: OpportunityStatus | undefined;
  /** Another each time something happened to one of the pipeline. */
  readonly renewed: unknown;
  readonly stages: PipelineDetailsFragment['stages'];
  /** Columns put away. */
  readonly hidden: readonly string[];
  readonly sort: TableSort;
  readonly onSort: (sort: TableSort) => void;
  readonly onOpen: (id: string) => void;
  readonly onClear: (() => void) | undefined;
}

/** The same opportunities as a list, the closed ones too. */
export function OpportunityTable({ question: asked, status, renewed, stages, hidden, sort, onSort, onOpen, onClear }: OpportunityTableProps) {
  const language = useLanguage();
  const question = useMemo(() => ({ ...asked, status }), [asked, status]);
  const { ids: selected, everything, select, meanEverything, clear } = useSelection(question);
  const by = sortable.find((name) => name === sort.column) ?? 'openedAt';
  const all = useCustomFields('OPPORTUNITY');
  const shown = all.map(({ name }) => name).filter((name) => !hidden.includes(`custom.${name}`)).slice(0, mostOwnColumns);
  const custom = all.find(({ name, sortable: isSortable }) => isSortable && sort.column === `custom.${name}`)?.name;
  const orderBy = { by, descending: sort.descending, ...(custom ? { custom } : {}) };
  const variables = { ...question, orderBy, custom: shown, withCustom: shown.length > 0 };
  const source = usePagedConnection({ document: OpportunitiesDocument, variables, field: 'opportunities', pageOf });
  useRenewed(renewed, source.refetch);
  const columns = useMemo(() => opportunityColumns(language, stages, all), [language, stages, all]);
  if (source.failed) return <ErrorState error={source.error} onRetry={source.refetch} />;
  if (source.loading) return <SkeletonRows rows={16} />;
  return (
    <>
      <VirtualTable
        {...source} label={m.shell_nav_opportunities()} columns={columns} idOf={idOf} nameOf={nameOf} hidden={hidden} sort={{ column: custom ? `custom.${custom}` : by, descending: sort.descending }} onSort={onSort}
        empty={<EmptyState icon={IconSearchOff} text={m.opportunities_none_found()} {...(onClear ? { action: { label: m.opportunities_clear(), onAct: onClear } } : {})} />}
        selection={{ ids: everything ? everyRow : selected, onChange: select }} onOpen={({ id }) => onOpen(id)}
      />
      {selected.size > 0 && (
        <BulkBar
          subject="OPPORTUNITY" selected={selected} matching={source.total} everything={everything} filter={question} verbs={verbs}
          stages={stages.map(({ key, names }) => ({ value: key, label: names[language] }))} onEverything={meanEverything} onClear={clear}
        />
      )}
    </>
  );
}
