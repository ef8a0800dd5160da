import { useShortcut } from '#shortcuts';
import { m } from '#words';
import type { KeyboardEvent } from 'react';

interface TableKeys {
  readonly total: number;
  readonly active: number;
  /** Rows that fit on the screen: a page up or down. */
  readonly page: number;
  readonly go: (index: number) => void;
  readonly open: ((index: number) => void) | undefined;
  readonly select: ((index: number, upTo?: boolean) => void) | undefined;
}

/** J, K and X work on the whole page; arrows, Home, End, pages, Space and Enter where the table has the focus. */
export function useTableKeys({ total, active, page, go, open, select }: TableKeys) {
  const step = (by: number) => go(Math.max(0, Math.min(total - 1, active + by)));
  const some = total > 0;
  useShortcut({ keys: 'j', label: m.design_row_next(), group: 'list', run: () => step(1) }, some);
  useShortcut({ keys: 'k', label: m.design_row_previous(), group: 'list', run: () => step(active < 0 ? 1 : -1) }, some);
  useShortcut({ keys: 'x', label: m.design_row_select(), group: 'list', run: () => select?.(active) }, some && select !== undefined && active >= 0);
  useShortcut({ keys: 'shift+x', label: m.design_row_select_to(), group: 'list', run: () => select?.(active, true) }, some && select !== undefined && active >= 0);
  useShortcut({ keys: 'enter', label: m.design_row_open(), group: 'list', run: () => open?.(active) }, some && open !== undefined && active >= 0);

  return (event: KeyboardEvent<HTMLElement>) => {
    if (event.target !== event.currentTarget || event.metaKey || event.ctrlKey || event.altKey || !some) return;
    const moves: Record<string, () => void> = {
      ArrowDown: () => step(1),
      ArrowUp: () => step(-1),
      PageDown: () => step(page),
      PageUp: () => step(-page),
      Home: () => go(0),
      End: () => go(total - 1),
      ' ': () => select?.(active),
      Enter: () => open?.(active),
    };
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    move();
  };
}
