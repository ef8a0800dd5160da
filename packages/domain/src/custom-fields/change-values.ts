import { isRefused, type Refusal, refuse } from '#refusal';
import { type CustomField, staysFilled } from './custom-field.ts';
import { comparedValue, type CustomValue, type CustomValueInput, type CustomValues, pathOf, prepareCustomValue } from './custom-value.ts';

/** A thing's values as kept and as compared, and what changed of them. */
export interface CustomChange {
  readonly values: CustomValues;
  readonly compared: CustomValues;
  /** By field, what was there and what is now; null is nothing. */
  readonly changed: Readonly<Record<string, { readonly before: CustomValue | null; readonly after: CustomValue | null }>>;
}

export interface CustomCompany {
  readonly currency: string;
  readonly zone: string;
}

/** What is kept already, as it is kept and as it is compared. */
export interface KeptValues {
  readonly values: CustomValues;
  readonly compared: CustomValues;
}

export const noValues: KeptValues = { values: {}, compared: {} };

/**
 * The values after what was entered, those of fields that are not named unchanged. `fields` are those whom one may fill
 * in: another name is refused as one that does not exist. What stays filled (`staysFilled`) is not emptied.
 */
export function changeCustomValues(
  fields: readonly CustomField[], kept: KeptValues, inputs: readonly CustomValueInput[], { currency, zone }: CustomCompany,
): CustomChange | Refusal {
  const values: Record<string, CustomValue> = { ...kept.values };
  const compared: Record<string, CustomValue> = { ...kept.compared };
  const changed: Record<string, { before: CustomValue | null; after: CustomValue | null }> = {};
  for (const input of inputs) {
    const { name } = input;
    const field = fields.find((one) => one.name === name);
    if (!field) return refuse('NOT_FOUND', { field: pathOf(name.slice(0, 60)) });
    const before = Object.hasOwn(kept.values, name) ? kept.values[name] : undefined;
    const after = prepareCustomValue(field, input, { currency, before });
    if (isRefused(after)) return after;
    if (after === null && staysFilled(field)) return refuse('REQUIRED', { field: pathOf(name) });
    if (JSON.stringify(after) === JSON.stringify(before ?? null)) continue;
    changed[name] = { before: before ?? null, after };
    if (after === null) {
      delete values[name];
      delete compared[name];
    } else {
      values[name] = after;
      compared[name] = comparedValue(field, after, zone);
    }
  }
  return { values, compared, changed };
}

/** The first required field that has no value, refused by its path; nothing when all have one. */
export function missingRequired(fields: readonly CustomField[], values: CustomValues): Refusal | undefined {
  const missing = fields.find(({ name, required }) => required && !Object.hasOwn(values, name));
  return missing && refuse('REQUIRED', { field: pathOf(missing.name) });
}
