import type { ImportedCustomer } from '@orbita/domain/imports';
import { type Refusal, refuse } from '@orbita/domain/refusal';
import { type Em, newId } from '#connection';
import type { TimelineEvent } from '#timeline';
import type { Fate } from '../job/index.ts';
import { CustomerRows } from './customer-rows.ts';
import { keyText, knownCustomers, knownPoints } from './known-customers.queries.ts';

export interface Placed {
  readonly id: string;
  readonly fate: Fate;
}

export interface Placing {
  /** One answer for each customer, in their order. */
  readonly placed: readonly (Placed | Refusal)[];
  readonly events: readonly TimelineEvent[];
}

/**
 * Finds each customer by his exact keys or makes him; one whom the file names twice is one. What is known of a customer
 * stays as it is: only new keys and new ways to reach him are added. Two known customers in one row are refused.
 */
export async function placeCustomers(
  em: Em, customers: readonly { readonly customer: ImportedCustomer; readonly since: number }[], { now, importId }: { now: Date; importId: string },
): Promise<Placing> {
  const owners = await knownCustomers(em, customers.flatMap(({ customer }) => customer.identityKeys));
  const points = await knownPoints(em, [...new Set(owners.values())]);
  const rows = new CustomerRows(now, importId);
  const placed = customers.map(({ customer, since }): Placed | Refusal => {
    const found = new Set(customer.identityKeys.flatMap((key) => owners.get(keyText(key)) ?? []));
    if (found.size > 1) return conflict(customer);
    const known = [...found][0];
    const id = known ?? newId();
    if (known === undefined) rows.customer(id, customer, customer.customerSince ?? since);
    const added = addKeys(id, customer, owners, rows) + addPoints(id, customer, points, rows);
    return { id, fate: known === undefined ? 'created' : added > 0 ? 'updated' : 'unchanged' };
  });
  await rows.insert(em);
  return { placed, events: rows.events };
}

function addKeys(id: string, { identityKeys }: ImportedCustomer, owners: Map<string, string>, rows: CustomerRows): number {
  const fresh = identityKeys.filter((key) => !owners.has(keyText(key)));
  for (const key of fresh) {
    owners.set(keyText(key), id);
    rows.identity(id, key);
  }
  return fresh.length;
}

function addPoints(id: string, { contactPoints }: ImportedCustomer, points: Set<string>, rows: CustomerRows): number {
  const fresh = contactPoints.filter(({ kind, normalised }) => !points.has(`${id} ${kind} ${normalised}`));
  for (const point of fresh) {
    points.add(`${id} ${point.kind} ${point.normalised}`);
    rows.point(id, point);
  }
  return fresh.length;
}

const conflict = ({ identityKeys }: ImportedCustomer): Refusal => refuse('CONFLICT', {
  details: { reason: `its keys belong to different customers (${identityKeys.map(({ value }) => value).join(', ')}); merge them first` },
});
