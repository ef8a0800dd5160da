import type { CustomField } from '#custom-fields';
import type { FieldKind, FieldsOf } from './fields.ts';
import { customEntityOf, type Mapping } from './mapping.ts';

const target = /^custom\.[a-z][A-Za-z0-9]{0,39}$/;

/** What a mapping may fill, with the fields of the company that it names (`custom.‹name›`): which there are is known when it runs. */
export function withCustom(room: Mapping['room'], fields: FieldsOf, given: unknown): FieldsOf {
  if (!customEntityOf(room)) return fields;
  const named = typeof given === 'object' && given !== null ? Object.keys(given).filter((key) => target.test(key)) : [];
  return { ...fields, ...Object.fromEntries(named.map((key) => [key, { reads: 'TEXT' as const }])) };
}

/** Whether a mapping fills any of them. */
export const fillsCustom = (fields: Readonly<Record<string, unknown>>): boolean => Object.keys(fields).some((key) => target.test(key));

/** The company's fields as a file may fill them; a link is filled with what the file calls whom it points at. */
export function customTargets(fields: readonly CustomField[]): FieldsOf {
  return Object.fromEntries(fields.map((field) => {
    const labels = Object.fromEntries(field.options.map(({ value, label }) => [value, label]));
    return [`custom.${field.name}`, { reads: kindOf(field), labels }];
  }));
}

function kindOf({ type, options }: CustomField): FieldKind {
  switch (type) {
    case 'TEXT': case 'CUSTOMER': case 'USER': return 'TEXT';
    case 'NUMBER': case 'MONEY': return 'DECIMAL';
    case 'DATE': return 'DATE';
    case 'BOOLEAN': return 'BOOLEAN';
    case 'CHOICE': return options.filter(({ archived }) => !archived).map(({ value }) => value);
    case 'CHOICES': return 'LIST';
    default: return type satisfies never;
  }
}
