import { parseDate, startOfDay } from '#calendar';
import { normaliseText } from '#facts';
import { isRefused, type Refusal, refuse, refuseBecause } from '#refusal';
import { parseMoney, readDecimal } from '#money';
import type { CustomField, CustomFieldType } from './custom-field.ts';

/** A value as it is kept: numbers and money in their smallest units, dates `YYYY-MM-DD`, options and links by what names them. */
export type CustomValue = string | number | boolean | readonly string[];
export type CustomValues = Readonly<Record<string, CustomValue>>;

/** A value as entered, in the member of its field's type; nothing or null empties the field. */
export interface CustomValueInput {
  readonly name: string;
  readonly text?: string | null | undefined;
  /** Exact decimals as text: of a number, and of money in the company's currency. */
  readonly number?: string | null | undefined;
  readonly money?: string | null | undefined;
  readonly date?: string | null | undefined;
  readonly boolean?: boolean | null | undefined;
  readonly option?: string | null | undefined;
  readonly options?: readonly string[] | null | undefined;
  readonly customerId?: string | null | undefined;
  readonly userId?: string | null | undefined;
}

export type ValueMember = Exclude<keyof CustomValueInput, 'name'>;

/** Where the value of each type is entered. */
export const memberOf: Readonly<Record<CustomFieldType, ValueMember>> = {
  TEXT: 'text', NUMBER: 'number', MONEY: 'money', DATE: 'date', BOOLEAN: 'boolean', CHOICE: 'option', CHOICES: 'options',
  CUSTOMER: 'customerId', USER: 'userId',
};
const members = Object.values(memberOf);

/** Refusals of a value name it so. */
export const pathOf = (name: string): string => `custom.${name}`;

const longestText = 500;
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A value in the form in which it is kept; null when there is none. `before` may hold what is offered no longer. */
export function prepareCustomValue(
  field: CustomField, input: CustomValueInput, { currency, before }: { readonly currency: string; readonly before?: CustomValue | undefined },
): CustomValue | null | Refusal {
  const own = memberOf[field.type];
  const path = pathOf(field.name);
  const strange = members.find((member) => member !== own && input[member] !== undefined && input[member] !== null);
  if (strange) return refuseBecause('INVALID', 'OTHER_MEMBER', { field: path, member: own });
  const given = input[own];
  if (given === undefined || given === null || given === '') return null;
  const read = readValue(field, given, { currency, before });
  return isRefused(read) ? { ...read, field: path } : read;
}

function readValue(
  field: CustomField, given: string | boolean | readonly string[], { currency, before }: { readonly currency: string; readonly before?: CustomValue | undefined },
): CustomValue | null | Refusal {
  switch (field.type) {
    case 'TEXT': return readText(String(given));
    case 'NUMBER': return readNumber(String(given), field.decimals);
    case 'MONEY': {
      const money = parseMoney(String(given), currency);
      return isRefused(money) ? money : money.amount;
    }
    case 'DATE': return parseDate(String(given));
    case 'BOOLEAN': return given === true;
    case 'CHOICE': return readOption(field, String(given), before === undefined ? [] : [String(before)]);
    case 'CHOICES': return readOptions(field, given as readonly string[], Array.isArray(before) ? before as string[] : []);
    case 'CUSTOMER': case 'USER': return uuid.test(String(given)) ? String(given).toLowerCase() : refuse('INVALID_FORMAT', { details: { value: String(given).slice(0, 40) } });
    default: return field.type satisfies never;
  }
}

function readText(given: string): string | null | Refusal {
  const text = given.normalize('NFC').replaceAll(/[\p{Cc}\s]+/gu, ' ').trim();
  if (text.length > longestText) return refuse('TOO_LONG', { details: { maximum: longestText } });
  return text.isWellFormed() ? text || null : refuse('INVALID');
}

function readNumber(given: string, decimals: number): number | Refusal {
  const read = readDecimal(given);
  const example = decimals === 0 ? '12' : `12.${'5'.padEnd(decimals, '0')}`;
  if (!read) return refuse('INVALID_FORMAT', { details: { value: given.slice(0, 40), example } });
  let { units, scale } = read;
  while (scale > decimals && units % 10n === 0n) [units, scale] = [units / 10n, scale - 1];
  if (scale > decimals) return refuse('INVALID_FORMAT', { details: { value: given.slice(0, 40), example } });
  const number = Number(units * 10n ** BigInt(decimals - scale));
  return Number.isSafeInteger(number) ? number : refuse('OUT_OF_RANGE', { details: { maximum: Number.MAX_SAFE_INTEGER } });
}

function readOption({ options }: CustomField, given: string, before: readonly string[]): string | Refusal {
  if (options.some(({ value, archived }) => value === given && (!archived || before.includes(given)))) return given;
  return refuseBecause('INVALID', 'CHOICES', { choices: options.filter(({ archived }) => !archived).map(({ value }) => value).join(', ') });
}

/** Each once, in the order of the options. */
function readOptions(field: CustomField, given: readonly string[], before: readonly string[]): readonly string[] | null | Refusal {
  for (const one of given) {
    const read = readOption(field, one, before);
    if (isRefused(read)) return read;
  }
  const chosen = field.options.flatMap(({ value }) => (given.includes(value) ? [value] : []));
  return chosen.length === 0 ? null : chosen;
}

/** A value in the form in which rules compare it: texts normalised, a date the instant at which it begins. */
export function comparedValue({ type }: Pick<CustomField, 'type'>, value: CustomValue, zone: string): CustomValue {
  if (type === 'TEXT') return normaliseText(String(value));
  return type === 'DATE' ? startOfDay(String(value), zone) : value;
}
