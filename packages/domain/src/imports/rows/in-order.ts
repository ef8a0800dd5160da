import { type Instant, localDate } from '#calendar';
import { type Refusal } from '#refusal';
import { refuseBecause } from '../messages/index.ts';

/** Against what the dates of a row are read: the zone of its days, and the present. */
export interface Clock {
  readonly zone: string;
  readonly now: Instant;
}

/**
 * A moment that comes after another one. A bare date is the beginning of its day: on the day of the one before it means
 * that one's moment. Refuses what lies before, and what has not come yet.
 */
export function inOrder(at: Instant, earlier: Instant, field: string, { zone, now }: Clock): Instant | Refusal {
  if (at > now) return refuseBecause('OUT_OF_RANGE', 'IN_THE_FUTURE', {}, field);
  if (at >= earlier) return at;
  const day = localDate(earlier, zone);
  return localDate(at, zone) === day ? earlier : refuseBecause('OUT_OF_RANGE', 'OUT_OF_ORDER', { day }, field);
}
