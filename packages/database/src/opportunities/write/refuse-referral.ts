import { type Refusal, refuseBecause } from '@orbita/domain/refusal';
import type { Em } from '#connection';
import { refuseRecommender } from '#customers';
import type { Writing } from '#requests';

/**
 * Refuses one who recommends himself, closes a ring or is not seen by the viewer. What an opportunity that is taken up
 * again says was asked when it was opened: whoever goes on with it need not see who recommended its customer.
 */
export async function refuseReferral(
  em: Em, customerId: string, { referrerId, reopens }: { readonly referrerId?: string | null | undefined; readonly reopens?: string | null | undefined },
  { viewer }: Writing,
): Promise<Refusal | null> {
  if (!referrerId || reopens) return null;
  if (referrerId === customerId) return refuseBecause('INVALID', 'OWN_REFERRER', { field: 'referrerId' });
  return refuseRecommender(em, customerId, referrerId, viewer);
}
