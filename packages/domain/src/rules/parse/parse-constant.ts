import { type Instant, parseInstant } from '#calendar';
import { type FieldDefinition, normaliseText } from '#facts';
import { isRefused, type Refusal } from '#refusal';
import { invalid } from './node.ts';

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** The years 1 to 9999, which every part of the product can store and show. */
const firstInstant: Instant = -62_135_596_800_000;
const lastInstant: Instant = 253_402_300_799_999;
const longestText = 200;

/** The constant that a fact is compared with, in the form in which the fact itself is kept; for a set, one element. */
export function parseConstant(input: unknown, field: FieldDefinition, path: string): number | string | boolean | Refusal {
  switch (field.type) {
    case 'integer': return parseInteger(input, field, path);
    case 'instant': return parseMoment(input, path);
    case 'boolean': return typeof input === 'boolean' ? input : invalid(path, 'WANTED_BOOLEAN');
    case 'enum': return parseMember(input, field, path);
    case 'id': return parseId(input, path);
    case 'set': return field.references ? parseId(input, path) : parseMember(input, field, path);
    case 'text': return parseText(input, path);
    default: return field.type satisfies never;
  }
}

function parseInteger(input: unknown, field: FieldDefinition, path: string): number | Refusal {
  if (Number.isSafeInteger(input)) return (input as number) + 0;
  return invalid(path, field.unit === 'money' ? 'WANTED_CENTS' : 'WANTED_INTEGER');
}

function parseMoment(input: unknown, path: string): Instant | Refusal {
  const instant = typeof input === 'string' ? parseInstant(input) : input;
  if (!isRefused(instant) && typeof instant === 'number' && Number.isInteger(instant)
    && instant >= firstInstant && instant <= lastInstant) return instant + 0;
  return invalid(path, 'WANTED_INSTANT');
}

function parseMember(input: unknown, field: FieldDefinition, path: string): string | Refusal {
  if (!field.values) return parseWord(input, path);
  return typeof input === 'string' && field.values.includes(input)
    ? input
    : invalid(path, 'CHOICES', { choices: field.values.join(', ') });
}

const parseId = (input: unknown, path: string): string | Refusal =>
  typeof input === 'string' && uuid.test(input)
    ? input.toLowerCase()
    : invalid(path, 'WANTED_ID');

function parseWord(input: unknown, path: string): string | Refusal {
  if (typeof input !== 'string' || input === '') return invalid(path, 'WANTED_TEXT');
  if (input.length > longestText) return invalid(path, 'TEXT_TOO_LONG', { maximum: longestText });
  return /[\p{Cc}\p{Cs}]/u.test(input) ? invalid(path, 'CONTROL_CHARACTERS') : input;
}

function parseText(input: unknown, path: string): string | Refusal {
  const text = typeof input === 'string' ? normaliseText(input) : '';
  if (text === '') return invalid(path, 'WANTED_LETTER');
  return text.length > longestText ? invalid(path, 'TEXT_TOO_LONG', { maximum: longestText }) : text;
}
