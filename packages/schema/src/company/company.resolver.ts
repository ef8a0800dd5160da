import {
  type CompanyRow, companySettings, type ExchangeRateRow, listExchangeRates, rateOn, setExchangeRate, updateCompany,
} from '@orbita/database/company';
import { removeDemo } from '@orbita/database/demo';
import { Arg, Args, ArgsType, Ctx, Field, Mutation, Query, Resolver } from 'type-graphql';
import { Allow, decide, type RequestContext, writingOf } from '#request';
import { Decimal, LocalDate } from '#scalars';
import { RemoveExampleResult, SetExchangeRateInput, SetExchangeRateResult, UpdateCompanyInput, UpdateCompanyResult } from './company.input.ts';
import { CompanyType, ExchangeRateType } from './company.type.ts';

@ArgsType()
class RatesArgs {
  @Field(() => String, { nullable: true }) currency?: string;
  @Field(() => LocalDate, { nullable: true }) from?: string;
  @Field(() => LocalDate, { nullable: true }) until?: string;
}

@Resolver(() => CompanyType)
export class CompanyResolver {
  @Query(() => CompanyType, { nullable: true })
  @Allow('company', 'read')
  company(@Ctx() { em, viewer }: RequestContext): Promise<CompanyRow | null> {
    return companySettings(em, viewer);
  }

  @Query(() => [ExchangeRateType], { description: 'Newest first, 366 at most.', complexity: ({ childComplexity }) => 100 * childComplexity })
  @Allow('company', 'read')
  exchangeRates(@Args(() => RatesArgs) args: RatesArgs, @Ctx() { em, viewer }: RequestContext): Promise<ExchangeRateRow[]> {
    return listExchangeRates(em, args, viewer);
  }

  @Query(() => Decimal, { nullable: true, description: 'The latest rate on or before a date; null when none is known by then.' })
  @Allow('company', 'read')
  exchangeRateOn(
    @Arg('currency', () => String) currency: string, @Arg('date', () => LocalDate) date: string, @Ctx() { em }: RequestContext,
  ): Promise<string | null> {
    return rateOn(em, currency, date);
  }

  @Mutation(() => UpdateCompanyResult)
  @Allow('company', 'update')
  updateCompany(@Arg('input', () => UpdateCompanyInput) input: UpdateCompanyInput, @Ctx() context: RequestContext): Promise<unknown> {
    const read = async () => ({ company: await companySettings(context.em, context.viewer) });
    return decide(context, (em) => updateCompany(em, input, writingOf(context)), read, read);
  }

  @Mutation(() => SetExchangeRateResult)
  @Allow('company', 'update')
  setExchangeRate(@Arg('input', () => SetExchangeRateInput) input: SetExchangeRateInput, @Ctx() context: RequestContext): Promise<unknown> {
    return decide(context, (em) => setExchangeRate(em, input, writingOf(context)), async (exchangeRate) => ({ exchangeRate }));
  }

  @Mutation(() => RemoveExampleResult, { description: 'Removes the example company: its customers with everything of theirs, for good.' })
  @Allow('company', 'delete')
  removeExample(@Ctx() context: RequestContext): Promise<unknown> {
    return decide(context, (em) => removeDemo(em, writingOf(context)), async ({ customers }) => ({ customers }));
  }
}
