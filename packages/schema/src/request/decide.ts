import { type Em, transact } from '@orbita/database/connection';
import { isRefused, type Refusal, type RefusalCode } from '@orbita/domain/refusal';
import type { RequestContext } from './request-context.ts';

/**
 * The shape of every mutation: decide and write in one transaction, then either the refusal, or the thing as its
 * named query reads it. A refusal about a version or a gate carries the thing as it stands now, when `current` can read it.
 */
export async function decide<Done, Answer extends object>(
  context: RequestContext,
  write: (em: Em) => Promise<Done | Refusal>,
  read: (done: Done) => Promise<Answer>,
  current?: () => Promise<Answer>,
): Promise<Answer & { refusal: Refusal | null }> {
  const done = await transact(context.em, write);
  if (!isRefused(done)) return { ...(await read(done as Done)), refusal: null };
  const now = withCurrent.includes(done.code) && current ? await current() : ({} as Answer);
  return { ...now, refusal: done };
}

const withCurrent: readonly RefusalCode[] = ['STALE_VERSION', 'GATE_NOT_MET'];
