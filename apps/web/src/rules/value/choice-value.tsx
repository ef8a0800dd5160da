import '@mantine/core/styles/Pill.layer.css';
import { ManySelectField, SelectField, TextField } from '#design';
import { m } from '#words';
import { TagsInput } from '@mantine/core';
import type { Choices } from './use-choices.ts';
import type { ValueProps } from './value-props.ts';

/** One or several of what there is: by name, searchable, the server asked where there is too much to list. */
export function ChoiceValue({ leaf, label, error, onChange, choices }: ValueProps & { readonly choices: Choices }) {
  const set = (value: string | null) => {
    const { value: _, ...rest } = leaf;
    onChange(value === null || value === '' ? rest : { ...rest, value });
  };
  const given = typeof leaf.value === 'string' ? leaf.value : '';
  const many = { size: 'xs', 'aria-label': label, error, w: '100%', styles: { inputField: { minWidth: 24 } }, value: (leaf.values ?? []).map(String), onChange: (values: string[]) => onChange({ ...leaf, values }) } as const;
  if (choices.free) {
    return leaf.is === 'in'
      ? <TagsInput {...many} placeholder={many.value.length > 0 ? '' : m.rules_write_values()} />
      : <TextField size="xs" aria-label={label} error={error} w={180} value={given} onChange={(event) => set(event.currentTarget.value)} />;
  }
  const list = { data: [...choices.list], searchable: true, nothingFoundMessage: m.rules_nothing_found(), limit: 300, ...choices.search } as const;
  if (leaf.is === 'in') return <ManySelectField {...many} {...list} placeholder={many.value.length > 0 ? '' : m.rules_choose()} hidePickedOptions />;
  return <SelectField size="xs" aria-label={label} error={error} w={200} {...list} placeholder={m.rules_choose()} value={given || null} onChange={set} />;
}
