import { LockMode } from '@mikro-orm/core';
import { type Action, may } from '@orbita/domain/access';
import {
  changeCustomField, customFactKey, type CustomEntity, type CustomField as Definition, type CustomFieldInput, type CustomFieldPatch, mostFields, prepareCustomField,
} from '@orbita/domain/custom-fields';
import { isRefused, refuse, refuseBecause, type Refusal } from '@orbita/domain/refusal';
import { appendCompanyEvent, changedFields } from '#company';
import { type Em, newId, takeTurns } from '#connection';
import { CustomField } from '#custom-fields';
import { askToJudgeAnew, LifecycleModel } from '#lifecycle';
import type { Writing } from '#requests';
import { refuseStale } from '#timeline';

export interface FieldMeant {
  readonly id: string;
  readonly expectedVersion: number;
}

export interface UpdateCustomFieldInput extends FieldMeant, CustomFieldPatch {}

/** Makes a field, after all others of its entity. */
export async function createCustomField(em: Em, input: CustomFieldInput, writing: Writing): Promise<string | Refusal> {
  if (!may(writing.viewer, 'customField', 'create')) return refuse('FORBIDDEN');
  const there = await fieldsOf(em, input.entity);
  if (there.length >= mostFields) return refuseBecause('CONFLICT', 'AT_MOST', { field: 'entity', maximum: mostFields });
  const field = prepareCustomField(input, new Set(there.map(({ name }) => name)));
  if (isRefused(field)) return field;
  const id = newId();
  const position = Math.max(-1, ...there.map((one) => one.position)) + 1;
  em.create(CustomField, { id, ...columnsOf(field), position, createdAt: writing.now, updatedAt: writing.now });
  await em.flush();
  const { entity, name, type } = field;
  await appendCompanyEvent(em, 'customFieldCreated', { id, entity, name, type, label: field.label }, writing);
  return id;
}

/** Changes what a field is called, offers and asks, and who may read it. */
export async function updateCustomField(em: Em, { id, expectedVersion, ...patch }: UpdateCustomFieldInput, writing: Writing): Promise<string | Refusal> {
  const field = await fieldToWrite(em, { id, expectedVersion }, 'update', writing);
  if (isRefused(field)) return field;
  const next = changeCustomField(definitionOf(field), patch);
  if (isRefused(next)) return next;
  const { label, options, required, requiredAtStages, readers } = columnsOf(next);
  return save(em, field, { label, options, required, requiredAtStages, readers }, 'customFieldUpdated', writing);
}

/** Puts a field away: nothing shows, asks or reads it any more. Its values stay, and come back with it. */
export async function archiveCustomField(em: Em, meant: FieldMeant, writing: Writing): Promise<string | Refusal> {
  const field = await fieldToWrite(em, meant, 'delete', writing);
  if (isRefused(field) || field.archivedAt) return isRefused(field) ? field : field.id;
  await askWhoRead(em, field, writing);
  return save(em, field, { archivedAt: writing.now }, 'customFieldArchived', writing);
}

export async function restoreCustomField(em: Em, meant: FieldMeant, writing: Writing): Promise<string | Refusal> {
  const field = await fieldToWrite(em, meant, 'delete', writing);
  if (isRefused(field) || !field.archivedAt) return isRefused(field) ? field : field.id;
  await askWhoRead(em, field, writing);
  return save(em, field, { archivedAt: null }, 'customFieldRestored', writing);
}

/** Has everybody judged anew by the lifecycle models whose rules read the field: to them it is unknown, or known again. */
async function askWhoRead(em: Em, field: CustomField, { now }: Writing): Promise<void> {
  const fact = JSON.stringify(customFactKey(field));
  for (const model of await em.find(LifecycleModel, { active: true }, { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' } })) {
    if (!JSON.stringify(model.stages).includes(fact)) continue;
    em.assign(model, { rulesVersion: model.rulesVersion + 1, updatedAt: now });
    await askToJudgeAnew(em, model.key, now);
  }
}

/** Puts the fields of an entity into this order; those that are not named come after. */
export async function sortCustomFields(em: Em, { entity, ids }: { readonly entity: CustomEntity; readonly ids: readonly string[] }, writing: Writing): Promise<true | Refusal> {
  if (!may(writing.viewer, 'customField', 'update')) return refuse('FORBIDDEN');
  const fields = await fieldsOf(em, entity);
  if (ids.some((id) => !fields.some((field) => field.id === id))) return refuse('NOT_FOUND', { field: 'ids' });
  const place = (id: string) => (ids.includes(id) ? ids.indexOf(id) : ids.length);
  for (const [position, field] of fields.toSorted((a, b) => place(a.id) - place(b.id) || a.position - b.position).entries()) {
    if (field.position !== position) em.assign(field, { position, updatedAt: writing.now });
  }
  await em.flush();
  await appendCompanyEvent(em, 'customFieldsSorted', { id: writing.company.id, entity }, writing);
  return true;
}

// Writers of an entity's fields take turns, before there are any too: two that are made at once must not take one name, nor one place.
async function fieldsOf(em: Em, entity: CustomEntity): Promise<CustomField[]> {
  await takeTurns(em, `custom-field:${entity}`);
  return em.find(CustomField, { entity }, { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { position: 'asc', id: 'asc' } });
}

async function fieldToWrite(em: Em, { id, expectedVersion }: FieldMeant, action: Action, { viewer, company }: Writing): Promise<CustomField | Refusal> {
  if (!may(viewer, 'customField', action)) return refuse('FORBIDDEN');
  const field = await em.findOne(CustomField, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!field) return refuse('NOT_FOUND', { field: 'id' });
  return field.version === expectedVersion ? field : refuseStale(em, company.id, { payload: { id } });
}

async function save(em: Em, field: CustomField, next: Partial<CustomField>, type: string, writing: Writing): Promise<string> {
  const fields = changedFields<object>(field, next);
  if (fields.length === 0) return field.id;
  em.assign(field, { ...next, updatedAt: writing.now }, { mergeObjectProperties: false });
  await em.flush();
  await appendCompanyEvent(em, type, { id: field.id, entity: field.entity, name: field.name, label: field.label, fields }, writing);
  return field.id;
}

function definitionOf({ entity, name, type, label, decimals, options, required, requiredAtStages, readers }: CustomField): Definition {
  return { entity, name, type, label, decimals, options, required, requiredAtStages, readers: readers ?? null };
}

const columnsOf = ({ requiredAtStages, readers, ...field }: Definition) =>
  ({ ...field, requiredAtStages: [...requiredAtStages], readers: readers && [...readers] });
