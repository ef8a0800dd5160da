import { type Role, roles } from '#access';
import { type Bilingual, normaliseText } from '#facts';
import { isRefused, type Refusal, refuse, refuseBecause } from '#refusal';
import { type CustomEntity, customEntities, type CustomField, type CustomFieldType, customFieldTypes, hasOptions, mayBeRequired, mostOptions } from './custom-field.ts';
import { prepareLabel } from './prepare-label.ts';
import { type OptionInput, prepareOptions } from './prepare-options.ts';

/** What may be changed of a field later; undefined leaves it, and so does null, but for the readers. */
export interface CustomFieldPatch {
  readonly label?: Bilingual | undefined;
  readonly options?: readonly OptionInput[] | null | undefined;
  readonly required?: boolean | undefined;
  readonly requiredAtStages?: readonly string[] | undefined;
  readonly readers?: readonly Role[] | null | undefined;
}

/** A field as entered. Without a name, one is made from the English label. */
export interface CustomFieldInput extends CustomFieldPatch {
  readonly entity: CustomEntity;
  readonly name?: string | null | undefined;
  readonly type: CustomFieldType;
  readonly label: Bilingual;
  readonly decimals?: number | null | undefined;
}

const longestName = 40;
const mostDecimals = 4;
const mostStages = 50;
const nameForm = /^[a-z][A-Za-z0-9]{0,39}$/;

/** Brings a new field into the form in which it is kept; refuses what is wrong by its path. `taken` are the names there are. */
export function prepareCustomField(input: CustomFieldInput, taken: ReadonlySet<string>): CustomField | Refusal {
  const { entity, type } = input;
  if (!customEntities.includes(entity)) return refuse('INVALID', { field: 'entity', details: { value: entity } });
  if (!customFieldTypes.includes(type)) return refuse('INVALID', { field: 'type', details: { value: type } });
  const decimals = type === 'NUMBER' ? input.decimals ?? 0 : 0;
  if (!Number.isInteger(decimals) || decimals < 0 || decimals > mostDecimals) {
    return refuse('OUT_OF_RANGE', { field: 'decimals', details: { minimum: 0, maximum: mostDecimals } });
  }
  const blank = { entity, name: '', type, decimals, label: input.label, options: [], required: false, requiredAtStages: [], readers: null };
  const prepared = changeCustomField(blank, { ...input, options: input.options ?? [] });
  if (isRefused(prepared)) return prepared;
  const name = prepareName(input.name, prepared.label, taken);
  return isRefused(name) ? name : { ...prepared, name };
}

/** A field after a patch. Options that are left out are archived, since values may hold them. */
export function changeCustomField(field: CustomField, patch: CustomFieldPatch): CustomField | Refusal {
  const label = prepareLabel(patch.label ?? field.label, 'label');
  if (isRefused(label)) return label;
  const options = patch.options ? prepareOptions(field, patch.options) : field.options;
  if (isRefused(options)) return options;
  if (hasOptions(field) && !options.some(({ archived }) => !archived)) return refuse('REQUIRED', { field: 'options' });
  if (options.length > mostOptions) return refuseBecause('INVALID', 'AT_MOST', { field: 'options', maximum: mostOptions });
  const readers = patch.readers === undefined ? field.readers : patch.readers;
  const strange = readers?.find((role) => !roles.includes(role));
  if (strange) return refuse('INVALID', { field: 'readers', details: { value: strange } });
  const stages = [...new Set(patch.requiredAtStages ?? field.requiredAtStages)];
  if (stages.length > mostStages) return refuseBecause('INVALID', 'AT_MOST', { field: 'requiredAtStages', maximum: mostStages });
  return {
    ...field, label, options,
    required: mayBeRequired(field) && (patch.required ?? field.required),
    requiredAtStages: field.entity === 'OPPORTUNITY' ? stages : [],
    readers: readers && roles.filter((role) => role === 'administrator' || readers.includes(role)),
  };
}

function prepareName(input: string | null | undefined, label: Bilingual, taken: ReadonlySet<string>): string | Refusal {
  const given = input?.trim();
  if (given && (!nameForm.test(given) || isOfEveryObject(given))) return refuse('INVALID_FORMAT', { field: 'name', details: { value: given.slice(0, 60), example: 'favouriteWine' } });
  if (given) return taken.has(given) ? refuse('ALREADY_EXISTS', { field: 'name', details: { value: given } }) : given;
  const name = camel(label.en);
  if (!taken.has(name) && !isOfEveryObject(name)) return name;
  for (let number = 2; ; number += 1) if (!taken.has(`${name}${number}`)) return `${name}${number}`;
}

/** Whether any object answers to the name, such as `constructor`: one without such a value would seem to have it. */
const isOfEveryObject = (name: string): boolean => name in {};

/** A text as one word of the code: letters and digits of English, each further word with a capital. */
function camel(text: string): string {
  const [first = '', ...rest] = normaliseText(text).replaceAll(/[^a-z0-9]+/g, ' ').trim().split(' ');
  const word = [first, ...rest.map((part) => part.charAt(0).toUpperCase() + part.slice(1))].join('');
  return (/^[a-z]/.test(word) ? word : `field${word}`).slice(0, longestName - 4);
}
