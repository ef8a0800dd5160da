import {
  addToSegment, createSegment, deleteSegment, removeFromSegment, restoreSegment, segmentById, shareSegment, updateSegment,
} from '@orbita/database/segments';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Allow, decide, type RequestContext, writingOf } from '#request';
import {
  AddToSegmentInput, AddToSegmentResult, CreateSegmentInput, CreateSegmentResult, DeleteSegmentInput, DeleteSegmentResult,
  RemoveFromSegmentInput, RemoveFromSegmentResult, RestoreSegmentInput, RestoreSegmentResult, ShareSegmentInput, ShareSegmentResult,
  UpdateSegmentInput, UpdateSegmentResult,
} from './segment.input.ts';

@Resolver()
export class WriteSegmentResolver {
  @Mutation(() => CreateSegmentResult)
  @Allow('segment', 'create')
  createSegment(@Arg('input', () => CreateSegmentInput) input: CreateSegmentInput, @Ctx() context: RequestContext): Promise<unknown> {
    return decide(context, (em) => createSegment(em, input, writingOf(context)), (id) => read(context, id));
  }

  @Mutation(() => UpdateSegmentResult)
  @Allow('segment', 'update')
  updateSegment(@Arg('input', () => UpdateSegmentInput) input: UpdateSegmentInput, @Ctx() context: RequestContext): Promise<unknown> {
    const answer = () => read(context, input.id);
    return decide(context, (em) => updateSegment(em, input, writingOf(context)), answer, answer);
  }

  @Mutation(() => ShareSegmentResult)
  @Allow('segment', 'update')
  shareSegment(@Arg('input', () => ShareSegmentInput) input: ShareSegmentInput, @Ctx() context: RequestContext): Promise<unknown> {
    const answer = () => read(context, input.id);
    return decide(context, (em) => shareSegment(em, input, writingOf(context)), answer, answer);
  }

  @Mutation(() => DeleteSegmentResult)
  @Allow('segment', 'delete')
  deleteSegment(@Arg('input', () => DeleteSegmentInput) input: DeleteSegmentInput, @Ctx() context: RequestContext): Promise<unknown> {
    const answer = () => read(context, input.id);
    return decide(context, (em) => deleteSegment(em, input, writingOf(context)), answer, answer);
  }

  @Mutation(() => RestoreSegmentResult)
  @Allow('segment', 'delete')
  restoreSegment(@Arg('input', () => RestoreSegmentInput) input: RestoreSegmentInput, @Ctx() context: RequestContext): Promise<unknown> {
    const answer = () => read(context, input.id);
    return decide(context, (em) => restoreSegment(em, input, writingOf(context)), answer, answer);
  }

  @Mutation(() => AddToSegmentResult)
  @Allow('segment', 'update')
  addToSegment(@Arg('input', () => AddToSegmentInput) input: AddToSegmentInput, @Ctx() context: RequestContext): Promise<unknown> {
    return decide(context, (em) => addToSegment(em, input, writingOf(context)), (id) => read(context, id));
  }

  @Mutation(() => RemoveFromSegmentResult)
  @Allow('segment', 'update')
  removeFromSegment(
    @Arg('input', () => RemoveFromSegmentInput) input: RemoveFromSegmentInput, @Ctx() context: RequestContext,
  ): Promise<unknown> {
    return decide(context, (em) => removeFromSegment(em, input, writingOf(context)), (id) => read(context, id));
  }
}

const read = async ({ em, viewer }: RequestContext, id: string) => ({ segment: await segmentById(em, id, viewer) });
