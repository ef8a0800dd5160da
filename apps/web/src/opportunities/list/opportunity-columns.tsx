import { ownColumns } from '#custom-fields';
import { Chip, DateText, Money, Monogram, RelativeTime, type TableColumn } from '#design';
import type { CustomFieldDetailsFragment, OpportunitiesQuery, PipelineDetailsFragment } from '#operations';
import { m } from '#words';
import { statusWord } from '../opportunity-words.ts';

export type ListedOpportunity = OpportunitiesQuery['opportunities']['edges'][number]['node'];

/** What a page of rows may cost holds so many of the company's own fields. */
export const mostOwnColumns = 12;

/** Every column of the table, the company's own fields behind the others. */
export const opportunityColumns = (
  language: 'en' | 'es', stages: PipelineDetailsFragment['stages'], fields: readonly CustomFieldDetailsFragment[],
): readonly TableColumn<ListedOpportunity>[] => [
  { id: 'title', header: m.opportunities_title(), width: 240, narrowWidth: 136, grow: true, sortable: true, cell: ({ title }) => <span>{title}</span> },
  { id: 'customer', header: m.opportunities_customer(), width: 180, wideOnly: true, cell: ({ customerName }) => <><Monogram name={customerName} shape="square" size={16} /><span>{customerName}</span></> },
  { id: 'stage', header: m.opportunities_stage(), width: 152, narrowWidth: 108, cell: (row) => (row.status === 'OPEN' ? <span>{stages.find(({ key }) => key === row.stage)?.names[language]}</span> : <Chip tone={row.status === 'WON' ? 'ok' : 'bad'}>{statusWord(row.status)}</Chip>) },
  { id: 'amount', header: m.opportunities_amount(), width: 112, narrowWidth: 94, align: 'end', sortable: true, cell: ({ amount }) => amount && <Money {...amount} whole /> },
  { id: 'expectedCloseOn', header: m.opportunities_expected_close(), width: 128, sortable: true, wideOnly: true, cell: ({ expectedCloseOn }) => expectedCloseOn && <DateText value={expectedCloseOn} /> },
  { id: 'stageSince', header: m.opportunities_stage_since(), width: 136, sortable: true, wideOnly: true, cell: ({ stageSince, isStale }) => (isStale ? <Chip tone="warn"><RelativeTime value={stageSince} /></Chip> : <RelativeTime value={stageSince} />) },
  { id: 'owner', header: m.opportunities_owner(), width: 148, wideOnly: true, cell: ({ owner }) => owner && <><Monogram name={owner.name} size={16} /><span>{owner.name}</span></> },
  { id: 'openedAt', header: m.opportunities_opened(), width: 128, sortable: true, wideOnly: true, cell: ({ openedAt }) => <RelativeTime value={openedAt} /> },
  ...ownColumns<ListedOpportunity>(fields),
];
