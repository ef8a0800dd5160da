import { TextField } from '#design';
import { m } from '#words';
import { ActionIcon, Button } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import { blankOption, moved, type OptionDraft } from './field-draft.ts';
import styles from './settings.module.css';

interface OptionsEditorProps {
  readonly options: readonly OptionDraft[];
  readonly error: string | undefined;
  readonly onChange: (options: readonly OptionDraft[]) => void;
}

/** What may be chosen, in order; one that is taken out is archived, since values may hold it. */
export function OptionsEditor({ options, error, onChange }: OptionsEditorProps) {
  const set = (key: string, next: Partial<OptionDraft>) => onChange(options.map((option) => (option.key === key ? { ...option, ...next } : option)));
  return (
    <fieldset className={styles.options}>
      <legend>{m.fields_options()}</legend>
      {options.map(({ key, en, es }, at) => {
        const place = at + 1;
        return (
          <div key={key} className={styles.option}>
            <TextField size="xs" aria-label={m.fields_option_en({ place })} placeholder={m.fields_english()} maxLength={60} value={en} onChange={(event) => set(key, { en: event.currentTarget.value })} />
            <TextField size="xs" aria-label={m.fields_option_es({ place })} placeholder={m.fields_spanish()} maxLength={60} value={es} onChange={(event) => set(key, { es: event.currentTarget.value })} />
            <ActionIcon size={24} disabled={at === 0} aria-label={m.fields_option_up({ place })} onClick={() => onChange(moved(options, at, at - 1))}><IconArrowUp size={14} /></ActionIcon>
            <ActionIcon size={24} disabled={at === options.length - 1} aria-label={m.fields_option_down({ place })} onClick={() => onChange(moved(options, at, at + 1))}><IconArrowDown size={14} /></ActionIcon>
            <ActionIcon size={24} aria-label={m.fields_option_remove({ place })} onClick={() => onChange(options.filter((option) => option.key !== key))}><IconTrash size={14} /></ActionIcon>
          </div>
        );
      })}
      {error && <p role="alert" className={styles.bad}>{error}</p>}
      <Button variant="default" size="compact-sm" leftSection={<IconPlus size={13} />} onClick={() => onChange([...options, blankOption()])}>{m.fields_option_add()}</Button>
    </fieldset>
  );
}
