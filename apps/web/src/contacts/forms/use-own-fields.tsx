import { type CustomDraft, CustomValueField, draftOf, inputOf, noDraft, useCustomFields } from '#custom-fields';
import type { CustomFieldDetailsFragment, CustomValueDetailsFragment, CustomValueInput } from '#operations';
import { m } from '#words';
import { type ReactNode, useState } from 'react';
import type { ReachRefusal } from '../use-reach.ts';

/** What was entered, and what stands there where that is nothing. */
interface Entered {
  readonly draft: CustomDraft;
  readonly typed: string | undefined;
}

export interface OwnFields {
  /** What is sent: the fields that were touched. */
  readonly custom: CustomValueInput[];
  /** The first field in which something stands that is no value of it. */
  readonly wrong: ReachRefusal | undefined;
  readonly isShown: (field: string | null) => boolean;
  readonly shown: ReactNode;
}

/** The company's own fields of a contact in his form. */
export function useOwnFields(values: readonly CustomValueDetailsFragment[], refusal: ReachRefusal | undefined, onChange: () => void): OwnFields {
  const fields = useCustomFields('CONTACT');
  const [entered, setEntered] = useState<Readonly<Record<string, Entered>>>({});
  const held = ({ name }: CustomFieldDetailsFragment) => values.find((value) => value.name === name);
  const draft = (field: CustomFieldDetailsFragment): CustomDraft => {
    const value = held(field);
    return entered[field.name]?.draft ?? (value ? draftOf(value) : noDraft(field));
  };
  const linked = (field: CustomFieldDetailsFragment) => (entered[field.name] ? undefined : (held(field)?.customer ?? held(field)?.user)?.name);
  const strange = fields.find(({ name }) => entered[name]?.draft === '' && entered[name].typed?.trim());
  const message = strange?.type === 'DATE' ? m.design_date_wrong() : m.design_number_wrong();
  return {
    custom: fields.flatMap((field) => (entered[field.name] ? [inputOf(field, draft(field))] : [])),
    wrong: strange && { code: 'INVALID_FORMAT', field: `custom.${strange.name}`, message, details: null },
    isShown: (field) => fields.some(({ name }) => field === `custom.${name}`),
    shown: fields.map((field) => (
      <CustomValueField
        key={field.name} field={field} size="xs" draft={draft(field)} linked={linked(field)} error={refusal?.field === `custom.${field.name}` ? refusal.message : undefined}
        onChange={(next, typed) => { onChange(); setEntered((before) => ({ ...before, [field.name]: { draft: next, typed } })); }}
      />
    )),
  };
}
