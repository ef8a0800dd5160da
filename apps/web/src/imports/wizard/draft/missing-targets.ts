import type { ImportTarget } from './import-target.ts';
import type { Draft } from './draft.ts';

type Wanted = Pick<ImportTarget, 'key' | 'required'>;

/** Of these any one is enough. */
const names = ['customer.name', 'customer.givenName', 'customer.familyName'];

/** What has no other key is known again by its id alone, so that nothing is written over without it. */
const ids: Partial<Record<Draft['room'], string>> = { leads: 'lead.externalId', opportunities: 'opportunity.externalId' };

/** The targets without which no row can be imported, and which neither a column nor a constant fills. */
export function missingTargets<Target extends Wanted>(draft: Draft, targets: readonly Target[]): Target[] {
  const filled = new Set([...draft.columns.map(({ target }) => target), ...Object.keys(draft.constants)]);
  const nameless = draft.room === 'customers' && !names.some((name) => filled.has(name));
  const id = draft.onExisting === 'UPDATE' ? ids[draft.room] : undefined;
  return targets.filter(({ key, required }) => ((required || key === id) && !filled.has(key)) || (nameless && key === names[0]));
}
