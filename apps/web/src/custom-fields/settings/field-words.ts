import { m } from '#words';
import { type CustomEntity, type CustomFieldType, customFieldTypeLabels } from '@orbita/domain/custom-fields';

const entityWords: Readonly<Record<CustomEntity, () => string>> = {
  CUSTOMER: m.fields_customers, CONTACT: m.fields_contacts, LEAD: m.fields_leads, OPPORTUNITY: m.fields_opportunities,
};

export const entityWord = (entity: CustomEntity): string => entityWords[entity]();

export const typeWord = (type: CustomFieldType, language: 'en' | 'es'): string => customFieldTypeLabels[type][language];
