import { type Em, transact } from '@orbita/database/connection';
import { isRefused, type Refusal } from '@orbita/domain/refusal';
import type { RequestContext } from './request-context.ts';

/**
 * The shape of every mutation: decide and write in one transaction, then either the refusal, or the thing as its
 * named query reads it. A refusal about a version carries the thing as it stands now, when `current` can read it.
 */
export async function decide<Done, Answer extends object>(
  context: RequestContext,
  write: (em: Em) => Promise<Done | Refusal>,
  read: (done: Done) => Promise<Answer>,
  current?: () => Promise<Answer>,
): Promise<Answer & { refusal: Refusal | null }> {
  const done = await transact(context.em, write);
  if (!isRefused(done)) return { ...(await read(done as Done)), refusal: null };
  const now = done.code === 'STALE_VERSION' && current ? await current() : ({} as Answer);
  return { ...now, refusal: done };
}
