import { type ImportedLead, partyFrom } from '@orbita/domain/imports';
import { isRefused } from '@orbita/domain/refusal';
import type { Em } from '#connection';
import { campaignNamed, leadCompany } from '#leads';
import { count, type Outcome, type PlacingDated } from '../job/index.ts';
import { readBooks } from '../orders/index.ts';
import { resolveParties, staffByName } from '../parties/index.ts';
import { firstOf, knownLeads, meetAgain, pipelinesInOrder, referenceOf } from '../past/index.ts';
import { decideLead, type DecidingLeads } from './decide-lead.ts';
import { doToLead } from './lead-there.ts';
import { writeLeads } from './write-leads.ts';

/** Leads that are not there yet are captured and led to where they stand, each at its own dates; those that are meet their rows as the mapping says. */
export async function placeLeads(em: Em, rows: readonly ImportedLead[], placing: PlacingDated): Promise<readonly Outcome[]> {
  const { system, bound, state } = placing;
  const references = rows.map((row) => referenceOf(system, row));
  const known = await knownLeads(em, references);
  const { first, again } = firstOf(references, known);
  const deciding = await decidingWith(em, first.map((index) => rows[index]!), placing);
  const outcomes: Outcome[] = rows.map(() => ({ fate: 'unchanged' }));
  const asked = first.flatMap((index) => {
    const one = decideLead(rows[index]!, references[index]!, deciding);
    if (!isRefused(one)) return [{ index, ...one }];
    outcomes[index] = { column: bound.columnOf(one.field ?? '') || (one.field ?? ''), refusal: one };
    return [];
  });
  const { parties, ...resolved } = await resolveParties(em, asked.map(({ row, lead }) => ({ party: partyFrom(row.party, lead.source), since: lead.capturedAt })), placing);
  const owned = asked.flatMap((one, place) => {
    const party = parties[place]!;
    outcomes[one.index] = 'refusal' in party ? party : { fate: 'created', stays: party.kept, nobody: one.nobody };
    return 'refusal' in party ? [] : [{ ...one, customerId: party.id }];
  });
  await writeLeads(em, owned, resolved, placing);
  await meetAgain(em, { rows, references, first, again, outcomes, find: knownLeads, decide: (row, lead, meeting) => doToLead(row, lead, meeting, deciding) }, placing);
  for (const outcome of outcomes) if ('fate' in outcome) count(state, 'leads', outcome.fate);
  count(state, 'opportunities', 'created', owned.filter(({ opportunity }) => opportunity !== null).length);
  return outcomes;
}

async function decidingWith(em: Em, fresh: readonly ImportedLead[], { run: { company, customFields }, onUnknownOwner, now }: PlacingDated): Promise<DecidingLeads> {
  const campaigns = new Map<string, string>();
  for (const name of new Set(fresh.flatMap(({ campaign }) => campaign ?? []))) {
    const id = await campaignNamed(em, name, now);
    if (!isRefused(id)) campaigns.set(name, id);
  }
  return {
    company: await leadCompany(em), currency: company.currency, books: await readBooks(em), pipelines: await pipelinesInOrder(em), campaigns,
    staff: await staffByName(em), onUnknownOwner, fields: customFields, clock: { zone: company.zone, now: now.getTime() },
  };
}
