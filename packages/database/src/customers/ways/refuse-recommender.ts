import type { Viewer } from '@orbita/domain/access';
import { refuseRing } from '@orbita/domain/customers';
import { type Refusal, refuse } from '@orbita/domain/refusal';
import type { Em } from '#connection';
import { chainOfReferrers, customerSeen } from './ways.queries.ts';

/** Refuses to note somebody as who recommended a customer: one whom the viewer does not see, and one who closes a ring. */
export async function refuseRecommender(em: Em, customerId: string, referrerId: string, viewer: Viewer): Promise<Refusal | null> {
  const seen = await customerSeen(em, referrerId, viewer);
  return seen ? refuseRing(customerId, await chainOfReferrers(em, seen)) : refuse('NOT_FOUND', { field: 'referrerId' });
}
