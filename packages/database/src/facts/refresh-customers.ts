import type { Em } from '#connection';
import type { Moment } from './refresh/moment.ts';
import { refreshFacts } from './refresh/refresh-facts.ts';
import { refreshSearch } from './search/refresh-search.ts';

/** What every write that touches customers calls before its transaction ends: facts and search, two statements. */
export async function refreshCustomers(em: Em, customerIds: readonly string[], moment: Moment): Promise<void> {
  await refreshFacts(em, customerIds, moment);
  await refreshSearch(em, customerIds);
}
