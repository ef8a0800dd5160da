import { type Action, may, type Noun, type Role, roles, type Viewer } from '@orbita/domain/access';
import { Arg, Ctx, Field, FieldResolver, ID, ObjectType, Query, registerEnumType, Resolver, Root } from 'type-graphql';
import { AllowEveryone, type RequestContext } from '#request';

const RoleEnum = Object.fromEntries(roles.map((role) => [role, role])) as Record<Role, Role>;
registerEnumType(RoleEnum, { name: 'Role' });

@ObjectType('Me', { description: 'The one who asks, and what he may do.' })
export class MeType {
  @Field(() => ID) userId!: string;
  @Field(() => RoleEnum) role!: Role;
  @Field(() => ID, { nullable: true }) teamId!: string | null;
  @Field(() => ID, { nullable: true }) partnerId!: string | null;
  @Field(() => String) language!: 'en' | 'es';
}

@Resolver(() => MeType)
export class MeResolver {
  @Query(() => MeType)
  @AllowEveryone()
  me(@Ctx() { viewer }: RequestContext): Viewer {
    return viewer;
  }

  @FieldResolver(() => Boolean, { description: 'Whether his role has this right over anything at all.' })
  may(@Root() me: Viewer, @Arg('noun', () => String) noun: string, @Arg('action', () => String) action: string): boolean {
    return may(me, noun as Noun, action as Action);
  }
}
