import { type ImportedOpportunity, partyFrom, refuseBecause, type RowProblem } from '@orbita/domain/imports';
import type { Em } from '#connection';
import { lockCustomers } from '#lifecycle';
import type { PlacingDated } from '../job/index.ts';
import { type FoundParty, resolveParties, type ResolvedParties } from '../parties/index.ts';
import { keepBefore } from '../undo/touched.queries.ts';
import type { DecidingOpportunities } from './deciding-with.ts';

export interface OwnersOfRows extends Omit<ResolvedParties, 'parties'> {
  readonly owners: readonly (FoundParty | RowProblem)[];
}

/** Whose each opportunity is: the customer that its row tells of, who is also its lead's if it names one. */
export async function ownersOfRows(em: Em, rows: readonly ImportedOpportunity[], { leads }: DecidingOpportunities, placing: PlacingDated): Promise<OwnersOfRows> {
  const told = rows.flatMap(({ party, source, openedAt }) => (party ? [{ party: partyFrom(party, source), since: openedAt }] : []));
  const { parties, ...resolved } = await resolveParties(em, told, placing);
  const ofLeads = rows.flatMap(({ party, lead }) => (party ? [] : leads.get(lead ?? '')?.rootId ?? []));
  await lockCustomers(em, ofLeads, placing.now);
  await keepBefore(em, placing.run.jobId, ofLeads);
  const column = placing.bound.columnOf('lead');
  let next = 0;
  const owners = rows.map(({ party, lead }): FoundParty | RowProblem => {
    const of = lead === null ? undefined : leads.get(lead)?.rootId;
    if (!party) return of === undefined ? { column, refusal: refuseBecause('NOT_FOUND', 'NO_LEAD', { value: lead ?? '' }) } : { id: of, kept: [] };
    const found = parties[next++]!;
    const another = 'id' in found && of !== undefined && of !== found.id;
    return another ? { column, refusal: refuseBecause('CONFLICT', 'LEAD_OF_ANOTHER', { value: lead ?? '' }) } : found;
  });
  return { owners, ...resolved };
}
