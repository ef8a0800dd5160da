import type { Role } from '@orbita/domain/access';
import type { InvitationState } from '@orbita/domain/invitations';
import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { LanguageEnum, RoleEnum } from '#access';
import { RefusalType } from '#refusals';
import { DateTime } from '#scalars';

const StateEnum: Record<InvitationState, InvitationState> = { PENDING: 'PENDING', EXPIRED: 'EXPIRED', ACCEPTED: 'ACCEPTED', REVOKED: 'REVOKED' };
registerEnumType(StateEnum, { name: 'InvitationState', description: 'Whether its link can be taken up, came too late, was taken up, or was taken back.' });

@ObjectType('Invitation', { description: 'Somebody who was asked in by a letter and has not come yet.' })
export class InvitationType {
  @Field(() => ID) id!: string;
  @Field(() => String) email!: string;
  @Field(() => RoleEnum) role!: Role;
  @Field(() => LanguageEnum) language!: 'en' | 'es';
  @Field(() => String, { nullable: true }) teamName!: string | null;
  @Field(() => String, { nullable: true }) partnerName!: string | null;
  @Field(() => String) invitedByName!: string;
  @Field(() => DateTime) createdAt!: string;
  @Field(() => DateTime, { nullable: true, description: 'When the letter was handed over; null when no mail server took it.' }) sentAt!: string | null;
  @Field(() => DateTime) expiresAt!: string;
  @Field(() => StateEnum) state!: InvitationState;
}

@InputType()
export class InviteUsersInput {
  @Field(() => [String], { description: '50 at most; all of them are invited, or none.' }) emails!: string[];
  @Field(() => RoleEnum) role!: Role;
  @Field(() => ID, { nullable: true }) teamId?: string | null;
  @Field(() => ID, { nullable: true, description: 'For the people of a partner, and only for them.' }) partnerId?: string | null;
  @Field(() => LanguageEnum, { nullable: true, description: 'Of the letter, and of the person until he chooses another.' }) language?: 'en' | 'es';
}

@ObjectType()
export class InviteUsersResult {
  @Field(() => [InvitationType], { nullable: true, description: 'Those without sentAt are made, but no mail server took the letter: send it again.' }) invitations?: InvitationType[] | null;
  @Field(() => RefusalType, { nullable: true }) refusal!: RefusalType | null;
}

@ObjectType()
export class ResendInvitationResult {
  @Field(() => InvitationType, { nullable: true }) invitation?: InvitationType | null;
  @Field(() => RefusalType, { nullable: true }) refusal!: RefusalType | null;
}

@ObjectType()
export class RevokeInvitationResult {
  @Field(() => ID, { nullable: true, description: 'Of what was taken back.' }) id?: string | null;
  @Field(() => RefusalType, { nullable: true }) refusal!: RefusalType | null;
}
