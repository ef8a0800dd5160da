import { companySettings, demandTwoFactor, resetTwoFactor, userById } from '@orbita/database/company';
import type { Role } from '@orbita/domain/access';
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import { RefusalType } from '#refusals';
import { Allow, decide, type RequestContext, writingOf } from '#request';
import { RoleEnum } from './role.type.ts';
import { UserType } from './user.type.ts';

@InputType()
class DemandTwoFactorInput {
  @Field(() => [RoleEnum], { description: 'Of whom it is demanded; empty for nobody.' }) roles!: Role[];
  @Field(() => Int, { description: 'Of the company.' }) expectedVersion!: number;
}

@ObjectType()
class TwoFactorDemand {
  @Field(() => [RoleEnum], { complexity: 1 }) roles!: readonly Role[];
  @Field(() => Int, { description: 'Of the company.' }) version!: number;
}

@ObjectType()
class DemandTwoFactorResult {
  @Field(() => TwoFactorDemand, { nullable: true, description: 'As it stands now.' }) demand?: TwoFactorDemand | null;
  @Field(() => RefusalType, { nullable: true }) refusal!: RefusalType | null;
}

@ObjectType()
class ResetTwoFactorResult {
  @Field(() => UserType, { nullable: true }) user?: UserType | null;
  @Field(() => RefusalType, { nullable: true }) refusal!: RefusalType | null;
}

@Resolver()
export class TwoFactorResolver {
  @Mutation(() => ResetTwoFactorResult, { description: 'For somebody who lost his second factor: it is turned off, and his sessions end.' })
  @Allow('user', 'update')
  resetTwoFactor(@Arg('userId', () => ID) userId: string, @Ctx() context: RequestContext): Promise<unknown> {
    const { viewer, em: reading } = context;
    return decide(context, (em) => resetTwoFactor(em, userId, writingOf(context)), async (id) => ({ user: await userById(reading, id, viewer) }));
  }

  @Mutation(() => DemandTwoFactorResult, { description: 'Whoever has one of these roles and no second factor sets it up before anything else answers him.' })
  @Allow('company', 'update')
  demandTwoFactor(@Arg('input', () => DemandTwoFactorInput) input: DemandTwoFactorInput, @Ctx() context: RequestContext): Promise<unknown> {
    const read = async () => {
      const company = await companySettings(context.em, context.viewer);
      return { demand: company && { roles: company.twoFactorRoles, version: company.version } };
    };
    return decide(context, (em) => demandTwoFactor(em, input, writingOf(context)), read, read);
  }
}
