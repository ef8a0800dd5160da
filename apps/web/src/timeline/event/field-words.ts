import { factLabel } from '#rules';
import { m, currentLanguage } from '#words';
import { isCustomFact } from '@orbita/domain/custom-fields';

/** What a field of the customer is called. */
export function fieldWord(field: string): string {
  const words: Record<string, () => string> = {
    kind: m.customers_kind, name: m.customers_name, givenName: m.customers_given_name, familyName: m.customers_family_name,
    taxId: m.customers_tax_id, taxCountry: m.customers_tax_country, birthDate: m.customers_birth_date, iban: m.customers_iban,
    language: m.customers_language, source: m.customers_source, preferredChannel: m.customers_preferred_channel,
    doNotContact: m.customers_do_not_contact, tags: m.customers_tags, ownerId: m.customers_owner, teamId: m.customers_team, jobTitle: m.contacts_job_title, role: m.contacts_role, isPrimary: m.timeline_field_primary,
    subject: m.timeline_field_subject, body: m.timeline_field_body, dueAt: m.activities_due, remindAt: m.activities_remind, assigneeId: m.activities_assignee,
    occurredAt: m.activities_when, direction: m.activities_direction, durationMinutes: m.activities_minutes, mentions: m.timeline_field_mentions, contactId: m.timeline_field_contact,
    title: m.opportunities_title, amount: m.opportunities_amount, currency: m.company_currency, expectedCloseOn: m.opportunities_expected_close, qualification: m.opportunities_qualification,
  };
  // What the company calls its own, while the field is there.
  return words[field]?.() ?? (isCustomFact(field) ? factLabel(field, currentLanguage()).replace(/^contacts\./, '') : field);
}
