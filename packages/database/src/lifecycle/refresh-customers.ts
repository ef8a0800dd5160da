import type { Em } from '#connection';
import { countFactsApart, keepFacts, type Moment, refreshFacts, refreshSearch } from '#facts';
import { refreshDuplicateKeys } from '#identity';
import { askToCheckQuality } from '#quality';
import type { Actor } from '#timeline';
import { reviewStages } from './stages/review-stages.ts';

export interface Refreshing extends Moment {
  readonly actor: Actor;
  /** Whether words by which a customer is found, also as a duplicate, may have changed; yes when not said. */
  readonly search?: boolean | undefined;
  /** Where much is written in one go: who is to be counted at its end, instead of now. */
  readonly later?: Set<string> | undefined;
}

/** What every write that touches customers calls before its transaction ends: facts, search, and where they stand now. */
export async function refreshCustomers(em: Em, customerIds: readonly string[], { actor, search = true, later, ...moment }: Refreshing): Promise<void> {
  if (later) return customerIds.forEach((id) => later.add(id));
  const apart = customerIds.length > many;
  await (apart ? countFactsApart : refreshFacts)(em, customerIds, moment);
  if (search) {
    await refreshSearch(em, customerIds);
    await refreshDuplicateKeys(em, customerIds, moment.now);
  }
  await askToCheckQuality(em, customerIds);
  await reviewStages(em, customerIds, { now: moment.now, actor, table: apart ? 'fresh_facts' : 'customer_facts' });
  if (apart) await keepFacts(em);
}

/** From how many on a table of their own costs less than writing their rows twice. */
const many = 200;
