import { usePeople } from '#activities';
import { channelWord } from '#contacts';
import { DateText } from '#design';
import { m, useLanguage } from '#words';
import { useMe } from '#access';
import { mayReadMarked } from '@orbita/domain/access';
import { channels } from '@orbita/domain/contacts';
import { customerSourceLabels } from '@orbita/domain/customers';
import { useState } from 'react';
import { InlineField } from './inline-field.tsx';
import type { CustomerEditing, Identity, Patch } from './use-edit-customer.ts';

interface ProfileFieldsProps {
  readonly customer: Identity;
  readonly editing: CustomerEditing;
  /** Only these; all when not said. */
  readonly only?: readonly ProfileField[];
}

export type ProfileField = 'name' | 'owner' | 'team' | 'partner' | 'taxId' | 'birthDate' | 'language' | 'preferredChannel' | 'source' | 'doNotContact' | 'since';

const languages = ['es', 'en', 'pt', 'fr', 'it', 'de', 'ca', 'eu', 'gl', 'nl'];

/** Who he is, field by field, each editable in its place. */
export function ProfileFields({ customer, editing, only }: ProfileFieldsProps) {
  const language = useLanguage();
  const [picking, setPicking] = useState(false);
  const people = usePeople(picking);
  const mayEdit = customer.viewerCanUpdate;
  const personal = mayReadMarked(useMe().role, 'personal');
  const languageName = (code: string) => new Intl.DisplayNames(language, { type: 'language' }).of(code) ?? code;
  const text = (key: 'taxId' | 'birthDate' | 'givenName' | 'familyName' | 'name' | 'language' | 'preferredChannel' | 'source', label: string) => ({
    label, value: customer[key] ?? '', mayEdit, basis: customer,
    onSave: (value: string, from: Identity) => editing.save(from, {
      label, wanted: value, patch: { [key]: value || null } as Patch, back: { [key]: from[key] } as Patch,
      shown: { [key]: value || null }, valueOf: (each) => each[key] ?? '',
    }),
  });
  const group = (key: 'owner' | 'team', label: string, choices: readonly { id: string; name: string }[]) => ({
    label, value: customer[key]?.id ?? '', shown: customer[key]?.name, mayEdit, basis: customer, onEditing: () => setPicking(true),
    options: [...new Map([...(customer[key] ? [customer[key]] : []), ...choices].map(({ id, name }) => [id, { value: id, label: name }])).values()],
    onSave: (value: string, from: Identity) => editing.save(from, {
      label, wanted: choices.find(({ id }) => id === value)?.name ?? '', patch: { [`${key}Id`]: value || null }, back: { [`${key}Id`]: from[key]?.id ?? null },
      shown: { [key]: value ? { __typename: 'Named', id: value, name: choices.find(({ id }) => id === value)?.name ?? '' } : null },
      valueOf: (each) => each[key]?.name ?? '',
    }),
  });
  const person = customer.kind === 'PERSON';
  const shows = (field: ProfileField): boolean => only?.includes(field) ?? true;
  return (
    <>
      {shows('name') && (person && (customer.givenName !== null || customer.familyName !== null)
        ? <><InlineField {...text('givenName', m.customers_given_name())} /><InlineField {...text('familyName', m.customers_family_name())} /></>
        : <InlineField {...text('name', m.customers_name())} />)}
      {shows('owner') && <InlineField {...group('owner', m.customers_owner(), people.users)} />}
      {shows('team') && <InlineField {...group('team', m.customers_team(), people.teams)} />}
      {shows('partner') && customer.partner && <InlineField label={m.customers_partner()} value={customer.partner.name} mayEdit={false} basis={customer} />}
      {shows('taxId') && (personal || !person) && <InlineField {...text('taxId', m.customers_tax_id())} />}
      {shows('birthDate') && person && personal && <InlineField {...text('birthDate', m.customers_birth_date())} type="date" shown={customer.birthDate && <DateText value={customer.birthDate} />} />}
      {shows('language') && (
        <InlineField
          {...text('language', m.customers_language())} shown={customer.language && languageName(customer.language)}
          options={[...new Set([...languages, ...(customer.language ? [customer.language] : [])])].map((value) => ({ value, label: languageName(value) }))}
        />
      )}
      {shows('preferredChannel') && (
        <InlineField
          {...text('preferredChannel', m.customers_preferred_channel())} shown={customer.preferredChannel && channelWord(customer.preferredChannel)}
          options={channels.map((value) => ({ value, label: channelWord(value) }))}
        />
      )}
      {shows('source') && (
        <InlineField
          {...text('source', m.customers_source())} mayEdit={mayEdit && customer.source === null}
          shown={customer.source && (customerSourceLabels[customer.source as keyof typeof customerSourceLabels]?.[language] ?? customer.source)}
          options={Object.entries(customerSourceLabels).map(([value, label]) => ({ value, label: label[language] }))}
        />
      )}
      {shows('doNotContact') && (
        <InlineField
          label={m.customers_do_not_contact()} value={customer.doNotContact ? 'yes' : 'no'} shown={customer.doNotContact ? m.timeline_yes() : m.timeline_no()} mayEdit={mayEdit} basis={customer}
          options={[{ value: 'no', label: m.timeline_no() }, { value: 'yes', label: m.timeline_yes() }]}
          onSave={(value, from) => editing.save(from, {
            label: m.customers_do_not_contact(), wanted: value === 'yes' ? m.timeline_yes() : m.timeline_no(), patch: { doNotContact: value === 'yes' },
            back: { doNotContact: from.doNotContact }, shown: { doNotContact: value === 'yes' }, valueOf: (each) => (each.doNotContact ? m.timeline_yes() : m.timeline_no()),
          })}
        />
      )}
      {shows('since') && <InlineField label={m.customers_since()} value={customer.customerSince} shown={<DateText value={customer.customerSince} />} mayEdit={false} basis={customer} />}
    </>
  );
}
