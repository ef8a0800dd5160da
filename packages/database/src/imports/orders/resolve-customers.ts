import { type OrdersMapping, readCustomer, refuseBecause, type RowProblem } from '@orbita/domain/imports';
import { identityKeys } from '@orbita/domain/identity';
import { isRefused } from '@orbita/domain/refusal';
import type { Em } from '#connection';
import { lockCustomers } from '#lifecycle';
import type { TimelineEvent } from '#timeline';
import { keyText, knownCustomers, placeCustomers } from '../customers/index.ts';
import { count, type JobState, type Run } from '../job/index.ts';
import { deletedAmong } from '../parties/index.ts';
import type { BoundOrders } from './bind-orders.ts';
import type { Document } from './group-orders.ts';

export interface OwnedDocument extends Document {
  readonly customerId: string;
}

export interface Resolved {
  readonly owned: readonly OwnedDocument[];
  readonly refused: readonly { readonly document: Document; readonly problem: RowProblem }[];
  readonly events: readonly TimelineEvent[];
  readonly made: ReadonlySet<string>;
}

/** Finds the customer of each order by his id in the file's system, or makes him of the order's own row, first seen first. */
export async function resolveCustomers(
  em: Em, documents: readonly Document[], { mapping, bound, run, state, now }: { mapping: OrdersMapping; bound: BoundOrders; run: Run; state: JobState; now: Date },
): Promise<Resolved> {
  const keysOf = (id: string) => identityKeys({ emails: [], taxId: null, externalIds: [{ system: mapping.system, id }] });
  const known = await knownCustomers(em, documents.flatMap(({ order }) => keysOf(order.customer)));
  await lockCustomers(em, [...known.values()], now);
  const deleted = await deletedAmong(em, [...known.values()]);
  const ids = new Map<string, string>();
  const problems = new Map<string, RowProblem>();
  const drafts: Parameters<typeof placeCustomers>[1][number][] = [];
  const drafted: string[] = [];
  for (const { order, head } of documents) {
    const key = order.customer;
    if (ids.has(key) || problems.has(key) || drafted.includes(key)) continue;
    const [text] = keysOf(key).map(keyText);
    const id = text === undefined ? undefined : known.get(text);
    if (id !== undefined) {
      if (deleted.has(id)) problems.set(key, { column: bound.order.columnOf('customer'), refusal: refuseBecause('CONFLICT', 'DELETED') });
      else ids.set(key, id);
      continue;
    }
    const wrong: RowProblem[] = [];
    const customer = bound.customer && readCustomer(bound.customer, head.cells, { system: mapping.system, country: run.company.country }, wrong);
    if (customer) {
      drafted.push(key);
      drafts.push({ customer: { ...customer, identityKeys: merged(customer.identityKeys, keysOf(key)) }, since: order.placedAt });
    } else {
      problems.set(key, wrong[0] ?? { column: bound.order.columnOf('customer'), refusal: refuseBecause('NOT_FOUND', 'NO_CUSTOMER', { value: key }) });
    }
  }
  const { placed, events } = await placeCustomers(em, drafts, { now, importId: run.jobId, system: mapping.system, onExisting: 'fill' });
  const made = new Set<string>();
  for (const [index, answer] of placed.entries()) {
    const key = drafted[index] ?? '';
    if (isRefused(answer)) problems.set(key, { column: bound.order.columnOf('customer'), refusal: answer });
    else if ('id' in answer) {
      ids.set(key, answer.id);
      made.add(answer.id);
      count(state, 'customers', answer.fate);
    }
  }
  return {
    owned: documents.flatMap((document) => {
      const customerId = ids.get(document.order.customer);
      return customerId === undefined ? [] : [{ ...document, customerId }];
    }),
    refused: documents.flatMap((document) => {
      const problem = problems.get(document.order.customer);
      return problem ? [{ document, problem }] : [];
    }),
    events, made,
  };
}

function merged<Key extends { kind: string; value: string }>(own: readonly Key[], more: readonly Key[]): Key[] {
  return [...own, ...more.filter((key) => !own.some((one) => one.kind === key.kind && one.value === key.value))];
}
