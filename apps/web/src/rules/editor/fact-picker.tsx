import '@mantine/core/styles/Combobox.layer.css';
import '@mantine/core/styles/ScrollArea.layer.css';
import { m, useLanguage } from '#words';
import { Combobox, useCombobox } from '@mantine/core';
import type { FieldDefinition } from '@orbita/domain/facts';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import { groupFacts } from './fact-groups.ts';
import styles from './editor.module.css';

interface FactPickerProps {
  readonly fields: readonly FieldDefinition[];
  /** One heading for all, instead of those of the catalogue. */
  readonly heading?: string | undefined;
  readonly onPick: (field: FieldDefinition) => void;
  /** More to add than facts: groups, related rows. */
  readonly more?: readonly { readonly id: string; readonly label: string; readonly onPick: () => void }[];
  /** The focus comes back here after a pick; without it, what was picked takes it. */
  readonly returns?: boolean;
  readonly children: (open: () => void, opened: boolean) => ReactElement;
}

/** Finds a fact by words of its name: opens with a key, the first hit is chosen by Enter. */
export function FactPicker({ fields, heading, onPick, more = [], returns = false, children }: FactPickerProps) {
  const language = useLanguage();
  const [question, setQuestion] = useState('');
  const picked = useRef(false);
  const box = useCombobox({
    onDropdownOpen: () => box.focusSearchInput(),
    onDropdownClose: () => {
      box.resetSelectedOption();
      if (!picked.current || returns) box.focusTarget();
      picked.current = false;
      setQuestion('');
    },
  });
  const { selectFirstOption, dropdownOpened } = box;
  // After the drawing: before it the options are still those of the former question.
  useEffect(() => {
    if (dropdownOpened) selectFirstOption();
  }, [question, dropdownOpened, selectFirstOption]);
  const groups = groupFacts(fields, question, language, heading);
  const extras = question === '' ? more : [];
  const pick = (value: string) => {
    const field = fields.find(({ key }) => key === value);
    const extra = more.find(({ id }) => id === value);
    picked.current = true;
    box.closeDropdown();
    if (field) onPick(field);
    else extra?.onPick();
  };
  return (
    <Combobox store={box} onOptionSubmit={pick} width={280} position="bottom-start" withinPortal>
      <Combobox.Target withAriaAttributes={false}>{children(() => box.toggleDropdown(), box.dropdownOpened)}</Combobox.Target>
      <Combobox.Dropdown className={styles.picker}>
        <Combobox.Search
          value={question} placeholder={m.rules_find_fact()} aria-label={m.rules_find_fact()}
          onChange={(event) => setQuestion(event.currentTarget.value)}
        />
        <Combobox.Options className={styles.options} aria-label={m.rules_facts()} tabIndex={0}>
          {groups.map(({ label, fields: found }) => (
            <Combobox.Group key={label} label={label}>
              {found.map((field) => <Combobox.Option key={field.key} value={field.key}>{field.label[language]}</Combobox.Option>)}
            </Combobox.Group>
          ))}
          {extras.length > 0 && (
            <Combobox.Group label={m.rules_group_more()}>
              {extras.map(({ id, label }) => <Combobox.Option key={id} value={id}>{label}</Combobox.Option>)}
            </Combobox.Group>
          )}
          {groups.length === 0 && extras.length === 0 && <Combobox.Empty>{m.rules_no_fact()}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
