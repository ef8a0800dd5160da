import { may } from '@orbita/domain/access';
import { type CustomChange, type CustomValueInput, noValues } from '@orbita/domain/custom-fields';
import { type CustomerFields, type CustomerInput, prepareCustomer, type PreparedCustomer } from '@orbita/domain/customers';
import { profileOf } from '@orbita/domain/duplicates';
import { normaliseText } from '@orbita/domain/facts';
import type { IdentityKey } from '@orbita/domain/identity';
import { isRefused, refuse, type Refusal } from '@orbita/domain/refusal';
import type { Em } from '#connection';
import { newId } from '#connection';
import { addressRow, contactPointRow } from '#contacts';
import { firstCustom, refreshCustomOrder } from '#custom-fields';
import { checkAtEntry } from '#duplicates';
import { claimFreeIdentities, claimIdentities } from '#identity';
import { refreshCustomers } from '#lifecycle';
import type { Writing } from '#requests';
import { appendEvents } from '#timeline';
import { Customer } from './customer.entity.ts';
import { refuseNewOwner } from './refuse-new-owner.ts';

export interface NewCustomer extends CustomerInput {
  readonly ownerId?: string | null | undefined;
  readonly teamId?: string | null | undefined;
  /** Whoever makes him has looked at those who are like him. */
  readonly evenIfDuplicate?: boolean | undefined;
  /** Of the company's own fields. */
  readonly custom?: readonly CustomValueInput[] | null | undefined;
}

/** Whose a customer is. */
export interface Ownership {
  readonly ownerId: string | null;
  readonly teamId: string | null;
  readonly partnerId: string | null;
}

/**
 * Makes a customer with whom and where to reach him. A certain duplicate is refused with the id of the one there is; a
 * likely one as a question, which whoever has looked answers by asking again with `evenIfDuplicate`.
 */
export async function createCustomer(em: Em, input: NewCustomer, writing: Writing): Promise<string | Refusal> {
  const { viewer, company } = writing;
  const owned = ownership(input, writing);
  if (!may(viewer, 'customer', 'create', owned)) return refuse('FORBIDDEN');
  const stranger = await refuseNewOwner(em, owned, { ownerId: viewer.userId, teamId: viewer.teamId });
  if (stranger) return stranger;
  const prepared = prepareCustomer(input, company);
  if (isRefused(prepared)) return prepared;
  const custom = await firstCustom(em, 'CUSTOMER', input.custom, writing);
  if (isRefused(custom)) return custom;
  const { refusal, emailIsShared } = await checkAtEntry(em, profileOf(prepared), viewer);
  if (!refusal || input.evenIfDuplicate) return keepCustomer(em, prepared, owned, writing, { emailIsShared, custom });
  // Whose a key is says more than who is like him.
  const taken = await claimIdentities(em, newId(), keysOf(prepared, emailIsShared).own, viewer);
  return isRefused(taken) ? taken : refusal;
}

export interface Keeping {
  /** An e-mail that he shares with one of another name stays whose it is. */
  readonly emailIsShared?: boolean;
  /** Of the company's own fields. */
  readonly custom?: CustomChange;
}

/** Keeps a prepared customer as a new one, with his exact keys, whoever is like him: the pair waits for somebody to look. */
export async function keepCustomer(
  em: Em, prepared: PreparedCustomer, owned: Ownership, writing: Writing, { emailIsShared = false, custom = { ...noValues, changed: {} } }: Keeping = {},
): Promise<string | Refusal> {
  const id = newId();
  const { own, shared } = keysOf(prepared, emailIsShared);
  const taken = await claimIdentities(em, id, own, writing.viewer);
  if (isRefused(taken)) return taken;
  await claimFreeIdentities(em, id, shared);
  return writeCustomer(em, { id, prepared, owned, custom }, writing);
}

const keysOf = ({ identityKeys }: PreparedCustomer, emailIsShared: boolean): { own: IdentityKey[]; shared: IdentityKey[] } => ({
  own: identityKeys.filter(({ kind }) => !emailIsShared || kind !== 'EMAIL'),
  shared: identityKeys.filter(({ kind }) => emailIsShared && kind === 'EMAIL'),
});

interface Written {
  readonly id: string;
  readonly prepared: PreparedCustomer;
  readonly owned: Ownership;
  readonly custom: CustomChange;
}

async function writeCustomer(em: Em, { id, prepared, owned, custom }: Written, { now, company, actor }: Writing): Promise<string> {
  em.create(Customer, {
    id, ...ownFields(prepared), ...owned, custom: custom.values, customCompared: custom.compared, customerSince: now, createdAt: now, updatedAt: now,
    example: false,
  });
  for (const point of prepared.contactPoints) contactPointRow(em, id, null, point, now);
  for (const address of prepared.addresses) addressRow(em, id, address, now);
  await appendEvents(em, [{
    customerId: id, type: 'customerCreated', occurredAt: now, payload: { source: prepared.source }, personal: { name: prepared.name },
  }], actor, now);
  await em.flush();
  if (Object.keys(custom.changed).length > 0) await refreshCustomOrder(em, [id]);
  await refreshCustomers(em, [id], { now, zone: company.zone, actor });
  return id;
}

/** Whose a new customer is: as asked, else the maker's own when he sells; a partner's are his partner's, always. */
function ownership(input: NewCustomer, { viewer }: Writing): Ownership {
  const ownerId = input.ownerId === undefined && viewer.role === 'sales' ? viewer.userId : (input.ownerId ?? null);
  if (viewer.partnerId) return { ownerId: viewer.userId, teamId: null, partnerId: viewer.partnerId };
  return { ownerId, teamId: input.teamId === undefined ? viewer.teamId : input.teamId, partnerId: null };
}

/** The customer's own columns from what the domain prepared; the name is searched and sorted in its folded form. */
export function ownFields(fields: CustomerFields) {
  const { kind, name, givenName, familyName, taxId, taxCountry, birthDate, iban, language, source, preferredChannel, doNotContact } = fields;
  return {
    kind, name, givenName, familyName, nameKey: normaliseText(name), taxId, taxCountry, birthDate, iban, language, source,
    preferredChannel, doNotContact, tags: [...fields.tags],
  };
}
