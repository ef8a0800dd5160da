import { opportunityById, type OpportunityRow, pipelinesByIds } from '@orbita/database/opportunities';
import { sightOf } from '@orbita/domain/access';
import { GraphQLError, type GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Resolver, Root, Subscription } from 'type-graphql';
import { Allow, type RequestContext, selectedFields, shareReading } from '#request';
import { BoardChange } from './opportunity.type.ts';

interface Change {
  readonly opportunityId?: unknown;
}
type Live = { context?: RequestContext; args: { pipelineId?: string } };

const none = new Set<string>();

/** Live updates say that something changed; what is told is read anew, as the viewer may see it then. */
@Resolver()
export class LiveBoardResolver {
  @Subscription(() => BoardChange, {
    description: 'Each time something happens to an opportunity of the pipeline that the viewer may see.',
    subscribe: async ({ context, args }: Live) => {
      if (!(context as Partial<RequestContext> | undefined)?.viewer) throw new GraphQLError('Sign in first.', { extensions: { code: 'UNAUTHENTICATED' } });
      if (!context?.pubSub) throw new Error('A subscription needs a context with a pubSub.');
      const [pipeline] = await pipelinesByIds(context.em, [args.pipelineId ?? ''], context.viewer);
      if (!pipeline) throw new GraphQLError('It does not exist, or you may not see it.', { extensions: { code: 'NOT_FOUND' } });
      return seenOf(context.pubSub.subscribe(`board:${pipeline.id}`) as AsyncIterableIterator<Change>, context);
    },
  })
  @Allow('opportunity', 'read')
  async boardChanged(
    @Arg('pipelineId', () => ID) pipelineId: string, @Root() payload: Change, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    const opportunity = await changed(payload, context, selectedFields(info, ['opportunity']));
    if (!opportunity) throw new GraphQLError('It does not exist, or you may not see it.', { extensions: { code: 'NOT_FOUND' } });
    return { pipelineId, opportunity };
  }
}

/** What the viewer may not see, he does not hear of. Who leaves is gone at once, also while nothing happens. */
function seenOf(changes: AsyncIterableIterator<Change>, context: RequestContext): AsyncIterableIterator<Change> {
  return {
    next: async () => {
      for (;;) {
        const heard = await changes.next();
        if (heard.done || await changed(heard.value, context, none)) return heard;
      }
    },
    return: () => changes.return!(),
    [Symbol.asyncIterator]() { return this; },
  };
}

async function changed(payload: Change | undefined, { em, viewer, now }: RequestContext, select: ReadonlySet<string>): Promise<OpportunityRow | null> {
  const id = payload?.opportunityId;
  if (!payload || typeof id !== 'string') return null;
  return shareReading(payload, `${sightOf(viewer, 'opportunity')} ${[...select].sort().join()}`, () => opportunityById(em, id, select, viewer, now));
}
