import { normaliseText } from '@orbita/domain/facts';
import { refuseBecause } from '@orbita/domain/imports';
import type { Refusal } from '@orbita/domain/refusal';
import type { Staff } from './parties.queries.ts';

/** Who answers for a row, by e-mail or name; what has ended may have been somebody's who left. */
export function staffFor(called: string | null, staff: ReadonlyMap<string, Staff>, open: boolean): Staff | null | Refusal {
  if (called === null) return null;
  const found = staff.get(normaliseText(called));
  return found && (found.active || !open) ? found : refuseBecause('NOT_FOUND', 'NO_OWNER', { value: called }, 'owner');
}
