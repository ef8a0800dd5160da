import { minorDigits, writeDecimal } from '@orbita/domain/money';
import { Field, ObjectType } from 'type-graphql';
import { Decimal } from './decimal.ts';

@ObjectType('Money', { description: 'An exact amount of one currency.' })
export class MoneyType {
  @Field(() => Decimal) amount!: string;
  @Field(() => String, { description: 'ISO 4217.' }) currency!: string;
}

/** From the database's minor units (text, since they are 64 bit, and sums more) to the API's decimal text, to the cent. */
export function money(minor: string | number | null | undefined, currency: string): MoneyType | null {
  if (minor === null || minor === undefined) return null;
  return { amount: writeDecimal({ units: BigInt(minor), scale: minorDigits(currency) }), currency };
}
