import { m } from '#words';
import { type CustomEntity, type CustomFieldType, customFieldTypeLabels } from '@orbita/domain/custom-fields';

export const entityWord = (entity: CustomEntity): string => (entity === 'CUSTOMER' ? m.fields_customers() : m.fields_opportunities());

export const typeWord = (type: CustomFieldType, language: 'en' | 'es'): string => customFieldTypeLabels[type][language];
