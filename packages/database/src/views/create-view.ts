import { may } from '@orbita/domain/access';
import { isRefused, refuse, type Refusal } from '@orbita/domain/refusal';
import { appendCompanyEvent, checkName } from '#company';
import { type Em, newId } from '#connection';
import type { Writing } from '#requests';
import { checkRoom, checkSearch } from './check-view.ts';
import { SavedView } from './saved-view.entity.ts';

export interface CreateViewInput {
  readonly room: string;
  readonly name: string;
  readonly search: Record<string, unknown>;
  readonly shared?: boolean | undefined;
}

/** Keeps the state of a page under a name. Answers with the view's id. */
export async function createView(em: Em, input: CreateViewInput, writing: Writing): Promise<string | Refusal> {
  const { viewer, now } = writing;
  if (!may(viewer, 'view', 'create')) return refuse('FORBIDDEN');
  const name = checkName(input.name, 100);
  if (isRefused(name)) return name;
  const refused = checkRoom(input.room) ?? checkSearch(input.search);
  if (refused) return refused;
  const id = newId();
  const { room, search, shared = false } = input;
  em.create(SavedView, { id, room, name, search, shared, ownerId: viewer.userId, createdAt: now, updatedAt: now });
  await em.flush();
  await appendCompanyEvent(em, 'viewCreated', { id, room, shared }, writing);
  return id;
}
