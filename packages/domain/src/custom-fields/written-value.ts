import type { CustomField } from './custom-field.ts';
import type { CustomValue } from './custom-value.ts';
import { enteredValue } from './entered-value.ts';

export interface Written {
  readonly language: 'en' | 'es';
  /** Of the company. */
  readonly currency: string;
  /** Whom a link points at. */
  readonly nameOf: (id: string) => string | undefined;
}

const words = { en: { yes: 'Yes', no: 'No' }, es: { yes: 'Sí', no: 'No' } } as const;

/** A kept value as text for people, options by what they are called; what nobody knows stands as it is kept. */
export function writtenValue(field: CustomField, value: CustomValue, { language, currency, nameOf }: Written): string {
  const called = (one: CustomValue): string => field.options.find((option) => option.value === one)?.label[language] ?? String(one);
  switch (field.type) {
    case 'TEXT': case 'DATE': return String(value);
    case 'NUMBER': return enteredValue(field, value, currency).number ?? '';
    case 'MONEY': return `${enteredValue(field, value, currency).money ?? ''} ${currency}`;
    case 'BOOLEAN': return words[language][value === true ? 'yes' : 'no'];
    case 'CHOICE': case 'CHOICES': return [value].flat().map(called).join(', ');
    case 'CUSTOMER': case 'USER': return nameOf(String(value)) ?? String(value);
    default: return field.type satisfies never;
  }
}
