import { type CaptureDoorRow, createCaptureDoor, deleteCaptureDoor, listCaptureDoors, updateCaptureDoor } from '@orbita/database/leads';
import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Allow, decide, type RequestContext, writingOf } from '#request';
import { CaptureDoorResult, CaptureDoorSettingsType, CaptureDoorType, CreateCaptureDoorInput, DeleteCaptureDoorInput, DeleteCaptureDoorResult, UpdateCaptureDoorInput } from './capture-door.type.ts';

@Resolver(() => CaptureDoorType)
export class CaptureDoorResolver {
  @Query(() => [CaptureDoorType], { complexity: ({ childComplexity }) => 20 * childComplexity })
  @Allow('routing', 'read')
  captureDoors(@Ctx() { em, viewer }: RequestContext): Promise<CaptureDoorRow[]> {
    return listCaptureDoors(em, viewer);
  }

  @Mutation(() => CaptureDoorResult)
  @Allow('routing', 'create')
  createCaptureDoor(@Arg('input', () => CreateCaptureDoorInput) input: CreateCaptureDoorInput, @Ctx() context: RequestContext): Promise<object> {
    return decide(context, (em) => createCaptureDoor(em, input, writingOf(context)), (id) => read(context, id));
  }

  @Mutation(() => CaptureDoorResult, { description: 'A door that is not active is shut: nobody comes in, what came stays.' })
  @Allow('routing', 'update')
  updateCaptureDoor(@Arg('input', () => UpdateCaptureDoorInput) input: UpdateCaptureDoorInput, @Ctx() context: RequestContext): Promise<object> {
    return decide(context, (em) => updateCaptureDoor(em, input, writingOf(context)), (id) => read(context, id), () => read(context, input.id));
  }

  @Mutation(() => DeleteCaptureDoorResult, { description: 'Only a door that is shut. The leads that came through it stay.' })
  @Allow('routing', 'delete')
  deleteCaptureDoor(@Arg('input', () => DeleteCaptureDoorInput) input: DeleteCaptureDoorInput, @Ctx() context: RequestContext): Promise<object> {
    return decide(context, (em) => deleteCaptureDoor(em, input, writingOf(context)), async (id) => ({ id }));
  }

  @FieldResolver(() => CaptureDoorSettingsType)
  settings(@Root() { settings }: CaptureDoorRow): CaptureDoorSettingsType {
    const { title = null, fields = [], own = [], marketingConsent = null, privacyUrl = null, thanks = null } = settings;
    return { title, fields: [...fields], own: [...own], marketingConsent, privacyUrl, thanks };
  }
}

const read = async ({ em, viewer }: RequestContext, id: string) => ({ captureDoor: (await listCaptureDoors(em, viewer)).find((one) => one.id === id) ?? null });
