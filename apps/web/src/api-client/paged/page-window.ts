export const pageSize = 100;

/** Pages kept on either side of what is seen; farther ones are dropped. */
const margin = 3;
/** A thumb dragged along the scrollbar passes hundreds of pages: only where it rests is asked for. In milliseconds. */
const rest = 60;

export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
}

export interface PageListener<Row> {
  readonly next: (page: Page<Row>) => void;
  readonly error: (error: unknown) => void;
}

/** Watches one page from an offset on, until it is stopped. */
export type WatchPage<Row> = (offset: number, listener: PageListener<Row>) => { readonly stop: () => void; readonly refresh: () => void };

export interface WindowState<Row> {
  readonly total: number;
  readonly pages: ReadonlyMap<number, readonly Row[]>;
  /** The first page came: the total is known. */
  readonly ready: boolean;
  /** Why some of what is watched could not be read. */
  readonly error: unknown;
}

/** A window of pages over a long list. Pages are numbered from 0; `onDrop` hears which offsets are kept. */
export function createPageWindow<Row>(watch: WatchPage<Row>, onDrop: (kept: ReadonlySet<number>) => void = () => {}) {
  let state: WindowState<Row> = { total: 0, pages: new Map(), ready: false, error: undefined };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const watched = new Map<number, ReturnType<WatchPage<Row>>>();
  /** Why pages could not be read: what another page answers makes none of them whole. */
  const failed = new Map<number, unknown>();
  const listeners = new Set<() => void>();
  const change = (next: Partial<WindowState<Row>>) => {
    state = { ...state, ...next };
    for (const listener of listeners) listener();
  };
  const anyFailure = (): unknown => failed.values().next().value;
  const start = (page: number) => {
    if (watched.has(page)) return;
    watched.set(page, watch(page * pageSize, {
      next: ({ rows, total }) => {
        failed.delete(page);
        change({ pages: new Map(state.pages).set(page, rows), total, ready: true, error: anyFailure() });
      },
      error: (error) => {
        failed.set(page, error);
        change({ error: anyFailure() });
      },
    }));
  };
  const drop = (from: number, to: number) => {
    const far = [...watched.keys()].filter((page) => page < from - margin || page > to + margin);
    if (far.length === 0) return;
    const pages = new Map(state.pages);
    for (const page of far) {
      watched.get(page)?.stop();
      watched.delete(page);
      pages.delete(page);
      failed.delete(page);
    }
    change({ pages, error: anyFailure() });
    onDrop(new Set([...watched.keys()].map((page) => page * pageSize)));
  };
  const show = (from: number, to: number) => {
    drop(from, to);
    for (let page = from; page <= to; page++) start(page);
  };
  return {
    state: () => state,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    /** The rows now on the screen, by their places. */
    need: (first: number, last: number) => {
      clearTimeout(timer);
      const [from, to] = [Math.floor(first / pageSize), Math.floor(last / pageSize)];
      const near = Array.from({ length: to - from + 3 }, (_, index) => from - 1 + index).some((page) => watched.has(page));
      if (watched.size === 0 || near) show(from, to);
      else timer = setTimeout(() => show(from, to), rest);
    },
    refresh: () => watched.forEach((page) => page.refresh()),
    close: () => {
      clearTimeout(timer);
      watched.forEach((page) => page.stop());
      watched.clear();
      failed.clear();
    },
  };
}

export type PageWindow<Row> = ReturnType<typeof createPageWindow<Row>>;
