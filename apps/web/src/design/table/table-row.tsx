import { m } from '#words';
import { memo, type MouseEvent } from 'react';
import { SkeletonBar } from '../page/skeleton-rows.tsx';
import type { TableColumn } from './table-column.ts';
import styles from './virtual-table.module.css';

export interface TableRowProps<Row> {
  readonly elementId: string;
  readonly index: number;
  /** Distance from the head, in pixels. */
  readonly top: number;
  readonly row: Row | undefined;
  readonly name: string;
  readonly columns: readonly TableColumn<Row>[];
  readonly active: boolean;
  /** undefined where nothing can be selected. */
  readonly selected: boolean | undefined;
  readonly onPoint: (index: number) => void;
  readonly onOpen: (index: number) => void;
  /** `upTo`: everything from the last one that was selected. */
  readonly onSelect: (index: number, upTo?: boolean) => void;
}

const isControl = (event: MouseEvent) => (event.target as Element).closest('a,button,input,label') !== null;

function Row<T>({ elementId, index, top, row, name, columns, active, selected, onPoint, onOpen, onSelect }: TableRowProps<T>) {
  return (
    <div
      id={elementId} role="row" aria-rowindex={index + 2} aria-selected={selected} className={styles.row}
      data-active={active || undefined} aria-busy={row === undefined || undefined} style={{ transform: `translateY(${top}px)` }}
      onMouseDown={() => onPoint(index)} onClick={(event) => !isControl(event) && onOpen(index)}
    >
      {selected !== undefined && (
        <div role="gridcell" className={styles.cell}>
          <label className={styles.tick}>
            <input
              type="checkbox" tabIndex={-1} checked={selected} disabled={row === undefined}
              aria-label={m.design_select_row({ name })} onChange={(event) => onSelect(index, (event.nativeEvent as Partial<MouseEventInit>).shiftKey === true)}
            />
          </label>
        </div>
      )}
      {columns.map((column, at) => (
        <div key={column.id} role="gridcell" className={styles.cell} data-align={column.align}>
          {row === undefined ? <SkeletonBar width={40 + ((index * 7 + at * 23) % 40)} /> : column.cell(row)}
        </div>
      ))}
    </div>
  );
}

export const TableRow = memo(Row) as typeof Row;
