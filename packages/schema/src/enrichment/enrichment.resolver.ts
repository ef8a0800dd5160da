import type { CustomerRow } from '@orbita/database/customers';
import {
  acceptMany, type AcceptedMany, decideProposal, enrichmentProposalById, type EnrichmentProposalRow, type OpenEnrichment, openEnrichments, proposalsColumn, takeCertainEnrichment,
  takesCertain,
} from '@orbita/database/enrichment';
import type { EnrichmentConfidence, EnrichmentField } from '@orbita/domain/enrichment';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Info, Mutation, Query, Resolver, Root } from 'type-graphql';
import { customerAnswer, CustomerType } from '#customers';
import { Allow, decide, type RequestContext, told, ToldWithParent, writingOf } from '#request';
import {
  AcceptEnrichmentsResult, Confidence, EnrichmentProposalType, EnrichmentResult, FieldOfEnrichment, OpenEnrichmentType, TakeCertainEnrichmentResult,
} from './enrichment.type.ts';

@Resolver(() => CustomerType)
export class EnrichmentOfCustomerResolver {
  @FieldResolver(() => [EnrichmentProposalType], {
    complexity: ({ childComplexity }) => 3 * childComplexity, description: 'What waits to be accepted or dismissed, for those who may change him; what is certain first.',
  })
  @ToldWithParent((_, { viewer }) => proposalsColumn(viewer))
  enrichmentProposals(@Root() customer: CustomerRow, @Info() info: GraphQLResolveInfo): EnrichmentProposalRow[] {
    return told(customer, info);
  }
}

@Resolver(() => EnrichmentProposalType)
export class EnrichmentResolver {
  @FieldResolver(() => String, { description: "In the viewer's language." })
  because(@Root() { because }: EnrichmentProposalRow, @Ctx() { viewer }: RequestContext): string {
    return because[viewer.language];
  }

  @Query(() => [OpenEnrichmentType], { complexity: ({ childComplexity }) => 10 + 6 * childComplexity, description: 'How many proposals of each kind wait, for those who may decide.' })
  @Allow('customer', 'update')
  openEnrichments(@Ctx() { em, viewer }: RequestContext): Promise<OpenEnrichment[]> {
    return openEnrichments(em, viewer);
  }

  @Query(() => Boolean, { description: 'Whether what is certain is filled in without a person.' })
  @Allow('company', 'update')
  takesCertainEnrichment(@Ctx() { em }: RequestContext): Promise<boolean> {
    return takesCertain(em);
  }

  @Mutation(() => EnrichmentResult, { description: 'Fills in what is proposed; never over what stands there.' })
  @Allow('customer', 'update')
  acceptEnrichment(@Arg('id', () => ID) id: string, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<object> {
    return decide(context, (em) => decideProposal(em, id, 'ACCEPTED', writingOf(context)), () => read(context, id, info));
  }

  @Mutation(() => EnrichmentResult, { description: 'It is not so; it is never proposed again.' })
  @Allow('customer', 'update')
  dismissEnrichment(@Arg('id', () => ID) id: string, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<object> {
    return decide(context, (em) => decideProposal(em, id, 'DISMISSED', writingOf(context)), () => read(context, id, info));
  }

  @Mutation(() => AcceptEnrichmentsResult, { description: 'Fills in what is proposed of one kind, at most a hundred customers at once.' })
  @Allow('customer', 'update')
  acceptEnrichments(
    @Arg('field', () => FieldOfEnrichment) field: EnrichmentField, @Ctx() context: RequestContext,
    @Arg('confidence', () => Confidence, { nullable: true }) confidence?: EnrichmentConfidence,
  ): Promise<AcceptedMany> {
    return acceptMany(context.em, field, confidence, writingOf(context));
  }

  @Mutation(() => TakeCertainEnrichmentResult, { description: 'Has what is certain filled in without a person, or not, from now on.' })
  @Allow('company', 'update')
  takeCertainEnrichment(@Arg('takes', () => Boolean) takes: boolean, @Ctx() context: RequestContext): Promise<object> {
    return decide(context, (em) => takeCertainEnrichment(em, takes, writingOf(context)), async () => ({ takes: await takesCertain(context.em) }));
  }
}

async function read(context: RequestContext, id: string, info: GraphQLResolveInfo): Promise<object> {
  const proposal = await enrichmentProposalById(context.em, id, context.viewer);
  return proposal ? { proposal, ...await customerAnswer(context, proposal.customerId, info) } : {};
}
