import { type ImportedOpportunity, readOpportunity } from '@orbita/domain/imports';
import type { DatedRoom } from '../job/index.ts';
import { placeOpportunities } from './place-opportunities.ts';

/** Opportunities from other systems, with the stages that they went through and their end. */
export const opportunitiesRoom: DatedRoom<ImportedOpportunity> = {
  read: (cells, { bound, system, company, customFields: fields }, problems) => readOpportunity(bound, cells, { system, ...company, custom: { fields, ...company } }, problems),
  at: ({ openedAt }) => openedAt,
  place: placeOpportunities,
};
