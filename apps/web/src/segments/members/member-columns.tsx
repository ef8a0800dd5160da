import { Money, Monogram, NumberText, RelativeTime, type TableColumn } from '#design';
import type { SegmentMembersQuery } from '#operations';
import { factLabel, valueLabel } from '#rules';
import { Link } from '@tanstack/react-router';

export type Member = SegmentMembersQuery['customers']['edges'][number]['node'];

export const memberColumns = (language: 'en' | 'es'): readonly TableColumn<Member>[] => [
  { id: 'name', header: factLabel('name', language), width: 248, grow: true, sortable: true, cell: NameCell },
  { id: 'valueTier', header: factLabel('valueTier', language), width: 130, wideOnly: true, cell: ({ facts }) => facts.valueTier && valueLabel('valueTier', facts.valueTier, language) },
  { id: 'country', header: factLabel('country', language), width: 110, sortable: true, wideOnly: true, cell: ({ facts }) => facts.country && valueLabel('country', facts.country, language) },
  { id: 'lastOrderAt', header: factLabel('lastOrderAt', language), width: 130, sortable: true, cell: ({ facts }) => facts.lastOrderAt && <RelativeTime value={facts.lastOrderAt} /> },
  { id: 'ordersCount', header: factLabel('ordersCount', language), width: 80, align: 'end', sortable: true, wideOnly: true, cell: ({ facts }) => facts.ordersCount !== null && <NumberText value={facts.ordersCount} /> },
  { id: 'revenue12m', header: factLabel('revenue12m', language), width: 130, align: 'end', sortable: true, cell: ({ facts }) => facts.revenue12m && <Money {...facts.revenue12m} whole /> },
];

const NameCell = ({ id, name, kind }: Member) => (
  <>
    <Monogram name={name} shape={kind === 'ORGANISATION' ? 'square' : 'round'} />
    <Link to="/customers/$id" params={{ id }} tabIndex={-1}>{name}</Link>
  </>
);
