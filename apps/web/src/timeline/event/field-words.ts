import { m } from '#words';

/** What a field of the customer is called. */
export function fieldWord(field: string): string {
  const words: Record<string, () => string> = {
    kind: m.customers_kind, name: m.customers_name, givenName: m.customers_given_name, familyName: m.customers_family_name,
    taxId: m.customers_tax_id, taxCountry: m.customers_tax_country, birthDate: m.customers_birth_date, iban: m.customers_iban,
    language: m.customers_language, source: m.customers_source, preferredChannel: m.customers_preferred_channel,
    doNotContact: m.customers_do_not_contact, tags: m.customers_tags, ownerId: m.customers_owner, teamId: m.customers_team,
  };
  return words[field]?.() ?? field;
}
