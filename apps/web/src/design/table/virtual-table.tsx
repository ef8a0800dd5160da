import { useElementSize, useMergedRef } from '@mantine/hooks';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, type ReactNode, useCallback, useEffect, useId, useMemo, useRef, useState } from 'react';
import { m } from '#words';
import { showToast } from '../toast/toast-store.ts';
import { MissingRows } from './missing-rows.tsx';
import { headHeight, rowHeight, type RowSource, type TableColumn, type TableSelection, type TableSort, toggled } from './table-column.ts';
import { TableHead } from './table-head.tsx';
import { TableRow } from './table-row.tsx';
import { useShownColumns } from './use-shown-columns.ts';
import { useTableKeys } from './use-table-keys.ts';
import styles from './virtual-table.module.css';

export interface VirtualTableProps<Row> extends RowSource<Row> {
  readonly label: string;
  readonly columns: readonly TableColumn<Row>[];
  readonly idOf: (row: Row) => string;
  /** What a row is called, for those who cannot see it. */
  readonly nameOf: (row: Row) => string;
  readonly onOpen?: (row: Row) => void;
  readonly selection?: TableSelection;
  readonly sort?: TableSort;
  readonly onSort?: (sort: TableSort) => void;
  /** Ids of columns that the viewer has put away. */
  readonly hidden?: readonly string[];
  /** Old rows while new ones are fetched: they pale. */
  readonly stale?: boolean;
  /** Another question (filter, order) starts at the top again. */
  readonly resetKey?: string;
  /** Instead of rows when there are none. */
  readonly empty?: ReactNode;
}

const nothing: readonly string[] = [];

/** A list of any length: some forty rows are mounted, the rest is height. Give it a parent of bounded height. */
export function VirtualTable<Row extends object>(props: VirtualTableProps<Row>) {
  const { total, rowAt, onRange, idOf, nameOf, onOpen, selection, resetKey } = props;
  const id = useId();
  const [active, setActive] = useState(-1);
  const scroller = useRef<HTMLDivElement>(null);
  const { ref: measured, width } = useElementSize<HTMLDivElement>();
  const ref = useMergedRef(scroller, measured);
  const virtual = useVirtualizer({
    count: total, getScrollElement: () => scroller.current, estimateSize: () => rowHeight,
    overscan: 8, scrollMargin: headHeight, scrollPaddingStart: headHeight,
  });
  const items = virtual.getVirtualItems();
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0];
  useEffect(() => {
    onRange(first, last);
  }, [onRange, first, last]);
  useEffect(() => {
    scroller.current?.scrollTo({ top: 0 });
    setActive(-1);
  }, [resetKey]);

  const loaded = items.flatMap(({ index }) => rowAt(index) ?? []);
  const { shown, template, width: needed } = useShownColumns({
    columns: props.columns, rows: loaded, idOf, hidden: props.hidden ?? nothing,
    narrow: width > 0 && width < 640, selectable: selection !== undefined,
  });
  const acts = useRowActs({ rowAt, idOf, onOpen, selection, resetKey });
  const go = (index: number) => {
    setActive(index);
    virtual.scrollToIndex(index);
    scroller.current?.focus({ preventScroll: true });
  };
  const page = Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 0) - headHeight) / rowHeight) - 1);
  const onKeyDown = useTableKeys({ total, active, page, go, open: onOpen && acts.open, select: selection && acts.select });
  const style = { '--columns': template, '--needed': `${needed}px`, '--height': `${total * rowHeight}px` } as CSSProperties;

  if (total === 0 && props.empty) return <>{props.empty}</>;
  return (
    <>
      <div
        ref={ref} role="grid" tabIndex={0} aria-label={props.label} aria-rowcount={total + 1} aria-colcount={shown.length + (selection ? 1 : 0)}
        aria-multiselectable={selection ? true : undefined} aria-activedescendant={active >= first && active <= last ? `${id}-${active}` : undefined}
        className={styles.scroller} style={style} data-stale={props.stale || undefined} onKeyDown={onKeyDown}
        onFocus={(event) => event.target === event.currentTarget && active < 0 && total > 0 && setActive(first)}
      >
        <TableHead columns={shown} selectable={selection !== undefined} sort={props.sort} onSort={props.onSort} />
        <div role="rowgroup" className={styles.body}>
          {items.map(({ index, start }) => {
            const row = rowAt(index);
            return (
              <TableRow
                key={index} elementId={`${id}-${index}`} index={index} top={start - headHeight} row={row} name={row ? nameOf(row) : ''}
                columns={shown} active={index === active} selected={selection && row !== undefined ? selection.ids.has(idOf(row)) : selection && false}
                onPoint={setActive} onOpen={acts.open} onSelect={acts.select}
              />
            );
          })}
        </div>
      </div>
      {props.error !== undefined && <MissingRows onRetry={props.refetch} />}
    </>
  );
}

type Acting<Row> = Pick<VirtualTableProps<Row>, 'rowAt' | 'idOf' | 'onOpen' | 'selection' | 'resetKey'>;

/** The acts of a row by its place; the same functions for as long as the table lives, so that rows are not drawn again. */
function useRowActs<Row>(props: { [K in keyof Acting<Row>]: Acting<Row>[K] | undefined }) {
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });
  const open = useCallback((index: number) => {
    const row = latest.current.rowAt?.(index);
    if (row) latest.current.onOpen?.(row);
  }, []);
  /** From where a stretch is selected: of another question, or when none is selected any more, from nowhere. */
  const anchor = useRef(-1);
  const none = props.selection?.ids.size === 0;
  useEffect(() => {
    anchor.current = -1;
  }, [props.resetKey]);
  useEffect(() => {
    if (none) anchor.current = -1;
  }, [none]);
  const select = useCallback((index: number, upTo = false) => {
    const { rowAt, idOf, selection } = latest.current;
    const row = rowAt?.(index);
    if (!row || !idOf || !selection) return;
    const from = anchor.current;
    const between = upTo && from >= 0 ? Array.from({ length: Math.abs(index - from) + 1 }, (_, step) => rowAt?.(Math.min(from, index) + step)) : [];
    // Not some of them as if they were all.
    if (between.includes(undefined)) return showToast(m.design_stretch_missing(), { tone: 'bad' });
    anchor.current = index;
    selection.onChange(between.length > 0 ? new Set([...selection.ids, ...between.flatMap((one) => (one ? [idOf(one)] : []))]) : toggled(selection.ids, idOf(row)));
  }, []);
  return useMemo(() => ({ open, select }), [open, select]);
}
