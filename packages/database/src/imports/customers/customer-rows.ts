import type { KeptValues } from '@orbita/domain/custom-fields';
import type { ContactPoint } from '@orbita/domain/contacts';
import { normaliseText } from '@orbita/domain/facts';
import { type AddressParts, comparedOf, type ImportedContact, type ImportedCustomer, valuesOf } from '@orbita/domain/imports';
import type { IdentityKey } from '@orbita/domain/identity';
import { type Em, insertRows, newId } from '#connection';
import type { TimelineEvent } from '#timeline';
import { endAddresses, releaseKeys, updateContacts, updateCustomers } from './change-rows.queries.ts';
import type { KnownContact, KnownDetails } from './known-details.queries.ts';

type RowOf = Record<string, unknown>;

/** What a row says of the company's own fields, as a new thing keeps it. */
export const keptOf = (custom: ImportedCustomer['custom']): KeptValues => ({ values: valuesOf(custom), compared: comparedOf(custom) });

/** The rows and events that a batch of customers becomes, collected first and written table by table. */
export class CustomerRows {
  readonly events: TimelineEvent[] = [];
  readonly #customers: RowOf[] = [];
  readonly #identities: RowOf[] = [];
  readonly #contacts: RowOf[] = [];
  readonly #points: RowOf[] = [];
  readonly #addresses = new Map<string, RowOf>();
  readonly #changed = new Map<string, { readonly details: KnownDetails; times: number }>();
  readonly #released: (IdentityKey & { customerId: string })[] = [];
  readonly #ended: { id: string; customer_id: string }[] = [];
  readonly #changedContacts = new Map<string, KnownContact>();
  readonly #now: Date;
  readonly #importId: string;

  constructor(now: Date, importId: string) {
    this.#now = now;
    this.#importId = importId;
  }

  /** A new customer; his keys, points, people and address are added like those of any other. */
  customer(id: string, customer: ImportedCustomer, since: number, { ownerId, teamId }: KnownDetails['owned']): void {
    const now = this.#now;
    const { values, compared } = keptOf(customer.custom);
    this.#customers.push({
      id, kind: customer.kind, name: customer.name, given_name: customer.givenName, family_name: customer.familyName,
      name_key: normaliseText(customer.name), tax_id: customer.taxId, tax_country: customer.taxCountry, birth_date: customer.birthDate,
      iban: customer.iban, language: customer.language, tags: customer.tags, source: customer.source, customer_since: new Date(since), owner_id: ownerId, team_id: teamId,
      do_not_contact: customer.doNotContact, preferred_channel: customer.preferredChannel, custom: values, custom_compared: compared, created_at: now, updated_at: now,
      example: false, version: 1,
    });
    this.events.push({
      customerId: id, type: 'customerCreated', occurredAt: new Date(since), payload: { source: customer.source, importId: this.#importId },
      personal: { name: customer.name },
    });
  }

  /** A known customer of whom something changed; his details hold already what is to be written. */
  changed(id: string, details: KnownDetails): void {
    const before = this.#changed.get(id);
    if (before) before.times += 1;
    else this.#changed.set(id, { details, times: 1 });
  }

  said(customerId: string, type: string, payload: RowOf, personal?: RowOf): void {
    this.events.push({ customerId, type, occurredAt: this.#now, payload: { ...payload, importId: this.#importId }, ...(personal ? { personal } : {}) });
  }

  identity(customerId: string, { kind, value }: IdentityKey): void {
    this.#identities.push({ kind, value, customer_id: customerId });
  }

  release(customerId: string, key: IdentityKey): void {
    this.#released.push({ ...key, customerId });
  }

  point(customerId: string, { kind, value, normalised, label, valid }: ContactPoint, contactId: string | null = null): string {
    const id = newId();
    this.#points.push({ id, customer_id: customerId, contact_id: contactId, kind, value, normalised, label, preferred: false, valid, created_at: this.#now });
    return id;
  }

  contact(customerId: string, { jobTitle, ...contact }: ImportedContact, nameKey: string, isPrimary: boolean): KnownContact {
    const id = newId();
    const custom = keptOf(contact.custom);
    this.#contacts.push({
      id, customer_id: customerId, given_name: contact.givenName, family_name: contact.familyName, name_key: nameKey, job_title: jobTitle,
      is_primary: isPrimary, custom: custom.values, custom_compared: custom.compared, version: 1, created_at: this.#now, updated_at: this.#now,
    });
    return { id, holderId: customerId, jobTitle, custom };
  }

  /** A known person of whom something changed; he is already as he is to be written. */
  changedContact(contact: KnownContact): void {
    this.#changedContacts.set(contact.id, contact);
  }

  address(customerId: string, parts: AddressParts, replaced: string | null): string {
    const id = newId();
    const made = replaced === null ? undefined : this.#addresses.get(replaced);
    if (made) Object.assign(made, { is_current: false, valid_until: this.#now });
    else if (replaced !== null) this.#ended.push({ id: replaced, customer_id: customerId });
    this.#addresses.set(id, {
      id, customer_id: customerId, kind: 'BILLING', street: parts.street, city: parts.city, city_key: parts.city ? normaliseText(parts.city) : null,
      province: parts.province, postal_code: parts.postalCode, country: parts.country, is_current: true, valid_from: this.#now, valid_until: null,
    });
    return id;
  }

  async insert(em: Em): Promise<void> {
    await insertRows(em, 'customer', this.#customers);
    await updateCustomers(em, [...this.#changed].map(([id, change]) => ({ id, ...change })), this.#now);
    await releaseKeys(em, this.#released);
    await insertRows(em, 'customer_identity', this.#identities);
    await insertRows(em, 'contact', this.#contacts);
    await updateContacts(em, [...this.#changedContacts.values()], this.#now);
    await insertRows(em, 'contact_point', this.#points);
    await endAddresses(em, this.#ended, this.#now);
    await insertRows(em, 'address', [...this.#addresses.values()]);
  }
}
