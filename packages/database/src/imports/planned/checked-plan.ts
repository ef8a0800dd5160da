import { type Noun, scopeOf, type Viewer } from '@orbita/domain/access';
import { customEntityOf, fillsCustom, type ImportPlan, type Mapping, mappingOf, parseMapping, refuseBecause, type Room, sectionLabels, sectionsOf, targetsOf } from '@orbita/domain/imports';
import { pathOf } from '@orbita/domain/custom-fields';
import { isRefused, type Refusal, refuse } from '@orbita/domain/refusal';
import type { Em } from '#connection';
import { readableFields } from '#custom-fields';
import { sheetFormat } from '../files/index.ts';
import type { StoredFile } from '../stored/index.ts';

const nounOf: Readonly<Record<Room, Noun>> = { customers: 'customer', contacts: 'contact', activities: 'activity', products: 'product', orders: 'order', leads: 'lead', opportunities: 'opportunity' };

/** Whether somebody may make such things one by one, whoever's they are: then he may import them. */
export const mayImport = (viewer: Viewer, room: Room): boolean =>
  scopeOf(viewer.role, 'import', 'create') === 'all' && scopeOf(viewer.role, nounOf[room], 'create') === 'all';

/** The mapping that a plan comes to for a file, or what is missing in it, said in the words of the screen. */
export async function checkedPlan(em: Em, plan: ImportPlan, { spreadsheet }: Pick<StoredFile, 'spreadsheet'>, viewer: Viewer): Promise<Mapping | Refusal> {
  if (!mayImport(viewer, plan.room)) return refuse('FORBIDDEN', { field: 'room' });
  const mapping = parseMapping(mappingOf(spreadsheet ? { ...plan, format: { ...plan.format, ...sheetFormat } } : plan));
  if (isRefused(mapping) && mapping.code === 'REQUIRED') {
    const target = targetsOf(plan.room, []).find(({ key }) => key === mapping.field);
    if (target) return refuseBecause('REQUIRED', 'MISSING_TARGET', { labels: `${sectionLabels[target.section][viewer.language]} › ${target.label[viewer.language]}` }, target.key);
  }
  return isRefused(mapping) ? mapping : await refuseHidden(em, mapping, viewer) ?? mapping;
}

/** Nobody fills in by a file what he may not read: to him such a field is none. */
async function refuseHidden(em: Em, mapping: Mapping, viewer: Viewer): Promise<Refusal | undefined> {
  const entity = customEntityOf(mapping.room);
  if (!entity || !('fields' in mapping) || !fillsCustom(mapping.fields)) return undefined;
  const readable = (await readableFields(em, entity, viewer)).map(({ name }) => pathOf(name));
  const key = Object.keys(mapping.fields).find((name) => fillsCustom({ [name]: true }) && !readable.includes(name));
  return key === undefined ? undefined : refuseBecause('INVALID', 'UNKNOWN_KEY', { key, known: readable.join(', ') }, `${sectionsOf[mapping.room][0]}.${key}`);
}
