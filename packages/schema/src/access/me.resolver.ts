import { updateMyProfile, type UserRow, viewerAsUser } from '@orbita/database/company';
import { type Action, may, type Noun, type Role, type Viewer } from '@orbita/domain/access';
import { Arg, Ctx, Field, FieldResolver, ID, InputType, Int, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { RefusalType } from '#refusals';
import { AllowEveryone, decide, type RequestContext, writingOf } from '#request';
import { PartnerType, TeamType } from './group.type.ts';
import { nounLabels } from './role-policy.resolver.ts';
import { LanguageEnum, RoleEnum } from './role.type.ts';

@ObjectType('Me', { description: 'The one who asks, and what he may do.' })
export class MeType {
  @Field(() => ID) userId!: string;
  @Field(() => RoleEnum) role!: Role;
  @Field(() => ID, { nullable: true }) teamId!: string | null;
  @Field(() => ID, { nullable: true }) partnerId!: string | null;
}

@InputType()
class UpdateMyProfileInput {
  @Field(() => Int) expectedVersion!: number;
  @Field(() => String, { nullable: true }) name?: string;
  @Field(() => LanguageEnum, { nullable: true }) language?: 'en' | 'es';
}

@ObjectType()
class UpdateMyProfileResult {
  @Field(() => MeType, { nullable: true }) me?: MeType | null;
  @Field(() => RefusalType, { nullable: true }) refusal!: RefusalType | null;
}

@Resolver(() => MeType)
export class MeResolver {
  @Query(() => MeType)
  @AllowEveryone()
  me(@Ctx() { viewer }: RequestContext): Viewer {
    return viewer;
  }

  @Mutation(() => UpdateMyProfileResult, { description: 'Everybody may say how he is called and which language he reads.' })
  @AllowEveryone()
  updateMyProfile(@Arg('input', () => UpdateMyProfileInput) input: UpdateMyProfileInput, @Ctx() context: RequestContext): Promise<unknown> {
    const read = () => Promise.resolve({ me: context.viewer });
    return decide(context, (em) => updateMyProfile(em, input, writingOf(context)), read, read);
  }

  @FieldResolver(() => Int, { description: 'Of his own data, for `updateMyProfile`.' })
  async version(@Ctx() context: RequestContext): Promise<number> {
    return (await person(context))?.version ?? 0;
  }

  @FieldResolver(() => String, { description: 'The one he chose. A request may ask for another with Accept-Language.' })
  async language(@Ctx() context: RequestContext): Promise<'en' | 'es'> {
    return (await person(context))?.language ?? context.viewer.language;
  }

  @FieldResolver(() => String, { description: "The company's currency, ISO 4217: rules count amounts in its smallest unit." })
  currency(@Ctx() { company }: RequestContext): string {
    return company.currency;
  }

  @FieldResolver(() => String, { description: "The company's time zone, IANA: days and due dates are its days." })
  zone(@Ctx() { company }: RequestContext): string {
    return company.zone;
  }

  @FieldResolver(() => Boolean, { description: 'Whether his role has this right over anything at all.' })
  may(@Root() me: Viewer, @Arg('noun', () => String) noun: string, @Arg('action', () => String) action: string): boolean {
    return noun in nounLabels && may(me, noun as Noun, action as Action);
  }

  @FieldResolver(() => String)
  async name(@Ctx() context: RequestContext): Promise<string> {
    return (await person(context))?.name ?? '';
  }

  @FieldResolver(() => String)
  async email(@Ctx() context: RequestContext): Promise<string> {
    return (await person(context))?.email ?? '';
  }

  @FieldResolver(() => TeamType, { nullable: true })
  async team(@Ctx() context: RequestContext): Promise<UserRow['team']> {
    return (await person(context))?.team ?? null;
  }

  @FieldResolver(() => PartnerType, { nullable: true })
  async partner(@Ctx() context: RequestContext): Promise<UserRow['partner']> {
    return (await person(context))?.partner ?? null;
  }
}

/** The viewer's own row, read once a request and only when asked for. */
function person({ em, viewer, readers }: RequestContext): Promise<UserRow | null> {
  const known = readers.get('viewer') as Promise<UserRow | null> | undefined;
  const reading = known ?? viewerAsUser(em, viewer);
  readers.set('viewer', reading);
  return reading;
}
