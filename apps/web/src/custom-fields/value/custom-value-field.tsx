import { usePeople } from '#activities';
import { CustomerField } from '#customer-field';
import { DateField, DecimalField, ManySelectField, SelectField, TextField, useFormatting } from '#design';
import type { CustomFieldDetailsFragment } from '#operations';
import { m } from '#words';
import { staysFilled } from '@orbita/domain/custom-fields';
import type { CustomDraft } from './custom-draft.ts';
import { isStrange } from './strange-draft.ts';

interface CustomValueFieldProps {
  readonly field: CustomFieldDetailsFragment;
  readonly draft: CustomDraft;
  readonly error?: string | undefined;
  readonly size?: 'xs' | 'sm' | undefined;
  /** Whether it is marked as one without which nothing is saved here; where the field itself says so, unless said. */
  readonly needed?: boolean | undefined;
  readonly hint?: string | undefined;
  /** Whom a link points at, who may not be among those on offer. */
  readonly linked?: string | undefined;
  /** What is no number or no day comes as it was typed (`isStrange`): to be refused, not to be lost. */
  readonly onChange: (draft: CustomDraft) => void;
}

/** A field of the company in a form. */
export function CustomValueField({ field, draft, error, size = 'sm', needed = field.required, hint, linked = '', onChange }: CustomValueFieldProps) {
  const { currency } = useFormatting();
  const { users } = usePeople(field.type === 'USER');
  const { type, label } = field;
  const clearable = !staysFilled(field);
  const shared = { label, required: needed, error, size, description: hint };
  const text = typeof draft === 'string' ? draft : '';
  const read = { ...shared, value: isStrange(field, text) ? '' : text, onChange: (value: string, typed: string) => onChange(value || typed.trim()) };
  const offered = field.options.filter(({ archived, value }) => !archived || draft.includes(value)).map((option) => ({ value: option.value, label: option.label }));
  const chosen = { ...shared, value: text || null, onChange: (value: string | null) => onChange(value ?? ''), clearable, allowDeselect: clearable };
  switch (type) {
    case 'TEXT': return <TextField {...shared} autoComplete="off" maxLength={500} value={text} onChange={(event) => onChange(event.currentTarget.value)} />;
    case 'NUMBER': return <DecimalField {...read} />;
    case 'MONEY': return <DecimalField {...read} unit={currency} />;
    case 'DATE': return <DateField {...read} />;
    case 'BOOLEAN': return <SelectField {...chosen} data={[{ value: 'true', label: m.fields_yes() }, { value: 'false', label: m.fields_no() }]} />;
    case 'CHOICE': return <SelectField {...chosen} searchable={offered.length > 10} data={offered} />;
    case 'CHOICES': return <ManySelectField {...shared} searchable value={typeof draft === 'string' ? [] : [...draft]} data={offered} onChange={onChange} />;
    case 'CUSTOMER': return <CustomerField {...shared} placeholder={linked} clearable={clearable} value={text || null} onChange={(id) => onChange(id ?? '')} />;
    case 'USER': return <SelectField {...chosen} placeholder={linked} searchable data={users.map(({ id, name }) => ({ value: id, label: name }))} />;
    default: return type satisfies never;
  }
}
