import { typedDecimal } from '#design';
import type { CustomFieldDetailsFragment, CustomValueDetailsFragment, CustomValueInput } from '#operations';
import { memberOf } from '@orbita/domain/custom-fields';

type Typed = Pick<CustomFieldDetailsFragment, 'name' | 'type'>;

/** A value under way, as fields edit it: several options as a list, everything else as text, empty for nothing. */
export type CustomDraft = string | readonly string[];

/** Several of them, by the names of their fields. */
export type CustomDrafts = Readonly<Record<string, CustomDraft>>;

export const noDraft = ({ type }: Typed): CustomDraft => (type === 'CHOICES' ? [] : '');

export function draftOf(value: CustomValueDetailsFragment): CustomDraft {
  switch (value.type) {
    case 'TEXT': return value.text ?? '';
    case 'NUMBER': return value.number ?? '';
    case 'MONEY': return value.money?.amount ?? '';
    case 'DATE': return value.date ?? '';
    case 'BOOLEAN': return value.boolean === null || value.boolean === undefined ? '' : String(value.boolean);
    case 'CHOICE': return value.option ?? '';
    case 'CHOICES': return value.options ?? [];
    case 'CUSTOMER': return value.customer?.id ?? '';
    case 'USER': return value.user?.id ?? '';
    default: return value.type satisfies never;
  }
}

/** What is sent of it. */
export function inputOf({ name, type }: Typed, draft: CustomDraft): CustomValueInput {
  const member = memberOf[type];
  if (typeof draft !== 'string') return { name, [member]: [...draft] };
  if (draft === '') return { name, [member]: null };
  return { name, [member]: type === 'BOOLEAN' ? draft === 'true' : draft };
}

/** A decimal as typed in the reader's language; undefined for what is no number. */
export const typedNumber = (text: string, language: 'en' | 'es'): string | undefined => typedDecimal(text, language);

export const isEmpty = (draft: CustomDraft): boolean => draft.length === 0;

/** What is sent of those that were filled in. */
export const filledInputs = (fields: readonly Typed[], drafts: CustomDrafts): CustomValueInput[] => fields.flatMap((field) => {
  const draft = drafts[field.name];
  return draft === undefined || isEmpty(draft) ? [] : [inputOf(field, draft)];
});
