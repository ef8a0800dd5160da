import type { DuplicateReason } from '../reason.ts';
import { isOneSlip } from './text-likeness.ts';

/** Between the births of a parent and of a child lie more years than these. */
const generation = 15;

/**
 * The same day of birth, the same with day and month swapped or one digit mistyped, or another one, which weighs most
 * when it is a generation away: a son may have his father's name and address.
 */
export function compareBirthDates(one: string | null, other: string | null): DuplicateReason[] {
  if (!one || !other) return [];
  if (one === other) return [{ kind: 'SAME_BIRTH_DATE', points: 14 }];
  const [year, month, day] = one.split('-');
  if (`${year}-${day}-${month}` === other) return [{ kind: 'BIRTH_DATE_SWAPPED', points: 9 }];
  if (isOneSlip(one.replaceAll('-', ''), other.replaceAll('-', ''))) return [{ kind: 'BIRTH_DATE_ALIKE', points: 5 }];
  return [{ kind: 'OTHER_BIRTH_DATE', points: Math.abs(Number(year) - Number(other.slice(0, 4))) < generation ? -6 : -10 }];
}
