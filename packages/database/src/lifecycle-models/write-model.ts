import { LockMode } from '@mikro-orm/core';
import { type Action, may } from '@orbita/domain/access';
import type { Bilingual } from '@orbita/domain/facts';
import { draftModel, movesCustomers, prepareModel, prepareModelText } from '@orbita/domain/lifecycle';
import { isRefused, refuse, refuseBecause, type Refusal } from '@orbita/domain/refusal';
import { appendCompanyEvent, changedFields } from '#company';
import { type Em, newId } from '#connection';
import { askToJudgeAnew, LifecycleModel, ruleCatalogue } from '#lifecycle';
import type { Writing } from '#requests';
import { refuseStale } from '#timeline';

export interface ModelMeant {
  readonly id: string;
  readonly expectedVersion: number;
}

export interface CreateLifecycleModelInput {
  readonly name: Bilingual;
  /** The model to begin with; one stage that takes everybody when not given. */
  readonly copyOf?: string | null | undefined;
}

/** Begins a model, switched off: nobody stands in it until it is activated. Answers with its id. */
export async function createLifecycleModel(em: Em, input: CreateLifecycleModelInput, writing: Writing): Promise<string | Refusal> {
  if (!may(writing.viewer, 'lifecycle', 'create')) return refuse('FORBIDDEN');
  const name = prepareModelText(input.name, 60, 'name');
  if (isRefused(name)) return name;
  const models = await em.findAll(LifecycleModel);
  const copied = input.copyOf ? models.find(({ id }) => id === input.copyOf) : null;
  if (copied === undefined) return refuse('NOT_FOUND', { field: 'copyOf' });
  const model = draftModel(name, copied, new Set(models.map(({ key }) => key)));
  const id = newId();
  const position = Math.max(0, ...models.map((one) => one.position)) + 1;
  em.create(LifecycleModel, {
    id, ...model, evaluationOrder: [...model.evaluationOrder], position, active: false, shipped: false, rulesVersion: 1, updatedAt: writing.now,
  });
  await em.flush();
  await appendCompanyEvent(em, 'lifecycleModelCreated', { id, key: model.key, ...(copied ? { copyOf: copied.id } : {}) }, writing);
  return id;
}

/** Publishes a model as edited. If anybody may stand elsewhere by it, everybody is judged anew in the background. */
export async function updateLifecycleModel(em: Em, input: ModelMeant & { readonly model: unknown }, writing: Writing): Promise<string | Refusal> {
  const model = await modelToWrite(em, input, 'update', writing);
  if (isRefused(model)) return model;
  const next = prepareModel(input.model, await ruleCatalogue(em));
  if (isRefused(next)) return { ...next, field: next.field ? `model.${next.field}` : 'model' };
  if (next.key !== model.key) return refuse('CONFLICT', { field: 'model.key' });
  const moves = movesCustomers(model, next);
  const changes = { name: next.name, stages: next.stages, evaluationOrder: [...next.evaluationOrder] };
  const fields = changedFields<object>(model, changes);
  em.assign(model, { ...changes, rulesVersion: model.rulesVersion + (moves ? 1 : 0), updatedAt: writing.now }, { mergeObjectProperties: false });
  await em.flush();
  await appendCompanyEvent(em, 'lifecycleModelUpdated', { id: model.id, fields, moves }, writing);
  if (model.active && moves) await askToJudgeAnew(em, model.key, writing.now);
  return model.id;
}

/** Switches a model on: every customer is given his stage in it, in the background. */
export const activateLifecycleModel = (em: Em, input: ModelMeant, writing: Writing): Promise<string | Refusal> => turn(em, input, true, writing);

/** Switches a model off: nobody stands in it any more, but what was is kept. One model at least stays on. */
export const deactivateLifecycleModel = (em: Em, input: ModelMeant, writing: Writing): Promise<string | Refusal> => turn(em, input, false, writing);

async function turn(em: Em, input: ModelMeant, active: boolean, writing: Writing): Promise<string | Refusal> {
  const model = await modelToWrite(em, input, 'update', writing);
  if (isRefused(model)) return model;
  if (model.active === active) return model.id;
  if (!active && (await em.count(LifecycleModel, { active: true })) === 1) {
    return refuseBecause('CONFLICT', 'LAST_MODEL', { field: 'id' });
  }
  em.assign(model, { active, updatedAt: writing.now });
  await em.flush();
  await appendCompanyEvent(em, active ? 'lifecycleModelActivated' : 'lifecycleModelDeactivated', { id: model.id, key: model.key }, writing);
  await askToJudgeAnew(em, model.key, writing.now);
  return model.id;
}


// All models are locked: two that are switched off at once must not leave none.
async function modelToWrite(em: Em, { id, expectedVersion }: ModelMeant, action: Action, writing: Writing): Promise<LifecycleModel | Refusal> {
  if (!may(writing.viewer, 'lifecycle', action)) return refuse('FORBIDDEN');
  const models = await em.find(LifecycleModel, {}, { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' } });
  const model = models.find((one) => one.id === id);
  if (!model) return refuse('NOT_FOUND', { field: 'id' });
  return model.version === expectedVersion ? model : refuseStale(em, writing.company.id, { payload: { id } });
}
