import { createGroup, deleteGroup, type GroupRow, listGroups, updateGroup } from '@orbita/database/company';
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { RefusalType } from '#refusals';
import { Allow, decide, type RequestContext, writingOf } from '#request';
import { PartnerType, TeamType } from './group.type.ts';

@InputType() class CreateTeamInput { @Field(() => String) name!: string; }
@InputType() class CreatePartnerInput { @Field(() => String) name!: string; }
@InputType() class DeleteTeamInput {
  @Field(() => ID) id!: string;
  @Field(() => Int) expectedVersion!: number;
}
@InputType() class DeletePartnerInput {
  @Field(() => ID) id!: string;
  @Field(() => Int) expectedVersion!: number;
}
@InputType() class UpdateTeamInput extends DeleteTeamInput { @Field(() => String) name!: string; }
@InputType() class UpdatePartnerInput extends DeletePartnerInput { @Field(() => String) name!: string; }

@ObjectType() class TeamResult {
  @Field(() => TeamType, { nullable: true }) team?: TeamType | null;
  @Field(() => RefusalType, { nullable: true }) refusal!: RefusalType | null;
}
@ObjectType() class PartnerResult {
  @Field(() => PartnerType, { nullable: true }) partner?: PartnerType | null;
  @Field(() => RefusalType, { nullable: true }) refusal!: RefusalType | null;
}
@ObjectType() class DeletedResult {
  @Field(() => ID, { nullable: true, description: 'Of what was removed.' }) id?: string | null;
  @Field(() => RefusalType, { nullable: true }) refusal!: RefusalType | null;
}
@ObjectType() class CreateTeamResult extends TeamResult {}
@ObjectType() class UpdateTeamResult extends TeamResult {}
@ObjectType() class DeleteTeamResult extends DeletedResult {}
@ObjectType() class CreatePartnerResult extends PartnerResult {}
@ObjectType() class UpdatePartnerResult extends PartnerResult {}
@ObjectType() class DeletePartnerResult extends DeletedResult {}

@Resolver()
export class GroupResolver {
  @Query(() => [TeamType], { complexity: ({ childComplexity }) => 20 * childComplexity })
  @Allow('user', 'read')
  teams(@Ctx() { em, viewer }: RequestContext): Promise<GroupRow[]> {
    return listGroups(em, 'team', viewer);
  }

  @Query(() => [PartnerType], { complexity: ({ childComplexity }) => 20 * childComplexity })
  @Allow('user', 'read')
  partners(@Ctx() { em, viewer }: RequestContext): Promise<GroupRow[]> {
    return listGroups(em, 'partner', viewer);
  }

  @Mutation(() => CreateTeamResult)
  @Allow('user', 'create')
  createTeam(@Arg('input', () => CreateTeamInput) { name }: CreateTeamInput, @Ctx() context: RequestContext): Promise<unknown> {
    return decide(context, (em) => createGroup(em, 'team', name, writingOf(context)), (id) => read(context, 'team', id));
  }

  @Mutation(() => UpdateTeamResult)
  @Allow('user', 'update')
  updateTeam(@Arg('input', () => UpdateTeamInput) input: UpdateTeamInput, @Ctx() context: RequestContext): Promise<unknown> {
    return decide(context, (em) => updateGroup(em, 'team', input, writingOf(context)),
      (id) => read(context, 'team', id), () => read(context, 'team', input.id));
  }

  @Mutation(() => DeleteTeamResult)
  @Allow('user', 'delete')
  deleteTeam(@Arg('input', () => DeleteTeamInput) input: DeleteTeamInput, @Ctx() context: RequestContext): Promise<unknown> {
    return decide(context, (em) => deleteGroup(em, 'team', input, writingOf(context)), async (id) => ({ id }));
  }

  @Mutation(() => CreatePartnerResult)
  @Allow('user', 'create')
  createPartner(@Arg('input', () => CreatePartnerInput) { name }: CreatePartnerInput, @Ctx() context: RequestContext): Promise<unknown> {
    return decide(context, (em) => createGroup(em, 'partner', name, writingOf(context)), (id) => read(context, 'partner', id));
  }

  @Mutation(() => UpdatePartnerResult)
  @Allow('user', 'update')
  updatePartner(@Arg('input', () => UpdatePartnerInput) input: UpdatePartnerInput, @Ctx() context: RequestContext): Promise<unknown> {
    return decide(context, (em) => updateGroup(em, 'partner', input, writingOf(context)),
      (id) => read(context, 'partner', id), () => read(context, 'partner', input.id));
  }

  @Mutation(() => DeletePartnerResult)
  @Allow('user', 'delete')
  deletePartner(@Arg('input', () => DeletePartnerInput) input: DeletePartnerInput, @Ctx() context: RequestContext): Promise<unknown> {
    return decide(context, (em) => deleteGroup(em, 'partner', input, writingOf(context)), async (id) => ({ id }));
  }
}

const read = async ({ em, viewer }: RequestContext, kind: 'team' | 'partner', id: string) => ({
  [kind]: (await listGroups(em, kind, viewer)).find((group) => group.id === id) ?? null,
});
