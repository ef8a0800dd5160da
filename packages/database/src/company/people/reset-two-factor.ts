import { LockMode } from '@mikro-orm/core';
import { may } from '@orbita/domain/access';
import { type Refusal, refuse, refuseBecause } from '@orbita/domain/refusal';
import { User } from '#access';
import type { Em } from '#connection';
import type { Writing } from '#requests';
import { appendCompanyEvent } from '../company-event.ts';
import { endSessionsOf, forgetTwoFactorOf } from './account.queries.ts';

/** Takes the second factor from somebody who lost it: he signs in with his password alone, and every device of his has to. */
export async function resetTwoFactor(em: Em, id: string, writing: Writing): Promise<string | Refusal> {
  const { viewer, now } = writing;
  if (!may(viewer, 'user', 'update')) return refuse('FORBIDDEN');
  // One's own is turned off with the password, which this does not ask for.
  if (id === viewer.userId) return refuseBecause('CONFLICT', 'TURN_OFF_YOURSELF', { field: 'id' });
  const user = await em.findOne(User, id, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!user) return refuse('NOT_FOUND', { field: 'id' });
  if (!user.twoFactorEnabled) return refuseBecause('CONFLICT', 'NO_TWO_FACTOR', { field: 'id' });
  em.assign(user, { twoFactorEnabled: false, updatedAt: now });
  await em.flush();
  await forgetTwoFactorOf(em, id);
  await endSessionsOf(em, id);
  await appendCompanyEvent(em, 'twoFactorReset', { id }, writing);
  return id;
}
