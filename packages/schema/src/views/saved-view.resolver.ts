import { createView, deleteView, listViews, type SavedViewRow, updateView, viewById } from '@orbita/database/views';
import { may } from '@orbita/domain/access';
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Allow, decide, type RequestContext, writingOf } from '#request';
import {
  CreateSavedViewInput, CreateSavedViewResult, DeleteSavedViewInput, DeleteSavedViewResult, SavedViewType, UpdateSavedViewInput,
  UpdateSavedViewResult,
} from './saved-view.type.ts';

@Resolver(() => SavedViewType)
export class SavedViewResolver {
  @Query(() => [SavedViewType], { complexity: ({ childComplexity }) => 20 * childComplexity })
  @Allow('view', 'read')
  savedViews(
    @Arg('room', () => String, { nullable: true }) room: string | undefined, @Ctx() { em, viewer }: RequestContext,
  ): Promise<SavedViewRow[]> {
    return listViews(em, room, viewer);
  }

  @Query(() => SavedViewType, { nullable: true })
  @Allow('view', 'read')
  savedView(@Arg('id', () => ID) id: string, @Ctx() { em, viewer }: RequestContext): Promise<SavedViewRow | null> {
    return viewById(em, id, viewer);
  }

  @FieldResolver(() => Boolean)
  viewerCanUpdate(@Root() { ownerId }: SavedViewRow, @Ctx() { viewer }: RequestContext): boolean {
    return may(viewer, 'view', 'update', { ownerId, teamId: null, partnerId: null });
  }

  @Mutation(() => CreateSavedViewResult)
  @Allow('view', 'create')
  createSavedView(@Arg('input', () => CreateSavedViewInput) input: CreateSavedViewInput, @Ctx() context: RequestContext): Promise<unknown> {
    return decide(context, (em) => createView(em, input, writingOf(context)), (id) => read(context, id));
  }

  @Mutation(() => UpdateSavedViewResult)
  @Allow('view', 'update')
  updateSavedView(@Arg('input', () => UpdateSavedViewInput) input: UpdateSavedViewInput, @Ctx() context: RequestContext): Promise<unknown> {
    return decide(context, (em) => updateView(em, input, writingOf(context)), (id) => read(context, id), () => read(context, input.id));
  }

  @Mutation(() => DeleteSavedViewResult)
  @Allow('view', 'delete')
  deleteSavedView(@Arg('input', () => DeleteSavedViewInput) input: DeleteSavedViewInput, @Ctx() context: RequestContext): Promise<unknown> {
    return decide(context, (em) => deleteView(em, input, writingOf(context)), async (id) => ({ id }));
  }
}

const read = async ({ em, viewer }: RequestContext, id: string) => ({ savedView: await viewById(em, id, viewer) });
