import { CustomerField } from '#customer-field';
import { ManySelectField } from '#design';
import { m } from '#words';
import { IconPencil } from '@tabler/icons-react';
import { type ReactNode, useRef, useState } from 'react';
import styles from '../record.module.css';

interface PickProps<Basis> {
  readonly label: string;
  readonly shown: ReactNode;
  readonly mayEdit: boolean;
  readonly basis: Basis;
}

interface SlotProps {
  readonly label: string;
  readonly shown: ReactNode;
  readonly isEmpty: boolean;
  readonly mayEdit: boolean;
  readonly refusal: string | undefined;
  /** The field, while it is edited. */
  readonly editor: ReactNode;
  readonly onBegin: () => void;
}

/** A line of the record whose field is more than a text: what stands there beside a pencil, or its editor. */
const Slot = ({ label, shown, isEmpty, mayEdit, refusal, editor, onBegin }: SlotProps) => (
  <div className={styles.field} data-field>
    <span className={styles.label} title={label}>{label}</span>
    <div className={styles.value}>
      {editor ?? (mayEdit
        ? (
          <span className={styles.show} data-empty={isEmpty || undefined}>
            {!isEmpty && <span>{shown}</span>}
            <button type="button" className={styles.pencil} onClick={onBegin}>
              <span className="visually-hidden">{m.customers_edit_field({ field: label })}</span>
              {isEmpty && <span aria-hidden>{m.customers_add_value()}</span>}
              <IconPencil size={12} aria-hidden />
            </button>
          </span>
        )
        : <span className={styles.fixed}>{isEmpty ? '—' : shown}</span>)}
      {refusal && <span role="alert" className={styles.refusal}>{refusal}</span>}
    </div>
  </div>
);

interface InlineOptionsProps<Basis> extends PickProps<Basis> {
  readonly values: readonly string[];
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onSave: (values: readonly string[], basis: Basis) => Promise<string | undefined>;
}

/** Several of several: kept when the field is left. */
export function InlineOptions<Basis>({ label, values, options, basis, onSave, ...rest }: InlineOptionsProps<Basis>) {
  const [draft, setDraft] = useState<readonly string[]>();
  const [refusal, setRefusal] = useState<string>();
  const began = useRef(basis);
  const begin = () => { began.current = basis; setRefusal(undefined); setDraft(values); };
  const leave = () => {
    if (draft === undefined) return;
    setDraft(undefined);
    if (draft.toSorted().join() !== values.toSorted().join()) void onSave(draft, began.current).then(setRefusal);
  };
  const editor = draft && (
    <ManySelectField
      size="xs" autoFocus aria-label={label} searchable data={[...options]} value={[...draft]} onChange={setDraft} onBlur={leave}
      onKeyDown={(event) => { if (event.key === 'Escape') { event.stopPropagation(); setDraft(undefined); } }}
    />
  );
  return <Slot {...rest} label={label} isEmpty={values.length === 0} refusal={refusal} editor={editor} onBegin={begin} />;
}

interface InlineCustomerProps<Basis> extends PickProps<Basis> {
  readonly value: string;
  readonly onSave: (id: string, basis: Basis) => Promise<string | undefined>;
}

/** Another customer, found as one types; the cross takes the link away. */
export function InlineCustomer<Basis>({ label, value, basis, onSave, ...rest }: InlineCustomerProps<Basis>) {
  const [editing, setEditing] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const save = (id: string | null) => {
    setEditing(false);
    if ((id ?? '') !== value) void onSave(id ?? '', basis).then(setRefusal);
  };
  const editor = editing && (
    <CustomerField
      size="xs" autoFocus aria-label={label} value={null} onChange={save} onBlur={() => setEditing(false)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') { event.stopPropagation(); setEditing(false); }
        if (event.key === 'Backspace' && event.currentTarget.value === '' && value !== '') save(null);
      }}
    />
  );
  return <Slot {...rest} label={label} isEmpty={value === ''} refusal={refusal} editor={editor || undefined} onBegin={() => { setRefusal(undefined); setEditing(true); }} />;
}
