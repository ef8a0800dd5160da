import type { ReactNode } from 'react';

export interface TableColumn<Row> {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** In pixels; `grow` shares what is left, and is less where the table is narrower than 640 px. */
  readonly width: number;
  readonly grow?: boolean;
  /** Numbers and money stand at the end. */
  readonly align?: 'start' | 'end';
  /** The server can sort by it. */
  readonly sortable?: boolean;
  /** In pixels where the table is narrower than 640 px, when it is to be less there. */
  readonly narrowWidth?: number;
  /** Left out where the table is narrower than 640 px. */
  readonly wideOnly?: boolean;
}

export interface TableSort {
  readonly column: string;
  readonly descending: boolean;
}

export interface TableSelection {
  readonly ids: ReadonlySet<string>;
  readonly onChange: (ids: ReadonlySet<string>) => void;
}

/** A list of which only a window is loaded: what usePagedConnection gives. */
export interface RowSource<Row> {
  readonly total: number;
  readonly rowAt: (index: number) => Row | undefined;
  readonly onRange: (first: number, last: number) => void;
  /** Why some of the rows could not be read, and how they are asked for again. */
  readonly error?: unknown;
  readonly refetch?: () => void;
}

export const rowHeight = 36;
export const headHeight = 32;

export const toggled = (ids: ReadonlySet<string>, id: string): ReadonlySet<string> => {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return next;
};
