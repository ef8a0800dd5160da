import { comparedValue, type CustomField, type CustomValue, type CustomValueInput, type CustomValues, memberOf, pathOf, prepareCustomValue } from '#custom-fields';
import { normaliseText } from '#facts';
import { isRefused } from '#refusal';
import type { BoundFields, CellValue, RowProblem } from '../cells/index.ts';
import type { Values } from './values.ts';

/** A value of one of the company's own fields, as kept and as rules compare it. */
export interface ImportedValue {
  readonly value: CustomValue;
  readonly compared: CustomValue;
  /** To whom it points: until he is looked up, the value is what the file calls him. */
  readonly link?: 'CUSTOMER' | 'USER' | undefined;
}

export type ImportedCustom = Readonly<Record<string, ImportedValue>>;

/** What a row says, as it is kept and as rules compare it. */
export const valuesOf = (custom: ImportedCustom): CustomValues => Object.fromEntries(Object.entries(custom).map(([name, { value }]) => [name, value]));
export const comparedOf = (custom: ImportedCustom): CustomValues => Object.fromEntries(Object.entries(custom).map(([name, { compared }]) => [name, compared]));

/** The company's own fields, and what its amounts and days are read by. */
export interface CustomReading {
  readonly fields: readonly CustomField[];
  readonly currency: string;
  readonly zone: string;
}

/** What a row says of the company's own fields, by name; what is wrong is told in `problems`. */
export function readCustom(
  bound: BoundFields, values: Values, { fields, currency, zone }: CustomReading, problems: RowProblem[],
): ImportedCustom {
  const found: Record<string, ImportedValue> = {};
  for (const field of fields) {
    const path = pathOf(field.name);
    const cell = values[path];
    if (cell === undefined) continue;
    if (field.type === 'CUSTOMER' || field.type === 'USER') {
      found[field.name] = { value: String(cell), compared: String(cell), link: field.type };
      continue;
    }
    const value = prepareCustomValue(field, inputOf(field, cell), { currency });
    if (isRefused(value)) problems.push({ column: bound.columnOf(path), refusal: value });
    else if (value !== null) found[field.name] = { value, compared: comparedValue(field, value, zone) };
  }
  return found;
}

function inputOf(field: CustomField, cell: CellValue): CustomValueInput {
  const given = Array.isArray(cell) ? cell.map((text) => optionCalled(field, text)) : cell;
  return { name: field.name, [memberOf[field.type]]: given };
}

/** The option that a text calls by its value or a label; the text itself where there is none, to be refused. */
function optionCalled({ options }: CustomField, text: string): string {
  const called = normaliseText(text);
  const found = options.find(({ value, label, archived }) => !archived && [value, label.en, label.es].some((name) => normaliseText(name) === called));
  return found?.value ?? text;
}
