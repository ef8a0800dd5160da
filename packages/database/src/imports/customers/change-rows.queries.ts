import { normaliseText } from '@orbita/domain/facts';
import type { IdentityKey } from '@orbita/domain/identity';
import { sql } from 'kysely';
import { type Em, run } from '#connection';
import type { KnownContact, KnownDetails } from './known-details.queries.ts';


/** Writes customers as they are after a batch; each row of the file that changed one counts a version. */
export async function updateCustomers(
  em: Em, customers: readonly { readonly id: string; readonly details: KnownDetails; readonly times: number }[], now: Date,
): Promise<void> {
  if (customers.length === 0) return;
  const rows = customers.map(({ id, times, details: { fields, since, owned, custom } }) => ({
    id, times, kind: fields.kind, name: fields.name, given_name: fields.givenName, family_name: fields.familyName, name_key: normaliseText(fields.name),
    tax_id: fields.taxId, tax_country: fields.taxCountry, birth_date: fields.birthDate, iban: fields.iban, language: fields.language, tags: fields.tags,
    source: fields.source, customer_since: new Date(since), do_not_contact: fields.doNotContact, preferred_channel: fields.preferredChannel, custom: custom.values, custom_compared: custom.compared,
    owner_id: owned.ownerId, team_id: owned.teamId,
  }));
  await run(em, sql`
    update customer c set kind = r.kind, name = r.name, given_name = r.given_name, family_name = r.family_name, name_key = r.name_key, tax_id = r.tax_id,
      tax_country = r.tax_country, birth_date = r.birth_date, iban = r.iban, language = r.language, tags = r.tags, source = r.source,
      customer_since = r.customer_since, do_not_contact = r.do_not_contact, preferred_channel = r.preferred_channel, custom = r.custom,
      custom_compared = r.custom_compared, owner_id = r.owner_id, team_id = r.team_id, version = c.version + r.times,
      updated_at = ${now.toISOString()}::timestamptz
    from json_to_recordset(${JSON.stringify(rows)}::json) as r(
      id uuid, times int, kind text, name text, given_name text, family_name text, name_key text, tax_id text, tax_country text, birth_date date,
      iban text, language text, tags text[], source text, customer_since timestamptz, do_not_contact boolean, preferred_channel text, custom jsonb,
      custom_compared jsonb, owner_id uuid, team_id uuid)
    where c.id = r.id`);
}

/** Gives keys back that identify nobody any more: tax numbers that were replaced. */
export async function releaseKeys(em: Em, keys: readonly (IdentityKey & { readonly customerId: string })[]): Promise<void> {
  if (keys.length === 0) return;
  await run(em, sql`
    delete from customer_identity i using json_to_recordset(${JSON.stringify(keys)}::json) as k(kind text, value text, "customerId" uuid)
    where i.kind = k.kind and i.value = k.value and i.customer_id = k."customerId"`);
}

/** Writes people as they are after a batch: what they do, and the company's own fields. */
export async function updateContacts(em: Em, contacts: readonly KnownContact[], now: Date): Promise<void> {
  if (contacts.length === 0) return;
  const rows = contacts.map(({ id, holderId, jobTitle, custom }) => ({ id, customer_id: holderId, job_title: jobTitle, custom: custom.values, custom_compared: custom.compared }));
  await run(em, sql`
    update contact k set job_title = r.job_title, custom = r.custom, custom_compared = r.custom_compared, version = k.version + 1,
      updated_at = ${now.toISOString()}::timestamptz
    from json_to_recordset(${JSON.stringify(rows)}::json) as r(id uuid, customer_id uuid, job_title text, custom jsonb, custom_compared jsonb)
    where k.id = r.id and k.customer_id = r.customer_id`);
}

/** What was an address until now is the past; it may be a row of somebody who was merged into the customer. */
export async function endAddresses(em: Em, addresses: readonly { readonly id: string }[], now: Date): Promise<void> {
  if (addresses.length === 0) return;
  await run(em, sql`
    update address a set is_current = false, valid_until = ${now.toISOString()}::timestamptz
    from json_to_recordset(${JSON.stringify(addresses)}::json) as r(id uuid) where a.id = r.id`);
}
