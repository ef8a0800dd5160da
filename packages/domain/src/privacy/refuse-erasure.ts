import { type Refusal, refuse, refuseBecause } from '#refusal';
import { erasureReasons } from './erasure-reason.ts';

/** What is still going on with a person. */
export interface OpenThings {
  /** Orders that are neither cancelled nor settled, of those that are followed. */
  readonly orders: number;
  readonly opportunities: number;
  readonly leads: number;
  readonly tasks: number;
}

/** Why a person may not be erased as it was asked: what is open ends with him, and whoever erases must say that he knows. */
export function refuseErasure(asked: { readonly reason: string; readonly endOpen: boolean }, open: OpenThings): Refusal | null {
  if (!erasureReasons.some((one) => one === asked.reason)) return refuse('INVALID', { field: 'reason', details: { value: asked.reason } });
  const { orders, opportunities, leads, tasks } = open;
  if (asked.endOpen || orders + opportunities + leads + tasks === 0) return null;
  return refuseBecause('CONFLICT', 'STILL_OPEN', { field: 'endOpen', orders, opportunities, leads, tasks });
}
