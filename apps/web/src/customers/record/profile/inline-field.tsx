import { DateField } from '#design';
import { m } from '#words';
import { IconPencil } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import styles from '../record.module.css';

interface InlineFieldProps<Basis> {
  readonly label: string;
  /** As the field edits it; empty when there is nothing. */
  readonly value: string;
  /** As the record shows it, where that differs. */
  readonly shown?: ReactNode;
  readonly options?: readonly { readonly value: string; readonly label: string }[] | undefined;
  readonly type?: 'text' | 'date';
  readonly mayEdit: boolean;
  readonly onEditing?: () => void;
  /** What the editing began from: what others change meanwhile must not be taken for it. */
  readonly basis: Basis;
  /** Answers why not. */
  readonly onSave?: (value: string, basis: Basis) => Promise<string | undefined>;
}

/** A value that becomes a field when it is touched: Enter keeps, Escape leaves, a refusal stays beside it. */
export function InlineField<Basis>({ label, value, shown, options, type = 'text', mayEdit, onEditing, basis, onSave }: InlineFieldProps<Basis>) {
  const id = useId();
  const [draft, setDraft] = useState<string>();
  const [refusal, setRefusal] = useState<string>();
  const button = useRef<HTMLButtonElement>(null);
  const left = useRef(false);
  const began = useRef({ basis, value });
  const begin = () => {
    left.current = false;
    onEditing?.();
    began.current = { basis, value };
    setDraft(value);
  };
  /** Whoever went elsewhere meanwhile stays there. */
  const focusBack = () => requestAnimationFrame(() => {
    if (document.activeElement === null || document.activeElement === document.body) button.current?.focus();
  });
  const end = () => {
    left.current = true;
    setDraft(undefined);
    setRefusal(undefined);
    focusBack();
  };
  const save = async (next: string) => {
    if (left.current) return;
    const trimmed = next.trim();
    if (trimmed === began.current.value) return end();
    left.current = true;
    // Shown at once: the record already has the new value while the server is asked.
    setDraft(undefined);
    focusBack();
    const no = await onSave?.(trimmed, began.current.basis);
    if (!no) return setRefusal(undefined);
    left.current = false;
    setRefusal(no);
    setDraft(trimmed);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter') { event.preventDefault(); void save(draft ?? ''); }
    if (event.key === 'Escape') { event.stopPropagation(); end(); }
  };
  const field = {
    id, className: styles.edit, autoFocus: true, value: draft ?? '', onKeyDown: press, 'aria-invalid': refusal !== undefined,
    'aria-describedby': refusal ? `${id}-no` : undefined,
  };
  return (
    <div className={styles.field} data-field>
      <label className={styles.label} title={label} htmlFor={draft === undefined ? undefined : id}>{label}</label>
      <div className={styles.value}>
        {draft === undefined && mayEdit && (
          <button ref={button} type="button" className={styles.show} onClick={begin} data-empty={value === '' || undefined}>
            <span className="visually-hidden">{m.customers_edit_field({ field: label })} </span>
            <span>{value === '' ? m.customers_add_value() : shown ?? value}</span>
            <IconPencil size={12} aria-hidden />
          </button>
        )}
        {draft === undefined && !mayEdit && <span className={styles.fixed}>{value === '' ? '—' : shown ?? value}</span>}
        {draft !== undefined && type === 'date' && (
          <DateField size="xs" id={id} autoFocus value={draft} error={refusal} onChange={setDraft} onKeyDown={press} onBlur={() => void save(draft)} />
        )}
        {draft !== undefined && type === 'text' && !options && (
          <input {...field} onChange={(event) => setDraft(event.currentTarget.value)} onBlur={(event) => void save(event.currentTarget.value)} />
        )}
        {draft !== undefined && options && (
          <select {...field} onChange={(event) => { setDraft(event.currentTarget.value); void save(event.currentTarget.value); }} onBlur={() => left.current || end()}>
            <option value="">—</option>
            {options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
          </select>
        )}
        {refusal && type === 'text' && <span id={`${id}-no`} role="alert" className={styles.refusal}>{refusal}</span>}
      </div>
    </div>
  );
}
