import { useSyncExternalStore } from 'react';

export type ShortcutGroup = 'go' | 'page' | 'list' | 'general';

export interface Shortcut {
  /** Strokes parted by spaces, each such as `k`, `?`, `mod+k` (⌘ or Ctrl), `alt+arrowright`: `g c`, `mod+enter`. */
  readonly keys: string;
  /** What it does, in the viewer's language: the sheet lists it. */
  readonly label: string;
  readonly group: ShortcutGroup;
  readonly run: (event: KeyboardEvent) => void;
  /** Also while a field has the focus. Strokes with `mod+` always do. */
  readonly whileTyping?: boolean;
  /** Also inside a dialog or a menu, where everything behind is silent. */
  readonly inDialog?: boolean;
  /** Opens something to type into: what is typed until it is there is meant for it. */
  readonly opens?: boolean;
}

let active: readonly Shortcut[] = [];
const listeners = new Set<() => void>();

function change(next: readonly Shortcut[]): void {
  active = next;
  for (const listener of listeners) listener();
}

export function register(shortcut: Shortcut): () => void {
  change([...active, shortcut]);
  return () => change(active.filter((other) => other !== shortcut));
}

export const activeShortcuts = (): readonly Shortcut[] => active;

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

export const useActiveShortcuts = (): readonly Shortcut[] => useSyncExternalStore(subscribe, activeShortcuts);
