import { DateText, Money, NumberText } from '#design';
import type { CustomValueDetailsFragment } from '#operations';
import { m } from '#words';

/** As much of a value as is shown. */
export type ShownValue = Omit<CustomValueDetailsFragment, 'label' | 'option' | 'options'>;

/** What a field holds, as lists and records show it; nothing when it holds nothing. */
export function CustomValueText({ value }: { readonly value: ShownValue | undefined }) {
  if (!value) return null;
  const { type, text, number, money, date, boolean, optionLabels, customer, user } = value;
  switch (type) {
    case 'TEXT': return text;
    case 'NUMBER': return typeof number === 'string' ? <NumberText value={Number(number)} digits={number.split('.')[1]?.length ?? 0} /> : null;
    case 'MONEY': return money ? <Money {...money} /> : null;
    case 'DATE': return date ? <DateText value={date} /> : null;
    case 'BOOLEAN': return typeof boolean === 'boolean' ? (boolean ? m.fields_yes() : m.fields_no()) : null;
    case 'CHOICE': case 'CHOICES': return optionLabels?.join(', ') ?? null;
    case 'CUSTOMER': return customer?.name ?? null;
    case 'USER': return user?.name ?? null;
    default: return type satisfies never;
  }
}
