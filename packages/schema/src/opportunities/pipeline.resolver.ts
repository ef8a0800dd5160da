import { catalogueFor } from '@orbita/database/lifecycle';
import { createPipeline, deletePipeline, listPipelines, type PipelineRow, pipelinesByIds, updatePipeline } from '@orbita/database/opportunities';
import { may } from '@orbita/domain/access';
import { opportunityCatalogue, type PipelineStage } from '@orbita/domain/opportunities';
import { type Rule } from '@orbita/domain/rules';
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Allow, decide, type RequestContext, ruleText, writingOf } from '#request';
import { Json } from '#scalars';
import {
  CreatePipelineInput, DeletePipelineResult, PipelineResult, PipelineStageType, PipelineText, PipelineType, PipelineVersionInput, UpdatePipelineInput,
} from './pipeline.type.ts';

const isOpen = (gate: Rule): boolean => 'and' in gate && gate.and.length === 0;

@Resolver(() => PipelineStageType)
export class PipelineStageResolver {
  @FieldResolver(() => String, { description: "In the viewer's language." })
  name(@Root() { name }: PipelineStage, @Ctx() { viewer }: RequestContext): string {
    return name[viewer.language];
  }

  @FieldResolver(() => PipelineText)
  names(@Root() { name }: PipelineStage): PipelineText {
    return name;
  }

  @FieldResolver(() => Json, { nullable: true })
  gate(@Root() { gate }: PipelineStage): unknown {
    return isOpen(gate) ? null : gate;
  }

  @FieldResolver(() => String, { nullable: true, description: 'The gate in words.' })
  async gateText(@Root() { gate }: PipelineStage, @Ctx() context: RequestContext): Promise<string | null> {
    return isOpen(gate) ? null : ruleText(gate, await catalogueFor(context.em, gate, opportunityCatalogue), context);
  }
}

@Resolver(() => PipelineType)
export class PipelineResolver {
  @Query(() => [PipelineType], { complexity: ({ childComplexity }) => 10 * childComplexity })
  @Allow('pipeline', 'read')
  pipelines(@Ctx() { em, viewer }: RequestContext): Promise<PipelineRow[]> {
    return listPipelines(em, viewer);
  }

  @Query(() => PipelineType, { nullable: true })
  @Allow('pipeline', 'read')
  async pipeline(@Arg('id', () => ID) id: string, @Ctx() context: RequestContext): Promise<PipelineRow | null> {
    return (await read(context, id)).pipeline;
  }

  @FieldResolver(() => String, { description: "In the viewer's language." })
  name(@Root() { name }: PipelineRow, @Ctx() { viewer }: RequestContext): string {
    return name[viewer.language];
  }

  @FieldResolver(() => PipelineText)
  names(@Root() { name }: PipelineRow): PipelineText {
    return name;
  }

  @FieldResolver(() => Boolean)
  viewerCanUpdate(@Ctx() { viewer }: RequestContext): boolean {
    return may(viewer, 'pipeline', 'update');
  }

  @Mutation(() => PipelineResult)
  @Allow('pipeline', 'create')
  createPipeline(@Arg('input', () => CreatePipelineInput) input: CreatePipelineInput, @Ctx() context: RequestContext): Promise<object> {
    return decide(context, (em) => createPipeline(em, input, writingOf(context)), (id) => read(context, id));
  }

  @Mutation(() => PipelineResult)
  @Allow('pipeline', 'update')
  updatePipeline(@Arg('input', () => UpdatePipelineInput) input: UpdatePipelineInput, @Ctx() context: RequestContext): Promise<object> {
    return decide(context, (em) => updatePipeline(em, input, writingOf(context)), (id) => read(context, id), () => read(context, input.id));
  }

  @Mutation(() => DeletePipelineResult, { description: 'Only when no open opportunity is left in it, and never the last one.' })
  @Allow('pipeline', 'delete')
  deletePipeline(@Arg('input', () => PipelineVersionInput) input: PipelineVersionInput, @Ctx() context: RequestContext): Promise<object> {
    return decide(context, (em) => deletePipeline(em, input, writingOf(context)), async (id) => ({ id }));
  }
}

const read = async ({ em, viewer }: RequestContext, id: string) => ({ pipeline: (await pipelinesByIds(em, [id], viewer))[0] ?? null });
