import type { Role } from '@orbita/domain/access';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionType } from '#paging';
import { DateTime } from '#scalars';
import { PartnerType, TeamType } from './group.type.ts';
import { LanguageEnum, RoleEnum } from './role.type.ts';

@ObjectType('User', { description: 'A person who may come in.' })
export class UserType {
  @Field(() => ID) id!: string;
  @Field(() => String) name!: string;
  @Field(() => String) email!: string;
  @Field(() => RoleEnum) role!: Role;
  @Field(() => LanguageEnum) language!: 'en' | 'es';
  @Field(() => Boolean) active!: boolean;
  @Field(() => [String], { complexity: 1, description: 'What he knows; routing rules of leads may ask for some of it.' }) skills!: readonly string[];
  @Field(() => [String], { complexity: 1, description: 'ISO 3166 of the customers whose leads he takes; empty for all.' }) territories!: readonly string[];
  @Field(() => Int) version!: number;
  @Field(() => DateTime) createdAt!: string;
  @Field(() => DateTime, { nullable: true, description: 'As his running sessions tell.' }) lastSeenAt!: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether he signs in with a second factor; for those who administer people.' }) twoFactorEnabled!: boolean | null;
  @Field(() => TeamType, { nullable: true }) team!: TeamType | null;
  @Field(() => PartnerType, { nullable: true }) partner!: PartnerType | null;
}

@ObjectType()
export class UserConnection extends connectionType('User', UserType) {}

@ObjectType('Session', { description: 'A device on which somebody is signed in.' })
export class SessionType {
  @Field(() => ID) id!: string;
  @Field(() => ID) userId!: string;
  @Field(() => String) userName!: string;
  @Field(() => String, { nullable: true }) ipAddress!: string | null;
  @Field(() => String, { nullable: true }) userAgent!: string | null;
  @Field(() => DateTime) createdAt!: string;
  @Field(() => DateTime) lastSeenAt!: string;
  @Field(() => DateTime) expiresAt!: string;
}
