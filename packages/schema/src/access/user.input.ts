import type { Role } from '@orbita/domain/access';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { RefusalType } from '#refusals';
import { LanguageEnum, RoleEnum } from './role.type.ts';
import { UserType } from './user.type.ts';

@InputType()
class TalentsInput {
  @Field(() => [String], { nullable: true, description: 'What he knows; routing rules of leads may ask for some of it.' }) skills?: string[];
  @Field(() => [String], { nullable: true, description: 'Countries, by ISO 3166 or name, of the customers whose leads he takes; empty for all.' }) territories?: string[];
}

@InputType()
export class CreateUserInput extends TalentsInput {
  @Field(() => String) name!: string;
  @Field(() => String) email!: string;
  @Field(() => RoleEnum) role!: Role;
  @Field(() => ID, { nullable: true }) teamId?: string | null;
  @Field(() => ID, { nullable: true, description: 'For the people of a partner, and only for them.' }) partnerId?: string | null;
  @Field(() => LanguageEnum, { nullable: true }) language?: 'en' | 'es';
  @Field(() => String, { nullable: true, description: '10–128 characters; without one he signs in through single sign-on.' })
  password?: string | null;
}

@InputType()
export class UpdateUserInput extends TalentsInput {
  @Field(() => ID) id!: string;
  @Field(() => Int) expectedVersion!: number;
  @Field(() => String, { nullable: true }) name?: string;
  @Field(() => String, { nullable: true }) email?: string;
  @Field(() => RoleEnum, { nullable: true }) role?: Role;
  @Field(() => ID, { nullable: true }) teamId?: string | null;
  @Field(() => ID, { nullable: true }) partnerId?: string | null;
  @Field(() => LanguageEnum, { nullable: true }) language?: 'en' | 'es';
  @Field(() => Boolean, { nullable: true, description: 'False ends his sessions at once.' }) active?: boolean;
  @Field(() => String, { nullable: true }) password?: string | null;
}

@ObjectType()
class UserResult {
  @Field(() => UserType, { nullable: true }) user?: UserType | null;
  @Field(() => RefusalType, { nullable: true }) refusal!: RefusalType | null;
}

@ObjectType() export class CreateUserResult extends UserResult {}
@ObjectType() export class UpdateUserResult extends UserResult {}

@ObjectType()
export class RevokeSessionResult {
  @Field(() => ID, { nullable: true, description: 'Of the session that ended.' }) id?: string | null;
  @Field(() => RefusalType, { nullable: true }) refusal!: RefusalType | null;
}

@ObjectType()
export class RevokeSessionsResult {
  @Field(() => Int, { nullable: true, description: 'How many sessions ended.' }) ended?: number | null;
  @Field(() => RefusalType, { nullable: true }) refusal!: RefusalType | null;
}
