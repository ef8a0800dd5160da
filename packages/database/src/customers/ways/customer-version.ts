import type { Action, Noun } from '@orbita/domain/access';
import { isRefused, type Refusal } from '@orbita/domain/refusal';
import type { Em } from '#connection';
import { customerToWrite, type Writing } from '#requests';
import { refuseStale } from '#timeline';
import { Customer } from '../customer.entity.ts';

export interface CustomerAt {
  readonly id: string;
  readonly expectedVersion: number;
}

const touching = {
  types: [
    'customerUpdated', 'customerDeleted', 'customerRestored', 'customerLeft', 'departureWithdrawn', 'referrerSet', 'acquisitionCostSet',
    'customersMerged', 'customersUnmerged',
  ],
} as const;

/** Locks a customer and loads him, in the version that was seen. */
export async function customerAt(
  em: Em, { id, expectedVersion }: CustomerAt, writing: Writing, action: Action = 'update', noun: Noun = 'customer',
): Promise<Customer | Refusal> {
  const found = await customerToWrite(em, id, noun, action, writing);
  if (isRefused(found)) return found;
  const customer = await em.findOneOrFail(Customer, { id: found.id });
  return customer.version === expectedVersion ? customer : refuseStale(em, customer.id, touching);
}
