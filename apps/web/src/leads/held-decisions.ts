import type { LeadStatus } from '@orbita/domain/leads';
import { useSyncExternalStore } from 'react';

/** How a lead will stand. */
export interface HeldDecision {
  readonly status: LeadStatus;
  readonly endedAt?: string;
  readonly nurtureUntil?: string;
  readonly responseDueAt?: null;
}

// What ends a lead is final for the company: it is sent once nobody can take it back, and shown as if it were so.
let held: ReadonlyMap<string, HeldDecision> = new Map();
const listeners = new Set<() => void>();

function change(changed: ReadonlyMap<string, HeldDecision>): void {
  held = changed;
  for (const listener of listeners) listener();
}

export const holdDecision = (id: string, decision: HeldDecision): void => change(new Map([...held, [id, decision]]));

export const releaseDecision = (id: string): void => change(new Map([...held].filter(([each]) => each !== id)));

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

export const useHeldDecisions = (): ReadonlyMap<string, HeldDecision> => useSyncExternalStore(subscribe, () => held);
