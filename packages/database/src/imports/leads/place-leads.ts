import { type ImportedLead, partyFrom } from '@orbita/domain/imports';
import { isRefused } from '@orbita/domain/refusal';
import type { Em } from '#connection';
import { campaignNamed, leadCompany } from '#leads';
import { count, type Outcome, type PlacingDated } from '../job/index.ts';
import { readBooks } from '../orders/index.ts';
import { resolveParties, staffByName } from '../parties/index.ts';
import { firstOf, knownLeads, pipelinesInOrder, referenceOf, sameAgain } from '../past/index.ts';
import { decideLead, type DecidingLeads } from './decide-lead.ts';
import { writeLeads } from './write-leads.ts';

/** Leads that are not there yet are captured and led to where they stand, each at its own dates; those that are stay as they are. */
export async function placeLeads(em: Em, rows: readonly ImportedLead[], placing: PlacingDated): Promise<readonly Outcome[]> {
  const { system, bound, state } = placing;
  const references = rows.map((row) => referenceOf(system, row));
  const known = await knownLeads(em, references);
  const { first, again } = firstOf(references, known);
  const deciding = await decidingWith(em, first.map((index) => rows[index]!), placing);
  const outcomes: Outcome[] = rows.map((row, index) => ({ fate: 'unchanged', kept: differs(row, known.get(references[index]!)) }));
  const asked = first.flatMap((index) => {
    const one = decideLead(rows[index]!, references[index]!, deciding);
    if (!isRefused(one)) return [{ index, ...one }];
    outcomes[index] = { column: bound.columnOf(one.field ?? '') || (one.field ?? ''), refusal: one };
    return [];
  });
  const { parties, ...resolved } = await resolveParties(em, asked.map(({ row, lead }) => ({ party: partyFrom(row.party, lead.source), since: lead.capturedAt })), placing);
  const owned = asked.flatMap((one, place) => {
    const party = parties[place]!;
    outcomes[one.index] = 'refusal' in party ? party : { fate: 'created', kept: party.kept };
    return 'refusal' in party ? [] : [{ ...one, customerId: party.id }];
  });
  for (const [index, of] of again) outcomes[index] = sameAgain(outcomes[of]!, differs(rows[index]!, rows[of]));
  await writeLeads(em, owned, resolved, placing);
  for (const outcome of outcomes) if ('fate' in outcome) count(state, 'leads', outcome.fate);
  count(state, 'opportunities', 'created', owned.filter(({ opportunity }) => opportunity !== null).length);
  return outcomes;
}

/** Where a row says of a lead that is there another status than it has. */
const differs = ({ status, said }: ImportedLead, there: { readonly status: string } | undefined): readonly string[] =>
  (there && there.status !== status && said.includes('status') ? ['status'] : []);

async function decidingWith(em: Em, fresh: readonly ImportedLead[], { run: { company, customFields }, now }: PlacingDated): Promise<DecidingLeads> {
  const campaigns = new Map<string, string>();
  for (const name of new Set(fresh.flatMap(({ campaign }) => campaign ?? []))) {
    const id = await campaignNamed(em, name, now);
    if (!isRefused(id)) campaigns.set(name, id);
  }
  return {
    company: await leadCompany(em), currency: company.currency, books: await readBooks(em), pipelines: await pipelinesInOrder(em), campaigns,
    staff: await staffByName(em), fields: customFields, clock: { zone: company.zone, now: now.getTime() },
  };
}
