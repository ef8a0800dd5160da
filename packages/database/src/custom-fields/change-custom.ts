import { mayReadField, type Viewer } from '@orbita/domain/access';
import {
  changeCustomValues, type CustomChange, type CustomEntity, type CustomField, type CustomValue, type CustomValueInput, type KeptValues, missingRequired, noValues, pathOf,
} from '@orbita/domain/custom-fields';
import { isRefused, type Refusal } from '@orbita/domain/refusal';
import type { Em } from '#connection';
import { type LinksLookedUp, refuseStrangeLinks } from './custom-links.queries.ts';
import { customFieldsOf } from './custom-field.queries.ts';

interface Changing {
  readonly viewer: Viewer;
  readonly company: { readonly currency: string; readonly zone: string };
  /** The fields in use, where many things are changed at once; read when not said. */
  readonly fields?: readonly CustomField[] | undefined;
}

/**
 * The values of a thing after what somebody entered; nothing entered reads nothing. Fields that he may not read do not
 * exist for him.
 */
export async function changeCustom(
  em: Em, entity: CustomEntity, kept: KeptValues, inputs: readonly CustomValueInput[] | null | undefined, changing: Changing,
): Promise<CustomChange | Refusal> {
  if (!inputs || inputs.length === 0) return { ...kept, changed: {} };
  return change(em, changing.fields ?? await customFieldsOf(em, entity), kept, inputs, changing);
}

/** The values of a new thing: every required field that the maker may read must have one. */
export async function firstCustom(
  em: Em, entity: CustomEntity, inputs: readonly CustomValueInput[] | null | undefined, changing: Changing,
): Promise<CustomChange | Refusal> {
  const fields = await customFieldsOf(em, entity);
  const changed = await change(em, fields, noValues, inputs ?? [], changing);
  if (isRefused(changed)) return changed;
  return missingRequired(mine(fields, changing.viewer), changed.values) ?? changed;
}

/** The fields in use that somebody may read, and so fill in. */
export const readableFields = async (em: Em, entity: CustomEntity, viewer: Viewer): Promise<CustomField[]> => mine(await customFieldsOf(em, entity), viewer);

async function change(
  em: Em, fields: readonly CustomField[], kept: KeptValues, inputs: readonly CustomValueInput[], { viewer, company }: Changing,
): Promise<CustomChange | Refusal> {
  const readable = mine(fields, viewer);
  const changed = changeCustomValues(readable, kept, inputs, company);
  if (isRefused(changed)) return changed;
  return await refuseStrangeLinks(em, readable, { ...changed, known: linksOf(fields) }, viewer) ?? changed;
}

/** What was looked up with the fields as they were read: who changes many at once reads them once, and hands them on. */
const lookedUp = new WeakMap<readonly CustomField[], LinksLookedUp>();

function linksOf(fields: readonly CustomField[]): LinksLookedUp {
  const known = lookedUp.get(fields) ?? new Map<string, boolean>();
  lookedUp.set(fields, known);
  return known;
}

const mine = (fields: readonly CustomField[], { role }: Viewer): CustomField[] =>
  fields.filter(({ readers }) => mayReadField(role, readers ? { readers } : {}));

/** What an event tells of a change: the names of the fields; their values apart, since anything may stand in them. */
export function toldCustom({ changed }: Pick<CustomChange, 'changed'>): {
  readonly names: string[]; readonly personal: Record<string, { before: CustomValue | null; after: CustomValue | null }>;
} {
  const told = Object.entries(changed).map(([name, values]) => [pathOf(name), values] as const);
  return { names: told.map(([name]) => name), personal: Object.fromEntries(told) };
}
