import { may, type Viewer } from '#access';
import { normaliseTags } from '#customers';
import { isRefused, type Refusal, refuse, refuseBecause } from '#refusal';
import { type BulkChange, bulkKinds, type BulkSubject, type BulkValue } from './bulk-change.ts';

/**
 * A bulk change as it is kept: only what its verb writes, tags in their form. Refuses a verb that the subject does not
 * have, what does not belong to it, and whoever may not do it to anything; of each thing it is decided when it is done.
 */
export function prepareBulkChange(subject: BulkSubject, { verb, ...values }: BulkChange, viewer: Viewer): BulkChange | Refusal {
  const kind = bulkKinds[subject][verb];
  if (!kind) return refuseBecause('INVALID', 'CHOICES', { field: 'verb', choices: Object.keys(bulkKinds[subject]).join(', ') });
  if (!may(viewer, 'bulkChange', 'create') || !may(viewer, kind.right.noun, kind.right.action)) return refuse('FORBIDDEN');
  const said = (Object.keys(values) as BulkValue[]).filter((key) => values[key] !== undefined && !isNothing(values[key]));
  const strange = said.find((key) => !kind.values.includes(key));
  if (strange) return refuseBecause('INVALID', 'STRANGE_KEY', { field: strange, key: strange, known: kind.values.join(', ') });
  if (kind.oneOf.length > 0 && !said.some((key) => kind.oneOf.includes(key))) return refuse('REQUIRED', { field: kind.oneOf[0]! });
  const lacking = kind.oneOf.length === 1 && kind.oneOf[0] !== 'ownerId' ? kind.oneOf[0] : undefined;
  if (lacking && !values[lacking]) return refuse('REQUIRED', { field: lacking });
  const kept = Object.fromEntries(said.map((key) => [key, values[key]]));
  return verb === 'TAG' ? withTags({ ...kept, verb }) : { ...kept, verb };
}

const isNothing = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

function withTags(change: BulkChange): BulkChange | Refusal {
  const addTags = normaliseTags(change.addTags ?? []);
  if (isRefused(addTags)) return { ...addTags, field: 'addTags' };
  const removeTags = normaliseTags(change.removeTags ?? []);
  if (isRefused(removeTags)) return { ...removeTags, field: 'removeTags' };
  if (addTags.length + removeTags.length === 0) return refuse('REQUIRED', { field: 'addTags' });
  const both = addTags.find((tag) => removeTags.includes(tag));
  return both === undefined ? { ...change, addTags, removeTags } : refuseBecause('INVALID', 'ADDED_AND_REMOVED', { field: 'removeTags', tag: both });
}
