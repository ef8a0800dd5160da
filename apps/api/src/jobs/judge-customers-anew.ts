import type { Em } from '@orbita/database/connection';
import { judgeAnew } from '@orbita/database/lifecycle';

/** Gives every customer his stage by models that were edited, switched on or off; broken off, the next run goes on. */
export async function judgeCustomersAnew(em: Em, now: Date): Promise<void> {
  while (await judgeAnew(em, { now }));
}
