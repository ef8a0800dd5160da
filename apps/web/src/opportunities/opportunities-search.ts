import { opportunityStatuses } from '@orbita/domain/opportunities';
import * as z from 'zod/mini';

export const opportunityViews = ['board', 'table', 'forecast'] as const;
export type OpportunityView = (typeof opportunityViews)[number];

/** What stands in the address of the room: a saved view keeps exactly this. */
export const opportunitiesSearch = z.object({
  view: z.optional(z.catch(z.enum(opportunityViews), 'board')),
  pipeline: z.optional(z.catch(z.string(), '')),
  q: z.optional(z.catch(z.string(), '')),
  rule: z.optional(z.unknown()),
  /** Of the table: only those that stand so. */
  status: z.optional(z.catch(z.enum(opportunityStatuses), 'OPEN')),
  sort: z.optional(z.catch(z.string(), 'openedAt')),
  desc: z.optional(z.catch(z.boolean(), false)),
  /** The opportunity that lies open over the page. */
  open: z.optional(z.catch(z.string(), '')),
});

export type OpportunitiesSearch = z.infer<typeof opportunitiesSearch>;

/** What decides which opportunities are shown, whatever the view. */
export interface OpportunityQuestion {
  readonly pipelineId: string;
  readonly rule: unknown;
  readonly search: string | undefined;
}
