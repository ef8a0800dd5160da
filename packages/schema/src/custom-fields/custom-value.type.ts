import type { CustomValueRow } from '@orbita/database/custom-fields';
import { writeDecimal } from '@orbita/domain/money';
import { ArgsType, Field, ID, InputType, ObjectType } from 'type-graphql';
import type { RequestContext } from '#request';
import { Decimal, LocalDate, money, MoneyType } from '#scalars';
import { CustomFieldKind } from './custom-field.type.ts';

const nullable = true;

@ObjectType({ description: 'Whom a field points at, to one who may see him.' })
export class CustomLink {
  @Field(() => ID) id!: string;
  @Field(() => String) name!: string;
}

@ObjectType('CustomValue', { description: "What one of the company's own fields holds, in the member of its type; all are null when it holds nothing." })
export class CustomValueType {
  @Field(() => String) name!: string;
  @Field(() => String, { description: "Of the field, in the viewer's language." }) label!: string;
  @Field(() => CustomFieldKind) type!: CustomValueRow['type'];
  @Field(() => String, { nullable }) text!: string | null;
  @Field(() => Decimal, { nullable, description: 'Exact, with as many digits after the point as the field has.' }) number!: string | null;
  @Field(() => MoneyType, { nullable, description: "In the company's currency." }) money!: MoneyType | null;
  @Field(() => LocalDate, { nullable }) date!: string | null;
  @Field(() => Boolean, { nullable }) boolean!: boolean | null;
  @Field(() => String, { nullable, description: 'The value of the option that is chosen.' }) option!: string | null;
  @Field(() => [String], { nullable, description: 'The values of those that are chosen, in the order of the field.' }) options!: string[] | null;
  @Field(() => [String], { nullable, description: "What that which is chosen is called, in the viewer's language: of one option too." }) optionLabels!: string[] | null;
  @Field(() => CustomLink, { nullable }) customer!: CustomLink | null;
  @Field(() => CustomLink, { nullable }) user!: CustomLink | null;
}

@ArgsType()
export class CustomValuesArgs {
  @Field(() => [String], { nullable, description: 'Only these fields; all when not given.' }) names?: string[] | null;
}

const usually = 10;

/** What a thing's own values cost a request: as many as are named, else as many as a company usually keeps of its own. */
export const costOfValues = ({ args, childComplexity }: { readonly args: Record<string, unknown>; readonly childComplexity: number }): number =>
  (Array.isArray(args['names']) ? args['names'].length : usually) * childComplexity;

@InputType('CustomValueInput', { description: "What one of the company's own fields is to hold, in the member of its type; nothing empties it." })
export class CustomValueInputType {
  @Field(() => String) name!: string;
  @Field(() => String, { nullable }) text?: string | null;
  @Field(() => Decimal, { nullable }) number?: string | null;
  @Field(() => Decimal, { nullable, description: "In the company's currency." }) money?: string | null;
  @Field(() => LocalDate, { nullable }) date?: string | null;
  @Field(() => Boolean, { nullable }) boolean?: boolean | null;
  @Field(() => String, { nullable, description: 'The value of an option.' }) option?: string | null;
  @Field(() => [String], { nullable }) options?: string[] | null;
  @Field(() => ID, { nullable }) customerId?: string | null;
  @Field(() => ID, { nullable }) userId?: string | null;
}

/** The values of a thing as its statement read them, as the API tells them. */
export function tellCustomValues(rows: readonly CustomValueRow[], { viewer, company }: RequestContext): CustomValueType[] {
  return rows.map(({ name, type, label, decimals, value, options, linked }) => {
    const optionLabels = value !== null && (type === 'CHOICE' || type === 'CHOICES') ? options.map((option) => option.label[viewer.language]) : null;
    const held = <Kind extends CustomValueRow['type'], Told>(kind: Kind, as: (value: string | number | boolean) => Told): Told | null =>
      (type === kind && value !== null ? as(value as string | number | boolean) : null);
    return {
      name, type, label: label[viewer.language],
      text: held('TEXT', String), date: held('DATE', String), boolean: held('BOOLEAN', (flag) => flag === true),
      number: held('NUMBER', (units) => writeDecimal({ units: BigInt(Number(units)), scale: decimals })),
      money: held('MONEY', (units) => money(Number(units), company.currency)),
      option: held('CHOICE', String), options: held('CHOICES', () => options.map((option) => option.value)), optionLabels, customer: held('CUSTOMER', () => linked), user: held('USER', () => linked),
    };
  });
}
