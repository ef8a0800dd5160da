import { useSyncExternalStore } from 'react';

export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly tone: 'plain' | 'bad';
  readonly undo?: () => void;
  /** What is done as soon as it can be taken back no more. */
  readonly unlessUndone?: () => Promise<unknown>;
}

let toasts: readonly Toast[] = [];
let next = 1;
const listeners = new Set<() => void>();

/** Those that are gone now are carried out, but for the one that was taken back. */
function change(changed: readonly Toast[], undone?: Toast): Promise<unknown> {
  const gone = toasts.filter((toast) => toast !== undone && !changed.includes(toast));
  toasts = changed;
  for (const listener of listeners) listener();
  return Promise.all(gone.flatMap(({ unlessUndone }) => (unlessUndone ? [unlessUndone()] : [])));
}

type How = { readonly tone?: Toast['tone'] } & ({ readonly undo?: () => void } | Required<Pick<Toast, 'undo' | 'unlessUndone'>>);

/**
 * Says what was done; with `undo` it can be taken back for five seconds. What nobody can take back afterwards is done only
 * then: `unlessUndone`.
 */
export function showToast(text: string, { tone = 'plain', ...how }: How = {}): void {
  void change([...toasts.slice(-2), { id: next++, text, tone, ...how }]);
}

export const dismissToast = (id: number): void => void change(toasts.filter((toast) => toast.id !== id));

export function takeBack(toast: Toast): void {
  void change(toasts.filter((each) => each !== toast), toast);
  toast.undo?.();
}

/** Whoever leaves has had his time: what waits is done at once. */
export const settleToasts = async (): Promise<void> => void await change(toasts.filter(({ unlessUndone }) => !unlessUndone));

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

export const useToasts = (): readonly Toast[] => useSyncExternalStore(subscribe, () => toasts);
