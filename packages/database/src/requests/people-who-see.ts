import { may, type Owned, type Viewer } from '@orbita/domain/access';
import { type Refusal, refuse, refuseBecause } from '@orbita/domain/refusal';
import { User } from '#access';
import type { Em } from '#connection';

/** People who are to be told of an activity must be able to see it: refuses with the first who cannot, by name. */
export async function refuseWhoCannotSee(
  em: Em, userIds: readonly string[], field: string, customer: Owned,
): Promise<Refusal | undefined> {
  if (userIds.length === 0) return undefined;
  const users = await em.find(User, { id: { $in: [...userIds] }, active: true });
  for (const [index, id] of userIds.entries()) {
    const path = field === 'mentions' ? `mentions.${index}` : field;
    const user = users.find((one) => one.id === id);
    if (!user) return refuse('NOT_FOUND', { field: path });
    const they: Viewer = {
      userId: user.id, role: user.role, teamId: user.teamId ?? null, partnerId: user.partnerId ?? null, language: user.language,
    };
    if (!may(they, 'customer', 'read', customer) || !may(they, 'activity', 'read', customer)) {
      return refuseBecause('INVALID', 'CANNOT_SEE', { field: path, name: user.name, userId: user.id });
    }
  }
}
