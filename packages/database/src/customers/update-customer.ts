import { may } from '@orbita/domain/access';
import { type CustomChange, type CustomField, type CustomValueInput, isCustomFact } from '@orbita/domain/custom-fields';
import { type CustomerFields, type CustomerFieldsInput, updateCustomer as decideUpdate } from '@orbita/domain/customers';
import { isRefused, refuse, type Refusal } from '@orbita/domain/refusal';
import type { Em } from '#connection';
import { changeCustom, customFieldsOf, refreshCustomOrder, toldCustom } from '#custom-fields';
import { refreshCustomers } from '#lifecycle';
import { claimIdentities, releaseIdentity } from '#identity';
import { customersToWrite, type CustomerToWrite, writableCustomers, type Writing } from '#requests';
import { appendEvents, refuseStale, type TimelineEvent } from '#timeline';
import { ownFields } from './create-customer.ts';
import { Customer } from './customer.entity.ts';
import { refuseNewOwner } from './refuse-new-owner.ts';

export interface CustomerPatch extends CustomerFieldsInput {
  readonly id: string;
  /** Without one, of whatever version. */
  readonly expectedVersion?: number | undefined;
  readonly ownerId?: string | null | undefined;
  readonly teamId?: string | null | undefined;
  /** Of the company's own fields: those that are named. */
  readonly custom?: readonly CustomValueInput[] | null | undefined;
  /** Gives back what was there before: even that he came from nowhere known. */
  readonly takesBack?: boolean | undefined;
}

/** What was changed of a customer, each field with what it held; nothing where he was so already. */
export interface UpdatedCustomer {
  readonly id: string;
  readonly changed: Readonly<Record<string, { readonly before: unknown; readonly after: unknown }>>;
}

// The timeline keeps these values apart, where erasing the person deletes them.
export const personalFields: ReadonlySet<string> = new Set(['name', 'givenName', 'familyName', 'taxId', 'birthDate', 'iban', 'tags', 'externalIds']);

/** By what a customer is searched for, also as a duplicate. */
const foundBy: ReadonlySet<string> = new Set([...personalFields, 'kind', 'taxCountry']);

/** Changes what is said of a customer; of two who edit the same version, the second is told who was first. */
export async function updateCustomer(em: Em, patch: CustomerPatch, writing: Writing): Promise<string | Refusal> {
  const [done] = await updateCustomers(em, [patch.id], () => patch, writing);
  return isRefused(done) ? done : done!.id;
}

/** What is to be written of a customer, who is as he is now. */
export type PatchOf = (customer: Customer, at: number) => CustomerPatch | Refusal;

/**
 * Changes many customers in one transaction, each decided by himself: one who is refused stays as he is and hinders no
 * other. What is written may depend on what he is, so it is asked for when he is held. Answers in the order of the ids.
 */
export async function updateCustomers(em: Em, ids: readonly string[], patchOf: PatchOf, writing: Writing): Promise<(UpdatedCustomer | Refusal)[]> {
  const { now, actor, company } = writing;
  const events: TimelineEvent[] = [];
  const reordered: string[] = [];
  const answers = await eachOf(em, await customersToWrite(em, ids, 'customer', 'update', writing), patchOf, writing, async (update) => {
    const claimed = await moveTaxId(em, update, writing);
    if (isRefused(claimed)) return claimed;
    events.push(apply(em, update, now));
    if (Object.keys(update.custom.changed).length > 0) reordered.push(update.customer.id);
  });
  if (events.length === 0) return answers;
  await appendEvents(em, events, actor, now);
  await em.flush();
  if (reordered.length > 0) await refreshCustomOrder(em, reordered);
  const search = answers.some((answer) => !isRefused(answer) && Object.keys(answer.changed).some((field) => foundBy.has(field)));
  await refreshCustomers(em, [...new Set(events.map(({ customerId }) => customerId))], { now, zone: company.zone, actor, search });
  return answers;
}

/** What `updateCustomers` would answer; nobody is held and nothing is written. */
export async function previewUpdates(em: Em, ids: readonly string[], patchOf: PatchOf, writing: Writing): Promise<(UpdatedCustomer | Refusal)[]> {
  return eachOf(em, await writableCustomers(em, ids, 'customer', 'update', writing), patchOf, writing, () => Promise.resolve());
}

/** Decides one after the other, and hands on what changes: who is named twice is the second time as the first time left him. */
async function eachOf(
  em: Em, found: readonly (CustomerToWrite | Refusal)[], patchOf: PatchOf, writing: Writing, perform: (update: Update) => Promise<void | Refusal>,
): Promise<(UpdatedCustomer | Refusal)[]> {
  const known = found.flatMap((one) => (isRefused(one) ? [] : [one.id]));
  const customers = new Map((await em.find(Customer, { id: { $in: known } })).map((customer) => [customer.id, customer]));
  const deciding = { ...writing, fields: found.length > 1 ? await customFieldsOf(em, 'CUSTOMER') : undefined };
  const answers: (UpdatedCustomer | Refusal)[] = [];
  for (const [at, one] of found.entries()) answers.push(isRefused(one) ? one : await changed(em, customers.get(one.id)!, at));
  return answers;

  async function changed(inner: Em, customer: Customer, at: number): Promise<UpdatedCustomer | Refusal> {
    const patch = patchOf(customer, at);
    const update = isRefused(patch) ? patch : await decide(inner, customer, patch, deciding);
    if (isRefused(update)) return update;
    const refused = Object.keys(update.changed).length > 0 ? await perform(update) : undefined;
    return refused ?? { id: customer.id, changed: update.changed };
  }
}

