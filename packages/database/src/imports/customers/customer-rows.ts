import type { ContactPoint } from '@orbita/domain/contacts';
import { normaliseText } from '@orbita/domain/facts';
import type { ImportedCustomer } from '@orbita/domain/imports';
import type { IdentityKey } from '@orbita/domain/identity';
import { type Em, newId } from '#connection';
import type { TimelineEvent } from '#timeline';
import { type Columns, insertRows } from '../job/index.ts';

const customerColumns: Columns = {
  id: 'uuid', kind: 'text', name: 'text', given_name: 'text', family_name: 'text', name_key: 'text', tax_id: 'text', tax_country: 'text',
  birth_date: 'date', iban: 'text', language: 'text', tags: 'text[]', source: 'text', customer_since: 'timestamptz', do_not_contact: 'boolean',
  preferred_channel: 'text', custom: 'jsonb', created_at: 'timestamptz', updated_at: 'timestamptz',
};
const contactColumns: Columns = {
  id: 'uuid', customer_id: 'uuid', given_name: 'text', family_name: 'text', name_key: 'text', job_title: 'text', is_primary: 'boolean',
  created_at: 'timestamptz', updated_at: 'timestamptz',
};
const pointColumns: Columns = {
  id: 'uuid', customer_id: 'uuid', contact_id: 'uuid', kind: 'text', value: 'text', normalised: 'text', label: 'text', valid: 'boolean',
  created_at: 'timestamptz',
};
const addressColumns: Columns = {
  id: 'uuid', customer_id: 'uuid', kind: 'text', street: 'text', city: 'text', city_key: 'text', province: 'text', postal_code: 'text',
  country: 'text', valid_from: 'timestamptz',
};

type RowOf = Record<string, unknown>;

/** The rows that a batch of customers becomes, collected first and written table by table. */
export class CustomerRows {
  readonly events: TimelineEvent[] = [];
  readonly #customers: RowOf[] = [];
  readonly #identities: RowOf[] = [];
  readonly #contacts: RowOf[] = [];
  readonly #points: RowOf[] = [];
  readonly #addresses: RowOf[] = [];
  readonly #now: Date;
  readonly #importId: string;

  constructor(now: Date, importId: string) {
    this.#now = now;
    this.#importId = importId;
  }

  /** A new customer with his contact and his address; his keys and points are added like those of any other. */
  customer(id: string, customer: ImportedCustomer, since: number): void {
    const now = this.#now;
    this.#customers.push({
      id, kind: customer.kind, name: customer.name, given_name: customer.givenName, family_name: customer.familyName,
      name_key: normaliseText(customer.name), tax_id: customer.taxId, tax_country: customer.taxCountry, birth_date: customer.birthDate,
      iban: customer.iban, language: customer.language, tags: customer.tags, source: customer.source, customer_since: new Date(since),
      do_not_contact: customer.doNotContact, preferred_channel: customer.preferredChannel, custom: {}, created_at: now, updated_at: now,
    });
    for (const address of customer.addresses) {
      this.#addresses.push({
        id: newId(), customer_id: id, kind: address.kind, street: address.street, city: address.city,
        city_key: address.city ? normaliseText(address.city) : null, province: address.province, postal_code: address.postalCode,
        country: address.country, valid_from: now,
      });
    }
    if (customer.contact) this.#contact(id, customer.contact);
    this.events.push({
      customerId: id, type: 'customerCreated', occurredAt: new Date(since), payload: { source: customer.source, importId: this.#importId },
      personal: { name: customer.name },
    });
  }

  identity(customerId: string, { kind, value }: IdentityKey): void {
    this.#identities.push({ kind, value, customer_id: customerId });
  }

  point(customerId: string, { kind, value, normalised, label, valid }: ContactPoint, contactId: string | null = null): void {
    this.#points.push({ id: newId(), customer_id: customerId, contact_id: contactId, kind, value, normalised, label, valid, created_at: this.#now });
  }

  #contact(customerId: string, contact: NonNullable<ImportedCustomer['contact']>): void {
    const id = newId();
    this.#contacts.push({
      id, customer_id: customerId, given_name: contact.givenName, family_name: contact.familyName,
      name_key: normaliseText([contact.givenName, contact.familyName ?? ''].join(' ')), job_title: contact.jobTitle, is_primary: true, created_at: this.#now, updated_at: this.#now,
    });
    for (const point of contact.contactPoints) this.point(customerId, point, id);
  }

  async insert(em: Em): Promise<void> {
    await insertRows(em, 'customer', customerColumns, this.#customers);
    await insertRows(em, 'customer_identity', { kind: 'text', value: 'text', customer_id: 'uuid' }, this.#identities);
    await insertRows(em, 'contact', contactColumns, this.#contacts);
    await insertRows(em, 'contact_point', pointColumns, this.#points);
    await insertRows(em, 'address', addressColumns, this.#addresses);
  }
}
