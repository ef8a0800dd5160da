import { judgeAnew, lifecycleModelById } from '@orbita/database/lifecycle';
import { activateLifecycleModel, createLifecycleModel, deactivateLifecycleModel, updateLifecycleModel } from '@orbita/database/lifecycle-models';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Allow, decide, type RequestContext, writingOf } from '#request';
import {
  ActivateLifecycleModelInput, ActivateLifecycleModelResult, CreateLifecycleModelInput, CreateLifecycleModelResult, DeactivateLifecycleModelInput,
  DeactivateLifecycleModelResult, UpdateLifecycleModelInput, UpdateLifecycleModelResult,
} from './lifecycle.input.ts';
import { tellingOf, tellModel } from './telling.ts';

@Resolver()
export class WriteLifecycleModelResolver {
  @Mutation(() => CreateLifecycleModelResult)
  @Allow('lifecycle', 'create')
  createLifecycleModel(
    @Arg('input', () => CreateLifecycleModelInput) input: CreateLifecycleModelInput, @Ctx() context: RequestContext,
  ): Promise<unknown> {
    return decide(context, (em) => createLifecycleModel(em, input, writingOf(context)), (id) => read(context, id));
  }

  @Mutation(() => UpdateLifecycleModelResult, { description: 'Publishes it: whoever stands elsewhere by it is moved, at once or in the background.' })
  @Allow('lifecycle', 'update')
  updateLifecycleModel(
    @Arg('input', () => UpdateLifecycleModelInput) input: UpdateLifecycleModelInput, @Ctx() context: RequestContext,
  ): Promise<unknown> {
    return decide(context, (em) => updateLifecycleModel(em, input, writingOf(context)),
      (id) => begun(context, id), () => read(context, input.id));
  }

  @Mutation(() => ActivateLifecycleModelResult)
  @Allow('lifecycle', 'update')
  activateLifecycleModel(
    @Arg('input', () => ActivateLifecycleModelInput) input: ActivateLifecycleModelInput, @Ctx() context: RequestContext,
  ): Promise<unknown> {
    return decide(context, (em) => activateLifecycleModel(em, input, writingOf(context)),
      (id) => begun(context, id), () => read(context, input.id));
  }

  @Mutation(() => DeactivateLifecycleModelResult)
  @Allow('lifecycle', 'update')
  deactivateLifecycleModel(
    @Arg('input', () => DeactivateLifecycleModelInput) input: DeactivateLifecycleModelInput, @Ctx() context: RequestContext,
  ): Promise<unknown> {
    return decide(context, (em) => deactivateLifecycleModel(em, input, writingOf(context)),
      (id) => begun(context, id), () => read(context, input.id));
  }
}

const read = async (context: RequestContext, id: string) => {
  const model = await lifecycleModelById(context.em, id, context.viewer);
  return { lifecycleModel: model && tellModel(model, await tellingOf(context)) };
};

/** The first customers are judged while the person waits, so that a small company sees the effect at once; the rest by the job. */
async function begun(context: RequestContext, id: string) {
  await judgeAnew(context.em, { now: context.now });
  return read(context, id);
}
