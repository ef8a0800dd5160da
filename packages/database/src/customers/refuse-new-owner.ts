import { may, type Owned, type Viewer } from '@orbita/domain/access';
import { type Refusal, refuse, refuseBecause } from '@orbita/domain/refusal';
import { Team, User } from '#access';
import type { Em } from '#connection';

/** Whoever is given a customer works here, or for his partner, and sees him then; a team is one that there is. `before` is not asked about again. */
export async function refuseNewOwner(em: Em, next: Owned, before: Pick<Owned, 'ownerId' | 'teamId'>): Promise<Refusal | undefined> {
  if (next.teamId && next.teamId !== before.teamId && !(await em.findOne(Team, next.teamId))) return refuse('NOT_FOUND', { field: 'teamId' });
  if (!next.ownerId || next.ownerId === before.ownerId) return undefined;
  // By his id alone: of many customers that are handed to him he is read once.
  const user = await em.findOne(User, next.ownerId);
  if (!user?.active) return refuse('NOT_FOUND', { field: 'ownerId' });
  const owner: Viewer = { userId: user.id, role: user.role, teamId: user.teamId ?? null, partnerId: user.partnerId ?? null, language: user.language };
  return may(owner, 'customer', 'read', next) ? undefined : refuseBecause('INVALID', 'CANNOT_SEE', { field: 'ownerId', name: user.name, userId: user.id });
}
