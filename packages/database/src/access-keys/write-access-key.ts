import { LockMode } from '@mikro-orm/core';
import { may } from '@orbita/domain/access';
import { type AccessKeyInput, prepareAccessKey } from '@orbita/domain/access-keys';
import { isRefused, type Refusal, refuse } from '@orbita/domain/refusal';
import { appendCompanyEvent } from '#company';
import { type Em, newId, takeTurns } from '#connection';
import type { Writing } from '#requests';
import { AccessKey } from './access-key.entity.ts';
import { countAccessKeys } from './access-key.queries.ts';
import { newKey } from './key-text.ts';

/** Makes a key that reads in the name of whoever makes it. Its text is answered here and never again. */
export async function createAccessKey(em: Em, input: AccessKeyInput, writing: Writing): Promise<{ readonly id: string; readonly text: string } | Refusal> {
  const { viewer, now } = writing;
  if (!may(viewer, 'accessKey', 'create')) return refuse('FORBIDDEN');
  await takeTurns(em, `access keys of ${viewer.userId}`);
  const prepared = prepareAccessKey(input, await countAccessKeys(em, viewer.userId, now), now);
  if (isRefused(prepared)) return prepared;
  const [id, expiresAt] = [newId(), new Date(prepared.expiresAt)];
  const { text, secretHash, ending } = newKey(id);
  em.create(AccessKey, { id, userId: viewer.userId, name: prepared.name, expiresAt, ending, secretHash, createdAt: now });
  await em.flush();
  await appendCompanyEvent(em, 'accessKeyCreated', { id, name: prepared.name, expiresAt: expiresAt.toISOString() }, writing);
  return { id, text };
}

/** Takes a key back: it opens nothing from now on. One's own, or anybody's for who administers them; twice is as once. */
export async function revokeAccessKey(em: Em, id: string, writing: Writing): Promise<string | Refusal> {
  const key = await em.findOne(AccessKey, id, { lockMode: LockMode.PESSIMISTIC_WRITE });
  const owned = { ownerId: key?.userId ?? null, teamId: null, partnerId: null };
  if (!key || !may(writing.viewer, 'accessKey', 'read', owned)) return refuse('NOT_FOUND', { field: 'id' });
  if (!may(writing.viewer, 'accessKey', 'update', owned)) return refuse('FORBIDDEN');
  if (key.revokedAt) return id;
  em.assign(key, { revokedAt: writing.now });
  await em.flush();
  await appendCompanyEvent(em, 'accessKeyRevoked', { id, name: key.name, ownerId: key.userId }, writing);
  return id;
}
