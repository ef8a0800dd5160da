import { usePagedConnection } from '#api-client';
import { BulkBar } from '#bulk';
import { CustomValueText, useCustomFields } from '#custom-fields';
import { Chip, DateText, EmptyState, ErrorState, everyRow, Money, Monogram, RelativeTime, SkeletonRows, type TableColumn, type TableSort, VirtualTable } from '#design';
import { OpportunitiesDocument, type OpportunitiesQuery, type OpportunityOrderBy, type PipelineDetailsFragment } from '#operations';
import { m, useLanguage } from '#words';
import { IconSearchOff } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { OpportunityQuestion } from '../opportunities-search.ts';
import { statusWord } from '../opportunity-words.ts';

type Listed = OpportunitiesQuery['opportunities']['edges'][number]['node'];

const sortable: readonly OpportunityOrderBy[] = ['amount', 'closedAt', 'expectedCloseOn', 'openedAt', 'stageSince', 'title'];
const pageOf = ({ opportunities }: OpportunitiesQuery) => ({ rows: opportunities.edges.map(({ node }) => node), total: opportunities.totalCount });
/** The company's own fields that stand in the table, the first ones in their order. */
const mostOwnColumns = 6;
const verbs = ['ASSIGN', 'MOVE', 'LOSE'] as const;
const idOf = ({ id }: Listed) => id;
const nameOf = ({ title }: Listed) => title;

interface OpportunityTableProps {
  readonly question: OpportunityQuestion;
  readonly stages: PipelineDetailsFragment['stages'];
  readonly sort: TableSort;
  readonly onSort: (sort: TableSort) => void;
  readonly onOpen: (id: string) => void;
  readonly onClear: (() => void) | undefined;
}

/** The same opportunities as a list, the closed ones too. */
export function OpportunityTable({ question, stages, sort, onSort, onOpen, onClear }: OpportunityTableProps) {
  const language = useLanguage();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  // By the very question of which all are meant: another question means others.
  const [everythingOf, setEverythingOf] = useState<OpportunityQuestion>();
  const everything = everythingOf === question;
  const select = (ids: ReadonlySet<string>) => {
    setEverythingOf(undefined);
    setSelected(ids);
  };
  const by = sortable.find((name) => name === sort.column) ?? 'openedAt';
  const all = useCustomFields('OPPORTUNITY');
  const fields = useMemo(() => all.slice(0, mostOwnColumns), [all]);
  const custom = fields.find(({ name, sortable: isSortable }) => isSortable && sort.column === `custom.${name}`)?.name;
  const orderBy = { by, descending: sort.descending, ...(custom ? { custom } : {}) };
  const variables = { ...question, orderBy, custom: fields.map(({ name }) => name), withCustom: fields.length > 0 };
  const source = usePagedConnection({ document: OpportunitiesDocument, variables, field: 'opportunities', pageOf });
  const columns = useMemo<readonly TableColumn<Listed>[]>(() => [
    { id: 'title', header: m.opportunities_title(), width: 200, grow: true, sortable: true, cell: ({ title }) => <span>{title}</span> },
    { id: 'customer', header: m.opportunities_customer(), width: 180, wideOnly: true, cell: ({ customerName }) => <><Monogram name={customerName} shape="square" size={16} /><span>{customerName}</span></> },
    { id: 'stage', header: m.opportunities_stage(), width: 152, cell: (row) => (row.status === 'OPEN' ? stages.find(({ key }) => key === row.stage)?.names[language] : <Chip tone={row.status === 'WON' ? 'ok' : 'bad'}>{statusWord(row.status)}</Chip>) },
    { id: 'amount', header: m.opportunities_amount(), width: 112, align: 'end', sortable: true, cell: ({ amount }) => amount && <Money {...amount} whole /> },
    { id: 'expectedCloseOn', header: m.opportunities_expected_close(), width: 128, sortable: true, wideOnly: true, cell: ({ expectedCloseOn }) => expectedCloseOn && <DateText value={expectedCloseOn} /> },
    { id: 'stageSince', header: m.opportunities_stage_since(), width: 136, sortable: true, wideOnly: true, cell: ({ stageSince, isStale }) => (isStale ? <Chip tone="warn"><RelativeTime value={stageSince} /></Chip> : <RelativeTime value={stageSince} />) },
    { id: 'owner', header: m.opportunities_owner(), width: 148, wideOnly: true, cell: ({ owner }) => owner && <><Monogram name={owner.name} size={16} /><span>{owner.name}</span></> },
    ...fields.map(({ name, label: header, sortable: isSortable }): TableColumn<Listed> => ({
      id: `custom.${name}`, header, width: 136, sortable: isSortable, wideOnly: true, cell: ({ customValues }) => <CustomValueText value={customValues?.find((value) => value.name === name)} />,
    })),
    { id: 'openedAt', header: m.opportunities_opened(), width: 128, sortable: true, wideOnly: true, cell: ({ openedAt }) => <RelativeTime value={openedAt} /> },
  ], [language, stages, fields]);
  if (source.error !== undefined && source.total === 0) return <ErrorState onRetry={source.refetch} />;
  if (source.loading) return <SkeletonRows rows={16} />;
  return (
    <>
      <VirtualTable
        {...source} label={m.shell_nav_opportunities()} columns={columns} idOf={idOf} nameOf={nameOf} sort={{ column: custom ? `custom.${custom}` : by, descending: sort.descending }} onSort={onSort}
        empty={<EmptyState icon={IconSearchOff} text={m.opportunities_none_found()} {...(onClear ? { action: { label: m.opportunities_clear(), onAct: onClear } } : {})} />}
        selection={{ ids: everything ? everyRow : selected, onChange: select }} onOpen={({ id }) => onOpen(id)}
      />
      {selected.size > 0 && (
        <BulkBar
          subject="OPPORTUNITY" selected={selected} matching={source.total} everything={everything} filter={question} verbs={verbs}
          stages={stages.map(({ key, names }) => ({ value: key, label: names[language] }))} onEverything={() => setEverythingOf(question)} onClear={() => select(new Set())}
        />
      )}
    </>
  );
}
