import type { Role } from '#access';
import type { Bilingual } from '#facts';

/** Of what a company may keep fields of its own. */
export const customEntities = ['CUSTOMER', 'CONTACT', 'LEAD', 'OPPORTUNITY'] as const;
export type CustomEntity = (typeof customEntities)[number];

/** What a field holds; CHOICE is one of its options, CHOICES several, CUSTOMER and USER a link. */
export const customFieldTypes = ['TEXT', 'NUMBER', 'MONEY', 'DATE', 'CHOICE', 'CHOICES', 'BOOLEAN', 'CUSTOMER', 'USER'] as const;
export type CustomFieldType = (typeof customFieldTypes)[number];

/** One that may be chosen. What values and rules call it (`value`) never changes; one no longer offered is archived. */
export interface CustomOption {
  readonly value: string;
  readonly label: Bilingual;
  readonly archived: boolean;
}

/** A field that the company keeps of its customers, their contacts, leads or opportunities. Entity, name, type and decimals never change. */
export interface CustomField {
  readonly entity: CustomEntity;
  /** What API, rules, imports and values call it. */
  readonly name: string;
  readonly type: CustomFieldType;
  readonly label: Bilingual;
  /** Of a number, after the point. */
  readonly decimals: number;
  /** Of CHOICE and CHOICES, in the order in which they are offered and sorted. */
  readonly options: readonly CustomOption[];
  /** A customer or contact made by hand needs it, and nobody empties it; a lead needs it to be qualified, and comes in without it. */
  readonly required: boolean;
  /** Keys of pipeline stages that an opportunity leaves only with it. */
  readonly requiredAtStages: readonly string[];
  /** The roles that may read it; null for all who see the thing. Administrators always may. */
  readonly readers: readonly Role[] | null;
}

/** At most so many fields of an entity, archived ones included, and options of a field. */
export const mostFields = 50;
export const mostOptions = 100;

/** Whether a field of the entity is asked for at all times; those of opportunities are asked for at stages. */
export const mayBeRequired = ({ entity }: Pick<CustomField, 'entity'>): boolean => entity !== 'OPPORTUNITY';

/** Whether nobody empties it. Of a lead everything may be missing until it is qualified. */
export const staysFilled = ({ entity, required }: Pick<CustomField, 'entity' | 'required'>): boolean => required && entity !== 'LEAD';

export const hasOptions = ({ type }: Pick<CustomField, 'type'>): boolean => type === 'CHOICE' || type === 'CHOICES';

/** Whether lists are sorted by it: by what has one order. */
export const isSortable = ({ type }: Pick<CustomField, 'type'>): boolean => !['CHOICES', 'CUSTOMER', 'USER'].includes(type);

export const customFieldTypeLabels: Readonly<Record<CustomFieldType, Bilingual>> = {
  TEXT: { en: 'Text', es: 'Texto' },
  NUMBER: { en: 'Number', es: 'Número' },
  MONEY: { en: 'Money', es: 'Dinero' },
  DATE: { en: 'Date', es: 'Fecha' },
  CHOICE: { en: 'One of several', es: 'Una opción' },
  CHOICES: { en: 'Some of several', es: 'Varias opciones' },
  BOOLEAN: { en: 'Yes or no', es: 'Sí o no' },
  CUSTOMER: { en: 'Link to a customer', es: 'Enlace a un cliente' },
  USER: { en: 'Link to a user', es: 'Enlace a un usuario' },
};
