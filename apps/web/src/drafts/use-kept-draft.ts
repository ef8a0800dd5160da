import { useMe } from '#access';
import { useEffect, useState } from 'react';

export interface KeptDraft<Draft> {
  readonly draft: Draft;
  readonly setDraft: (next: Draft | ((before: Draft) => Draft)) => void;
  /** What stood here before is here again, and nobody has touched it since. */
  readonly isBack: boolean;
  /** By which the server knows that it is sent a second time: kept with what is written, since a reload may come before the answer. */
  readonly idempotencyKey: string;
  /** What was refused may be sent again only under another. */
  readonly renewKey: () => void;
  /** Sent, or given up. */
  readonly forget: () => void;
  readonly startAnew: () => void;
}

const keyOf = (userId: string, place: string) => `orbita.draft.${userId}.${place}`;

/**
 * What is being written in a dialog, kept in this tab until it is sent or given up: neither a reload nor a slip of Esc
 * loses it. `place` names the dialog, and of whom it is.
 */
export function useKeptDraft<Draft extends object>(place: string, blank: () => Draft): KeptDraft<Draft> {
  const key = keyOf(useMe().id, place);
  const [state, setState] = useState(() => {
    const kept = read(key);
    return { draft: { ...blank(), ...kept?.draft }, idempotencyKey: kept?.idempotencyKey ?? crypto.randomUUID(), isBack: kept !== undefined, touched: false };
  });
  useEffect(() => {
    if (state.touched) keep(key, state);
  }, [key, state]);
  const setDraft: KeptDraft<Draft>['setDraft'] = (next) => setState(({ draft, idempotencyKey }) => ({
    draft: typeof next === 'function' ? next(draft) : next, idempotencyKey, isBack: false, touched: true,
  }));
  const renewKey = () => setState((before) => ({ ...before, idempotencyKey: crypto.randomUUID(), touched: true }));
  const forget = () => keep(key, undefined);
  const startAnew = () => {
    forget();
    setState({ draft: blank(), idempotencyKey: crypto.randomUUID(), isBack: false, touched: false });
  };
  const { draft, idempotencyKey, isBack } = state;
  return { draft, idempotencyKey, isBack, setDraft, renewKey, forget, startAnew };
}

type Kept = Pick<KeptDraft<object>, 'draft' | 'idempotencyKey'>;

function read(key: string): Kept | undefined {
  try {
    const kept = JSON.parse(sessionStorage.getItem(key) ?? 'null') as Kept | null;
    return typeof kept?.draft === 'object' && kept.draft !== null && typeof kept.idempotencyKey === 'string' ? kept : undefined;
  } catch {
    return undefined;
  }
}

function keep(key: string, kept: Kept | undefined): void {
  try {
    if (kept) sessionStorage.setItem(key, JSON.stringify({ draft: kept.draft, idempotencyKey: kept.idempotencyKey }));
    else sessionStorage.removeItem(key);
  } catch {
    // Where nothing can be kept the draft lasts as long as the dialog.
  }
}
