import { profileOf } from '@orbita/domain/duplicates';
import { type ImportedCustomer, type Meeting, type OnExisting, type OnLikely, type OnUnknownOwner, type Reason, refuseBecause } from '@orbita/domain/imports';
import { isRefused, type Refusal } from '@orbita/domain/refusal';
import { type Em, newId } from '#connection';
import { lockCustomers } from '#lifecycle';
import type { TimelineEvent } from '#timeline';
import { type Fate, meet } from '../job/index.ts';
import { type Staff, staffByName } from '../parties/parties.queries.ts';
import { staffFor } from '../parties/staff-for.ts';
import { addKeys, addPoints, meetAddress, meetContact, meetFields, type Met } from './meet-customer.ts';
import { keepBefore, keepMade } from '../undo/touched.queries.ts';
import { CustomerRows, keptOf } from './customer-rows.ts';
import { keyText, knownCustomers } from './known-customers.queries.ts';
import { likelyOwners, namesakes, namesBehindEmails, ownKeysOnly, withoutEmail } from './recognise.ts';
import { type KnownDetails, knownDetails } from './known-details.queries.ts';

export interface Placed {
  readonly id: string;
  readonly fate: Fate;
  readonly kept: readonly string[];
  readonly newContacts: number;
  /** What his row calls an owner whom nobody here is. */
  readonly nobody?: string | undefined;
}

export interface Placing {
  /** One answer for each customer, in their order. */
  readonly placed: readonly (Placed | { readonly skipped: Reason } | Refusal)[];
  readonly events: readonly TimelineEvent[];
}

export interface PlacingAs {
  readonly now: Date;
  readonly importId: string;
  /** Whose ids the file has. */
  readonly system: string;
  readonly onExisting: OnExisting;
  /** What becomes of one who is very like somebody, but has no exact key in common; `ask` when not given. */
  readonly onLikely?: OnLikely;
  readonly onUnknownOwner?: OnUnknownOwner;
  /** Whether an organisation without a key in common with anybody is the only one that is called so. */
  readonly byName?: boolean;
}

/**
 * Finds each customer by his exact keys or makes him; one whom the file names twice is one. A known one is met as the
 * mapping says. Two known customers in one row are refused. An e-mail under another name identifies neither.
 */
export async function placeCustomers(
  em: Em, customers: readonly { readonly customer: ImportedCustomer; readonly since: number }[], { now, importId, system, onExisting, onLikely = 'ask', onUnknownOwner = 'refuse', byName = false }: PlacingAs,
): Promise<Placing> {
  const owners = await knownCustomers(em, customers.flatMap(({ customer }) => [...customer.identityKeys, ...withoutEmail(customer, system).identityKeys]));
  const names = await namesBehindEmails(em, owners);
  const asked = customers.map(({ customer }) => customer);
  const likely = onLikely === 'ask' ? new Map<ImportedCustomer, string>() : await likelyOwners(em, asked, owners);
  if (byName) for (const [customer, id] of await namesakes(em, asked, owners)) likely.set(customer, id);
  const ids = [...owners.values(), ...likely.values()];
  await lockCustomers(em, ids, now);
  const all = await knownDetails(em, ids);
  const met = new Set(onExisting === 'update' ? await meet(em, importId, [...all.keys()]) : []);
  const staff = asked.some(({ owner }) => owner !== null) ? await staffByName(em) : new Map<string, Staff>();
  const rows = new CustomerRows(now, importId);
  const made: string[] = [];
  const placed = customers.map(({ customer: told, since }): Placed | { skipped: Reason } | Refusal => {
    const named = staffFor(told.owner, { staff, onUnknownOwner }, true);
    if (isRefused(named)) return named;
    const { owner, nobody } = named;
    const customer = ownKeysOnly(told, { owners, names, system });
    const found = new Set(customer.identityKeys.flatMap((key) => owners.get(keyText(key)) ?? []));
    if (found.size > 1) return refuseBecause('CONFLICT', 'KEYS_OF_SEVERAL', { keys: customer.identityKeys.map(({ value }) => value).join(', ') });
    const alike = found.size === 0 ? likely.get(told) : undefined;
    if (alike !== undefined && onLikely === 'skip') return { skipped: 'LIKELY_THERE' };
    const [known = alike] = [...found];
    const details = known === undefined ? undefined : all.get(known);
    if (known === undefined || !details) {
      const id = newId();
      made.push(id);
      met.add(id);
      names.set(id, profileOf(customer));
      all.set(id, make(id, customer, customer.customerSince ?? since, { owner, owners, rows }));
      return { id, fate: 'created', kept: [], newContacts: customer.contact ? 1 : 0, nobody };
    }
    if (onExisting === 'skip') return { skipped: 'IS_THERE' };
    if (details.deleted) return refuseBecause('CONFLICT', 'DELETED');
    const meeting: Meeting = onExisting === 'update' && !met.has(known) ? 'update' : 'fill';
    met.add(known);
    return { ...meetOne(known, customer, { details, meeting, rows, owner, owners }), nobody };
  });
  await keepMade(em, importId, 'CUSTOMER', made);
  await keepBefore(em, importId, placed.flatMap((one) => ('id' in one && one.fate === 'updated' ? [one.id] : [])));
  await rows.insert(em);
  if (onExisting === 'update') await meet(em, importId, made);
  return { placed, events: rows.events };
}

function make(id: string, customer: ImportedCustomer, since: number, { owner, owners, rows }: Pick<Met, 'owner' | 'owners' | 'rows'>): KnownDetails {
  const owned = { ownerId: owner?.id ?? null, teamId: owner?.teamId ?? null };
  rows.customer(id, customer, since, owned);
  const details: KnownDetails = { fields: customer, since, deleted: false, owned, custom: keptOf(customer.custom), address: null, contacts: new Map(), points: new Set() };
  const one: Met = { id, customer, details, meeting: 'fill', rows, owner, owners, silent: true };
  addKeys(one);
  addPoints(one);
  meetContact(one);
  meetAddress(one);
  return details;
}

function meetOne(id: string, customer: ImportedCustomer, meeting: Omit<Met, 'id' | 'customer' | 'silent'>): Placed {
  const one: Met = { id, customer, ...meeting, silent: false };
  const fields = meetFields(one);
  const address = meetAddress(one);
  const contact = meetContact(one);
  const points = addPoints(one);
  const changed = fields.changed || address.changed || contact.changed || points;
  return { id, fate: changed ? 'updated' : 'unchanged', kept: [...fields.kept, ...address.kept, ...contact.kept], newContacts: contact.made ? 1 : 0 };
}
