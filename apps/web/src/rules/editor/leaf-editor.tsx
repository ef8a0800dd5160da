import { SelectField } from '#design';
import { m } from '#words';
import { IconChevronDown, IconLock } from '@tabler/icons-react';
import { mayReadMarked } from '@orbita/domain/access';
import { useEffect, useRef, useState } from 'react';
import { type DraftLeaf } from '../tree/draft.ts';
import { changeAt } from '../tree/edit.ts';
import { fieldOf, newLeaf, offeredFacts, offeredFields, withOperator } from '../tree/new-leaf.ts';
import { codeOf, fromCode, operatorChoices } from '../value/operators.ts';
import { ValueEditor } from '../value/value-editor.tsx';
import { type PartProps, useEditing } from './editing.ts';
import { FactPicker } from './fact-picker.tsx';
import styles from './editor.module.css';

/** One predicate: the fact, what is asked of it, and the constant. */
export function LeafEditor({ part: leaf, path, relation }: PartProps<DraftLeaf>) {
  const { role, language, faults, shown, edit, forbid, fresh } = useEditing();
  const key = path.join('.');
  const value = useRef<HTMLSpanElement>(null);
  // As it appears: later another may come to stand in the place that was fresh.
  const [isFresh] = useState(fresh === key);
  useEffect(() => {
    if (isFresh) value.current?.querySelector<HTMLElement>('input:not([type="hidden"])')?.focus();
  }, [isFresh]);
  const field = fieldOf(leaf.fact, relation);
  const set = (next: DraftLeaf) => edit((draft) => changeAt(draft, path, () => next));
  const name = field?.label[language] ?? leaf.fact;
  const fault = faults.get(key);
  return (
    <>
      <FactPicker
        fields={relation ? offeredFields(role, relation) : offeredFacts(role, forbid)} heading={relation && m.rules_fields()} returns
        onPick={(picked) => picked.key !== leaf.fact && set(newLeaf(picked))}
      >
        {(open, opened) => (
          <button type="button" className={styles.fact} onClick={open} aria-haspopup="listbox" aria-expanded={opened} data-bad={fault === 'fact' || undefined}>
            {name} <IconChevronDown size={12} aria-hidden />
          </button>
        )}
      </FactPicker>
      {field ? (
        <>
          <SelectField
            size="xs" w={widthFor(operatorChoices(field, leaf).find(({ value: code }) => code === codeOf(leaf))?.label)} aria-label={m.rules_operator({ name })} value={codeOf(leaf)} data={[...operatorChoices(field, leaf)]}
            comboboxProps={{ width: 'max-content', position: 'bottom-start' }}
            onChange={(code) => code && set(withOperator(leaf, fromCode(code).is, fromCode(code).compare))}
          />
          <span ref={value} className={styles.value} data-wide={leaf.is === 'in' || field.type === 'text' || field.type === 'id' || field.type === 'set' || undefined}>
            <ValueEditor
              field={field} leaf={leaf} label={m.rules_value({ name })} onChange={set}
              error={shown && fault === 'value' ? m.rules_fault_value() : undefined}
            />
          </span>
          {!mayReadMarked(role, field.mark) && <span className={styles.note}><IconLock size={12} aria-hidden /> {m.rules_hidden_fact()}</span>}
        </>
      ) : <span className={styles.fault} role="alert">{m.rules_fault_fact()}</span>}
    </>
  );
}

/** As wide as its words: ≥ leaves room for the value, «hace como mucho» is not cut. */
const widthFor = (words = ''): number => Math.round(Math.max(56, Math.min(190, words.length * 7 + 40)));
