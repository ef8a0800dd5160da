import { type Bilingual, normaliseText } from '#facts';
import { isRefused, type Refusal, refuse } from '#refusal';
import { type CustomField, type CustomOption, hasOptions } from './custom-field.ts';
import { prepareLabel } from './prepare-label.ts';

/** An option as entered: without a value it is a new one. */
export interface OptionInput {
  readonly value?: string | null | undefined;
  readonly label: Bilingual;
  readonly archived?: boolean | null | undefined;
}

const longestValue = 36;
const valueForm = /^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$/;

/** The options of a field in the order given. One that was there and is left out stays, archived, behind them. */
export function prepareOptions(field: CustomField, inputs: readonly OptionInput[]): readonly CustomOption[] | Refusal {
  if (!hasOptions(field)) return inputs.length === 0 ? [] : refuse('INVALID', { field: 'options' });
  const kept = new Set(inputs.flatMap(({ value }) => value ?? []));
  const taken = new Set([...field.options.map(({ value }) => value), ...kept]);
  const options: CustomOption[] = [];
  for (const [index, input] of inputs.entries()) {
    const label = prepareLabel(input.label, `options.${index}.label`);
    if (isRefused(label)) return label;
    const value = input.value?.trim() || freeValue(label.en, taken);
    if (!valueForm.test(value)) return refuse('INVALID_FORMAT', { field: `options.${index}.value`, details: { value: value.slice(0, 60), example: 'GOLD' } });
    if (options.some((one) => one.value === value)) return refuse('ALREADY_EXISTS', { field: `options.${index}.value`, details: { value } });
    const same = options.find((one) => !one.archived && !input.archived && (one.label.en === label.en || one.label.es === label.es));
    if (same) return refuse('ALREADY_EXISTS', { field: `options.${index}.label`, details: { value: label.en } });
    taken.add(value);
    options.push({ value, label, archived: input.archived ?? false });
  }
  const gone = field.options.filter(({ value }) => !kept.has(value)).map((option) => ({ ...option, archived: true }));
  return [...options, ...gone];
}

function freeValue(label: string, taken: ReadonlySet<string>): string {
  const value = normaliseText(label).toUpperCase().replaceAll(/[^A-Z0-9]+/g, '_').replaceAll(/^_|_$/g, '').slice(0, longestValue) || 'OPTION';
  if (!taken.has(value)) return value;
  for (let number = 2; ; number += 1) if (!taken.has(`${value}_${number}`)) return `${value}_${number}`;
}
