import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { RefusalType } from '#refusals';
import { Decimal, Json, LocalDate } from '#scalars';
import { BusinessLineType, CompanyType, ExchangeRateType } from './company.type.ts';

@InputType()
export class UpdateCompanyInput {
  @Field(() => Int) expectedVersion!: number;
  @Field(() => String, { nullable: true }) name?: string;
  @Field(() => String, { nullable: true, description: 'PNG, JPEG or WebP as a data: address; null removes it.' }) logo?: string | null;
  @Field(() => String, { nullable: true }) country?: string;
  @Field(() => String, { nullable: true }) currency?: string;
  @Field(() => String, { nullable: true }) zone?: string;
  @Field(() => String, { nullable: true }) language?: 'en' | 'es';
  @Field(() => Json, { nullable: true }) workingHours?: Record<string, [string, string][]>;
  @Field(() => [LocalDate], { nullable: true }) holidays?: string[];
  @Field(() => Int, { nullable: true }) fiscalYearStart?: number;
}

@InputType()
export class CreateBusinessLineInput {
  @Field(() => String) name!: string;
  @Field(() => Int, { nullable: true, description: '7–730, 120 when not given.' }) fallbackRhythmDays?: number;
  @Field(() => Int, { nullable: true }) graceDays?: number;
  @Field(() => Int, { nullable: true }) minAfterSalesDays?: number;
  @Field(() => Boolean, { nullable: true, description: 'True takes the place of the present default.' }) isDefault?: boolean;
}

@InputType()
export class DeleteBusinessLineInput {
  @Field(() => ID) id!: string;
  @Field(() => Int) expectedVersion!: number;
}

@InputType()
export class UpdateBusinessLineInput extends DeleteBusinessLineInput {
  @Field(() => String, { nullable: true }) name?: string;
  @Field(() => Int, { nullable: true }) fallbackRhythmDays?: number;
  @Field(() => Int, { nullable: true }) graceDays?: number;
  @Field(() => Int, { nullable: true }) minAfterSalesDays?: number;
  @Field(() => Boolean, { nullable: true }) isDefault?: boolean;
}

@InputType()
export class SetExchangeRateInput {
  @Field(() => String) currency!: string;
  @Field(() => LocalDate) onDate!: string;
  @Field(() => Decimal) rate!: string;
}

@ObjectType()
export class UpdateCompanyResult {
  @Field(() => CompanyType, { nullable: true }) company?: CompanyType | null;
  @Field(() => RefusalType, { nullable: true }) refusal!: RefusalType | null;
}

@ObjectType()
class BusinessLineResult {
  @Field(() => BusinessLineType, { nullable: true }) businessLine?: BusinessLineType | null;
  @Field(() => RefusalType, { nullable: true }) refusal!: RefusalType | null;
}
@ObjectType() export class CreateBusinessLineResult extends BusinessLineResult {}
@ObjectType() export class UpdateBusinessLineResult extends BusinessLineResult {}

@ObjectType()
export class DeleteBusinessLineResult {
  @Field(() => ID, { nullable: true }) id?: string | null;
  @Field(() => RefusalType, { nullable: true }) refusal!: RefusalType | null;
}

@ObjectType()
export class SetExchangeRateResult {
  @Field(() => ExchangeRateType, { nullable: true }) exchangeRate?: ExchangeRateType | null;
  @Field(() => RefusalType, { nullable: true }) refusal!: RefusalType | null;
}

@ObjectType()
export class RemoveExampleResult {
  @Field(() => Int, { nullable: true, description: 'How many example customers went.' }) customers?: number;
  @Field(() => RefusalType, { nullable: true }) refusal!: RefusalType | null;
}
