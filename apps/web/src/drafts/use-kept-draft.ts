import { useMe } from '#access';
import { useEffect, useState } from 'react';

export interface KeptDraft<Draft> {
  readonly draft: Draft;
  readonly setDraft: (next: Draft | ((before: Draft) => Draft)) => void;
  /** What stood here before is here again, and nobody has touched it since. */
  readonly isBack: boolean;
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
    return { draft: { ...blank(), ...kept }, isBack: kept !== undefined, touched: false };
  });
  useEffect(() => {
    if (state.touched) keep(key, state.draft);
  }, [key, state]);
  const setDraft: KeptDraft<Draft>['setDraft'] = (next) => setState(({ draft }) => ({
    draft: typeof next === 'function' ? next(draft) : next, isBack: false, touched: true,
  }));
  const forget = () => keep(key, undefined);
  const startAnew = () => {
    forget();
    setState({ draft: blank(), isBack: false, touched: false });
  };
  const { draft, isBack } = state;
  return { draft, isBack, setDraft, forget, startAnew };
}

function read(key: string): object | undefined {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null');
    return typeof kept === 'object' && kept !== null ? kept : undefined;
  } catch {
    return undefined;
  }
}

function keep(key: string, draft: object | undefined): void {
  try {
    if (draft) sessionStorage.setItem(key, JSON.stringify(draft));
    else sessionStorage.removeItem(key);
  } catch {
    // Where nothing can be kept the draft lasts as long as the dialog.
  }
}
