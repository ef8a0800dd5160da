import { LockMode } from '@mikro-orm/core';
import { isRefused, refuse, type Refusal } from '@orbita/domain/refusal';
import { User } from '#access';
import type { Em } from '#connection';
import type { Writing } from '#requests';
import { refuseStale } from '#timeline';
import { appendCompanyEvent, changedFields } from '../company-event.ts';
import { given } from '../given.ts';
import { checkName } from './check-user.ts';

export interface UpdateMyProfileInput {
  readonly expectedVersion: number;
  readonly name?: string | undefined;
  readonly language?: 'en' | 'es' | undefined;
}

/** What everybody may say of himself: how he is called and which language he reads. */
export async function updateMyProfile(em: Em, input: UpdateMyProfileInput, writing: Writing): Promise<string | Refusal> {
  const user = await em.findOne(User, { id: writing.viewer.userId, active: true }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!user) return refuse('NOT_FOUND');
  if (user.version !== input.expectedVersion) return refuseStale(em, writing.company.id, { payload: { id: user.id } });
  const said = given({ name: input.name });
  const name = said.name === undefined ? user.name : checkName(said.name);
  if (isRefused(name)) return name;
  const next = { name, language: input.language ?? user.language };
  const fields = changedFields(user, next);
  if (fields.length === 0) return user.id;
  em.assign(user, { ...next, updatedAt: writing.now });
  await em.flush();
  await appendCompanyEvent(em, 'userUpdated', { id: user.id, fields }, writing);
  return user.id;
}
