import { type CustomDraft, type CustomDrafts, CustomValueField, draftOf, inputOf, isEmpty, noDraft, strangeAmong, useCustomFields } from '#custom-fields';
import type { CustomFieldDetailsFragment, CustomValueDetailsFragment, CustomValueInput } from '#operations';
import { type ReactNode, useState } from 'react';
import { MoreFields } from '../more-fields.tsx';
import type { ReachRefusal } from '../use-reach.ts';

/** With more of them the empty ones wait until they are asked for. */
const most = 6;

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
  const [entered, setEntered] = useState<CustomDrafts>({});
  const [open, setOpen] = useState(false);
  const held = ({ name }: CustomFieldDetailsFragment) => values.find((value) => value.name === name);
  const draft = (field: CustomFieldDetailsFragment): CustomDraft => {
    const value = held(field);
    return entered[field.name] ?? (value ? draftOf(value) : noDraft(field));
  };
  const linked = (field: CustomFieldDetailsFragment) => (field.name in entered ? undefined : (held(field)?.customer ?? held(field)?.user)?.name);
  const strange = strangeAmong(fields, entered);
  const isWanted = (field: CustomFieldDetailsFragment) => field.required || field.name in entered || !isEmpty(draft(field));
  const shown = open || fields.length <= most ? fields : fields.filter(isWanted);
  return {
    custom: fields.flatMap((field) => (field.name in entered ? [inputOf(field, draft(field))] : [])),
    wrong: strange && { code: 'INVALID_FORMAT', field: strange.field, message: strange.text, details: null },
    isShown: (field) => fields.some(({ name }) => field === `custom.${name}`),
    shown: <>{shown.map((field) => (
      <CustomValueField
        key={field.name} field={field} size="xs" draft={draft(field)} linked={linked(field)} error={refusal?.field === `custom.${field.name}` ? refusal.message : undefined}
        onChange={(next) => { onChange(); setEntered((before) => ({ ...before, [field.name]: next })); }}
      />
    ))}{shown.length < fields.length && <MoreFields hidden={fields.length - shown.length} onToggle={() => setOpen(true)} />}</>,
  };
}
