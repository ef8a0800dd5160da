import type { Em } from '@orbita/database/connection';
import { refreshAllSegments } from '@orbita/database/segments';

/** Notes who entered and who left each segment since it was last counted. */
export async function refreshSegments(em: Em, now: Date): Promise<void> {
  await refreshAllSegments(em, now);
}
