import { may } from '@orbita/domain/access';
import { refuse, type Refusal } from '@orbita/domain/refusal';
import type { Em } from '#connection';
import type { Writing } from '#requests';
import { appendCompanyEvent } from '../company-event.ts';
import { endSession, endSessionsOf } from './account.queries.ts';

/** Ends a session at once: the device has to sign in again. */
export async function revokeSession(em: Em, id: string, writing: Writing): Promise<string | Refusal> {
  if (!may(writing.viewer, 'user', 'update')) return refuse('FORBIDDEN');
  const userId = await endSession(em, id);
  if (!userId) return refuse('NOT_FOUND', { field: 'id' });
  await appendCompanyEvent(em, 'sessionRevoked', { id: userId, sessionId: id }, writing);
  return id;
}

/** Ends every session of a person at once. Answers how many there were. */
export async function revokeSessionsOf(em: Em, userId: string, writing: Writing): Promise<number | Refusal> {
  if (!may(writing.viewer, 'user', 'update')) return refuse('FORBIDDEN');
  const ended = await endSessionsOf(em, userId);
  if (ended > 0) await appendCompanyEvent(em, 'sessionRevoked', { id: userId, sessions: ended }, writing);
  return ended;
}
