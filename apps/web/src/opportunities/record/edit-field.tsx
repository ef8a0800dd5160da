import { DateField, SelectField, TextField } from '#design';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';

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
  const sent = useRef<string>(undefined);
  useEffect(() => {
    sent.current = undefined;
    setDraft(value);
  }, [value]);
  const save = async (typed: string) => {
    const next = typed.trim();
    if (next === value) return setRefusal(undefined);
    // Enter saves, and so does leaving the field after it: once.
    if (next === sent.current) return undefined;
    sent.current = next;
    const no = await onSave(next);
    if (no) sent.current = undefined;
    return setRefusal(no);
  };
  if (options) {
    return (
      <SelectField
        label={label} value={draft || null} data={options} searchable clearable disabled={!mayEdit} error={refusal}
        onChange={(next) => { setDraft(next ?? ''); void save(next ?? ''); }}
      />
    );
  }
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter') void save(draft);
    if (event.key === 'Escape' && draft !== value) { event.stopPropagation(); setDraft(value); setRefusal(undefined); }
  };
  if (type === 'date') {
    return (
      <DateField
        label={label} value={draft} disabled={!mayEdit} error={refusal} onChange={setDraft} onPick={(picked) => void save(picked)}
        onBlur={() => void save(draft)} onKeyDown={press}
      />
    );
  }
  return (
    <TextField
      label={label} value={draft} readOnly={!mayEdit} error={refusal} autoComplete="off"
      {...(type === 'amount' ? { inputMode: 'decimal' as const } : {})} {...(suffix ? { rightSection: <span>{suffix}</span>, rightSectionWidth: 48 } : {})}
      onChange={(event) => setDraft(event.currentTarget.value)} onBlur={(event) => void save(event.currentTarget.value)}
      onKeyDown={press}
    />
  );
}
