import { countLeads } from '@orbita/database/leads';
import { may } from '@orbita/domain/access';
import { GraphQLError } from 'graphql';
import { Ctx, Resolver, Subscription } from 'type-graphql';
import { Allow, type RequestContext } from '#request';
import { LeadsChange } from './lead.type.ts';

@Resolver()
export class LeadsLiveResolver {
  @Subscription(() => LeadsChange, {
    description: 'Each time something happens to any lead; what is told is what the viewer sees.',
    subscribe: ({ context }: { context?: RequestContext }) => {
      const { viewer, pubSub } = (context ?? {}) as Partial<RequestContext>;
      if (!viewer) throw new GraphQLError('Sign in first.', { extensions: { code: 'UNAUTHENTICATED' } });
      if (!may(viewer, 'lead', 'read')) throw new GraphQLError('Your role does not allow this.', { extensions: { code: 'FORBIDDEN' } });
      if (!pubSub) throw new Error('A subscription needs a context with a pubSub.');
      return pubSub.subscribe('leads');
    },
  })
  @Allow('lead', 'read')
  async leadsChanged(@Ctx() { em, viewer, now }: RequestContext): Promise<LeadsChange> {
    return { waiting: await countLeads(em, { statuses: ['NEW'] }, viewer, now) };
  }
}