interface Update extends Omit<UpdatedCustomer, 'id'> {
  readonly customer: Customer;
  readonly after: Partial<CustomerFields>;
  readonly moved: Partial<Record<'ownerId' | 'teamId', string | null>>;
  readonly custom: CustomChange;
}

type Deciding = Writing & { readonly fields: readonly CustomField[] | undefined };

async function decide(em: Em, customer: Customer, patch: CustomerPatch, writing: Deciding): Promise<Update | Refusal> {
  const { company, viewer } = writing;
  const { id: _, expectedVersion, takesBack, ownerId, teamId, custom: entered, ...fields } = patch;
  if (expectedVersion !== undefined && customer.version !== expectedVersion) {
    return refuseStale(em, customer.id, { types: ['customerUpdated', 'customerDeleted', 'customerRestored', 'customersMerged', 'customersUnmerged'] });
  }
  const change = decideUpdate(fieldsOf(customer), fields, company, { takesBack });
  if (isRefused(change)) return change;
  const custom = await changeCustom(em, 'CUSTOMER', { values: customer.custom, compared: customer.customCompared }, entered, writing);
  if (isRefused(custom)) return custom;
  const moved = { ...(ownerId === undefined ? {} : { ownerId }), ...(teamId === undefined ? {} : { teamId }) };
  const next = { ownerId: customer.ownerId ?? null, teamId: customer.teamId ?? null, partnerId: customer.partnerId ?? null, ...moved };
  if (viewer.partnerId && Object.keys(moved).length > 0) return refuse('FORBIDDEN', { field: 'ownerId' });
  if (!may(viewer, 'customer', 'update', next)) return refuse('FORBIDDEN', { field: 'ownerId' });
  const stranger = await refuseNewOwner(em, next, { ownerId: customer.ownerId ?? null, teamId: customer.teamId ?? null });
  if (stranger) return stranger;
  // What was there is read before it is written over.
  const changed = { ...differing({ ...change.before, ...heldBefore(customer, moved) }, { ...change.after, ...moved }), ...toldCustom(custom).personal };
  return { customer, changed, after: change.after, moved, custom };
}

/** Writes what was decided, and answers what the timeline is told: the personal values apart. */
function apply(em: Em, { customer, changed, after, moved, custom }: Update, now: Date): TimelineEvent {
  const ours = Object.keys(custom.changed).length > 0 ? { custom: custom.values, customCompared: custom.compared } : {};
  em.assign(customer, { ...ownFields({ ...fieldsOf(customer), ...after }), ...moved, ...ours, updatedAt: now }, { mergeObjectProperties: false });
  const isPersonal = (field: string): boolean => personalFields.has(field) || isCustomFact(field);
  const values = (personal: boolean) => Object.fromEntries(Object.entries(changed).filter(([field]) => isPersonal(field) === personal));
  return {
    customerId: customer.id, type: 'customerUpdated', occurredAt: now,
    payload: { changed: Object.keys(changed), values: values(false) }, personal: values(true),
  };
}

/** A changed tax number takes its key, and gives the one before back. */
async function moveTaxId(em: Em, { customer, after }: Update, { viewer }: Writing): Promise<void | Refusal> {
  if (!('taxId' in after || 'taxCountry' in after)) return;
  const taxCountry = after.taxCountry === undefined ? customer.taxCountry : after.taxCountry;
  const taxId = after.taxId === undefined ? customer.taxId : after.taxId;
  const claimed = taxId ? await claimIdentities(em, customer.id, [{ kind: 'TAX_ID', value: `${taxCountry}:${taxId}` }], viewer) : undefined;
  if (isRefused(claimed)) return claimed;
  const before = customer.taxId && `${customer.taxCountry}:${customer.taxId}`;
  if (before && before !== `${taxCountry}:${taxId}`) await releaseIdentity(em, customer.id, { kind: 'TAX_ID', value: before });
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

/** The fields in which two states differ, with both values. */
function differing(before: Record<string, unknown>, after: Record<string, unknown>): Record<string, { before: unknown; after: unknown }> {
  const names = Object.keys(after).filter((field) => field !== 'nameKey' && JSON.stringify(before[field]) !== JSON.stringify(after[field]));
  return Object.fromEntries(names.map((field) => [field, { before: before[field] ?? null, after: after[field] ?? null }]));
}
