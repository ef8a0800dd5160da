import { m } from '#words';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { TableColumn, TableSort } from './table-column.ts';
import styles from './virtual-table.module.css';

interface TableHeadProps<Row> {
  readonly columns: readonly TableColumn<Row>[];
  readonly selectable: boolean;
  readonly sort?: TableSort | undefined;
  readonly onSort?: ((sort: TableSort) => void) | undefined;
}

export function TableHead<Row>({ columns, selectable, sort, onSort }: TableHeadProps<Row>) {
  return (
    <div role="rowgroup" className={styles.head}>
      <div role="row" aria-rowindex={1} className={styles.headRow}>
        {selectable && <div role="columnheader" className={styles.cell}><span className="visually-hidden">{m.design_selection()}</span></div>}
        {columns.map((column) => (
          <HeadCell key={column.id} column={column} sort={sort?.column === column.id ? sort : undefined} onSort={column.sortable ? onSort : undefined} />
        ))}
      </div>
    </div>
  );
}

interface HeadCellProps<Row> {
  readonly column: TableColumn<Row>;
  readonly sort: TableSort | undefined;
  readonly onSort: ((sort: TableSort) => void) | undefined;
}

function HeadCell<Row>({ column: { id, header, align }, sort, onSort }: HeadCellProps<Row>) {
  const Arrow = sort?.descending ? IconArrowDown : IconArrowUp;
  const direction = sort && (sort.descending ? 'descending' : 'ascending');
  return (
    <div role="columnheader" aria-sort={onSort && (direction ?? 'none')} className={styles.cell} data-align={align} title={header}>
      {onSort ? (
        <button type="button" className={styles.sort} onClick={() => onSort({ column: id, descending: sort ? !sort.descending : false })}>
          <span className={styles.word}>{header}</span>
          {sort && <Arrow size={12} aria-hidden />}
        </button>
      ) : <span>{header}</span>}
    </div>
  );
}
