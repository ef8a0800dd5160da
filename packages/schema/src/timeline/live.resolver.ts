import { countNotifications } from '@orbita/database/inbox';
import { customerById, type CustomerRow } from '@orbita/database/customers';
import { may } from '@orbita/domain/access';
import { GraphQLError, type GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Resolver, Subscription } from 'type-graphql';
import { InboxChange } from '#activities';
import { customerSelection, CustomerType } from '#customers';
import { Allow, AllowEveryone, type RequestContext } from '#request';

const none = { fields: new Set<string>(), facts: new Set<string>() };
type Live = { context?: RequestContext; args: { id?: string } };

/** Live updates say that something changed; what is told is always read anew, as the viewer may see it then. */
@Resolver()
export class LiveResolver {
  @Subscription(() => CustomerType, {
    description: 'The customer, each time something happens to him. Refuses one who may not see him; ends in an error when he may no longer.',
    subscribe: async ({ context, args }: Live) => {
      const { em, viewer, now, pubSub } = signedIn(context);
      const seen = may(viewer, 'customer', 'read') && await customerById(em, args.id ?? '', none, viewer, now);
      if (!seen) throw gone();
      return pubSub.subscribe(`customer:${seen.id}`);
    },
  })
  @Allow('customer', 'read')
  async customerChanged(
    @Arg('id', () => ID) id: string, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo,
  ): Promise<CustomerRow> {
    const customer = await customerById(context.em, id, customerSelection(info, context), context.viewer, context.now);
    if (!customer) throw gone();
    return customer;
  }

  @Subscription(() => InboxChange, {
    description: "Each time something comes into the viewer's own inbox.",
    subscribe: ({ context }: Live) => {
      const { viewer, pubSub } = signedIn(context);
      return pubSub.subscribe(`inbox:${viewer.userId}`);
    },
  })
  @AllowEveryone()
  async inboxChanged(@Ctx() { em, viewer }: RequestContext): Promise<InboxChange> {
    return { unreadCount: await countNotifications(em, { unread: true }, viewer) };
  }
}

const gone = () => new GraphQLError('It does not exist, or you may not see it.', { extensions: { code: 'NOT_FOUND' } });

// The check of root fields runs when an event is told; before one subscribes it is asked here.
function signedIn(context: RequestContext | undefined): RequestContext & Required<Pick<RequestContext, 'pubSub'>> {
  if (!(context as Partial<RequestContext> | undefined)?.viewer) {
    throw new GraphQLError('Sign in first.', { extensions: { code: 'UNAUTHENTICATED' } });
  }
  if (!context?.pubSub) throw new Error('A subscription needs a context with a pubSub.');
  return { ...context, pubSub: context.pubSub };
}
