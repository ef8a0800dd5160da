import type { GateOverride, OverriddenGates } from '@orbita/domain/opportunities';
import { factsReadBy } from '@orbita/domain/rules';
import type { Writing } from '#requests';

export interface Overriding {
  /** Why a gate that does not hold is passed all the same; only by those who answer for the pipeline. */
  readonly overrideReason?: string | null | undefined;
}

export const overrideOf = ({ overrideReason }: Overriding, { viewer }: Writing): GateOverride | null =>
  (overrideReason === undefined || overrideReason === null ? null : { viewer, reason: overrideReason });

/** An override is itself told: which stages' gates, what they read, and, apart, the reason that somebody wrote. */
export function toldOverride(overridden: OverriddenGates | null): { payload: Record<string, unknown>; personal: Record<string, unknown> } {
  if (!overridden) return { payload: {}, personal: {} };
  const missing = overridden.missing.map(({ stage, rule }) => ({ stage, facts: [...factsReadBy(rule)] }));
  return { payload: { overridden: { by: overridden.by, missing } }, personal: { reason: overridden.reason } };
}
