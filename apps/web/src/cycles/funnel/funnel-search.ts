import { type CustomerSource, customerSources } from '@orbita/domain/customers';
import * as z from 'zod/mini';

export const periods = ['3m', '12m', '36m', 'all'] as const;
export type Period = (typeof periods)[number];

/** By what the cohorts are told apart. */
export const groups = ['MONTH', 'OWNER', 'LINE', 'ORIGIN', 'SOURCE'] as const;
export type Group = (typeof groups)[number];

/** What stands in the address; the last twelve months by month when nothing does. */
export const funnelSearch = z.object({
  period: z.optional(z.catch(z.enum(periods), '12m')),
  /** One month alone, `2026-03`, instead of a period. */
  month: z.optional(z.catch(z.string(), '')),
  line: z.optional(z.catch(z.string(), '')),
  owner: z.optional(z.catch(z.string(), '')),
  origin: z.optional(z.catch(z.enum(['NEW', 'RECURRENT', 'REFERRED', 'RENEWAL', 'WIN_BACK']), 'NEW')),
  source: z.optional(z.catch(z.enum(customerSources as unknown as [CustomerSource, ...CustomerSource[]]), 'OTHER')),
  by: z.optional(z.catch(z.enum(groups), 'MONTH')),
});

export type FunnelSearch = z.infer<typeof funnelSearch>;

export interface FunnelPageProps {
  readonly search: FunnelSearch;
  readonly onSearch: (next: FunnelSearch) => void;
}
