import { parseDate } from '@orbita/domain/calendar';
import { orderStandings } from '@orbita/domain/orders';
import { isRefused } from '@orbita/domain/refusal';
import * as z from 'zod/mini';

const day = z.optional(z.catch(z.string().check(z.refine((text) => text === '' || !isRefused(parseDate(text)))), ''));

/** By what the server sorts, under the names of the columns. */
export const orderSorts = ['number', 'customer', 'placedAt', 'amount', 'deliveredAt', 'settledAt', 'contractEndsAt'] as const;

/** What stands in the address of the list: a saved view keeps exactly this. */
export const ordersSearch = z.object({
  q: z.optional(z.catch(z.string(), '')),
  channel: z.optional(z.catch(z.string(), '')),
  line: z.optional(z.catch(z.string(), '')),
  standing: z.catch(z.optional(z.enum(orderStandings)), undefined),
  from: day,
  until: day,
  rule: z.optional(z.unknown()),
  /** The latest placed first when nothing is said. */
  sort: z.catch(z.optional(z.enum(orderSorts)), undefined),
  desc: z.optional(z.catch(z.boolean(), false)),
});

export type OrdersSearch = z.infer<typeof ordersSearch>;
