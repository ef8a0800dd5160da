import type { LeadStatus } from '@orbita/domain/leads';
import * as z from 'zod/mini';

export const leadShelves = ['open', 'new', 'worked', 'resting', 'ended', 'all'] as const;
export type LeadShelf = (typeof leadShelves)[number];

/** What stands in the address of the list: a saved view keeps exactly this. */
export const leadsSearch = z.object({
  q: z.optional(z.catch(z.string(), '')),
  shelf: z.optional(z.catch(z.enum(leadShelves), 'open')),
  whose: z.optional(z.catch(z.enum(['mine', 'nobody']), 'mine')),
  rule: z.optional(z.unknown()),
  latest: z.optional(z.catch(z.boolean(), false)),
  /** One of the company's own fields: `custom.‹name›`. */
  sort: z.optional(z.catch(z.string(), '')),
  desc: z.optional(z.catch(z.boolean(), false)),
  lead: z.optional(z.catch(z.string(), '')),
});

export type LeadsSearch = z.infer<typeof leadsSearch>;

export function statusesOf(shelf: LeadShelf): LeadStatus[] | undefined {
  switch (shelf) {
    case 'open': return ['NEW', 'WORKED', 'RECYCLED'];
    case 'new': return ['NEW'];
    case 'worked': return ['WORKED'];
    case 'resting': return ['RECYCLED'];
    case 'ended': return ['QUALIFIED', 'DISQUALIFIED'];
    case 'all': return undefined;
    default: return shelf satisfies never;
  }
}
