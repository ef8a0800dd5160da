import type { CustomField } from '@orbita/domain/custom-fields';
import { normaliseText } from '@orbita/domain/facts';
import type { Clock, ImportedOpportunity } from '@orbita/domain/imports';
import { type GateOverride, mayOverrideGates, withRequiredFields } from '@orbita/domain/opportunities';
import { factsReadBy, relationsReadBy } from '@orbita/domain/rules';
import type { Em } from '#connection';
import { customFieldsOf } from '#custom-fields';
import { importRefused } from '../import-refused.ts';
import type { Company, PlacingDated } from '../job/index.ts';
import { type Books, readBooks } from '../orders/index.ts';
import { type Naming, type Staff, staffByName } from '../parties/index.ts';
import { type KnownLead, knownLeads, type KnownPipeline, pipelinesInOrder, referenceOf } from '../past/index.ts';

/** What opportunities are decided with: fetched once for a batch. */
export interface DecidingOpportunities extends Naming {
  readonly company: Company;
  readonly books: Books;
  /** With what the company asks for at their stages in their gates. */
  readonly pipelines: readonly KnownPipeline[];
  /** By their id in the file's system; one that has become an opportunity is put back with it. */
  readonly leads: Map<string, KnownLead>;
  /** The company's own fields of opportunities, and of leads where a row names one. */
  readonly fields: readonly CustomField[];
  readonly leadFields: readonly CustomField[];
  readonly override: GateOverride | null;
  readonly clock: Clock;
}

export async function decidingWith(em: Em, rows: readonly ImportedOpportunity[], { system, override, onUnknownOwner, run: { company, customFields: fields }, now }: PlacingDated): Promise<DecidingOpportunities> {
  const named = [...new Set(rows.flatMap(({ lead }) => lead ?? []))];
  const byReference = await knownLeads(em, named.map((externalId) => referenceOf(system, { externalId, whole: '' })));
  const leads = new Map(named.flatMap((externalId) => {
    const lead = byReference.get(referenceOf(system, { externalId, whole: '' }));
    return lead ? [[externalId, lead] as const] : [];
  }));
  const staff = await staffByName(em);
  const pipelines = (await pipelinesInOrder(em)).map((one) => ({ ...one, stages: withRequiredFields(one.stages, fields) }));
  return {
    company, books: await readBooks(em), pipelines, staff, onUnknownOwner, leads, fields, leadFields: named.length > 0 ? await customFieldsOf(em, 'LEAD') : [], clock: { zone: company.zone, now: now.getTime() },
    override: override && overrideOf(override, staff),
  };
}

/** Gates are passed only in the name of somebody who answers for the pipeline. */
function overrideOf({ by, reason }: NonNullable<PlacingDated['override']>, staff: ReadonlyMap<string, Staff>): GateOverride {
  const who = staff.get(normaliseText(by));
  if (!who?.active || !mayOverrideGates({ role: who.role })) throw importRefused('NOT_FOUND', 'NO_OVERRIDER', { value: by });
  return { viewer: { userId: who.id, role: who.role }, reason };
}

/** Whether the gates of these pipelines read anything of the customer: then he must be there before they are asked. */
export const readCustomers = (pipelines: readonly KnownPipeline[]): boolean => pipelines.some(({ stages }) => stages.some(({ gate }) =>
  relationsReadBy(gate).size > 0 || [...factsReadBy(gate)].some((fact) => !fact.startsWith('opportunity.'))));
