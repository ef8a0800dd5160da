import { NumberField, SelectField, TextField, useFormatting } from '#design';
import { m } from '#words';
import type { FieldDefinition } from '@orbita/domain/facts';
import type { DraftLeaf } from '../tree/draft.ts';
import { ChoiceValue } from './choice-value.tsx';
import { MomentValue } from './moment-value.tsx';
import { ScaledValue } from './scaled-value.tsx';
import { useChoices } from './use-choices.ts';
import type { ValueProps } from './value-props.ts';

/** The constant of a predicate, by the type of its fact. */
export function ValueEditor(props: ValueProps) {
  const { field, leaf, label, error, onChange } = props;
  if (leaf.is === 'isSet' || leaf.is === 'reached') return null;
  const set = (value: unknown) => onChange({ ...leaf, value });
  if (leaf.is === 'daysSince' || leaf.is === 'daysUntil') {
    const setDays = ({ days: _, ...rest }: DraftLeaf, days: number | string) => onChange(days === '' ? rest : { ...rest, days: Number(days) });
    return <WholeNumber label={label} error={error} suffix={m.rules_days()} value={leaf.days} onChange={(days) => setDays(leaf, days)} />;
  }
  switch (field.type) {
    case 'integer':
      if (field.unit === 'money' || field.decimals) return <ScaledValue key={field.key} {...props} />;
      return <IntegerValue {...props} />;
    case 'boolean': return (
      <SelectField
        size="xs" aria-label={label} error={error} w={100} value={String(leaf.value)} onChange={(value) => set(value === 'true')}
        data={[{ value: 'true', label: m.rules_yes() }, { value: 'false', label: m.rules_no() }]}
      />
    );
    case 'instant': return <MomentValue {...props} />;
    case 'text': return <TextField size="xs" aria-label={label} error={error} w={180} value={String(leaf.value ?? '')} onChange={(event) => set(event.currentTarget.value)} />;
    case 'enum': case 'id': case 'set': return <Chosen {...props} />;
    default: return field.type satisfies never;
  }
}

function Chosen(props: ValueProps) {
  const choices = useChoices(props.field, props.leaf);
  return <ChoiceValue {...props} choices={choices} />;
}

const suffixOf = (field: FieldDefinition): string | undefined =>
  field.unit === 'percent' ? ' %' : field.unit === 'days' ? m.rules_days() : undefined;

function IntegerValue({ field, leaf, label, error, onChange }: ValueProps) {
  const shown = leaf.is === 'in' ? leaf.values?.[0] : leaf.value;
  const change = (value: number | string) => {
    const { value: _, values: __, ...rest } = leaf;
    if (value === '') return onChange(leaf.is === 'in' ? { ...rest, values: [] } : rest);
    return onChange(leaf.is === 'in' ? { ...rest, values: [Number(value)] } : { ...rest, value: Number(value) });
  };
  return <WholeNumber label={label} error={error} suffix={suffixOf(field)} value={shown} onChange={change} />;
}

interface WholeNumberProps {
  readonly label: string;
  readonly error: string | undefined;
  readonly suffix: string | undefined;
  readonly value: unknown;
  readonly onChange: (value: number | string) => void;
}

function WholeNumber({ label, error, suffix, value, onChange }: WholeNumberProps) {
  const { language } = useFormatting();
  return (
    <NumberField
      size="xs" w={110} aria-label={label} error={error} allowDecimal={false} suffix={suffix ? ` ${suffix.trim()}` : ''}
      thousandSeparator={language === 'es' ? '.' : ','} decimalSeparator={language === 'es' ? ',' : '.'}
      value={typeof value === 'number' ? value : ''} onChange={onChange}
    />
  );
}
