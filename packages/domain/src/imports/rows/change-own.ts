import { type CustomField, type CustomValueInput, enteredValue, type KeptValues, pathOf } from '#custom-fields';
import type { Meeting } from './change-customer.ts';
import type { ImportedCustom } from './read-custom.ts';

/** What a row changes of the company's own fields of a thing that is there, by the name that events and mappings have for each. */
export interface OwnChange {
  readonly next: KeptValues;
  readonly changed: readonly (readonly [field: string, values: { readonly before: unknown; readonly after: unknown }])[];
  readonly kept: readonly string[];
}

/** The company's own fields of a known thing after a row. */
export function changeOwn(said: ImportedCustom, known: KeptValues, meeting: Meeting): OwnChange {
  let next = known;
  const changed: [string, { before: unknown; after: unknown }][] = [];
  const kept: string[] = [];
  for (const [name, { value, compared }] of Object.entries(said)) {
    const before = next.values[name];
    if (JSON.stringify(before) === JSON.stringify(value)) continue;
    if (before !== undefined && meeting === 'fill') {
      kept.push(pathOf(name));
      continue;
    }
    next = { values: { ...next.values, [name]: value }, compared: { ...next.compared, [name]: compared } };
    changed.push([pathOf(name), { before: before ?? null, after: value }]);
  }
  return { next, changed, kept };
}

/** What it changes, as somebody would enter it. */
export const enteredOwn = ({ next, changed }: OwnChange, fields: readonly CustomField[], currency: string): readonly CustomValueInput[] =>
  fields.filter(({ name }) => changed.some(([field]) => field === pathOf(name))).map((field) => enteredValue(field, next.values[field.name] ?? null, currency));
