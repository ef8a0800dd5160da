import type { RowProblem } from '@orbita/domain/imports';
import { relationsReadBy } from '@orbita/domain/rules';
import type { Em } from '#connection';
import { factsOf, refreshFacts } from '#facts';
import { relationsOf } from '#rules';
import type { PlacingDated } from '../job/index.ts';
import type { FoundParty } from '../parties/index.ts';
import type { OfCustomer } from './decide-opportunity.ts';
import type { DecidingOpportunities } from './deciding-with.ts';

/** What gates may read of these customers, as it is now. */
export async function customersToRead(
  em: Em, owners: readonly (FoundParty | RowProblem)[], made: readonly string[], { pipelines }: DecidingOpportunities, { run, now }: PlacingDated,
): Promise<Map<string, OfCustomer>> {
  await refreshFacts(em, made, { now, zone: run.company.zone });
  const ids = [...new Set(owners.flatMap((owner) => ('id' in owner ? owner.id : [])))];
  const facts = await factsOf(em, ids);
  const names = [...new Set(pipelines.flatMap(({ stages }) => stages.flatMap(({ gate }) => [...relationsReadBy(gate)])))];
  const relations = await relationsOf(em, ids, names);
  return new Map(ids.map((id) => [id, { facts: facts.get(id) ?? {}, relations: relations.get(id) ?? {} }]));
}
