import {
  countUsers, createUser, listSessions, listUsers, revokeSession, revokeSessionsOf, type SessionRow, updateUser, userById, type UserFilter, type UserOrder, userOrders, type UserRow,
} from '@orbita/database/company';
import { isRefused } from '@orbita/domain/refusal';
import { userCatalogue } from '@orbita/domain/users';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { connectionOf, type Connection, keysetPage, orderType, PageArgs } from '#paging';
import { Allow, decide, type RequestContext, ruleOf, writingOf } from '#request';
import { Json } from '#scalars';
import { hashOf } from './password.ts';
import { CreateUserInput, CreateUserResult, RevokeSessionResult, RevokeSessionsResult, UpdateUserInput, UpdateUserResult } from './user.input.ts';
import { SessionType, UserConnection, UserType } from './user.type.ts';

const UserOrderInput = orderType('User', userOrders, 'Who is in no group, and who never came in, stand before those who are and did.');

@ArgsType()
class UsersArgs extends PageArgs {
  @Field(() => Json, { nullable: true, description: 'A rule tree over the facts of the user (`ruleCatalogue(subject: user)`).' }) rule?: unknown;
  @Field(() => String, { nullable: true, description: 'Part of a name or an e-mail address.' }) search?: string;
  @Field(() => Boolean, { nullable: true }) active?: boolean;
  @Field(() => UserOrderInput, { nullable: true, description: 'By name when not given.' }) orderBy?: UserOrder;
}

type Listed = Connection<UserRow> & { filter: UserFilter };

@Resolver(() => UserConnection)
export class UserConnectionResolver {
  @FieldResolver(() => Int)
  totalCount(@Root() { filter }: Listed, @Ctx() { em, viewer, now }: RequestContext): Promise<number> {
    return countUsers(em, filter, viewer, now);
  }
}

@Resolver(() => UserType)
export class UserResolver {
  @Query(() => UserConnection)
  @Allow('user', 'read')
  async users(@Args(() => UsersArgs) args: UsersArgs, @Ctx() context: RequestContext): Promise<Listed> {
    const { em, viewer, now } = context;
    const filter = { rule: await ruleOf(context, args.rule, userCatalogue), search: args.search, active: args.active };
    const rows = await listUsers(em, filter, keysetPage(args), viewer, now, args.orderBy);
    return { ...connectionOf(rows, args, (row) => [row.sortValue, row.id]), filter };
  }

  @Query(() => UserType, { nullable: true })
  @Allow('user', 'read')
  user(@Arg('id', () => ID) id: string, @Ctx() { em, viewer }: RequestContext): Promise<UserRow | null> {
    return userById(em, id, viewer);
  }

  @Query(() => [SessionType], { complexity: ({ childComplexity }) => 50 * childComplexity })
  @Allow('user', 'update')
  sessions(
    @Arg('userId', () => ID, { nullable: true }) userId: string | undefined, @Ctx() { em, viewer, now }: RequestContext,
  ): Promise<SessionRow[]> {
    return listSessions(em, userId, viewer, now);
  }

  @Mutation(() => CreateUserResult)
  @Allow('user', 'create')
  async createUser(@Arg('input', () => CreateUserInput) input: CreateUserInput, @Ctx() context: RequestContext): Promise<unknown> {
    const passwordHash = await hashOf(input.password, context);
    if (isRefused(passwordHash)) return { refusal: passwordHash };
    return decide(context, (em) => createUser(em, { ...input, passwordHash }, writingOf(context)), (id) => readUser(context, id));
  }

  @Mutation(() => UpdateUserResult)
  @Allow('user', 'update')
  async updateUser(@Arg('input', () => UpdateUserInput) input: UpdateUserInput, @Ctx() context: RequestContext): Promise<unknown> {
    const passwordHash = await hashOf(input.password, context);
    if (isRefused(passwordHash)) return { refusal: passwordHash };
    return decide(
      context, (em) => updateUser(em, { ...input, passwordHash }, writingOf(context)),
      (id) => readUser(context, id), () => readUser(context, input.id),
    );
  }

  @Mutation(() => RevokeSessionResult)
  @Allow('user', 'update')
  revokeSession(@Arg('id', () => ID) id: string, @Ctx() context: RequestContext): Promise<unknown> {
    return decide(context, (em) => revokeSession(em, id, writingOf(context)), async (ended) => ({ id: ended }));
  }

  @Mutation(() => RevokeSessionsResult, { description: 'Signs a person out on every device.' })
  @Allow('user', 'update')
  revokeSessions(@Arg('userId', () => ID) userId: string, @Ctx() context: RequestContext): Promise<unknown> {
    return decide(context, (em) => revokeSessionsOf(em, userId, writingOf(context)), async (ended) => ({ ended }));
  }
}

const readUser = async ({ em, viewer }: RequestContext, id: string) => ({ user: await userById(em, id, viewer) });
