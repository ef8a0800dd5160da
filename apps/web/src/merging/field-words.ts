import { addressKindWord, channelWord, pointKindWord } from '#contacts';
import { formatDate } from '#design';
import { m } from '#words';

/** What a field of the preview is called; of several things of a kind, with the kind. */
export function fieldLabel(field: string): string {
  const [part, kind = ''] = field.split('.');
  switch (part) {
    case 'name': return m.customers_name();
    case 'taxId': return m.customers_tax_id();
    case 'birthDate': return m.customers_birth_date();
    case 'iban': return m.customers_iban();
    case 'language': return m.customers_language();
    case 'preferredChannel': return m.customers_preferred_channel();
    case 'owner': return m.customers_owner();
    case 'team': return m.customers_team();
    case 'partner': return m.customers_partner();
    case 'address': return m.merging_address({ kind: addressKindWord(kind) });
    case 'preferred': return m.merging_preferred({ kind: pointKindWord(kind) });
    case 'primary': return m.merging_primary();
    default: return field;
  }
}

/** A value of the preview as people read it. */
export function fieldValue(field: string, value: string | null, language: 'en' | 'es'): string | null {
  if (value === null) return null;
  if (field === 'language') return new Intl.DisplayNames(language, { type: 'language' }).of(value) ?? value;
  if (field === 'preferredChannel') return channelWord(value);
  return field === 'birthDate' ? formatDate(language, value, 'day', 'UTC') : value;
}
