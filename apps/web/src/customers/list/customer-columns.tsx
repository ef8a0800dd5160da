import { Chip, Money, Monogram, NumberText, RelativeTime, StageChip, type TableColumn } from '#design';
import { stageColor } from '#lifecycle';
import type { CustomersQuery } from '#operations';
import { m } from '#words';
import { factDefinition } from '@orbita/domain/facts';
import { Link } from '@tanstack/react-router';
import { fromCode } from '../filter/countries.ts';
import { RfmChip } from '../mark/rfm-chip.tsx';
import { kindText } from '../mark/kind-text.ts';
import { TierChip } from '../mark/tier-chip.tsx';
import styles from './list.module.css';

export type ListedCustomer = CustomersQuery['customers']['edges'][number]['node'];
type Language = 'en' | 'es';

const label = (key: string, language: Language) => factDefinition(key)?.label[language] ?? key;

/** Silence against the own rhythm: past it is worth a look, past twice it presses, past six times nobody waits any more. */
const silenceTone = (percent: number) => (percent < 100 || percent >= 600 ? undefined : percent >= 200 ? 'bad' : 'warn');

/** Every column of the list; ids are the facts by which the server sorts. */
export function customerColumns(language: Language): readonly TableColumn<ListedCustomer>[] {
  return [
    { id: 'name', header: label('name', language), width: 248, grow: true, sortable: true, cell: NameCell },
    { id: 'kind', header: m.customers_kind(), width: 112, wideOnly: true, cell: ({ kind }) => kindText(kind, language) },
    { id: 'valueTier', header: m.customers_tier(), width: 64, cell: ({ facts }) => <TierChip tier={facts.valueTier} /> },
    { id: 'rfmSegment', header: label('rfmSegment', language), width: 156, wideOnly: true, cell: ({ facts }) => <RfmChip segment={facts.rfmSegment} /> },
    { id: 'stage', header: m.customers_stage(), width: 188, wideOnly: true, cell: StageCell },
    { id: 'owner', header: label('ownerId', language), width: 148, wideOnly: true, cell: OwnerCell },
    { id: 'lastOrderAt', header: label('lastOrderAt', language), width: 132, sortable: true, wideOnly: true, cell: ({ facts }) => facts.lastOrderAt && <RelativeTime value={facts.lastOrderAt} /> },
    { id: 'revenue12m', header: m.customers_revenue_12m(), width: 108, align: 'end', sortable: true, cell: ({ facts }) => facts.revenue12m && <Money {...facts.revenue12m} whole /> },
    { id: 'ordersCount', header: label('ordersCount', language), width: 88, align: 'end', sortable: true, wideOnly: true, cell: ({ facts }) => facts.ordersCount !== null && <NumberText value={facts.ordersCount} /> },
    { id: 'silencePct', header: m.customers_silence(), width: 104, align: 'end', wideOnly: true, cell: ({ facts }) => <Silence percent={facts.silencePct} /> },
    { id: 'dataQuality', header: label('dataQuality', language), width: 104, align: 'end', sortable: true, wideOnly: true, cell: ({ facts }) => facts.dataQuality !== null && <NumberText value={facts.dataQuality} /> },
    { id: 'tags', header: label('tags', language), width: 128, wideOnly: true, cell: ({ tags }) => tags.slice(0, 3).map((tag) => <Chip key={tag}>{tag}</Chip>) },
    { id: 'city', header: label('city', language), width: 160, sortable: true, wideOnly: true, cell: ({ facts }) => facts.city },
    { id: 'country', header: label('country', language), width: 112, sortable: true, wideOnly: true, cell: ({ facts }) => facts.country && fromCode(language, facts.country) },
  ];
}

const NameCell = ({ id, name, kind }: ListedCustomer) => (
  <>
    <Monogram name={name} shape={kind === 'ORGANISATION' ? 'square' : 'round'} />
    <Link to="/customers/$id" params={{ id }} tabIndex={-1}>{name}</Link>
  </>
);

const StageCell = ({ stages }: ListedCustomer) => {
  const stage = stages?.[0]?.stage;
  return stage && <StageChip color={stageColor(stage.place)} name={stage.name} />;
};

const OwnerCell = ({ owner }: ListedCustomer) => owner && <><Monogram name={owner.name} size={16} /><span>{owner.name}</span></>;

function Silence({ percent }: { readonly percent: number | null }) {
  if (percent === null) return null;
  const tone = silenceTone(percent);
  const text = percent > 999 ? '> 999 %' : `${percent} %`;
  return tone ? <Chip tone={tone}>{text}</Chip> : <span className={`num ${styles.quiet}`}>{text}</span>;
}
