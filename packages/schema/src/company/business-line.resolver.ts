import {
  type BusinessLineRow, createBusinessLine, deleteBusinessLine, listBusinessLines, updateBusinessLine,
} from '@orbita/database/company';
import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Allow, decide, type RequestContext, writingOf } from '#request';
import {
  CreateBusinessLineInput, CreateBusinessLineResult, DeleteBusinessLineInput, DeleteBusinessLineResult, UpdateBusinessLineInput,
  UpdateBusinessLineResult,
} from './company.input.ts';
import { BusinessLineType } from './company.type.ts';

@Resolver(() => BusinessLineType)
export class BusinessLineResolver {
  @Query(() => [BusinessLineType], { complexity: ({ childComplexity }) => 10 * childComplexity })
  @Allow('company', 'read')
  businessLines(@Ctx() { em, viewer }: RequestContext): Promise<BusinessLineRow[]> {
    return listBusinessLines(em, viewer);
  }

  @Mutation(() => CreateBusinessLineResult)
  @Allow('company', 'update')
  createBusinessLine(
    @Arg('input', () => CreateBusinessLineInput) input: CreateBusinessLineInput, @Ctx() context: RequestContext,
  ): Promise<unknown> {
    return decide(context, (em) => createBusinessLine(em, { ...input, isDefault: input.isDefault || undefined }, writingOf(context)),
      (id) => read(context, id));
  }

  @Mutation(() => UpdateBusinessLineResult)
  @Allow('company', 'update')
  updateBusinessLine(
    @Arg('input', () => UpdateBusinessLineInput) input: UpdateBusinessLineInput, @Ctx() context: RequestContext,
  ): Promise<unknown> {
    return decide(context, (em) => updateBusinessLine(em, { ...input, isDefault: input.isDefault || undefined }, writingOf(context)),
      (id) => read(context, id), () => read(context, input.id));
  }

  @Mutation(() => DeleteBusinessLineResult)
  @Allow('company', 'update')
  deleteBusinessLine(
    @Arg('input', () => DeleteBusinessLineInput) input: DeleteBusinessLineInput, @Ctx() context: RequestContext,
  ): Promise<unknown> {
    return decide(context, (em) => deleteBusinessLine(em, input, writingOf(context)), async (id) => ({ id }));
  }
}

const read = async ({ em, viewer }: RequestContext, id: string) => ({
  businessLine: (await listBusinessLines(em, viewer)).find((line) => line.id === id) ?? null,
});
