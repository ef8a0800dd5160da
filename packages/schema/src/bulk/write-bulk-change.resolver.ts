import { cancelBulkChange, startBulkChange, undoBulkChange } from '@orbita/database/bulk';
import { once } from '@orbita/database/requests';
import { isRefused } from '@orbita/domain/refusal';
import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { Allow, decide, type RequestContext, writingOf } from '#request';
import { BulkInput, targetsOf } from './bulk-inputs.ts';
import { bulkChangeAnswer } from './bulk.resolver.ts';
import { BulkChangeResult } from './bulk.type.ts';

type Answer = Promise<object>;

@Resolver()
export class WriteBulkChangeResolver {
  @Mutation(() => BulkChangeResult, { description: 'Whom it is about is settled now; each is changed in the background, in the name and by the rights of whoever asks.' })
  @Allow('bulkChange', 'create')
  async startBulkChange(
    @Arg('input', () => BulkInput) input: BulkInput, @Ctx() context: RequestContext, @Arg('idempotencyKey', () => String, { nullable: true }) key?: string,
  ): Answer {
    const { subject, change } = input;
    const meant = await targetsOf(input, context);
    if (isRefused(meant)) return { refusal: meant };
    return decide(context, (em) => once(em, onceFor(context, key, { startBulkChange: input }), () =>
      startBulkChange(em, { subject, change: { ...change }, ...meant }, writingOf(context))), read(context));
  }

  @Mutation(() => BulkChangeResult, { description: 'Stops it: what is done stays, and can be taken back.' })
  @Allow('bulkChange', 'update')
  cancelBulkChange(@Arg('id', () => ID) id: string, @Ctx() context: RequestContext): Answer {
    return decide(context, (em) => cancelBulkChange(em, id, writingOf(context)), read(context));
  }

  @Mutation(() => BulkChangeResult, { description: 'Takes back what it did, where nothing was changed since; answers the change that does so.' })
  @Allow('bulkChange', 'update')
  undoBulkChange(
    @Arg('id', () => ID) id: string, @Ctx() context: RequestContext, @Arg('idempotencyKey', () => String, { nullable: true }) key?: string,
  ): Answer {
    return decide(context, (em) => once(em, onceFor(context, key, { undoBulkChange: id }), () => undoBulkChange(em, id, writingOf(context))), read(context));
  }
}

const read = (context: RequestContext) => async (id: string) => ({ bulkChange: await bulkChangeAnswer(context, id) });

const onceFor = ({ viewer, idempotencyKey, now }: RequestContext, key: string | undefined, input: unknown) =>
  ({ principal: viewer.userId, key: key ?? idempotencyKey, input, now });
