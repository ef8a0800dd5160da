import { customFact, type FactDefinition, type Facts, type FactType, type FieldDefinition } from '#facts';
import { customEntities, type CustomEntity, type CustomField, type CustomFieldType } from './custom-field.ts';
import type { CustomValues } from './custom-value.ts';

const factTypes: Readonly<Record<CustomFieldType, FactType>> = {
  TEXT: 'text', NUMBER: 'integer', MONEY: 'integer', DATE: 'instant', CHOICE: 'enum', CHOICES: 'set', BOOLEAN: 'boolean',
  CUSTOMER: 'id', USER: 'id',
};

const subjects: Readonly<Record<CustomEntity, { readonly prefix: string; readonly en: string; readonly es: string }>> = {
  CUSTOMER: { prefix: '', en: '', es: '' },
  // Rules read it inside of the relation, which says already of whom it is.
  CONTACT: { prefix: 'contacts.', en: '', es: '' },
  LEAD: { prefix: 'lead.', en: 'Lead: ', es: 'Lead: ' },
  OPPORTUNITY: { prefix: 'opportunity.', en: 'Opportunity: ', es: 'Oportunidad: ' },
};

/** What rules call a field: `custom.‹name›` of a customer, `opportunity.custom.‹name›` of an opportunity, `lead.custom.‹name›` of a lead, `contacts.custom.‹name›` of his contacts. */
export const customFactKey = ({ entity, name }: Pick<CustomField, 'entity' | 'name'>): string => `${subjects[entity].prefix}custom.${name}`;

/** Of what a fact is a field of the company, and what the field is called; undefined for other facts. */
export function customFactOf(key: string): Pick<CustomField, 'entity' | 'name'> | undefined {
  const entity = customEntities.find((one) => key.startsWith(customFactKey({ entity: one, name: '' })));
  return entity && { entity, name: key.slice(customFactKey({ entity, name: '' }).length) };
}

/** Whether a fact is a field of the company. */
export const isCustomFact = (key: string): boolean => /^(?:opportunity\.|lead\.|contacts\.)?custom\./.test(key);

/** The facts that the fields of a thing are: null where there is no value, so that it is told from a field that is no more. */
export const ownFacts = (fields: readonly CustomField[], compared: CustomValues): Facts =>
  Object.fromEntries(fields.map((field) => [customFactKey(field), Object.hasOwn(compared, field.name) ? compared[field.name]! : null]));

/** The facts that fields are, to be handed to a rule catalogue; archived options stay readable in rules. */
export const customFacts = (fields: readonly CustomField[]): readonly FactDefinition[] => fields.map(factOf);

function factOf(field: CustomField): FactDefinition {
  const { entity, type, options, decimals, readers } = field;
  const { en, es } = subjects[entity];
  const label = { en: `${en}${field.label.en}`, es: `${es}${field.label.es}` };
  const fact = customFact({ name: field.name, label, type: factTypes[type], ...extrasOf(field), ...(readers ? { readers } : {}) });
  const labelled = options.length === 0 ? {} : {
    values: options.map(({ value }) => value), valueLabels: Object.fromEntries(options.map((option) => [option.value, option.label])),
  };
  return { ...fact, key: customFactKey(field), ...labelled, ...(decimals > 0 ? { decimals } : {}) };
}

function extrasOf({ type }: CustomField): Partial<FieldDefinition> {
  switch (type) {
    case 'NUMBER': return { unit: 'count' };
    case 'MONEY': return { unit: 'money' };
    case 'CUSTOMER': return { references: 'customer' };
    case 'USER': return { references: 'user' };
    default: return {};
  }
}
