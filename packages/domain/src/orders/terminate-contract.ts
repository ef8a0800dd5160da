import { type Instant, localDate, startOfDay, toIso } from '#calendar';
import { type Refusal, refuse, refuseBecause } from '#refusal';

/** What decides whether notice of a contract can be given. */
export interface TerminableContract {
  readonly contractEndsAt: Instant | null;
  readonly effective: boolean;
}

/** Notice is given of a running contract, from today on and not beyond its end. Null when it may be. */
export function refuseTermination(
  { contractEndsAt, effective }: TerminableContract, effectiveAt: Instant, { now, timeZone }: { readonly now: Instant; readonly timeZone: string },
): Refusal | null {
  if (!effective || contractEndsAt === null || contractEndsAt <= now) return refuseBecause('CONFLICT', 'NO_CONTRACT');
  const minimum = startOfDay(localDate(now, timeZone), timeZone);
  if (effectiveAt >= minimum && effectiveAt <= contractEndsAt) return null;
  return refuse('OUT_OF_RANGE', {
    field: 'effectiveAt', details: { minimum: toIso(minimum), maximum: toIso(contractEndsAt) },
  });
}
