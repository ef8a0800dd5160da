import type { CustomFieldDetailsFragment } from '#operations';
import { m } from '#words';
import type { CustomDraft, CustomDrafts } from './custom-draft.ts';

type Typed = Pick<CustomFieldDetailsFragment, 'name' | 'type'>;

/** Whether what stands there is no value of the field: a word for a number, half a date. It is kept to be refused, never taken for nothing. */
export function isStrange({ type }: Pick<Typed, 'type'>, draft: CustomDraft): boolean {
  if (typeof draft !== 'string' || draft === '') return false;
  if (type === 'DATE') return !/^\d{4}-\d\d-\d\d$/.test(draft);
  return (type === 'NUMBER' || type === 'MONEY') && !/^-?\d+(\.\d+)?$/.test(draft);
}

/** The first field in which something stands that is no value of it, and what is said there. */
export function strangeAmong(fields: readonly Typed[], drafts: CustomDrafts): { readonly field: string; readonly text: string } | undefined {
  const strange = fields.find((field) => isStrange(field, drafts[field.name] ?? ''));
  return strange && { field: `custom.${strange.name}`, text: strange.type === 'DATE' ? m.design_date_wrong() : m.design_number_wrong() };
}
