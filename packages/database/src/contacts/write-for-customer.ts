import type { Noun } from '@orbita/domain/access';
import { isRefused, type Refusal } from '@orbita/domain/refusal';
import type { Em } from '#connection';
import { refreshCustomOrder } from '#custom-fields';
import { refreshCustomers } from '#lifecycle';
import { customerToWrite, type Writing } from '#requests';
import { appendEvents } from '#timeline';

/** What a decision about something of a customer leaves in his timeline; nothing when nothing changed. */
export type Written =
  | {
    readonly type: string; readonly payload: Record<string, unknown>; readonly personal?: Record<string, unknown>;
    /** Whether a field of the company's own has another value. */
    readonly reorders?: boolean;
  }
  | { readonly unchanged: true };

/** The frame of every small write to what is a customer's: he is locked, it is decided, told, saved and counted. `parts`: whose rows are his. */
export async function writeForCustomer(
  em: Em, askedId: string, writing: Writing, decide: (customerId: string, parts: readonly string[]) => Promise<Written | Refusal>, noun: Noun = 'contact',
): Promise<string | Refusal> {
  const customer = await customerToWrite(em, askedId, noun, 'update', writing);
  if (isRefused(customer)) return customer;
  const written = await decide(customer.id, customer.parts);
  if (isRefused(written)) return written;
  if ('unchanged' in written) return customer.id;
  const { now, actor, company } = writing;
  const { reorders = false, ...event } = written;
  await appendEvents(em, [{ customerId: customer.id, occurredAt: now, ...event }], actor, now);
  await em.flush();
  if (reorders) await refreshCustomOrder(em, [customer.id]);
  await refreshCustomers(em, [customer.id], { now, zone: company.zone, actor });
  return customer.id;
}
