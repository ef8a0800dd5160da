import { type ImportedLead, readLead } from '@orbita/domain/imports';
import type { DatedRoom } from '../job/index.ts';
import { placeLeads } from './place-leads.ts';

/** Leads from other systems, and lists from fairs and visits, with what became of each. */
export const leadsRoom: DatedRoom<ImportedLead> = {
  read: (cells, { bound, system, company, customFields: fields }, problems) => readLead(bound, cells, { system, ...company, custom: { fields, ...company } }, problems),
  at: ({ capturedAt }) => capturedAt,
  place: placeLeads,
};
