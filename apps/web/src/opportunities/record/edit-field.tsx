import { SelectField, TextField } from '#design';
import { useEffect, useState } from 'react';

interface EditFieldProps {
  readonly label: string;
  readonly value: string;
  readonly type?: 'text' | 'date' | 'amount';
  /** Among these, instead of free text. */
  readonly options?: readonly { readonly value: string; readonly label: string }[] | undefined;
  readonly mayEdit: boolean;
  readonly suffix?: string | undefined;
  /** Answers why not. */
  readonly onSave: (value: string) => Promise<string | undefined>;
}

/** A field that is saved when one leaves it or presses Enter; a refusal stays below it with what was typed, Escape takes back. */
export function EditField({ label, value, type = 'text', options, mayEdit, suffix, onSave }: EditFieldProps) {
  const [draft, setDraft] = useState(value);
  const [refusal, setRefusal] = useState<string>();
  useEffect(() => setDraft(value), [value]);
  const save = async (next: string) => {
    if (next.trim() === value) return setRefusal(undefined);
    return setRefusal(await onSave(next.trim()));
  };
  if (options) {
    return (
      <SelectField
        label={label} value={draft || null} data={options} searchable clearable disabled={!mayEdit} error={refusal}
        onChange={(next) => { setDraft(next ?? ''); void save(next ?? ''); }}
      />
    );
  }
  return (
    <TextField
      label={label} value={draft} type={type === 'date' ? 'date' : 'text'} readOnly={!mayEdit} error={refusal} autoComplete="off"
      {...(type === 'amount' ? { inputMode: 'decimal' as const } : {})} {...(suffix ? { rightSection: <span>{suffix}</span>, rightSectionWidth: 48 } : {})}
      onChange={(event) => setDraft(event.currentTarget.value)} onBlur={(event) => void save(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') void save(draft);
        if (event.key === 'Escape' && draft !== value) { event.stopPropagation(); setDraft(value); setRefusal(undefined); }
      }}
    />
  );
}
