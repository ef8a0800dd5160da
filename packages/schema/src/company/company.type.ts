import type { Role } from '@orbita/domain/access';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { RoleEnum } from '#access';
import { Decimal, Json, LocalDate } from '#scalars';

@ObjectType('Company', { description: 'Whose house this is: what decides days, amounts and texts.' })
export class CompanyType {
  @Field(() => ID) id!: string;
  @Field(() => String) name!: string;
  @Field(() => String, { nullable: true, description: 'A picture as a data: address.' }) logo!: string | null;
  @Field(() => String, { description: 'ISO 3166.' }) country!: string;
  @Field(() => String, { description: 'ISO 4217; fixed once there are amounts.' }) currency!: string;
  @Field(() => String, { description: 'IANA time zone: decides days, months and due dates.' }) zone!: string;
  @Field(() => String) language!: 'en' | 'es';
  @Field(() => Json, { description: 'By day of the week, local time: {"mon": [["09:00", "14:00"]]}.' }) workingHours!: unknown;
  @Field(() => [LocalDate], { complexity: 1 }) holidays!: string[];
  @Field(() => Int, { description: 'Month in which the fiscal year begins.' }) fiscalYearStart!: number;
  @Field(() => [RoleEnum], { complexity: 1, description: 'Of whom a second factor is demanded.' }) twoFactorRoles!: readonly Role[];
  @Field(() => Boolean, { description: 'Whether this is the example company.' }) example!: boolean;
  @Field(() => Int) version!: number;
}

@ObjectType('BusinessLine', { description: 'A line of business, with its own usual rhythm and patience.' })
export class BusinessLineType {
  @Field(() => ID) id!: string;
  @Field(() => String) name!: string;
  @Field(() => Int, { description: 'Days between purchases, where a customer’s own rhythm is not known.' }) fallbackRhythmDays!: number;
  @Field(() => Int) graceDays!: number;
  @Field(() => Int) minAfterSalesDays!: number;
  @Field(() => Boolean) isDefault!: boolean;
  @Field(() => Int) version!: number;
}

@ObjectType('ExchangeRate', { description: 'Units of the company’s currency for one of this currency, from a day on.' })
export class ExchangeRateType {
  @Field(() => String) currency!: string;
  @Field(() => LocalDate) onDate!: string;
  @Field(() => Decimal) rate!: string;
}
