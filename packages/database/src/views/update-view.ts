import { LockMode } from '@mikro-orm/core';
import { type Action, may } from '@orbita/domain/access';
import { isRefused, refuse, type Refusal } from '@orbita/domain/refusal';
import { appendCompanyEvent, changedFields, checkName, given } from '#company';
import { refuseStale } from '#timeline';
import type { Em } from '#connection';
import type { Writing } from '#requests';
import { checkSearch } from './check-view.ts';
import { SavedView } from './saved-view.entity.ts';
import { viewById } from './view.queries.ts';

interface Meant {
  readonly id: string;
  readonly expectedVersion: number;
}

export interface UpdateViewInput extends Meant {
  readonly name?: string | undefined;
  readonly search?: Record<string, unknown> | undefined;
  readonly shared?: boolean | undefined;
}

/** Changes a saved view: its owner may, and who may edit everybody's. */
export async function updateView(em: Em, input: UpdateViewInput, writing: Writing): Promise<string | Refusal> {
  const view = await loadView(em, input, 'update', writing);
  if (isRefused(view)) return view;
  const said = given({ name: input.name });
  const name = said.name === undefined ? view.name : checkName(said.name, 100);
  if (isRefused(name)) return name;
  const search = input.search ?? view.search;
  const refused = checkSearch(search);
  if (refused) return refused;
  const next = { name, search, shared: input.shared ?? view.shared };
  const fields = changedFields(view, next);
  em.assign(view, { ...next, updatedAt: writing.now }, { mergeObjectProperties: false });
  await em.flush();
  await appendCompanyEvent(em, 'viewUpdated', { id: view.id, fields }, writing);
  return view.id;
}

/** Removes a saved view for good. */
export async function deleteView(em: Em, input: Meant, writing: Writing): Promise<string | Refusal> {
  const view = await loadView(em, input, 'delete', writing);
  if (isRefused(view)) return view;
  await em.remove(view).flush();
  await appendCompanyEvent(em, 'viewDeleted', { id: view.id, room: view.room }, writing);
  return view.id;
}

async function loadView(em: Em, { id, expectedVersion }: Meant, action: Action, writing: Writing): Promise<SavedView | Refusal> {
  const seen = await viewById(em, id, writing.viewer);
  const view = seen && await em.findOne(SavedView, id, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!view) return refuse('NOT_FOUND', { field: 'id' });
  const owned = { ownerId: view.ownerId, teamId: null, partnerId: null };
  if (!may(writing.viewer, 'view', action, owned)) return refuse('FORBIDDEN');
  return view.version === expectedVersion ? view : refuseStale(em, writing.company.id, { payload: { id } });
}
