import { formatDecimal, money, writeDecimal } from '#money';
import type { CustomField } from './custom-field.ts';
import { type CustomValue, type CustomValueInput, memberOf } from './custom-value.ts';

/** A kept value as somebody would enter it: what `prepareCustomValue` reads back to the same. Null empties the field. */
export function enteredValue({ name, type, decimals }: CustomField, value: CustomValue | null, currency: string): CustomValueInput {
  const member = memberOf[type];
  if (value === null) return { name, [member]: null };
  if (type === 'NUMBER') return { name, number: writeDecimal({ units: BigInt(value as number), scale: decimals }) };
  if (type === 'MONEY') return { name, money: formatDecimal(money(value as number, currency)) };
  return { name, [member]: value };
}
