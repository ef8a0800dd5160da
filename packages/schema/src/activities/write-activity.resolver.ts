import {
  activityById, completeTask, createTask, deleteActivity, logActivity, reopenTask, updateActivity,
} from '@orbita/database/activities';
import type { Em } from '@orbita/database/connection';
import { once } from '@orbita/database/requests';
import type { Refusal } from '@orbita/domain/refusal';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Allow, decide, type RequestContext, writingOf } from '#request';
import { ActivityResult, ActivityVersionInput, CreateTaskInput, LogActivityInput, UpdateActivityInput } from './activity-inputs.ts';

@Resolver()
export class WriteActivityResolver {
  @Mutation(() => ActivityResult)
  @Allow('activity', 'create')
  logActivity(
    @Arg('input', () => LogActivityInput) input: LogActivityInput, @Ctx() context: RequestContext,
    @Arg('idempotencyKey', () => String, { nullable: true }) key?: string,
  ): Promise<object> {
    const asked = { principal: context.viewer.userId, key: key ?? context.idempotencyKey, input: ['logActivity', input], now: context.now };
    return answer(context, (em) => once(em, asked, () => logActivity(em, input, writingOf(context))));
  }

  @Mutation(() => ActivityResult)
  @Allow('activity', 'create')
  createTask(
    @Arg('input', () => CreateTaskInput) input: CreateTaskInput, @Ctx() context: RequestContext,
    @Arg('idempotencyKey', () => String, { nullable: true }) key?: string,
  ): Promise<object> {
    const asked = { principal: context.viewer.userId, key: key ?? context.idempotencyKey, input: ['createTask', input], now: context.now };
    return answer(context, (em) => once(em, asked, () => createTask(em, input, writingOf(context))));
  }

  @Mutation(() => ActivityResult, { description: 'What is not given stays; those who are new to it are told.' })
  @Allow('activity', 'update')
  updateActivity(@Arg('input', () => UpdateActivityInput) input: UpdateActivityInput, @Ctx() context: RequestContext): Promise<object> {
    return answer(context, (em) => updateActivity(em, input, writingOf(context)), input.id);
  }

  @Mutation(() => ActivityResult)
  @Allow('activity', 'update')
  completeTask(@Arg('input', () => ActivityVersionInput) input: ActivityVersionInput, @Ctx() context: RequestContext): Promise<object> {
    return answer(context, (em) => completeTask(em, input, writingOf(context)), input.id);
  }

  @Mutation(() => ActivityResult)
  @Allow('activity', 'update')
  reopenTask(@Arg('input', () => ActivityVersionInput) input: ActivityVersionInput, @Ctx() context: RequestContext): Promise<object> {
    return answer(context, (em) => reopenTask(em, input, writingOf(context)), input.id);
  }

  @Mutation(() => ActivityResult, { description: 'Takes it out of every list; the answer holds no activity.' })
  @Allow('activity', 'delete')
  deleteActivity(@Arg('input', () => ActivityVersionInput) input: ActivityVersionInput, @Ctx() context: RequestContext): Promise<object> {
    return answer(context, (em) => deleteActivity(em, input, writingOf(context)), input.id);
  }
}

function answer(context: RequestContext, write: (em: Em) => Promise<string | Refusal>, id?: string): Promise<object> {
  const read = async (done: string) => ({ activity: await activityById(context.em, done, context.viewer) });
  return decide(context, write, read, id === undefined ? undefined : () => read(id));
}
