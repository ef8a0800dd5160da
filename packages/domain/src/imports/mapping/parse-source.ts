import { isDecimalText } from '#money';
import { isRefused, type Refusal } from '#refusal';
import { type Reason, refuseBecause } from '../messages/index.ts';
import type { FieldsOf } from './fields.ts';
import type { Source, Sources } from './mapping.ts';

export type Json = Readonly<Record<string, unknown>>;

export const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
export const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
export const isTexts = (value: unknown): value is string[] => Array.isArray(value) && value.length > 0 && value.every(isText);

/** Refuses keys that the grammar does not have, so that a slip of the pen is not silently nothing. */
export function unknownKey(value: Json, known: readonly string[], field: string): Refusal | null {
  const key = Object.keys(value).find((one) => !known.includes(one));
  return key === undefined ? null : invalid(`${field}.${key}`, 'UNKNOWN_KEY', { key, known: known.join(', ') });
}

export const invalid = (field: string, because: Reason, details: Readonly<Record<string, string | number>> = {}): Refusal => refuseBecause('INVALID', because, details, field);

/** Reads the sources of the fields of one thing; each field must be one that the thing has. */
export function parseSources(value: unknown, fields: FieldsOf, field: string, required = true): Sources | Refusal {
  if (!isJson(value)) return invalid(field, 'WANTED_SOURCES');
  const wrong = unknownKey(value, Object.keys(fields), field);
  if (wrong) return wrong;
  const sources: Record<string, Source> = {};
  for (const [name, given] of Object.entries(value)) {
    const source = parseSource(given, `${field}.${name}`);
    if (isRefused(source)) return source;
    sources[name] = source;
  }
  const missing = Object.entries(fields).find(([name, one]) => required && one.required && !sources[name]);
  return missing ? refuseBecause('REQUIRED', 'WANTED_FIELD', {}, `${field}.${missing[0]}`) : sources;
}

const keys = ['column', 'firstOf', 'joined', 'with', 'constant', 'template', 'values', 'otherwise', 'times'];

function parseSource(value: unknown, field: string): Source | Refusal {
  if (isText(value)) return { kind: 'COLUMN', columns: [value] };
  if (!isJson(value)) return invalid(field, 'WANTED_SOURCE');
  const wrong = unknownKey(value, keys, field);
  if (wrong) return wrong;
  const mapped = parseValues(value, field);
  if (isRefused(mapped)) return mapped;
  const { column, firstOf, joined, constant, template, times } = value;
  if ([column, firstOf, joined, constant, template].filter((one) => one !== undefined).length !== 1) {
    return invalid(field, 'ONE_OF', { choices: 'column, firstOf, joined, constant, template' });
  }
  if (value['with'] !== undefined && (joined === undefined || typeof value['with'] !== 'string')) return invalid(`${field}.with`, 'WANTED_TEXT');
  if (times !== undefined && !(isText(times) && isDecimalText(times))) return invalid(`${field}.times`, 'WANTED_NUMBER');
  const factor = isText(times) ? { times } : {};
  if (isText(column)) return { kind: 'COLUMN', columns: [column], ...factor, ...mapped };
  if (isTexts(firstOf)) return { kind: 'COLUMN', columns: firstOf, ...factor, ...mapped };
  if (isTexts(joined)) return { kind: 'JOINED', columns: joined, with: typeof value['with'] === 'string' ? value['with'] : ' ', ...mapped };
  if (isText(constant)) return { kind: 'CONSTANT', text: constant, ...mapped };
  if (isText(template)) return { kind: 'TEMPLATE', template, ...mapped };
  return invalid(field, 'WANTED_TEXT');
}

function parseValues({ values, otherwise }: Json, field: string): Pick<Source, 'values' | 'otherwise'> | Refusal {
  const end = ['KEEP', 'EMPTY', 'REFUSE'] as const;
  const chosen = end.find((one) => one === otherwise);
  if (otherwise !== undefined && !chosen) return invalid(`${field}.otherwise`, 'CHOICES', { choices: end.join(', ') });
  if (values === undefined) return {};
  if (!isJson(values) || !Object.values(values).every((one) => typeof one === 'string')) {
    return invalid(`${field}.values`, 'WANTED_VALUES');
  }
  return { values: values as Record<string, string>, otherwise: chosen ?? 'KEEP' };
}

/** The given choice, the first where none is given, undefined where it is none of them. */
export function oneOf<Choice extends string>(value: unknown, choices: readonly [Choice, ...Choice[]]): Choice | undefined {
  return value === undefined ? choices[0] : choices.find((one) => one === value);
}
