import { FilterChip, Money, Monogram, RelativeTime, showToast, StageChip, type TableColumn, type TableSort, VirtualTable } from '#design';
import { useCallback, useState } from 'react';
import styles from './gallery.module.css';
import { type Sample, sampleAt } from './samples.ts';
import { Section } from './section.tsx';

const columns: readonly TableColumn<Sample>[] = [
  { id: 'name', header: 'Customer', width: 180, grow: true, sortable: true, cell: ({ name }) => <><Monogram name={name} shape="square" /><span>{name}</span></> },
  { id: 'stage', header: 'Stage', width: 170, cell: ({ stage: [color, name] }) => <StageChip color={color} name={name} /> },
  { id: 'owner', header: 'Owner', width: 150, wideOnly: true, cell: ({ owner }) => <><Monogram name={owner} /><span>{owner}</span></> },
  { id: 'seen', header: 'Last seen', width: 130, wideOnly: true, sortable: true, cell: ({ seen }) => <RelativeTime value={seen} /> },
  { id: 'revenue', header: 'Revenue', width: 130, align: 'end', sortable: true, cell: ({ revenue }) => <Money amount={revenue} /> },
];
const total = 100_000;

export function TableSection() {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set(['c2']));
  const [sort, setSort] = useState<TableSort>({ column: 'revenue', descending: true });
  const [stage, setStage] = useState(true);
  const rowAt = useCallback((index: number) => (index % 300 > 292 ? undefined : sampleAt(index)), []);
  return (
    <Section title="Long list">
      <div className={styles.line}>{stage && <FilterChip name="Stage" value="Renewal" onRemove={() => setStage(false)} />}</div>
      <div className={`${styles.card} ${styles.table}`}>
        <VirtualTable
          label="Customers" columns={columns} total={total} rowAt={rowAt} onRange={ignore} idOf={({ id }) => id} nameOf={({ name }) => name}
          selection={{ ids, onChange: setIds }} sort={sort} onSort={setSort} onOpen={({ name }) => showToast(`Opened ${name}`, { undo: ignore })}
        />
      </div>
    </Section>
  );
}

function ignore(): void {}
