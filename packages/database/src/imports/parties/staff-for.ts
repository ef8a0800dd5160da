import { normaliseText } from '@orbita/domain/facts';
import { type Meeting, refuseBecause } from '@orbita/domain/imports';
import { isRefused, type Refusal } from '@orbita/domain/refusal';
import type { Staff } from './parties.queries.ts';

/** Who answers for a row, by e-mail or name; what has ended may have been somebody's who left. */
export function staffFor(called: string | null, staff: ReadonlyMap<string, Staff>, open: boolean): Staff | null | Refusal {
  if (called === null) return null;
  const found = staff.get(normaliseText(called));
  return found && (found.active || !open) ? found : refuseBecause('NOT_FOUND', 'NO_OWNER', { value: called }, 'owner');
}

/** Who is to look after a thing that is there: it is taken from nobody but by an update, and given to nobody who left. */
export function changeOwner(
  called: string | null, before: string | null, staff: ReadonlyMap<string, Staff>, meeting: Meeting,
): { readonly after?: string; readonly kept: readonly string[] } | Refusal {
  const said = staffFor(called, staff, false);
  if (isRefused(said)) return said;
  if (said === null || said.id === before) return { kept: [] };
  if (before !== null && meeting === 'fill') return { kept: ['owner'] };
  const able = staffFor(called, staff, true);
  return isRefused(able) ? able : { after: said.id, kept: [] };
}
