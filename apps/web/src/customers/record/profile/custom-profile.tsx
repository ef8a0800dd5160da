import { usePeople } from '#activities';
import { type CustomDraft, CustomValueText, draftOf, inputOf, typedNumber, useCustomFields } from '#custom-fields';
import { decimalText, useFormatting } from '#design';
import type { CustomFieldDetailsFragment, CustomValueDetailsFragment } from '#operations';
import { m } from '#words';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { InlineField } from './inline-field.tsx';
import { InlineCustomer, InlineOptions } from './inline-picks.tsx';
import type { CustomerEditing, Identity } from './use-edit-customer.ts';

interface CustomProfileProps {
  readonly customer: Identity;
  readonly editing: CustomerEditing;
}

/** What the company keeps of its own about him, each editable in its place. */
export function CustomProfile({ customer, editing }: CustomProfileProps) {
  const fields = useCustomFields('CUSTOMER');
  return customer.customValues.map((value) => {
    const field = fields.find(({ name }) => name === value.name);
    return field && <CustomLine key={value.name} field={field} value={value} customer={customer} editing={editing} />;
  });
}

interface CustomLineProps extends CustomProfileProps {
  readonly field: CustomFieldDetailsFragment;
  readonly value: CustomValueDetailsFragment;
}

function CustomLine({ field, value, customer, editing }: CustomLineProps) {
  const { language } = useFormatting();
  const [picking, setPicking] = useState(false);
  const { users } = usePeople(picking && field.type === 'USER');
  const { type, label, name } = field;
  const draft = draftOf(value);
  const text = typeof draft === 'string' ? draft : '';
  const save = (wanted: CustomDraft, from: Identity) => {
    const before = from.customValues.find((one) => one.name === name);
    return editing.save(from, {
      label, wanted: String(wanted), patch: { custom: [inputOf(field, wanted)] }, back: { custom: [inputOf(field, before ? draftOf(before) : '')] }, shown: {},
      valueOf: (each) => { const now = each.customValues.find((one) => one.name === name); return now ? String(draftOf(now)) : ''; },
    });
  };
  const shared = { label, mayEdit: customer.viewerCanUpdate, basis: customer, shown: <CustomValueText value={value} /> };
  const list = (options: readonly { readonly value: string; readonly label: string }[]) => <InlineField {...shared} value={text} options={options} onSave={save} />;
  switch (type) {
    case 'TEXT': return <InlineField {...shared} value={text} onSave={save} />;
    case 'NUMBER': case 'MONEY': return (
      <InlineField
        {...shared} value={decimalText(text, language)}
        onSave={async (typed, from) => { const number = typedNumber(typed, language); return number === undefined ? m.design_number_wrong() : save(number, from); }}
      />
    );
    case 'DATE': return <InlineField {...shared} type="date" value={text} onSave={save} />;
    case 'BOOLEAN': return list([{ value: 'true', label: m.fields_yes() }, { value: 'false', label: m.fields_no() }]);
    case 'CHOICE': return list(field.options.filter((option) => !option.archived || option.value === text));
    case 'USER': return (
      <InlineField
        {...shared} value={text} onEditing={() => setPicking(true)} onSave={save}
        options={[...new Map([...(value.user ? [value.user] : []), ...users].map((user) => [user.id, { value: user.id, label: user.name }])).values()]}
      />
    );
    case 'CHOICES': return (
      <InlineOptions {...shared} values={typeof draft === 'string' ? [] : draft} options={field.options.filter((option) => !option.archived || draft.includes(option.value))} onSave={save} />
    );
    case 'CUSTOMER': return (
      <InlineCustomer
        {...shared} value={text} onSave={save}
        shown={value.customer && <Link to="/customers/$id" params={{ id: value.customer.id }}>{value.customer.name}</Link>}
      />
    );
    default: return type satisfies never;
  }
}
