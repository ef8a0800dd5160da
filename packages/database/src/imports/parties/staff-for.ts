import { normaliseText } from '@orbita/domain/facts';
import { type Meeting, type OnUnknownOwner, refuseBecause } from '@orbita/domain/imports';
import { isRefused, type Refusal } from '@orbita/domain/refusal';
import type { Staff } from './parties.queries.ts';

/** Who can be named in a file, and what becomes of a row that names somebody else. */
export interface Naming {
  readonly staff: ReadonlyMap<string, Staff>;
  readonly onUnknownOwner: OnUnknownOwner;
}

/** Who answers for a row; `nobody` is what it calls him where nobody here is called so and it does without. */
export interface Named {
  readonly owner: Staff | null;
  readonly nobody?: string | undefined;
}

/** Who answers for a row, by e-mail or name; what has ended may have been somebody's who left. */
export function staffFor(called: string | null, { staff, onUnknownOwner }: Naming, open: boolean): Named | Refusal {
  if (called === null) return { owner: null };
  const owner = staff.get(normaliseText(called));
  if (owner && (owner.active || !open)) return { owner };
  return onUnknownOwner === 'empty' ? { owner: null, nobody: called } : refuseBecause('NOT_FOUND', 'NO_OWNER', { value: called }, 'owner');
}

interface Changing {
  readonly called: string | null;
  readonly before: string | null;
  readonly meeting: Meeting;
  /** Whether anything is still to be done about the thing. */
  readonly open: boolean;
}

export interface ChangedOwner extends Pick<Named, 'nobody'> {
  readonly after?: string;
  readonly kept: readonly string[];
}

/** Who is to look after a thing that is there: it is taken from nobody but by an update, and what is open given to nobody who left. */
export function changeOwner({ called, before, meeting, open }: Changing, naming: Naming): ChangedOwner | Refusal {
  const said = staffFor(called, naming, false);
  if (isRefused(said)) return said;
  const { owner, nobody } = said;
  if (owner === null || owner.id === before) return { kept: [], nobody };
  if (before !== null && meeting === 'fill') return { kept: ['owner'] };
  const able = staffFor(called, naming, open);
  if (isRefused(able)) return able;
  return able.owner === null ? { kept: [], nobody: able.nobody } : { after: able.owner.id, kept: [] };
}
