import { may } from '@orbita/domain/access';
import type { CustomValueInput } from '@orbita/domain/custom-fields';
import { type CustomerFields, type CustomerFieldsInput, updateCustomer as decideUpdate } from '@orbita/domain/customers';
import { isRefused, refuse, type Refusal } from '@orbita/domain/refusal';
import type { Em } from '#connection';
import { changeCustom, refreshCustomOrder, toldCustom } from '#custom-fields';
import { refreshCustomers } from '#lifecycle';
import { claimIdentities, releaseIdentity } from '#identity';
import { customerToWrite, type Writing } from '#requests';
import { appendEvents, refuseStale } from '#timeline';
import { ownFields } from './create-customer.ts';
import { Customer } from './customer.entity.ts';

export interface CustomerPatch extends CustomerFieldsInput {
  readonly id: string;
  readonly expectedVersion: number;
  readonly ownerId?: string | null | undefined;
  readonly teamId?: string | null | undefined;
  /** Of the company's own fields: those that are named. */
  readonly custom?: readonly CustomValueInput[] | null | undefined;
}

// The timeline keeps these values apart, where erasing the person deletes them.
export const personalFields: ReadonlySet<string> = new Set(['name', 'givenName', 'familyName', 'taxId', 'birthDate', 'iban', 'tags', 'externalIds']);

/** Changes what is said of a customer; of two who edit the same version, the second is told who was first. */
export async function updateCustomer(em: Em, patch: CustomerPatch, writing: Writing): Promise<string | Refusal> {
  const { company, now, actor, viewer } = writing;
  const found = await customerToWrite(em, patch.id, 'customer', 'update', writing);
  if (isRefused(found)) return found;
  const customer = await em.findOneOrFail(Customer, { id: found.id });
  if (customer.version !== patch.expectedVersion) return refuseStale(em, customer.id, { types: ['customerUpdated', 'customerDeleted', 'customerRestored', 'customersMerged', 'customersUnmerged'] });
  const { id: _, expectedVersion: __, ownerId, teamId, custom: entered, ...fields } = patch;
  const change = decideUpdate(fieldsOf(customer), fields, company);
  if (isRefused(change)) return change;
  const custom = await changeCustom(em, 'CUSTOMER', { values: customer.custom, compared: customer.customCompared }, entered, writing);
  if (isRefused(custom)) return custom;
  const moved = { ...(ownerId === undefined ? {} : { ownerId }), ...(teamId === undefined ? {} : { teamId }) };
  const next = { ownerId: customer.ownerId ?? null, teamId: customer.teamId ?? null, partnerId: customer.partnerId ?? null, ...moved };
  if (viewer.partnerId && Object.keys(moved).length > 0) return refuse('FORBIDDEN', { field: 'ownerId' });
  if (!may(viewer, 'customer', 'update', next)) return refuse('FORBIDDEN', { field: 'ownerId' });
  if ('taxId' in change.after || 'taxCountry' in change.after) {
    const claimed = await moveTaxId(em, customer, change.after, writing);
    if (isRefused(claimed)) return claimed;
  }
  // What was there is read before it is written over; nothing changed writes nothing.
  const { names, personal: ownValues } = toldCustom(custom);
  const { payload, personal } = told({ ...change.before, ...heldBefore(customer, moved) }, { ...change.after, ...moved });
  payload.changed.push(...names);
  if (payload.changed.length === 0) return customer.id;
  const ours = names.length > 0 ? { custom: custom.values, customCompared: custom.compared } : {};
  em.assign(customer, { ...ownFields({ ...fieldsOf(customer), ...change.after }), ...moved, ...ours, updatedAt: now }, { mergeObjectProperties: false });
  await appendEvents(em, [{ customerId: customer.id, type: 'customerUpdated', occurredAt: now, payload, personal: { ...personal, ...ownValues } }], actor, now);
  await em.flush();
  if (names.length > 0) await refreshCustomOrder(em, [customer.id]);
  await refreshCustomers(em, [customer.id], { now, zone: company.zone, actor });
  return customer.id;
}

/** A changed tax number gives its key back and takes the new one. */
async function moveTaxId(em: Em, customer: Customer, after: Partial<CustomerFields>, { viewer }: Writing): Promise<void | Refusal> {
  const taxCountry = after.taxCountry === undefined ? customer.taxCountry : after.taxCountry;
  const taxId = after.taxId === undefined ? customer.taxId : after.taxId;
  if (customer.taxId) await releaseIdentity(em, customer.id, { kind: 'TAX_ID', value: `${customer.taxCountry}:${customer.taxId}` });
  if (taxId) return claimIdentities(em, customer.id, [{ kind: 'TAX_ID', value: `${taxCountry}:${taxId}` }], viewer);
}

/** The customer as the domain speaks of him. */
function fieldsOf(customer: Customer): CustomerFields {
  return {
    kind: customer.kind, name: customer.name, nameKey: customer.nameKey, tags: customer.tags, doNotContact: customer.doNotContact,
    givenName: customer.givenName ?? null, familyName: customer.familyName ?? null, taxId: customer.taxId ?? null,
    taxCountry: customer.taxCountry ?? null, birthDate: customer.birthDate ?? null, iban: customer.iban ?? null,
    language: customer.language ?? null, source: (customer.source ?? null) as CustomerFields['source'],
    preferredChannel: (customer.preferredChannel ?? null) as CustomerFields['preferredChannel'],
  };
}

/** Whose he was, for what is handed over. */
const heldBefore = (customer: Customer, moved: object): Record<string, unknown> =>
  Object.fromEntries(Object.keys(moved).map((key) => [key, customer[key as 'ownerId' | 'teamId'] ?? null]));

/** What the event tells: names of the fields, values before and after, the personal ones apart. */
function told(before: Record<string, unknown>, after: Record<string, unknown>) {
  const changed = Object.keys(after).filter((field) => field !== 'nameKey' && JSON.stringify(before[field]) !== JSON.stringify(after[field]));
  const values = (personal: boolean) => Object.fromEntries(changed
    .filter((field) => personalFields.has(field) === personal)
    .map((field) => [field, { before: before[field] ?? null, after: after[field] ?? null }]));
  return { payload: { changed, values: values(false) }, personal: values(true) };
}
