import { channelWord } from '#contacts';
import { type CustomDraft, CustomValueField, inputOf, isEmpty, isStrange, noDraft, useCustomFields } from '#custom-fields';
import { SelectField, useFormatting } from '#design';
import type { BulkChangeInput, Channel, CustomerSource } from '#operations';
import { m } from '#words';
import { channels } from '@orbita/domain/contacts';
import { customerSourceLabels } from '@orbita/domain/customers';
import { useState } from 'react';

const languages = ['es', 'en', 'pt', 'fr', 'it', 'de', 'ca', 'eu', 'gl', 'nl'];
const own = 'custom.';

interface EditFieldsProps {
  readonly onChange: (change: BulkChangeInput | undefined) => void;
}

/** One field, and what it shall hold. */
export function EditFields({ onChange }: EditFieldsProps) {
  const { language } = useFormatting();
  const fields = useCustomFields('CUSTOMER');
  const [picked, setPicked] = useState<string | null>(null);
  const [draft, setDraft] = useState<CustomDraft>('');
  const field = fields.find(({ name }) => picked === `${own}${name}`);
  const offered = [
    { value: 'source', label: m.customers_source() }, { value: 'preferredChannel', label: m.customers_preferred_channel() },
    { value: 'doNotContact', label: m.customers_do_not_contact() }, { value: 'language', label: m.customers_language() },
    ...fields.map(({ name, label }) => ({ value: `${own}${name}`, label })),
  ];
  const choices = (): { value: string; label: string }[] => {
    if (picked === 'source') return Object.entries(customerSourceLabels).map(([value, label]) => ({ value, label: label[language] }));
    if (picked === 'preferredChannel') return channels.map((value) => ({ value, label: channelWord(value) }));
    if (picked === 'language') return languages.map((value) => ({ value, label: new Intl.DisplayNames(language, { type: 'language' }).of(value) ?? value }));
    return [{ value: 'yes', label: m.timeline_yes() }, { value: 'no', label: m.timeline_no() }];
  };
  const pick = (next: string | null) => {
    const nextField = fields.find(({ name }) => next === `${own}${name}`);
    setPicked(next);
    setDraft(nextField ? noDraft(nextField) : '');
    onChange(undefined);
  };
  const write = (next: CustomDraft) => {
    setDraft(next);
    if (field) return onChange((isEmpty(next) && field.required) || isStrange(field, next) ? undefined : { verb: 'EDIT', custom: [inputOf(field, next)] });
    onChange(typeof next === 'string' && next ? valueOf(picked, next) : undefined);
  };
  return (
    <>
      <SelectField label={m.bulk_field()} required searchable data-autofocus value={picked} data={offered} onChange={pick} />
      {field && <CustomValueField field={field} draft={draft} onChange={write} />}
      {picked && !field && <SelectField label={m.bulk_value()} required value={typeof draft === 'string' ? draft || null : null} data={choices()} onChange={(value) => write(value ?? '')} />}
    </>
  );
}

function valueOf(field: string | null, value: string): BulkChangeInput {
  if (field === 'source') return { verb: 'EDIT', source: value as CustomerSource };
  if (field === 'preferredChannel') return { verb: 'EDIT', preferredChannel: value as Channel };
  return field === 'language' ? { verb: 'EDIT', language: value } : { verb: 'EDIT', doNotContact: value === 'yes' };
}
